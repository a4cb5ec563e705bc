"""The period in one sentence: how often, and what is usual of a cramp.

Something is called usual only where more than half of all the cramps are so, answered about it or not; a pair of muscle
and side only where more than half are that pair. Numbers are medians.
"""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from diary.language import tr, trn
from diary.model.mornings import noon_before
from diary.model.percent import percent
from diary.model.rounding import minutes_text
from diary.report.places import place_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.report.period_nights import PeriodNights

Item = TypeVar("Item")

AROUND = 90
"""Cramps are said to come around an hour where more than half of them lie within so many minutes of the median."""

LEAST_FOR_USUAL = 3
"""With fewer cramp nights than these, the summary does not say how many cramps are usual."""


def summary(nights: PeriodNights, before: PeriodNights | None) -> str:
    """The sentence that a doctor reads first."""
    if not nights.logged_nights:
        return tr("None of these nights was logged, so there is nothing to count.")
    usual = [_how_often(nights), _where(nights), _when(nights), _how_long(nights), _how_strong(nights)]
    sentence = ", ".join([_head(nights), *(words for words in usual if words)])
    if before is None:
        return tr("{sentence}.").format(sentence=sentence)
    return tr("{sentence}; in the {before}.").format(sentence=sentence, before=_before(before))


def _head(nights: PeriodNights) -> str:
    if not nights.tally.has_rate:
        return nights.tally.at_least_words
    words = trn(
        "Cramps on {cramp_nights} of {logged} logged night ({share})",
        "Cramps on {cramp_nights} of {logged} logged nights ({share})",
        len(nights.logged_nights),
    )
    return words.format(**_counts(nights))


def _before(before: PeriodNights) -> str:
    if not before.tally.has_rate:
        words = trn(
            "night before: at least {cramp_nights} of {days}",
            "{days} nights before: at least {cramp_nights} of {days}",
            before.period.days,
        )
        return words.format(days=before.period.days, cramp_nights=len(before.cramp_nights))
    words = trn(
        "night before: {cramp_nights} of {logged} ({share})",
        "{days} nights before: {cramp_nights} of {logged} ({share})",
        before.period.days,
    )
    return words.format(days=before.period.days, **_counts(before))


def _counts(nights: PeriodNights) -> dict[str, int | str]:
    cramp_nights, logged_count = len(nights.cramp_nights), len(nights.logged_nights)
    return {"cramp_nights": cramp_nights, "logged": logged_count, "share": percent(cramp_nights / logged_count)}


def _how_often(nights: PeriodNights) -> str:
    if len(nights.cramp_nights) < LEAST_FOR_USUAL:
        return ""
    usual = _usual([len(night.cramps or ()) for night in nights.cramp_nights], len(nights.cramp_nights))
    if usual is None:
        return ""
    return trn("usually once a night", "usually {n} times a night", usual).format(n=usual)


def _where(nights: PeriodNights) -> str:
    cramps = len(nights.cramps)
    place = _usual(nights.cramp_values(lambda cramp: (cramp.muscle, cramp.side) if cramp.side else None), cramps)
    muscle, side = place or (_usual(nights.cramp_values(lambda cramp: cramp.muscle), cramps), None)
    return place_words(muscle, side) if muscle else ""


def _when(nights: PeriodNights) -> str:
    minutes = [
        (cramp.at - noon_before(night.morning)).total_seconds() / 60
        for night in nights.known_nights
        for cramp in night.cramps or ()
        if cramp.at
    ]
    if not minutes:
        return ""
    middle = median(minutes)
    if 2 * sum(abs(minute - middle) <= AROUND for minute in minutes) <= len(nights.cramps):
        return ""
    return tr("around {hour}:00").format(hour=f"{(12 + int(middle / 60 + 0.5)) % 24:02}")


def _how_long(nights: PeriodNights) -> str:
    minutes = nights.cramp_values(lambda cramp: cramp.minutes)
    if not minutes:
        return ""
    usual = median(minutes)
    return trn("about {n} minute", "about {n} minutes", 1 if usual == 1 else 2).format(n=minutes_text(usual))


def _how_strong(nights: PeriodNights) -> str:
    intensity = nights.cramp_values(lambda cramp: cramp.intensity)
    return tr("intensity {n} of 10").format(n=f"{median(intensity):g}") if intensity else ""


def _usual(values: Sequence[Item], whole: int) -> Item | None:
    """The value of more than half of so many; None where there is none."""
    common, count = max(Counter(values).items(), key=itemgetter(1), default=(None, 0))
    return common if count * 2 > whole else None
