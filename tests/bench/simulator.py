"""Made-up diaries whose triggers are known: what the findings are measured on.

    simulate(REGIMES["messy"], nights=180, people=range(100), seed=1) -> [Diary, …]

Everything about a person is drawn from a generator of their own, seeded by (seed, regime, nights, person): person 7 is
the same among ten and among a thousand. The nights of many people are worked out side by side; only what reacts to last
night's cramp needs a step for each night.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from diary.analysis.finding import ExposureColumn
from tests.bench.habits import WARM_UP, YEAR_BEGINS, Around, Habits, around, logistic
from tests.bench.people import ASKED, PLACE, Flags, Floats, Person, Regime, drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

UNKNOWN_DIRECTION, AS_ASKED_OWN = 3, 4
"""As the program asks: of the last so many of what everyone is asked the direction is not known, and with so many own
factors there are nine questions of known direction and seven of unknown."""
HALVINGS = 14
"""Of the range in which each person's intercept is sought."""
COLDNESS = "coldness"
"""The column of how cold each night was; no question."""
MISREPORTED = 0.03
FORGOTTEN = 1.5
"""By this factor quiet nights, and answers on them, are missing more often than those with cramps."""


class AddedEffect(NamedTuple):
    """What brings cramps beside the triggers that are drawn, in log odds."""

    slope: float = 0.0
    """For each °C less."""
    step: float = 0.0
    """On the nights of one question."""
    question: str = "cold_room"


NOTHING_ADDED = AddedEffect()


@dataclass(frozen=True, slots=True)
class Diary:
    """One person's diary, with what only the simulator knows."""

    frame: pd.DataFrame
    """In the form of diary.analysis.findings."""
    questions: tuple[ExposureColumn, ...]
    log_odds_ratio: Floats
    """Of each question, in their order; 0 where it is no trigger."""
    own: int = 0
    """How many of the questions, the last ones, are own factors."""

    @property
    def triggers(self) -> Flags:
        """Which of the questions are triggers."""
        return np.not_equal(self.log_odds_ratio, 0)


def simulate(
    regime: Regime,
    *,
    nights: int,
    people: Sequence[int],
    seed: int,
    triggers: bool = True,
    own: int = 0,
    added: AddedEffect = NOTHING_ADDED,
) -> list[Diary]:
    """A diary of each of these people, over so many nights from first to last.

    Each has one to three triggers, or with `triggers` False none. The first 12 questions, the cramps and the missing
    nights are the same however many own factors are added. `added` brings cramps as well.
    """
    group = [drawn(regime, nights + WARM_UP, person=person, seed=seed, own=own) for person in people]
    surroundings = around(regime, group)
    surroundings = replace(surroundings, trouble=surroundings.trouble - added.slope * surroundings.warmth)
    habits = Habits(regime, group, surroundings)
    effects = np.stack([person.effects * triggers for person in group])
    effects[:, PLACE[added.question]] += added.step
    cramp = _Life(regime, group, surroundings, habits, effects).cramps()
    return [
        _written_down(
            regime,
            person,
            effects=effects[at],
            warmth=surroundings.warmth[at, WARM_UP:],
            exposed=habits.exposed[at, :, WARM_UP:],
            cramp=cramp[at, WARM_UP:],
        )
        for at, person in enumerate(group)
    ]


def as_asked(diary: Diary) -> Diary:
    """The diary with directions as a real one has them: what the article does not name may go either way."""
    known = len(diary.questions) - diary.own - UNKNOWN_DIRECTION
    questions = tuple(
        replace(question, direction_known=question.direction_known and place < known)
        for place, question in enumerate(diary.questions)
    )
    return replace(diary, questions=questions)


class _Life:
    """The nights of many people, one after another."""

    def __init__(
        self, regime: Regime, people: Sequence[Person], surroundings: Around, habits: Habits, effects: Floats
    ) -> None:
        self._around, self._habits, self._effects = surroundings, habits, effects
        self._chance = np.stack([person.cramp for person in people])
        self._share = np.array([person.share for person in people])
        lasting = np.array([person.lasting for person in people]) * regime.messy
        self._lasting = lasting * effects[:, PLACE["hard_exercise"]]

    def cramps(self) -> Flags:
        """People by nights; with an intercept by which each has their own share of cramp nights."""
        low, high = np.full(len(self._share), -9.0), np.full(len(self._share), 4.0)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            _, risk = self._lived(middle)
            above = risk[:, WARM_UP:].mean(axis=1) > self._share
            low, high = np.where(above, low, middle), np.where(above, middle, high)
        return self._lived((low + high) / 2)[0]

    def _lived(self, intercept: Floats) -> tuple[Flags, Floats]:
        """Each night what reacts, the risk, the cramp."""
        cramp, risk = np.zeros(self._chance.shape, dtype=bool), np.zeros(self._chance.shape)
        exposed = self._habits.exposed
        before = np.zeros(len(intercept))
        for night in range(self._chance.shape[1]):
            self._habits.react(night, before)
            log_odds = intercept + self._around.trouble[:, night]
            log_odds = log_odds + (self._effects * exposed[:, : len(ASKED), night]).sum(axis=1)
            if night:
                log_odds = log_odds + self._lasting * exposed[:, PLACE["hard_exercise"], night - 1]
            risk[:, night] = logistic(log_odds)
            cramp[:, night] = self._chance[:, night] < risk[:, night]
            before = cramp[:, night].astype(float)
        return cramp, risk


def _written_down(
    regime: Regime, person: Person, *, effects: Floats, warmth: Floats, exposed: Flags, cramp: Flags
) -> Diary:
    """What of these nights stands in the diary."""
    told, known, logged = exposed.copy(), np.ones(exposed.shape, dtype=bool), np.ones(len(cramp), dtype=bool)
    if regime.messy:
        misreported, unanswered = person.told[:, :, WARM_UP:]
        easily = np.where(cramp, 1.0, FORGOTTEN)
        logged = person.logged[WARM_UP:] >= person.missing[0] * easily
        told ^= misreported < MISREPORTED
        known = unanswered >= person.missing[1] * easily
    measured = np.round(warmth + 0.5 * person.normal[2, WARM_UP:], 1)
    told[PLACE["cold_room"]] = measured <= np.quantile(measured[logged], 1 / 3)
    own = len(exposed) - len(ASKED)
    questions = [ExposureColumn(key) for key in ASKED]
    questions += [ExposureColumn(f"own_{number}", direction_known=False) for number in range(own)]
    columns = {
        question.key: pd.arrays.BooleanArray(told[place, logged], ~known[place, logged])
        for place, question in enumerate(questions)
    }
    first = YEAR_BEGINS + dt.timedelta(person.first)
    mornings = pd.date_range(first, periods=len(cramp), name="morning", unit="s")[logged]
    frame = pd.DataFrame({"cramp": pd.array(cramp[logged])} | columns | {COLDNESS: -measured[logged]}, index=mornings)
    return Diary(frame, tuple(questions), np.concatenate([effects, np.zeros(own)]), own)
