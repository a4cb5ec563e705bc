"""The period in one sentence: how often, and what is usual of a cramp.

Something is called usual only where more than half of the cramps of which it was told are so; numbers are medians.
"""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from diary.language import tr, trn
from diary.model.mornings import noon_before
from diary.model.percent import percent
from diary.report.places import place_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.report.counted import Counted

Told = TypeVar("Told")

AROUND = 90
"""Minutes: cramps are said to come around an hour where more than half lie so near to the median."""

LEAST_FOR_USUAL = 3
"""Of fewer cramp nights than these, it is not said how many cramps are usual."""


def summary(period: Counted, before: Counted | None) -> str:
    """The sentence that a doctor reads first."""
    if not period.logged:
        return tr("None of these nights was logged, so there is nothing to count.")
    usual = [_how_often(period), _where(period), _when(period), _how_long(period), _how_strong(period)]
    sentence = ", ".join([_head(period), *(words for words in usual if words)])
    if before is None:
        return tr("{sentence}.").format(sentence=sentence)
    return tr("{sentence}; in the {before}.").format(sentence=sentence, before=_before(before))


def _head(period: Counted) -> str:
    words = trn(
        "Cramps on {cramp_nights} of {logged} logged night ({share})",
        "Cramps on {cramp_nights} of {logged} logged nights ({share})",
        len(period.logged),
    )
    return words.format(**_counts(period))


def _before(before: Counted) -> str:
    words = trn(
        "night before: {cramp_nights} of {logged} ({share})",
        "{days} nights before: {cramp_nights} of {logged} ({share})",
        before.days,
    )
    return words.format(days=before.days, **_counts(before))


def _counts(period: Counted) -> dict[str, int | str]:
    cramp_nights, logged = len(period.cramp_nights), len(period.logged)
    return {"cramp_nights": cramp_nights, "logged": logged, "share": percent(cramp_nights / logged)}


def _how_often(period: Counted) -> str:
    if len(period.cramp_nights) < LEAST_FOR_USUAL:
        return ""
    usual = _usual([len(night.cramps or ()) for night in period.cramp_nights])
    if usual is None:
        return ""
    return trn("usually once a night", "usually {n} times a night", usual).format(n=usual)


def _where(period: Counted) -> str:
    muscle = _usual(period.told(lambda cramp: cramp.muscle))
    if muscle is None:
        return ""
    return place_words(muscle, _usual(period.told(lambda cramp: cramp.side)))


def _when(period: Counted) -> str:
    minutes = [
        (cramp.at - noon_before(night.morning)).total_seconds() / 60
        for night in period.nights
        for cramp in night.cramps or ()
        if cramp.at
    ]
    if not minutes:
        return ""
    middle = median(minutes)
    if sum(abs(minute - middle) <= AROUND for minute in minutes) * 2 <= len(minutes):
        return ""
    return tr("around {hour}:00").format(hour=f"{(12 + int(middle / 60 + 0.5)) % 24:02}")


def _how_long(period: Counted) -> str:
    minutes = period.told(lambda cramp: cramp.minutes)
    if not minutes:
        return ""
    usual = median(minutes)
    return trn("about {n} minute", "about {n} minutes", 1 if usual == 1 else 2).format(n=f"{usual:g}")


def _how_strong(period: Counted) -> str:
    intensity = period.told(lambda cramp: cramp.intensity)
    return tr("intensity {n} of 10").format(n=f"{median(intensity):g}") if intensity else ""


def _usual(told: Sequence[Told]) -> Told | None:
    """What more than half of them are; None where there is no such."""
    value, count = max(Counter(told).items(), key=itemgetter(1), default=(None, 0))
    return value if count * 2 > len(told) else None
