"""What the profile says of the person, in lines: who they are, what they have, what they take."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.calcium_need import NEED_NAMES, calcium_needs
from diary.model.linked_medicines import REPORTED, linked_class
from diary.model.mornings import day_name
from diary.model.profile import CONDITIONS, SEX_NAMES, Condition, FirstCramp, Medicine, Pregnancy, Profile
from diary.model.report_choices import Part

if TYPE_CHECKING:
    from diary.report.material import BlockSource

PAST_PREGNANCY = 60
"""The age from which *not pregnant* tells a doctor nothing."""


def facts(profile: Profile) -> tuple[str, ...]:
    """Year of birth, sex, pregnancy and the first cramp ever, as far as told."""
    parts = (
        tr("Born {year}").format(year=profile.year_of_birth) if profile.year_of_birth is not None else "",
        tr(SEX_NAMES[profile.sex]) if profile.sex else "",
        _pregnancy(profile.pregnancy) if profile.pregnancy else _not_pregnant(profile),
        _first_cramp(profile.first_cramp) if profile.first_cramp else "",
    )
    return tuple(words for words in parts if words)


def _pregnancy(pregnancy: Pregnancy) -> str:
    day = day_name(pregnancy.noted_on, year=True)
    if pregnancy.weeks is None:
        return tr("Pregnant on {day}, week not known").format(day=day)
    words = trn("Pregnant, {n} week on {day}", "Pregnant, {n} weeks on {day}", pregnancy.weeks)
    return words.format(n=pregnancy.weeks, day=day)


def _not_pregnant(profile: Profile) -> str:
    day = profile.not_pregnant
    if day is None or (profile.year_of_birth is not None and day.year - profile.year_of_birth >= PAST_PREGNANCY):
        return ""
    return tr("Not pregnant on {day}").format(day=day_name(day, year=True))


def _first_cramp(first: FirstCramp) -> str:
    when = day_name(first.when, year=True) if isinstance(first.when, dt.date) else str(first.when)
    return tr("First cramp ever {when}").format(when=when)


def conditions_block(source: BlockSource) -> tuple[str, ...] | None:
    """The conditions of the report; None where the person leaves them out."""
    return conditions(source.profile, source.report_date) if source.shows(Part.CONDITIONS) else None


def conditions(profile: Profile, today: dt.date) -> tuple[str, ...]:
    """The conditions in the order in which they are asked, the article's first; then times of higher calcium need."""
    order = list(CONDITIONS)
    lines = tuple(map(_condition, sorted(profile.conditions, key=lambda condition: order.index(condition.key))))
    needs = [tr(NEED_NAMES[need]).lower() for need in calcium_needs(profile, today)]
    if not needs:
        return lines
    return (*lines, tr("Time of higher calcium need: {needs}").format(needs=", ".join(needs)))


def _condition(condition: Condition) -> str:
    name = tr(CONDITIONS[condition.key])
    return name if condition.since is None else tr("{name}, since {year}").format(name=name, year=condition.since)


def medicines_block(source: BlockSource) -> tuple[str, ...] | None:
    """The medicines of the report; None where the person leaves them out."""
    return medicines(source.profile, source.report_date) if source.shows(Part.MEDICINES) else None


def medicines(profile: Profile, today: dt.date) -> tuple[str, ...]:
    """The medicines that are taken, the newest first, then those that were stopped."""
    past = [medicine for medicine in profile.medicines if medicine.stopped and medicine.stopped <= today]
    current = [medicine for medicine in profile.medicines if medicine not in past]
    return tuple(
        map(_medicine, [*sorted(current, key=_start_of, reverse=True), *sorted(past, key=_start_of, reverse=True)])
    )


def _start_of(medicine: Medicine) -> str:
    return medicine.started.isoformat() if medicine.started else ""


def _medicine(medicine: Medicine) -> str:
    parts = (
        f"{medicine.name} {medicine.dose}".strip(),
        tr("from {day}").format(day=day_name(medicine.started, year=True)) if medicine.started else "",
        tr("stopped {day}").format(day=day_name(medicine.stopped, year=True)) if medicine.stopped else "",
        tr("taken against the cramps") if medicine.for_cramps else "",
    )
    line = ", ".join(words for words in parts if words)
    if linked_class(medicine.name) is None:
        return line
    return tr("{medicine} · {mark}").format(medicine=line, mark=tr(REPORTED))


def questions_block(source: BlockSource) -> tuple[str, ...] | None:
    """The questions to the doctor; None where the person leaves them out."""
    return source.profile.asked_of_doctor if source.shows(Part.QUESTIONS) else None
