"""Who the person is, and what the profile holds, as resources: pregnancy, answers, first cramp, conditions, medicines."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.exchange.fhir.codes import (
    CONDITIONS,
    GESTATIONAL_AGE,
    NOT_PREGNANT,
    OWN_SYSTEM,
    PREGNANCY_STATUS,
    PREGNANT,
    SNOMED,
    UCUM,
    coding,
    concept,
)
from diary.exchange.fhir.resources import own_concept
from diary.language import mark, tr
from diary.model import profile as person
from diary.model.profile_questions import COMES_WITH, HAS_CONDITIONS, LISTS, TAKES_MEDICINES, USUAL_CRAMP
from diary.model.report_choices import Part, ReportChoices, shown_name
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import WARNING_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.fhir.resources import ResourceIds
    from diary.model.plain import Plain
    from diary.model.profile import Condition, Medicine, Profile

_GENDERS = {person.Sex.FEMALE: "female", person.Sex.MALE: "male", person.Sex.OTHER: "other"}
FIRST_CRAMP = mark("First cramp ever")
QUESTIONS = (*COMES_WITH, *USUAL_CRAMP, *TELLING_APART, *WARNING_SIGNS, *LISTS)
_PARTS = {HAS_CONDITIONS.key: Part.CONDITIONS, TAKES_MEDICINES.key: Part.MEDICINES}
"""Questions that belong to a part of the report, and stay out with it."""


def patient(profile: Profile, ids: ResourceIds, choices: ReportChoices) -> Plain:
    """The person, with no more than the report shows."""
    name = shown_name(profile.name, choices.name)
    return {
        "resourceType": "Patient",
        "id": ids.of("patient"),
        **({"name": [{"text": name}]} if name else {}),
        **({"gender": _GENDERS[profile.sex]} if profile.sex else {}),
        **({"birthDate": f"{int(profile.year_of_birth):04}"} if profile.year_of_birth is not None else {}),
    }


def profile_observations(profile: Profile, ids: ResourceIds, choices: ReportChoices) -> Iterator[Plain]:
    """Pregnancy, each answer on its day, and the first cramp, which is when it all began."""
    yield from _pregnancy(profile, ids)
    for question in QUESTIONS:
        answer = profile.answers.get(question.key)
        if answer and asks(question.key, profile, choices):
            yield ids.observation(
                f"profile/{question.key}",
                own_concept(question.key, question.question),
                effectiveDateTime=answer.noted_on.isoformat(),
                valueBoolean=answer.yes,
            )
    first = profile.first_cramp
    if first:
        yield ids.observation(
            "profile/first_cramp",
            own_concept("first_cramp", FIRST_CRAMP),
            effectiveDateTime=first.noted_on.isoformat(),
            valueDateTime=first_cramp_date(first),
        )


def asks(question: str, profile: Profile, choices: ReportChoices) -> bool:
    """Whether a question of the profile stands in the report; once something is listed, a “none” of before is no answer."""
    is_listed = {HAS_CONDITIONS.key: bool(profile.conditions), TAKES_MEDICINES.key: bool(profile.medicines)}
    return not is_listed.get(question) and (question not in _PARTS or choices.shows(_PARTS[question]))


def first_cramp_date(first: person.FirstCramp) -> str:
    """The day, or the year alone, as FHIR writes both."""
    return first.when.isoformat() if isinstance(first.when, dt.date) else f"{int(first.when):04}"


def _pregnancy(profile: Profile, ids: ResourceIds) -> Iterator[Plain]:
    pregnancy = profile.pregnancy
    day = pregnancy.noted_on if pregnancy else profile.not_pregnant
    if day is None:
        return
    weeks = pregnancy.weeks if pregnancy else None
    yield ids.observation(
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


def condition_resource(condition: Condition, ids: ResourceIds) -> Plain:
    """A condition as the person reports it."""
    standard = CONDITIONS.get(condition.key)
    codes = [coding(SNOMED, *standard)] if standard else []
    if not condition.own_name:  # a typed name is no code
        codes.append(coding(OWN_SYSTEM, f"condition_{condition.key}"))
    system = "http://terminology.hl7.org/CodeSystem"
    return {
        "resourceType": "Condition",
        "id": ids.of(f"condition/{condition.key}"),
        "clinicalStatus": {"coding": [coding(f"{system}/condition-clinical", "active")]},
        # reported by the patient, and confirmed by nobody
        "verificationStatus": {"coding": [coding(f"{system}/condition-ver-status", "unconfirmed")]},
        "code": concept(condition.name, *codes),
        "subject": ids.subject,
        **({"onsetDateTime": f"{condition.since:04}"} if condition.since is not None else {}),
        "recordedDate": condition.noted_on.isoformat(),
        "asserter": ids.subject,
    }


def medicine_resource(medicine: Medicine, number: int, ids: ResourceIds, today: dt.date) -> Plain:
    """A medicine as the person takes or took it; it is the list's so-manieth."""
    is_stopped = medicine.stopped is not None and medicine.stopped <= today
    period = {
        **({"start": medicine.started.isoformat()} if medicine.started else {}),
        **({"end": medicine.stopped.isoformat()} if medicine.stopped else {}),
    }
    return {
        "resourceType": "MedicationStatement",
        "id": ids.of(f"medicine/{medicine.key if medicine.key is not None else f'new-{number}'}"),
        "status": "stopped" if is_stopped else "active",
        "medicationCodeableConcept": {"text": medicine.name},
        "subject": ids.subject,
        **({"effectivePeriod": period} if period else {}),
        "dateAsserted": medicine.noted_on.isoformat(),
        "informationSource": ids.subject,
        **({"reasonCode": [{"text": tr("Cramps")}]} if medicine.for_cramps else {}),
        **({"dosage": [{"text": medicine.dose}]} if medicine.dose.strip() else {}),
    }


def profile_meanings() -> Iterator[tuple[str, str]]:
    """Our own codes of the profile, and what each means."""
    yield from ((question.key, tr(question.question)) for question in QUESTIONS)
    yield "first_cramp", tr(FIRST_CRAMP)
    yield from ((f"condition_{key}", tr(name)) for key, name in person.CONDITIONS.items())
