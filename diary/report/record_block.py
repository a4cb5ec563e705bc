"""Medicines and conditions on page one.

The medicines that are reported with leg cramps, and those begun in the year before the first cramp, come first and are never
cut; the others run on by name. *None*, *not asked* and a list are three different things.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import mark, tr, trn
from diary.model.linked_medicines import linked_class
from diary.model.mornings import MONTHS, day_name
from diary.model.profile import CONDITIONS, OTHER_CONDITION
from diary.model.profile_questions import HAS_CONDITIONS, TAKES_MEDICINES
from diary.model.report_choices import Part
from diary.report.day_sums import day_sums
from diary.report.short_text import first_words, short_names, short_text

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Condition, Medicine, Profile
    from diary.model.profile_questions import ProfileQuestion
    from diary.report.fit import Fit
    from diary.report.material import BlockSource

LONGEST_DOSE = 14
MOST_ROWS = 6
"""Medicines that are never cut, up to which each has its dose and its start; more of them are told by name alone."""
BRIEF_CONDITIONS = {
    "arteriosclerosis": mark("narrowed leg arteries"),
    "lumbar_spine": mark("worn lower spine"),
    "diabetes": mark("diabetes"),
    "high_blood_pressure": mark("high blood pressure"),
    "kidney": mark("kidney disease"),
    "liver": mark("liver cirrhosis"),
    "thyroid": mark("thyroid disease"),
    "spinal_stenosis": mark("spinal stenosis"),
    "nerve_damage": mark("nerve damage"),
    "heart": mark("heart disease"),
    "varicose_veins": mark("varicose veins"),
    "parkinson": mark("Parkinson's"),
}
"""The conditions in as few words as a doctor needs."""
MARK = "†"
"""Stands at a medicine that is reported with leg cramps."""
BEFORE_THE_FIRST = 366
"""Days before the first cramp within which a medicine's start is worth a look."""


@dataclass(frozen=True, slots=True)
class MedicineLine:
    """A medicine that is never cut."""

    name: str
    dose: str
    since: str
    mark: str


@dataclass(frozen=True, slots=True)
class MedicinesBlock:
    """The medicines of page one."""

    rows: tuple[MedicineLine, ...]
    others: str
    """The other medicines by name, or why there is none."""


def current_medicines(source: BlockSource) -> list[Medicine]:
    """Those that are taken, or were in the period: which matter most first, then the newest."""
    period, today = source.nights.period, source.report_date
    taken = [
        medicine
        for medicine in source.profile.medicines
        if medicine.stopped is None or medicine.stopped > today or medicine.stopped >= period.first
    ]
    newest = sorted(taken, key=lambda medicine: medicine.started.isoformat() if medicine.started else "", reverse=True)
    return sorted(newest, key=lambda medicine: not is_never_cut(medicine, source.profile))


def is_never_cut(medicine: Medicine, profile: Profile) -> bool:
    """Whether it is reported with leg cramps, or was begun in the year before the first of them."""
    return linked_class(medicine.name) is not None or _begun_before_the_first(medicine, profile)


def _begun_before_the_first(medicine: Medicine, profile: Profile) -> bool:
    first, started = profile.first_cramp, medicine.started
    if first is None or started is None:
        return False
    if isinstance(first.when, int):
        return first.when - 1 <= started.year <= first.when
    return 0 <= (first.when - started).days <= BEFORE_THE_FIRST


def medicines_block(source: BlockSource, fit: Fit) -> MedicinesBlock | None:
    """The medicines of a report; None where the person leaves them out."""
    if not source.shows(Part.MEDICINES):
        return None
    medicines, profile = current_medicines(source), source.profile
    never_cut = [medicine for medicine in medicines if is_never_cut(medicine, profile)]
    others = [medicine for medicine in medicines if medicine not in never_cut]
    names = short_names([medicine.name for medicine in never_cut], fit.name)
    rows = tuple(_row(medicine, name, source.report_date) for medicine, name in zip(never_cut, names, strict=True))
    return MedicinesBlock(
        rows if len(rows) <= MOST_ROWS else _by_name_alone(rows, never_cut, fit),
        _others_words(others, fit) if medicines else _none_words(profile, TAKES_MEDICINES),
    )


def _row(medicine: Medicine, name: str, today: dt.date) -> MedicineLine:
    since = month_name(medicine.started) if medicine.started else ""
    if medicine.stopped and medicine.stopped <= today:
        since = tr("{since} to {until}").format(since=since, until=month_name(medicine.stopped)).strip()
    return MedicineLine(
        name,
        short_text(medicine.dose, LONGEST_DOSE),
        since,
        MARK if linked_class(medicine.name) else "",
    )


def _by_name_alone(rows: tuple[MedicineLine, ...], medicines: list[Medicine], fit: Fit) -> tuple[MedicineLine, ...]:
    """Many rows, each as its name; where room is short, only as much of it as tells it from the others."""
    names = [row.name for row in rows]
    if fit.first_words:
        beginnings = first_words(medicine.name for medicine in medicines)
        brief = short_names([beginnings[medicine.name] for medicine in medicines], fit.name)
        names = [min(each, key=len) for each in zip(names, brief, strict=True)]
    return tuple(MedicineLine(name, "", "", row.mark) for name, row in zip(names, rows, strict=True))


def month_name(day: dt.date) -> str:
    """“Jun 2026”."""
    return f"{tr(MONTHS[day.month - 1])} {day.year}"


def _others_words(others: list[Medicine], fit: Fit) -> str:
    if not others:
        return ""
    names = list(short_names([medicine.name for medicine in others[: fit.other_medicines]], fit.name))
    more = len(others) - len(names)
    if more:
        names.append(trn("{n} other", "{n} others", more).format(n=more))
    return ", ".join(names)


def _none_words(profile: Profile, question: ProfileQuestion) -> str:
    answer = profile.answers.get(question.key)
    if answer is None:
        return tr("Not asked.")
    if answer.yes:
        return tr("Some, not named.")
    return tr("None (told {day}).").format(day=day_name(answer.noted_on, year=True))


def conditions_block(source: BlockSource, fit: Fit) -> str | None:
    """The conditions of a report in one line, and what the days add up to; None where the person leaves them out."""
    if not source.shows(Part.CONDITIONS):
        return None
    sums = "; ".join(day_sums(source.nights)) if fit.day_sums else ""
    words = _conditions_words(source.profile, fit)
    return (
        tr("{conditions}. In this period: {sums}.").format(conditions=words.rstrip("."), sums=sums) if sums else words
    )


def _conditions_words(profile: Profile, fit: Fit) -> str:
    conditions = in_order(profile)
    if not conditions:
        return _none_words(profile, HAS_CONDITIONS)
    shown = conditions[: fit.conditions]
    own_names = short_names([condition.own_name for condition in shown], fit.name)
    names = [_brief_condition(condition, name) for condition, name in zip(shown, own_names, strict=True)]
    more = len(conditions) - len(names)
    if more:
        names.append(tr("{n} more").format(n=more))
    return "; ".join(names)


def _brief_condition(condition: Condition, own_name: str) -> str:
    name = own_name or tr(BRIEF_CONDITIONS[condition.key])
    return name if condition.since is None else tr("{name} ({year})").format(name=name, year=condition.since)


def in_order(profile: Profile) -> list[Condition]:
    """The conditions in the order in which they are asked, the article's first."""
    order = (*CONDITIONS, OTHER_CONDITION)
    return sorted(profile.conditions, key=lambda condition: order.index(condition.key))


def condition_words(condition: Condition) -> str:
    """A condition, and since when."""
    name = condition.name
    return name if condition.since is None else tr("{name}, since {year}").format(name=name, year=condition.since)
