"""Is it getting better? Whether the share of cramp nights fell or rose over a stretch of nights.

Cramp nights come in spells, so a stretch of bad nights followed by a stretch of good ones is no change yet: a test
that takes nights as independent claims one in up to 43 % of stable diaries. Ours compares the levels of the two halves of
the time in a model in which bad spells run across both, for a few nights up to a fortnight, and time runs on through
nights not logged (diary.analysis.halves, with its sources). A change is claimed where the other side holds less than
2.9 %. That limit and the prior were chosen by simulation; tests/bench/trend.md states how often it is wrong and how often it
finds. Where spells last a fortnight, a change is claimed more often than in 5 % of stable diaries: as much as the file says.

A change is claimed only where the same test claims it with the nights not logged taken for quiet ones: who logs less as
time goes on mostly leaves out quiet nights. Where logging did change in that direction, both tests must leave less than
0.5 % on the other side.

It looks at how many nights had a cramp, not at how bad they were, and it describes: why a share fell it cannot know. A
season counts as a change like any other. Who looks over many ranges will be fooled more often than at one look.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.analysis.unlogged import logging_could_feign, with_unlogged_as_quiet
from diary.language import mark, tr, trn
from diary.model.mornings import DAY, day_name
from diary.model.night import NightState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.model.night import Night
    from diary.model.period import Period

LEAST_LOGGED = 56
"""Logged nights (eight weeks of them) below which nothing is said."""
LEAST_A_HALF = 14
"""Logged nights that each half of the time must hold."""
LEAST_OF_A_KIND = 5
"""Cramp nights, and quiet nights, below which no change is claimed: one spell would make it."""
TAIL = 0.029
"""Probability that may be left on the other side where a change is claimed,"""
TAIL_OF_UNEVEN = 0.005
"""and where logging changed as well, so that it could look like this change."""


class Outcome(StrEnum):
    """What can be said."""

    FEWER = "fewer"
    MORE = "more"
    NO_CLEAR_CHANGE = "no_clear_change"
    NOT_ENOUGH_NIGHTS = "not_enough_nights"


_OUTCOMES = {
    Outcome.FEWER: mark("Fewer cramp nights"),
    Outcome.MORE: mark("More cramp nights"),
    Outcome.NO_CLEAR_CHANGE: mark("No clear change"),
    Outcome.NOT_ENOUGH_NIGHTS: mark("Not enough nights yet"),
}
_CHANGES = (Outcome.FEWER, Outcome.MORE)
_LOGGING = {
    Outcome.FEWER: mark("More quiet nights were logged than before; that alone could look like fewer cramps."),
    Outcome.MORE: mark("Fewer quiet nights were logged than before; that alone could look like more cramps."),
}


@dataclass(frozen=True, slots=True)
class HalfCounts:
    """Plain counts over one half of the time."""

    cramp_nights: int
    logged: int


@dataclass(frozen=True, slots=True)
class Trend:
    """What the logged nights of a stretch say, and the counts behind it."""

    outcome: Outcome
    earlier: HalfCounts
    later: HalfCounts
    since: dt.date | None
    """The first morning of the later half; None where fewer than two nights were logged."""
    logging_alone: Outcome | None = None
    """What the logged nights by themselves would say where how they were logged could look like this; else None."""

    @property
    def logged(self) -> int:
        """Nights of both halves."""
        return self.earlier.logged + self.later.logged

    @property
    def missing(self) -> int:
        """Nights still to log before a change can be looked for; 0 where the halves are too unlike instead."""
        return max(0, LEAST_LOGGED - self.logged)


def find_trend(nights: Iterable[Night], period: Period) -> Trend:
    """Whether cramp nights became fewer or more over a period.

    The halves are those of the time from the first logged night to the last.
    """
    cramp_by_morning = sorted(
        (night.morning, night.state is NightState.CRAMPS) for night in period.nights_in(nights) if night.logged
    )
    if len(cramp_by_morning) < 2:  # there is no halfway of a single night
        alone = HalfCounts(sum(cramp for _, cramp in cramp_by_morning), len(cramp_by_morning))
        return Trend(Outcome.NOT_ENOUGH_NIGHTS, HalfCounts(0, 0), alone, None)
    halfway = _halfway(cramp_by_morning)
    earlier = _half([cramp for morning, cramp in cramp_by_morning if morning < halfway])
    later = _half([cramp for morning, cramp in cramp_by_morning if morning >= halfway])
    outcome = _outcome(cramp_by_morning, halfway, earlier, later)
    if outcome in _CHANGES and not _stands(cramp_by_morning, halfway, outcome):
        return Trend(Outcome.NO_CLEAR_CHANGE, earlier, later, halfway, logging_alone=outcome)
    return Trend(outcome, earlier, later, halfway)


def _stands(cramp_by_morning: list[tuple[dt.date, bool]], halfway: dt.date, outcome: Outcome) -> bool:
    """Whether a change stands however the nights were logged."""
    with_unlogged = with_unlogged_as_quiet(cramp_by_morning)
    if not logging_could_feign(cramp_by_morning, halfway, more=outcome is Outcome.MORE):
        return _change(with_unlogged, halfway) is outcome
    return all(_change(nights, halfway, TAIL_OF_UNEVEN) is outcome for nights in (cramp_by_morning, with_unlogged))


def outcome_words(trend: Trend) -> str:
    """What can be said, in a few words."""
    return tr(_OUTCOMES[trend.outcome])


def counts_words(trend: Trend) -> str:
    """What it is said from: the counts of both halves, or what is missing."""
    if trend.outcome is Outcome.NOT_ENOUGH_NIGHTS:
        return _missing_words(trend)
    return tr(
        "Since {day}: cramps on {later} of {later_logged} nights. Before: on {earlier} of {earlier_logged}."
    ).format(
        day=day_name(trend.since, year=True) if trend.since else "",
        later=trend.later.cramp_nights,
        later_logged=trend.later.logged,
        earlier=trend.earlier.cramp_nights,
        earlier_logged=trend.earlier.logged,
    )


def logging_words(trend: Trend) -> str:
    """Why no change is claimed though the logged nights by themselves show one; empty where that is not so."""
    return tr(_LOGGING[trend.logging_alone]) if trend.logging_alone else ""


def _halfway(cramp_by_morning: list[tuple[dt.date, bool]]) -> dt.date:
    start, end = cramp_by_morning[0][0], cramp_by_morning[-1][0]
    return start + ((end - start).days // 2 + 1) * DAY


def _half(cramps: list[bool]) -> HalfCounts:
    return HalfCounts(sum(cramps), len(cramps))


def _outcome(
    cramp_by_morning: list[tuple[dt.date, bool]], halfway: dt.date, earlier: HalfCounts, later: HalfCounts
) -> Outcome:
    if len(cramp_by_morning) < LEAST_LOGGED or min(earlier.logged, later.logged) < LEAST_A_HALF:
        return Outcome.NOT_ENOUGH_NIGHTS
    cramp_nights = earlier.cramp_nights + later.cramp_nights
    if min(cramp_nights, len(cramp_by_morning) - cramp_nights) < LEAST_OF_A_KIND:
        return Outcome.NO_CLEAR_CHANGE
    return _change(cramp_by_morning, halfway)


def _change(cramp_by_morning: list[tuple[dt.date, bool]], halfway: dt.date, tail: float = TAIL) -> Outcome:
    """What the test of the two levels says."""
    from diary.analysis.halves import probability_of_more

    start = cramp_by_morning[0][0]
    days = [(morning - start).days for morning, _ in cramp_by_morning]
    rising = probability_of_more(days, [cramp for _, cramp in cramp_by_morning], (halfway - start).days)
    if rising < tail:
        return Outcome.FEWER
    return Outcome.MORE if rising > 1 - tail else Outcome.NO_CLEAR_CHANGE


def _missing_words(trend: Trend) -> str:
    if trend.missing:
        return trn(
            "Whether it changes can be told after {n} more logged night.",
            "Whether it changes can be told after {n} more logged nights.",
            trend.missing,
        ).format(n=trend.missing)
    return tr("Too few nights were logged in one half of this time.")
