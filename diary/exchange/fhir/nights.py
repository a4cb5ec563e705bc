"""Each logged night and each cramp as observations.

FHIR knows no local wall time without a zone: so days are days, and times of day are times without a day.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.exchange.fhir.codes import (
    FACTORS,
    LATERALITY,
    MUSCLES,
    OWN_SYSTEM,
    PAIN,
    SIDES,
    SNOMED,
    coding,
    concept,
    quantity,
)
from diary.exchange.fhir.resources import component, days, own_concept
from diary.language import mark, tr
from diary.model.factors import Catalogue, Choice, Factor, Number, Unit
from diary.model.mornings import evening_of
from diary.model.night import MUSCLE_NAMES, RELIEF_NAMES, SIDE_NAMES
from diary.model.report_choices import Part, ReportChoices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.fhir.resources import ResourceIds
    from diary.model.factors import Value
    from diary.model.night import Cramp, Night, Relief
    from diary.model.plain import Plain

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


def night_resources(night: Night, ids: ResourceIds, catalogue: Catalogue, choices: ReportChoices) -> Iterator[Plain]:
    """The observation of a logged night, and after it those of its cramps."""
    place = f"night/{night.morning}"
    cramps = [(f"{place}/cramp/{number}", cramp) for number, cramp in enumerate(night.cramps or (), start=1)]
    logged_at = night.logged_at
    yield ids.observation(
        place,
        own_concept("cramp_night", CRAMP_NIGHT),
        effectivePeriod=_days(night),
        issued=logged_at.isoformat(timespec="seconds") if logged_at else None,
        valueBoolean=bool(cramps),
        component=[
            component("cramps", CRAMPS, valueInteger=len(cramps)),
            *_answers(night, catalogue, everything=choices.shows(Part.ANSWERS)),
        ],
        hasMember=[ids.reference(of_cramp) for of_cramp, _ in cramps],
        note=[{"text": night.note}] if choices.notes and night.note.strip() else [],
    )
    for of_cramp, cramp in cramps:
        yield _cramp(of_cramp, cramp, night, ids)


def _days(night: Night) -> Plain:
    """A night as the day of its evening to the day of its morning."""
    return days(evening_of(night.morning), night.morning)


def _answers(night: Night, catalogue: Catalogue, *, everything: bool) -> Iterator[Plain]:
    for factor in catalogue:
        answer = night.answers.get(factor.key)
        if answer and night.asks(factor) and (everything or factor.key in _STANDING_ANSWERS):
            yield {"code": _factor_concept(factor), **_value(factor, answer.value)}


def _cramp(place: str, cramp: Cramp, night: Night, ids: ResourceIds) -> Plain:
    day = {"effectiveDateTime": cramp.at.date().isoformat()} if cramp.at else {"effectivePeriod": _days(night)}
    return ids.observation(
        place,
        own_concept("cramp", CRAMP),
        **day,
        bodySite=_body_site(cramp),
        component=list(_cramp_components(cramp)),
    )


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
            yield component(key, _CRAMP_COMPONENTS[key], **{kind: value})


def _minutes(value: float | None) -> Plain | None:
    return None if value is None else quantity(value, Unit.MINUTES)


def _side(cramp: Cramp) -> Plain | None:
    if cramp.side is None:
        return None
    return concept(tr(SIDE_NAMES[cramp.side]), coding(SNOMED, *SIDES[cramp.side]))


def _relief(relief: Relief) -> Plain:
    return concept(tr(RELIEF_NAMES[relief]), coding(OWN_SYSTEM, f"relief.{relief}"))


def night_meanings(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Our own codes of nights and cramps, and what each means."""
    yield from (("cramp_night", tr(CRAMP_NIGHT)), ("cramps", tr(CRAMPS)), ("cramp", tr(CRAMP)))
    yield from ((key, tr(name)) for key, name in _CRAMP_COMPONENTS.items())
    yield from ((f"relief.{key}", tr(name)) for key, name in RELIEF_NAMES.items())
    for factor in catalogue:
        yield factor.key, tr(factor.question)
        if isinstance(factor.kind, Choice):
            yield from ((f"{factor.key}.{option.key}", tr(option.name)) for option in factor.kind.options)
