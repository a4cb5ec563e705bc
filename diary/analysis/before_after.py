"""Cramp nights before a day and since: plain counts, and how much or little the difference may be.

The interval is Newcombe's hybrid of two Wilson intervals, as in diary.analysis.intervals, for as many nights as these
are worth: their number is divided by how much the clustering of cramp nights inflates the variance of the difference
(diary.analysis.clustered.design_effect; the design effect of Kish (1965), Survey Sampling). On made-up diaries it holds the truth in 91 to 99 % (tests/bench/trend.py), where
the same interval over independent nights holds it in 62 to 96 %.

That something changed on that day and cramps changed after it does not say that the one made the other: people begin
things when it is worst, and the worst passes by itself.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from diary.analysis.intervals import Difference, Z, wilson
from diary.analysis.unlogged import logging_could_feign, with_unlogged_as_quiet
from diary.language import mark
from diary.model.mornings import DAY
from diary.model.night import NightState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.model.night import Night
    from diary.model.period import Period

PLACEBO = mark("People on placebo improved by about 28 % in four weeks (Cochrane CD009402).")
"""What stands beside every improvement."""
LEAST_A_SIDE = 14
"""Logged nights on either side below which no difference is given: their counts stand alone."""
Z_OF_UNEVEN = 2.807
"""Standard errors of the interval, of 99.5 %, that must not hold 0 where logging changed so that it could look like this."""


@dataclass(frozen=True, slots=True)
class NightCounts:
    """Plain counts of the nights on one side of the day."""

    cramp_nights: int
    logged: int

    @property
    def share(self) -> float:
        """The share of cramp nights; there must be a logged night."""
        return self.cramp_nights / self.logged

    @property
    def missing(self) -> int:
        """Nights that this side still lacks."""
        return max(0, LEAST_A_SIDE - self.logged)


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Both sides of a day."""

    day: dt.date
    before: NightCounts
    since: NightCounts
    difference: Difference | None
    """The share since less the share before; None where a side has too few nights."""
    logging_alone: bool = False
    """Whether the nights differ, but not with those not logged taken for quiet: how they were logged could look like this."""

    @property
    def fewer(self) -> bool:
        """Whether the share since is the smaller one, surely or not."""
        return bool(self.before.logged and self.since.logged) and self.since.share < self.before.share

    @property
    def clear(self) -> bool:
        """Whether no difference at all lies outside the interval, however the nights were logged."""
        return _differs(self.difference) != 0 and not self.logging_alone


def before_after(nights: Iterable[Night], day: dt.date, period: Period) -> BeforeAfter:
    """The nights of a period on either side of a day.

    The night that ends on the morning of the day is the last one before: what changed on a day is first slept with in
    the night after it.
    """
    cramp_by_morning = sorted(
        (night.morning, night.state is NightState.CRAMPS) for night in period.nights_in(nights) if night.logged
    )
    before = _counts([cramp for morning, cramp in cramp_by_morning if morning <= day])
    since = _counts([cramp for morning, cramp in cramp_by_morning if morning > day])
    if before.missing or since.missing:
        return BeforeAfter(day, before, since, None)
    difference = _difference(cramp_by_morning, day)
    clear = _differs(difference)
    return BeforeAfter(
        day, before, since, difference, logging_alone=clear != 0 and not _stands(cramp_by_morning, day, clear)
    )


def _stands(cramp_by_morning: list[tuple[dt.date, bool]], day: dt.date, clear: int) -> bool:
    """Whether a difference stands however the nights were logged."""
    with_unlogged = with_unlogged_as_quiet(cramp_by_morning)
    if not logging_could_feign(cramp_by_morning, day + DAY, more=clear > 0):
        return _differs(_difference(with_unlogged, day)) == clear
    return all(_differs(_difference(nights, day, Z_OF_UNEVEN)) == clear for nights in (cramp_by_morning, with_unlogged))


def _differs(difference: Difference | None) -> int:
    """1 where all of the interval is more, -1 where all of it is fewer, else 0."""
    if difference is None or difference.low <= 0 <= difference.high:
        return 0
    return 1 if difference.low > 0 else -1


def _counts(cramps: list[bool]) -> NightCounts:
    return NightCounts(sum(cramps), len(cramps))


def _difference(cramp_by_morning: list[tuple[dt.date, bool]], day: dt.date, z: float = Z) -> Difference:
    before = _counts([cramp for morning, cramp in cramp_by_morning if morning <= day])
    since = _counts([cramp for morning, cramp in cramp_by_morning if morning > day])
    effect = _design_effect(cramp_by_morning, day)
    low_before, high_before = wilson(before.cramp_nights / effect, before.logged / effect, z)
    low_since, high_since = wilson(since.cramp_nights / effect, since.logged / effect, z)
    middle = since.share - before.share
    below = hypot(since.share - low_since, high_before - before.share)
    above = hypot(high_since - since.share, before.share - low_before)
    return Difference(middle, middle - below, middle + above)


def _design_effect(cramp_by_morning: list[tuple[dt.date, bool]], day: dt.date) -> float:
    if len({cramp for _, cramp in cramp_by_morning}) == 1:  # nights that are all alike show no clustering
        return 1.0
    from diary.analysis.clustered import design_effect, step_at

    days = [(morning - cramp_by_morning[0][0]).days for morning, _ in cramp_by_morning]
    step = step_at(days, (day - cramp_by_morning[0][0]).days + 1)
    return design_effect(days, [cramp for _, cramp in cramp_by_morning], step)
