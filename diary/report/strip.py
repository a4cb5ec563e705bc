"""The strip at the head of page one: whose report it is, of which nights, and how good a record they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.built_in import BUILT_IN
from diary.model.damage import damaged_between
from diary.model.early_answers import MEASURED, is_before_the_night
from diary.model.factors import OWN_PREFIX
from diary.model.mornings import day_name
from diary.model.percent import percent
from diary.model.profile import SEX_NAMES
from diary.model.report_choices import shown_name
from diary.report.short_text import short_text

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.period import Period
    from diary.model.profile import Profile
    from diary.report.material import BlockSource, Material
    from diary.report.period_nights import PeriodNights

LONGEST_NAME = 60
"""Columns of a name."""
WELL_LOGGED, HALF_LOGGED = 0.8, 0.5
"""The share of nights logged from which a record is good, and from which it is fair."""
WELL_NOTED = 2 / 3
"""The share of answers given before the night from which a record is good."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The head of page one."""

    name: str
    """As much of the person's name as they want shown; empty where they gave none."""
    person: str
    """Age, sex, and pregnancy where it is now."""
    period: str
    quality: str
    """How many nights were logged, and how good a record that is."""
    omissions: str
    """How many nights of the period are in no count, and why; empty where all are."""


def strip(source: BlockSource) -> Strip:
    """The strip of a report."""
    return Strip(
        short_text(shown_name(source.profile.name, source.material.choices.name), LONGEST_NAME),
        ", ".join(person_facts(source.profile, source.report_date)),
        _dates(source),
        quality_words(source.nights),
        omission_words(source),
    )


def period_words(period: Period) -> str:
    """The period from its first to its last morning."""
    first, last = (day_name(day, year=True) for day in (period.first, period.last))
    return tr("{first} to {last}").format(first=first, last=last)


def _dates(source: BlockSource) -> str:
    """The period; and the day on which the report was made, where it is not its last."""
    period, report_date = source.nights.period, source.report_date
    first = day_name(period.first, year=period.first.year != period.last.year)
    words = day_name(period.last, year=True)
    if period.first != period.last:
        words = tr("{first}\u2013{last}").format(first=first, last=words)
    if report_date == period.last:
        return words
    return tr("{period} (made {day})").format(
        period=words, day=day_name(report_date, year=report_date.year != period.last.year)
    )


def person_facts(profile: Profile, today: dt.date) -> tuple[str, ...]:
    """Age, sex and a pregnancy of now, as far as known."""
    parts = (
        _age(today.year - profile.year_of_birth) if profile.year_of_birth is not None else "",
        tr(SEX_NAMES[profile.sex]).lower() if profile.sex else "",
        _pregnancy(profile, today),
    )
    return tuple(words for words in parts if words)


def _age(years: int) -> str:
    """Of the birth only the year is known, so the age is one of two."""
    return tr("aged {younger}\u2013{older}").format(younger=max(0, years - 1), older=years)


def _pregnancy(profile: Profile, today: dt.date) -> str:
    """A pregnancy that can still be; one that must be over says nothing of the cramps of now."""
    pregnancy = profile.pregnancy
    if pregnancy is None or pregnancy.over_by(today):
        return ""
    day = day_name(pregnancy.noted_on, year=True)
    if pregnancy.weeks is None:
        return tr("pregnant (told {day})").format(day=day)
    words = trn("pregnant, {n} week on {day}", "pregnant, {n} weeks on {day}", pregnancy.weeks)
    return words.format(n=pregnancy.weeks, day=day)


def quality_words(nights: PeriodNights) -> str:
    """How many nights were logged, how many answers were given before the night, and what record that makes."""
    tally = nights.tally
    if not tally.logged:
        return tr("None of {nights} nights was logged: there is nothing to count.").format(nights=tally.nights)
    logged = trn("{logged} of {n} night logged", "{logged} of {n} nights logged", tally.nights).format(
        logged=tally.logged, n=tally.nights
    )
    if not tally.has_rate:
        return tr("{logged}, hardly one of them quiet: a rate cannot be given.").format(logged=logged)
    early = early_share(nights)
    noted = tr("{share} of answers before the night").format(share=percent(early or 0))
    return tr("{facts}: {judgement}.").format(
        facts=", ".join([logged, *([noted] if early is not None else [])]), judgement=_judgement(nights, early)
    )


def _judgement(nights: PeriodNights, early: float | None) -> str:
    share = nights.tally.logged / nights.tally.nights
    if share < HALF_LOGGED:
        return tr("thin record")
    if share < WELL_LOGGED:
        return tr("fair record")
    if early is not None and early < WELL_NOTED:
        return tr("well logged, much of it from memory")
    return tr("good record")


def early_share(nights: PeriodNights) -> float | None:
    """The share of answers that were given before the night, or measured; None where there is no answer.

    What can only be told in the morning is left out.
    """
    ahead = {factor.key for factor in BUILT_IN if factor.evening}
    early = [
        key in MEASURED or is_before_the_night(night, key)
        for night in nights.logged_nights
        for key in night.answers
        if key in ahead or key.startswith(OWN_PREFIX)
    ]
    return early.count(True) / len(early) if early else None


def omission_words(source: BlockSource) -> str:
    """How many nights of the period are in no count, and why, and what else is missing; empty where nothing is."""
    period = source.nights.period
    sentences = (
        _left_out_words(source.material, period),
        _damage_words(source.material, period),
        *source.material.missing_sentences,
    )
    return " ".join(filter(None, sentences))


def _left_out_words(material: Material, period: Period) -> str:
    n = sum(night.morning in material.choices.left_out and night.morning in period for night in material.nights)
    if not n:
        return ""
    return trn(
        "{n} night was left out by the patient and is counted as not logged.",
        "{n} nights were left out by the patient and are counted as not logged.",
        n,
    ).format(n=n)


def _damage_words(material: Material, period: Period) -> str:
    n = len(damaged_between(material.damaged_nights, period))
    if not n:
        return ""
    return trn(
        "{n} night of the diary cannot be read and is in no count.",
        "{n} nights of the diary cannot be read and are in no count.",
        n,
    ).format(n=n)
