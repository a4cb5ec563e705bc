"""How made-up people spend their nights: weather, spells, and what they do; as arrays of people by nights."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tests.bench.people import ASKED, PLACE, Flags, Floats, Person, Regime

if TYPE_CHECKING:
    from collections.abc import Sequence

WARM_UP = 60
"""Nights lived before the diary begins, so that spells and habits are under way."""
YEAR_BEGINS = dt.date(2023, 1, 1)
FRIDAY, SATURDAY = 4, 5
SUMMER, WINTER = 200, 20
"""Days of the year on which it peaks."""

OWN = ("coin", "rare", "weekend", "runs", "warm", "after_cramp", "after_exercise", "drift")
"""Kinds of factors that a person may add: none is ever a trigger, and each looks like one in its own way."""


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds the nights."""

    weekday: NDArray[np.int64]
    """Of the evening."""
    warmth: Floats
    """The room's temperature less its mean over years, °C."""
    slow_warmth: Floats
    """Of the last week."""
    cold: Flags
    trouble: Floats
    """What spells and season add to the log odds of a cramp."""


def around(regime: Regime, people: Sequence[Person]) -> Around:
    """Weather and season from where each diary begins; the coldest nights; spells, and the cramps' own season."""
    count = people[0].cramp.size
    day = np.array([person.first for person in people])[:, None] + np.arange(count) - WARM_UP
    swing, own_swing = np.array([person.season for person in people]).T[:, :, None]
    sd, memory = np.array([person.spell for person in people]).T
    normal = np.stack([person.normal for person in people])
    warmth = swing * _year(day, peak=SUMMER) + 1.5 * _autoregressive(normal[:, 0], np.full(len(people), 0.8))
    trouble = np.zeros_like(warmth)
    if regime.spells:
        trouble += sd[:, None] * _autoregressive(normal[:, 1], memory)
    if regime.messy:
        peak = np.array([SUMMER if person.summer else WINTER for person in people])[:, None]
        trouble += own_swing * _year(day, peak=peak)
    return Around(
        weekday=(day - 1 + YEAR_BEGINS.weekday()) % 7,
        warmth=warmth,
        slow_warmth=np.stack([np.convolve(nights, np.ones(7) / 7)[:count] for nights in warmth]),
        cold=np.stack([_coldest(nights, person.cold_share) for nights, person in zip(warmth, people, strict=True)]),
        trouble=trouble,
    )


def _coldest(warmth: Floats, share: float) -> Flags:
    return np.less(warmth, np.quantile(warmth[WARM_UP:], share))


def _year(day: NDArray[np.int64], *, peak: NDArray[np.int64] | int) -> Floats:
    year: Floats = np.cos(2 * np.pi * (day - peak) / 365)
    return year


def _autoregressive(steps: Floats, memory: Floats) -> Floats:
    """AR(1) with sd 1 along the nights, stationary from the first."""
    values = np.empty_like(steps)
    values[:, 0] = steps[:, 0]
    for night in range(1, steps.shape[1]):
        values[:, night] = memory * values[:, night - 1] + np.sqrt(1 - memory**2) * steps[:, night]
    return values


def logistic(log_odds: NDArray[Any]) -> Floats:
    """The probability of these log odds."""
    probability: Floats = 1 / (1 + np.exp(-log_odds))
    return probability


def _in_runs(fresh: Flags, kept: Flags) -> Flags:
    """What was drawn anew on the last night on which the habit was not kept."""
    kept = kept.copy()
    kept[:, 0] = False
    last = np.maximum.accumulate(np.where(kept, 0, np.arange(fresh.shape[1])), axis=1)
    return np.take_along_axis(fresh, last, axis=1)


class Habits:
    """What many people do: `exposed`, people by questions by nights.

    Most of it is there from the start; what reacts to cramps is filled in night by night.
    """

    def __init__(self, regime: Regime, people: Sequence[Person], surroundings: Around) -> None:
        self._fresh = np.stack([person.fresh for person in people])
        self._kept = np.stack([person.kept for person in people])
        self._habit = np.stack([person.habit for person in people])
        self._training = np.array([person.training for person in people])
        self._around, self._regime = surroundings, regime
        self.exposed = np.zeros(self._fresh.shape, dtype=bool)
        kinds = enumerate(OWN[number % len(OWN)] for number in range(self._fresh.shape[1] - len(ASKED)))
        self._own = [(number + len(ASKED), kind) for number, kind in kinds]
        self._covers()
        self._days()
        for place, kind in self._own:
            self._an_own_one(place, kind)

    def _of(self, key: str) -> Flags:
        return self.exposed[:, PLACE[key]]

    def _draw(self, place: int | str, log_odds: NDArray[Any] | float, *, stay: float = 0.0) -> None:
        at = PLACE[place] if isinstance(place, str) else place
        fresh = self._fresh[:, at] < logistic(self._habit[:, at, None] + log_odds)
        self.exposed[:, at] = _in_runs(fresh, self._kept[:, at] < stay)

    def _covers(self) -> None:
        warmth, cold = self._around.warmth, self._around.cold
        self.exposed[:, PLACE["cold_room"]] = cold
        self._draw("thin_quilt", 0.9 * self._around.slow_warmth, stay=0.86)
        thick = ~self._of("thin_quilt")
        if self._regime.coupled:
            self._draw("legs_uncovered", 3.3 * cold - 2.0)
            self._draw("quilt_on_feet", 3.8 * cold - 2.0)
        else:
            self._draw("legs_uncovered", 0.25 * warmth + 0.8 * thick - 1.4, stay=0.3)
            self._draw("quilt_on_feet", 0.9 * thick - 1.1, stay=0.4)
        self._draw("toes_against_bed", -1.1, stay=0.4)
        self._draw("one_position", -0.5, stay=0.3)

    def _days(self) -> None:
        weekday, warmth = self._around.weekday, self._around.warmth
        training = (weekday[:, :, None] == self._training[:, None]).any(axis=2)
        self._draw("hard_exercise", np.where(training, 0.9, -2.2))
        hard = self._of("hard_exercise")
        if self._regime.coupled:
            self._draw("few_fluids", 3.8 * hard - 1.8 + 0.15 * warmth)
        else:
            self._draw("few_fluids", 1.8 * hard - 1.0 + 0.15 * warmth, stay=0.3)
        self._draw("low_calcium", -0.4, stay=0.55)
        self._draw("alcohol", np.where(np.isin(weekday, (FRIDAY, SATURDAY)), 0.2, -2.0))

    def _an_own_one(self, place: int, kind: str) -> None:
        warmth = self._around.warmth
        match kind:
            case "coin":
                self._draw(place, -0.8)
            case "rare":
                self._draw(place, -2.4)
            case "weekend":
                self._draw(place, np.where(self._around.weekday >= FRIDAY, 0.8, -1.6))
            case "runs":
                self._draw(place, -0.5, stay=0.9)
            case "warm":
                self._draw(place, 0.7 * warmth - 0.8)
            case "after_exercise":
                self._draw(place, 2.0 * self._of("hard_exercise") - 1.2)
            case "drift":
                self._draw(place, np.broadcast_to(np.linspace(-2.5, 2.5, warmth.shape[1]), warmth.shape))

    def react(self, night: int, cramp_before: Floats) -> None:
        """What people do on one night after a cramp, or none, on the night before."""
        reacts, coupled = float(self._regime.reacts), self._regime.coupled
        shaken = reacts * cramp_before
        hard = self._of("hard_exercise")[:, night]
        self._step(
            PLACE["no_stretching"],
            night,
            log_odds=self._habit[:, PLACE["no_stretching"]] + coupled * (3.6 * hard - 1.3) - 1.5 * shaken,
            stay=0.0 * shaken if coupled else 0.8 - 0.3 * shaken,
        )
        taken = self._of("supplement")[:, max(night - 1, 0)]
        begun = np.where(taken, 1.7, 2.6 * shaken - 1.8 - 1.2 * reacts)
        self._step(PLACE["supplement"], night, log_odds=begun, stay=0.0 * shaken)
        for place in (place for place, kind in self._own if kind == "after_cramp"):
            self._step(place, night, log_odds=self._habit[:, place] - 1.5 + 2.0 * shaken, stay=0.2 + 0.0 * shaken)

    def _step(self, place: int, night: int, *, log_odds: Floats, stay: Floats) -> None:
        fresh = self._fresh[:, place, night] < logistic(log_odds)
        kept = (self._kept[:, place, night] < stay) & (night > 0)
        self.exposed[:, place, night] = np.where(kept, self.exposed[:, place, max(night - 1, 0)], fresh)
