"""The report's nights and profile as a FHIR R4 bundle, for the records of a clinic.

A bundle of type collection: a Patient with no more than the report shows, an Observation for each night that was logged
and for each cramp, what the profile answers, its conditions and medicines, and the code system that our own codes are of.
FHIR knows no local wall time without a zone: so days are days, and times of day are times without a day.

The same diary gives the same bytes. An entry keeps its id from one bundle to the next: ids are made from the moment of the
diary's first answer, which no other diary shares, and the entry's own place.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from diary.exchange.fhir_codes import (
    CATEGORY,
    CONDITIONS,
    FACTORS,
    GESTATIONAL_AGE,
    LATERALITY,
    MUSCLES,
    NOT_PREGNANT,
    OWN_SYSTEM,
    PAIN,
    PREGNANCY_STATUS,
    PREGNANT,
    SIDES,
    SNOMED,
    UCUM,
    coding,
    concept,
    quantity,
)
from diary.exchange.whole_file import FileKind
from diary.language import mark, tr
from diary.model import profile as person
from diary.model.built_in import BUILT_IN
from diary.model.clean_text import clean_text
from diary.model.factors import Catalogue, Choice, Factor, Number, Unit
from diary.model.mornings import evening_of
from diary.model.night import MUSCLE_NAMES, RELIEF_NAMES, SIDE_NAMES, Night
from diary.model.profile import Profile
from diary.model.profile_questions import COMES_WITH, LISTS, USUAL_CRAMP
from diary.model.report_choices import Part, ReportChoices, shown_name
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import WARNING_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diary.model.factors import Value
    from diary.model.night import Cramp, Relief
    from diary.model.period import Period
    from diary.model.plain import Plain
    from diary.model.profile import Condition, Medicine

START = '{"resourceType": "Bundle"'
FHIR_BUNDLE = FileKind(
    mark("a FHIR bundle of this diary"),
    START.encode(),
    # Our ids are made from names, which makes them of the fifth kind.
    re.compile(rb'\A, "id": "[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f-]{21}", "type": "collection", "entry": \[\n'),
)
_IDS = UUID("689b1b57-6248-5207-81e3-2bc8c3e031b5")
_GENDERS = {person.Sex.FEMALE: "female", person.Sex.MALE: "male", person.Sex.OTHER: "other"}
_STANDING_ANSWERS = ("sleep_disturbance", "room_temperature")
"""Answers that go with every night; the others where the report shows them."""

CRAMP_NIGHT, CRAMPS, CRAMP = mark("Night with cramps"), mark("Number of cramps"), mark("Cramp in the night")
_CRAMP_COMPONENTS = {
    "time_of_day": mark("Time of day"),
    "time_is_about": mark("The time is remembered as “about”"),
    "minutes": mark("Minutes it lasted"),
    "side": mark("Side"),
    "woke_me": mark("It woke the person"),
    "minutes_awake": mark("Minutes awake"),
    "sore_next_day": mark("Sore the next day"),
    "relief": mark("What relieved it"),
    "distress": mark("How distressing, 0 to 10"),
}


@dataclass(frozen=True, slots=True)
class FhirMaterial:
    """What a bundle is made from."""

    nights: Sequence[Night]
    """The whole diary."""
    profile: Profile
    catalogue: Catalogue = BUILT_IN
    choices: ReportChoices = field(default_factory=ReportChoices)


def fhir_bundle(material: FhirMaterial, period: Period, *, today: dt.date) -> bytes:
    """The bundle over a period, one entry a line."""
    resources = list(_BundleBuilder(material, today).resources(period))
    own_codes = _own_codes(resources)
    resources += [_code_system(dict(_meanings(material.catalogue)), own_codes)] if own_codes else []
    entries = ",\n".join(
        _json_text({"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}) for resource in resources
    )
    head = f'{START}, "id": "{_bundle_id(material, period)}", "type": "collection", "entry": ['
    return f"{head}\n{entries}\n]}}\n".encode()


def _json_text(plain: Plain) -> str:
    return json.dumps(_clean(plain), ensure_ascii=False)


def _clean(plain: Any) -> Any:
    """FHIR forbids control characters but tabs and line ends."""
    if isinstance(plain, str):
        return clean_text(plain)
    if isinstance(plain, dict):
        return {key: _clean(value) for key, value in plain.items()}
    return [_clean(value) for value in plain] if isinstance(plain, list) else plain


def _own_codes(plain: Any) -> set[str]:
    """The codes of our own that stand anywhere in plain data."""
    if isinstance(plain, list):
        return set().union(*map(_own_codes, plain))
    if not isinstance(plain, dict):
        return set()
    if plain.get("system") == OWN_SYSTEM:
        return {plain["code"]}
    return set().union(*map(_own_codes, plain.values()))


def _bundle_id(material: FhirMaterial, period: Period) -> str:
    return str(uuid5(_namespace(material.nights), f"bundle/{period.first}/{period.last}"))


def _namespace(nights: Iterable[Night]) -> UUID:
    """The namespace of this diary's ids, by the moment of its first answer, which no other diary shares."""
    moments = [night.logged_at for night in nights if night.logged_at]
    moments += [answer.given_at for night in nights for answer in night.answers.values()]
    return uuid5(_IDS, min(moments).isoformat() if moments else "")


class _BundleBuilder:
    """Builds the resources of one diary, which refer to one another."""

    def __init__(self, material: FhirMaterial, today: dt.date) -> None:
        self._material = material
        self._choices = material.choices
        self._today = today
        self._ids = _namespace(material.nights)
        self._subject = {"reference": f"urn:uuid:{self._id('patient')}"}

    def resources(self, period: Period) -> Iterator[Plain]:
        """The resources of the bundle, in its order."""
        profile, choices = self._material.profile, self._choices
        yield self._patient(profile)
        for night in period.nights_in(self._material.nights):
            if night.logged and night.morning not in choices.left_out:
                yield from self._night(night)
        yield from self._pregnancy(profile)
        for question in (*COMES_WITH, *USUAL_CRAMP, *TELLING_APART, *WARNING_SIGNS, *LISTS):
            answer = profile.answers.get(question.key)
            if answer:
                yield self._observation(
                    f"profile/{question.key}",
                    _own_concept(question.key, question.question),
                    effectiveDateTime=answer.noted_on.isoformat(),
                    valueBoolean=answer.yes,
                )
        if choices.shows(Part.CONDITIONS):
            yield from map(self._condition, profile.conditions)
        if choices.shows(Part.MEDICINES):
            for place, medicine in enumerate(profile.medicines, start=1):
                yield self._medicine(medicine, place)

    def _id(self, place: str) -> str:
        return str(uuid5(self._ids, place))

    def _patient(self, profile: Profile) -> Plain:
        name = shown_name(profile.name, self._choices.name)
        return {
            "resourceType": "Patient",
            "id": self._id("patient"),
            **({"name": [{"text": name}]} if name else {}),
            **({"gender": _GENDERS[profile.sex]} if profile.sex else {}),
            **({"birthDate": f"{int(profile.year_of_birth):04}"} if profile.year_of_birth is not None else {}),
        }

    def _observation(self, place: str, code: Plain, **fields: Any) -> Plain:
        return {
            "resourceType": "Observation",
            "id": self._id(place),
            "status": "final",
            "category": [{"coding": [coding(CATEGORY, "survey", "Survey")]}],
            "code": code,
            "subject": self._subject,
            "performer": [self._subject],
            **{key: value for key, value in fields.items() if value not in (None, [], "")},
        }

    def _night(self, night: Night) -> Iterator[Plain]:
        cramps = [
            (f"night/{night.morning}/cramp/{place}", cramp) for place, cramp in enumerate(night.cramps or (), start=1)
        ]
        logged_at = night.logged_at
        yield self._observation(
            f"night/{night.morning}",
            _own_concept("cramp_night", CRAMP_NIGHT),
            effectivePeriod=_period(night),
            issued=logged_at.isoformat(timespec="seconds") if logged_at else None,
            valueBoolean=bool(cramps),
            component=[_component("cramps", CRAMPS, valueInteger=len(cramps)), *self._answers(night)],
            hasMember=[{"reference": f"urn:uuid:{self._id(place)}"} for place, _ in cramps],
            note=[{"text": night.note}] if self._choices.notes and night.note.strip() else [],
        )
        for place, cramp in cramps:
            yield self._cramp(place, cramp, night)

    def _answers(self, night: Night) -> Iterator[Plain]:
        everything = self._choices.shows(Part.ANSWERS)
        for factor in self._material.catalogue:
            answer = night.answers.get(factor.key)
            if answer and night.asks(factor) and (everything or factor.key in _STANDING_ANSWERS):
                yield {"code": _factor_concept(factor), **_value(factor, answer.value)}

    def _cramp(self, place: str, cramp: Cramp, night: Night) -> Plain:
        day = {"effectiveDateTime": cramp.at.date().isoformat()} if cramp.at else {"effectivePeriod": _period(night)}
        return self._observation(
            place,
            _own_concept("cramp", CRAMP),
            **day,
            bodySite=_body_site(cramp),
            component=list(_cramp_components(cramp)),
        )

    def _pregnancy(self, profile: Profile) -> Iterator[Plain]:
        pregnancy = profile.pregnancy
        day = pregnancy.noted_on if pregnancy else profile.not_pregnant
        if day is None:
            return
        weeks = pregnancy.weeks if pregnancy else None
        yield self._observation(
            "profile/pregnancy",
            concept(tr("Pregnancy"), coding(*PREGNANCY_STATUS)),
            effectiveDateTime=day.isoformat(),
            valueCodeableConcept={"coding": [coding(*(PREGNANT if pregnancy else NOT_PREGNANT))]},
            component=[
                {
                    "code": {"coding": [coding(*GESTATIONAL_AGE)]},
                    "valueQuantity": {"value": weeks, "unit": tr("weeks"), "system": UCUM, "code": "wk"},
                }
            ]
            if weeks is not None
            else [],
        )

    def _condition(self, condition: Condition) -> Plain:
        standard = CONDITIONS.get(condition.key)
        codes = [coding(SNOMED, *standard)] if standard else []
        system = "http://terminology.hl7.org/CodeSystem"
        return {
            "resourceType": "Condition",
            "id": self._id(f"condition/{condition.key}"),
            "clinicalStatus": {"coding": [coding(f"{system}/condition-clinical", "active")]},
            # reported by the patient, and confirmed by nobody
            "verificationStatus": {"coding": [coding(f"{system}/condition-ver-status", "unconfirmed")]},
            "code": concept(
                tr(person.CONDITIONS[condition.key]), *codes, coding(OWN_SYSTEM, f"condition_{condition.key}")
            ),
            "subject": self._subject,
            **({"onsetDateTime": f"{condition.since:04}"} if condition.since is not None else {}),
            "recordedDate": condition.noted_on.isoformat(),
            "asserter": self._subject,
        }

    def _medicine(self, medicine: Medicine, place: int) -> Plain:
        is_stopped = medicine.stopped is not None and medicine.stopped <= self._today
        period = {
            **({"start": medicine.started.isoformat()} if medicine.started else {}),
            **({"end": medicine.stopped.isoformat()} if medicine.stopped else {}),
        }
        return {
            "resourceType": "MedicationStatement",
            "id": self._id(f"medicine/{medicine.key if medicine.key is not None else f'new-{place}'}"),
            "status": "stopped" if is_stopped else "active",
            "medicationCodeableConcept": {"text": medicine.name},
            "subject": self._subject,
            **({"effectivePeriod": period} if period else {}),
            "dateAsserted": medicine.noted_on.isoformat(),
            "informationSource": self._subject,
            **({"reasonCode": [{"text": tr("Cramps")}]} if medicine.for_cramps else {}),
            **({"dosage": [{"text": medicine.dose}]} if medicine.dose.strip() else {}),
        }


def _period(night: Night) -> Plain:
    """A night as a FHIR period: the day of its evening to the day of its morning."""
    return {"start": evening_of(night.morning).isoformat(), "end": night.morning.isoformat()}


def _own_concept(key: str, name: str) -> Plain:
    return concept(tr(name), coding(OWN_SYSTEM, key))


def _component(key: str, name: str, **value: Any) -> Plain:
    return {"code": _own_concept(key, name), **value}


def _factor_concept(factor: Factor) -> Plain:
    standard = FACTORS.get(factor.key)
    return concept(tr(factor.name), *([coding(*standard)] if standard else []), coding(OWN_SYSTEM, factor.key))


def _value(factor: Factor, value: Value) -> Plain:
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if isinstance(value, dt.time):
        return {"valueTime": f"{value:%H:%M}:00"}
    if isinstance(value, str):
        words = factor.kind.name_of(value) if isinstance(factor.kind, Choice) else value
        return {"valueCodeableConcept": concept(words, coding(OWN_SYSTEM, f"{factor.key}.{value}"))}
    return {"valueQuantity": quantity(value, factor.kind.unit if isinstance(factor.kind, Number) else Unit.POINTS)}


def _body_site(cramp: Cramp) -> Plain | None:
    """Where, with its side in the one code: SNOMED CT lets a place be narrowed so."""
    if cramp.muscle is None:
        return None
    code, name = MUSCLES[cramp.muscle]
    words = tr(MUSCLE_NAMES[cramp.muscle])
    if cramp.side is None:
        return concept(words, coding(SNOMED, code, name))
    side, _ = SIDES[cramp.side]
    text = f"{words}, {tr(SIDE_NAMES[cramp.side]).lower()}"
    return concept(text, coding(SNOMED, f"{code}:{LATERALITY}={side}"))


def _cramp_components(cramp: Cramp) -> Iterator[Plain]:
    """Every answer about a cramp but where it was."""
    if cramp.intensity is not None:
        yield {"code": concept(tr("Intensity"), coding(*PAIN)), "valueInteger": cramp.intensity}
    for key, kind, value in (
        ("time_of_day", "valueTime", f"{cramp.at:%H:%M}:00" if cramp.at else None),
        ("time_is_about", "valueBoolean", cramp.about if cramp.at else None),
        ("minutes", "valueQuantity", _minutes(cramp.minutes)),
        ("side", "valueCodeableConcept", _side(cramp)),
        ("woke_me", "valueBoolean", cramp.woke_me),
        ("minutes_awake", "valueQuantity", _minutes(cramp.minutes_awake)),
        ("sore_next_day", "valueBoolean", cramp.sore_next_day),
        *(("relief", "valueCodeableConcept", _relief(means)) for means in sorted(cramp.relief or ())),
        ("distress", "valueInteger", cramp.distress),
    ):
        if value is not None:
            yield _component(key, _CRAMP_COMPONENTS[key], **{kind: value})


def _minutes(value: float | None) -> Plain | None:
    return None if value is None else quantity(value, Unit.MINUTES)


def _side(cramp: Cramp) -> Plain | None:
    if cramp.side is None:
        return None
    return concept(tr(SIDE_NAMES[cramp.side]), coding(SNOMED, *SIDES[cramp.side]))


def _relief(relief: Relief) -> Plain:
    return concept(tr(RELIEF_NAMES[relief]), coding(OWN_SYSTEM, f"relief.{relief}"))


def _code_system(meanings: Mapping[str, str], codes: Iterable[str]) -> Plain:
    """What our own codes in the bundle mean, so that it can be read without us; only the codes that it uses."""
    return {
        "resourceType": "CodeSystem",
        "id": OWN_SYSTEM.removeprefix("urn:uuid:"),
        "url": OWN_SYSTEM,
        "name": "NightCrampDiary",
        "title": tr("Codes of the Night Cramp Diary"),
        "status": "active",
        "content": "fragment",
        "caseSensitive": True,
        "concept": [{"code": code, "display": meanings.get(code, code)} for code in sorted(codes)],
    }


def _meanings(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    yield from (("cramp_night", tr(CRAMP_NIGHT)), ("cramps", tr(CRAMPS)), ("cramp", tr(CRAMP)))
    yield from ((key, tr(name)) for key, name in _CRAMP_COMPONENTS.items())
    yield from ((f"relief.{key}", tr(name)) for key, name in RELIEF_NAMES.items())
    for factor in catalogue:
        yield factor.key, tr(factor.question)
        if isinstance(factor.kind, Choice):
            yield from ((f"{factor.key}.{option.key}", tr(option.name)) for option in factor.kind.options)
    questions = (*COMES_WITH, *USUAL_CRAMP, *TELLING_APART, *WARNING_SIGNS, *LISTS)
    yield from ((question.key, tr(question.question)) for question in questions)
    yield from ((f"condition_{key}", tr(name)) for key, name in person.CONDITIONS.items())
