"""Made-up diaries whose triggers are known: what the findings are measured on.

    simulate(REGIMES["messy"], nights=180, people=range(100), seed=1) -> [Diary, …]

Everything about a person is drawn from a generator of their own, seeded by (seed, regime, nights, person): person 7 is
the same among ten and among a thousand. The nights of many people are worked out side by side, as arrays of people by
nights; only what reacts to last night's cramp needs a step for each night.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from diary.analysis.finding import Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

ASKED = (
    "cold_room",  # the coldest third of the measured nights; weather and season
    "thin_quilt",  # changed once a week or so, thin when it is warm
    "legs_uncovered",  # more when it is warm and the quilt thick
    "quilt_on_feet",  # more with a thick quilt
    "toes_against_bed",
    "one_position",
    "hard_exercise",  # on two fixed days of the week
    "no_stretching",  # a habit in runs; after a cramp people stretch more
    "low_calcium",  # runs of two or three days
    "alcohol",  # Fridays and Saturdays
    "few_fluids",  # after exercise, and when it is warm
    "supplement",  # begun after a cramp and kept for days: never a trigger
)
"""Asked of everyone, each with a direction that is known."""
PLACE = {key: place for place, key in enumerate(ASKED)}
NEVER = ("supplement",)

OWN = ("coin", "rare", "weekend", "runs", "warm", "after_cramp", "after_exercise", "drift")
"""Kinds of factors that a person may add: none is ever a trigger, and each looks like one in its own way."""

WARM_UP = 60
"""Nights lived before the diary begins, so that spells and habits are under way."""
ODDS_RATIOS = (2.0, 3.0, 4.0, 6.0)
FIRST_DAY = dt.date(2023, 1, 1)
THURSDAY, FRIDAY, SATURDAY = 3, 4, 5
HALVINGS = 14


@dataclass(frozen=True, slots=True)
class Regime:
    """What makes the nights of a group of people hard to read."""

    name: str
    number: int
    """Goes into the seed."""
    spells: bool = False
    """Cramps cluster: a latent AR(1) in the log odds."""
    reacts: bool = False
    """After a cramp people stretch, and begin a supplement."""
    messy: bool = False
    """A season of cramps, exercise that lasts to the next night, missing nights and answers, 3 % misreports."""
    coupled: bool = False
    """Cold brings the quilt over the feet or the legs out; exercise goes with few fluids and no stretching."""


REGIMES: Mapping[str, Regime] = {
    regime.name: regime
    for regime in (
        Regime("clean", 1),
        Regime("spells", 2, spells=True, reacts=True),
        Regime("messy", 3, spells=True, reacts=True, messy=True),
        Regime("confounded", 4, spells=True, reacts=True, messy=True, coupled=True),
    )
}


@dataclass(frozen=True, slots=True)
class Diary:
    """One person's diary, with what only the simulator knows."""

    frame: pd.DataFrame
    """In the form of diary.analysis.findings."""
    questions: tuple[Question, ...]
    log_odds_ratio: Floats
    """Of each question, in their order; 0 where it is no trigger."""

    @property
    def triggers(self) -> Flags:
        """Which of the questions are triggers."""
        return np.not_equal(self.log_odds_ratio, 0)


@dataclass(frozen=True, slots=True)
class _Person:
    """What is drawn of one person; the arrays are of `nights`, warm-up included."""

    first: int
    """The day of FIRST_DAY's count on which the warm-up begins."""
    effects: Floats
    share: float
    """Of cramp nights, over the diary."""
    training: tuple[int, int]
    """Days of the week."""
    habit: Floats
    own_habit: Floats
    season: tuple[float, float]
    """How far the room's year swings in °C; how far the cramps' own year swings in log odds."""
    summer: bool
    """Whether the cramps' own year peaks in summer."""
    spell: tuple[float, float]
    """The sd of bad spells and their memory from night to night."""
    cold_share: float
    lasting: float
    """How much of the exercise's effect lasts to the next night."""
    missing: tuple[float, float]
    """The shares of nights and of answers that are missing."""
    normal: Floats
    """3 by nights: weather, spells, thermometer."""
    chance: Floats
    """Questions by nights: what is drawn anew."""
    keeps: Floats
    """Questions by nights: whether the habit of the night before is kept."""
    told: Floats
    """2 by questions by nights: misreports, missing answers."""
    cramp: Floats
    """Nights."""
    logged: Floats
    """Nights."""


def simulate(
    regime: Regime, *, nights: int, people: Sequence[int], seed: int, triggers: bool = True, own: int = 0
) -> list[Diary]:
    """A diary of each of these people, over so many nights from first to last.

    Each has one to three triggers, or with `triggers` False none. The first 12 questions, the cramps and the missing
    nights are the same however many own factors are added.
    """
    drawn = [_person(regime, nights + WARM_UP, person=person, seed=seed, own=own) for person in people]
    return _diaries(regime, drawn, triggers=triggers, own=own)


def _person(regime: Regime, nights: int, *, person: int, seed: int, own: int) -> _Person:
    draw = np.random.Generator(np.random.PCG64([seed, regime.number, nights, person]))
    asked = len(ASKED)
    apart = np.random.Generator(np.random.PCG64([seed, regime.number, nights, person, 1]))
    memory, sd = draw.uniform(0.6, 0.95), draw.uniform(0.6, 1.8)
    return _Person(
        first=int(draw.integers(0, 365)),
        effects=_effects(regime, draw),
        share=draw.uniform(0.1, 0.4),
        training=(int(draw.integers(0, 7)), int(draw.integers(0, 7))),
        habit=draw.normal(0, 0.5, asked),
        own_habit=apart.normal(0, 0.5, own),
        season=(draw.uniform(2, 5), draw.uniform(0.2, 0.7) * (draw.uniform() < 0.6)),
        summer=bool(draw.uniform() < 0.7),
        spell=(sd, memory),
        cold_share=draw.uniform(0.25, 0.45),
        lasting=0.5 * (draw.uniform() < 0.5),
        missing=(draw.uniform(0, 0.15), draw.uniform(0, 0.1)),
        normal=draw.normal(size=(3, nights)),
        chance=np.concatenate([draw.uniform(size=(asked, nights)), apart.uniform(size=(own, nights))]),
        keeps=np.concatenate([draw.uniform(size=(asked, nights)), apart.uniform(size=(own, nights))]),
        told=np.concatenate([draw.uniform(size=(2, asked, nights)), apart.uniform(size=(2, own, nights))], axis=1),
        cramp=draw.uniform(size=nights),
        logged=draw.uniform(size=nights),
    )


def _effects(regime: Regime, draw: np.random.Generator) -> Floats:
    """One to three triggers with odds ratios of 2 to 6; in a coupled diary the first is what drives others."""
    effects = np.zeros(len(ASKED))
    count = int(draw.integers(1, 4))
    who = [int(place) for place in draw.permutation(len(ASKED)) if ASKED[place] not in NEVER]
    if regime.coupled:
        driver = PLACE["cold_room"] if draw.uniform() < 0.5 else PLACE["hard_exercise"]
        tied = {"cold_room", "hard_exercise", "legs_uncovered", "quilt_on_feet", "no_stretching", "few_fluids"}
        who = [driver, *(place for place in who if ASKED[place] not in tied)]
    effects[who[:count]] = np.log(draw.choice(ODDS_RATIOS, size=count))
    return effects


@dataclass(frozen=True, slots=True)
class _Nights:
    """What surrounds everyone's nights, as arrays of people by nights."""

    weekday: NDArray[np.int64]
    """Of the evening."""
    warmth: Floats
    """The room's temperature less its mean over years, °C."""
    slow_warmth: Floats
    """Of the last week."""
    cold: Flags
    trouble: Floats
    """What spells and season add to the log odds of a cramp."""


def _surroundings(regime: Regime, drawn: Sequence[_Person]) -> _Nights:
    count = drawn[0].cramp.size
    day = np.array([person.first for person in drawn])[:, None] + np.arange(count)
    swing, own_swing = (np.array([person.season[part] for person in drawn])[:, None] for part in (0, 1))
    normal = np.stack([person.normal for person in drawn])
    warmth = swing * _year(day, peak=200) + _autoregressive(normal[:, 0], np.full(len(drawn), 0.8), sd=1.5)
    week = np.stack([np.convolve(row, np.ones(7) / 7)[:count] for row in warmth])
    shares = [person.cold_share for person in drawn]
    cold = np.stack([row < np.quantile(row[WARM_UP:], share) for row, share in zip(warmth, shares, strict=True)])
    trouble = np.zeros_like(warmth)
    if regime.spells:
        memory = np.array([person.spell[1] for person in drawn])
        trouble += np.array([person.spell[0] for person in drawn])[:, None] * _autoregressive(normal[:, 1], memory)
    if regime.messy:
        peak = np.array([200 if person.summer else 20 for person in drawn])[:, None]
        trouble += own_swing * _year(day, peak=peak)
    weekday = (day - 1 + FIRST_DAY.weekday() - WARM_UP) % 7
    return _Nights(weekday, warmth, week, cold, trouble)


def _year(day: NDArray[np.int64], *, peak: NDArray[np.int64] | int) -> Floats:
    return np.cos(2 * np.pi * (day - WARM_UP - peak) / 365)


def _autoregressive(steps: Floats, memory: Floats, *, sd: float = 1.0) -> Floats:
    """AR(1) of this sd along the nights, stationary from the first."""
    values = np.empty_like(steps)
    values[:, 0] = steps[:, 0]
    for night in range(1, steps.shape[1]):
        values[:, night] = memory * values[:, night - 1] + np.sqrt(1 - memory**2) * steps[:, night]
    return sd * values


def _logistic(log_odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-log_odds))


def _in_runs(fresh: Flags, kept: Flags) -> Flags:
    """What was drawn anew on the last night on which the habit was not kept."""
    kept = kept.copy()
    kept[:, 0] = False
    last = np.maximum.accumulate(np.where(kept, 0, np.arange(fresh.shape[1])), axis=1)
    return np.take_along_axis(fresh, last, axis=1)


class _Lives:
    """The habits of many people: for each question its exposures, people by nights."""

    def __init__(self, regime: Regime, drawn: Sequence[_Person], around: _Nights) -> None:
        self._chance = np.stack([person.chance for person in drawn])
        self._keeps = np.stack([person.keeps for person in drawn])
        self._habit = np.stack([np.concatenate([person.habit, person.own_habit]) for person in drawn])
        self._training = np.array([person.training for person in drawn])
        self._around, self._regime = around, regime
        self.exposed = np.zeros(self._chance.shape, dtype=bool)

    def _draw(self, place: int, log_odds: NDArray[Any] | float, *, stay: float = 0.0) -> None:
        share = _logistic(self._habit[:, place, None] + log_odds)
        fresh = self._chance[:, place] < share
        self.exposed[:, place] = _in_runs(fresh, self._keeps[:, place] < stay)

    def live(self) -> None:
        """All that does not react to cramps."""
        around, coupled = self._around, self._regime.coupled
        cold = around.cold
        training = (around.weekday[:, :, None] == self._training[:, None]).any(axis=2)
        self.exposed[:, PLACE["cold_room"]] = cold
        self._draw(PLACE["thin_quilt"], 0.9 * around.slow_warmth, stay=0.86)
        thick = ~self.exposed[:, PLACE["thin_quilt"]]
        self._draw(PLACE["toes_against_bed"], -1.1, stay=0.4)
        self._draw(PLACE["one_position"], -0.5, stay=0.3)
        self._draw(PLACE["hard_exercise"], np.where(training, 0.9, -2.2))
        self._draw(PLACE["low_calcium"], -0.4, stay=0.55)
        self._draw(PLACE["alcohol"], np.where(np.isin(around.weekday, (FRIDAY, SATURDAY)), 0.2, -2.0))
        hard = self.exposed[:, PLACE["hard_exercise"]]
        if coupled:
            self._draw(PLACE["legs_uncovered"], 3.3 * cold - 2.0)
            self._draw(PLACE["quilt_on_feet"], 3.8 * cold - 2.0)
            self._draw(PLACE["few_fluids"], 3.8 * hard - 1.8 + 0.15 * around.warmth)
        else:
            self._draw(PLACE["legs_uncovered"], 0.25 * around.warmth + 0.8 * thick - 1.4, stay=0.3)
            self._draw(PLACE["quilt_on_feet"], 0.9 * thick - 1.1, stay=0.4)
            self._draw(PLACE["few_fluids"], 1.8 * hard - 1.0 + 0.15 * around.warmth, stay=0.3)
        self._live_own(hard)

    def _live_own(self, hard: Flags) -> None:
        around = self._around
        drift = np.broadcast_to(np.linspace(-2.5, 2.5, around.warmth.shape[1]), around.warmth.shape)
        for place in range(len(ASKED), self._chance.shape[1]):
            match OWN[(place - len(ASKED)) % len(OWN)]:
                case "coin":
                    self._draw(place, -0.8)
                case "rare":
                    self._draw(place, -2.4)
                case "weekend":
                    self._draw(place, np.where(around.weekday >= FRIDAY, 0.8, -1.6))
                case "runs":
                    self._draw(place, -0.5, stay=0.9)
                case "warm":
                    self._draw(place, 0.7 * around.warmth - 0.8)
                case "after_exercise":
                    self._draw(place, 2.0 * hard - 1.2)
                case "drift":
                    self._draw(place, drift)

    def react(self, night: int, cramp_before: Floats, react: float) -> None:
        """What one night's habits make of a cramp on the night before."""
        before = self.exposed[:, :, max(night - 1, 0)]
        hard = self.exposed[:, PLACE["hard_exercise"], night]
        coupled = self._regime.coupled
        self._step(
            PLACE["no_stretching"],
            night,
            log_odds=(3.6 * hard - 1.3 if coupled else 0.0) - 1.5 * react * cramp_before,
            stay=0.0 if coupled else 0.8 - 0.3 * react * cramp_before,
        )
        begun = np.where(before[:, PLACE["supplement"]], 1.7, -1.8 + react * (2.6 * cramp_before - 1.2))
        self._step(PLACE["supplement"], night, log_odds=begun, stay=0.0, by_habit=False)
        for place in range(len(ASKED), self._chance.shape[1]):
            if OWN[(place - len(ASKED)) % len(OWN)] == "after_cramp":
                self._step(place, night, log_odds=-1.5 + 2.0 * react * cramp_before, stay=0.2)

    def _step(
        self, place: int, night: int, *, log_odds: Floats | float, stay: Floats | float, by_habit: bool = True
    ) -> None:
        share = _logistic(log_odds + self._habit[:, place] * by_habit)
        fresh = self._chance[:, place, night] < share
        kept = (self._keeps[:, place, night] < stay) & (night > 0)
        self.exposed[:, place, night] = np.where(kept, self.exposed[:, place, max(night - 1, 0)], fresh)


def _diaries(regime: Regime, drawn: Sequence[_Person], *, triggers: bool, own: int) -> list[Diary]:
    around = _surroundings(regime, drawn)
    lives = _Lives(regime, drawn, around)
    lives.live()
    effects = np.stack([person.effects * triggers for person in drawn])
    cramp = _cramps(regime, drawn, around=around, lives=lives, effects=effects)
    questions = tuple(Question(key) for key in ASKED) + tuple(
        Question(f"own_{number}", direction_known=False) for number in range(own)
    )
    return [
        _written_down(
            regime, person, questions, effects=effects[at], nights=(around.warmth[at], lives.exposed[at], cramp[at])
        )
        for at, person in enumerate(drawn)
    ]


def _cramps(regime: Regime, drawn: Sequence[_Person], *, around: _Nights, lives: _Lives, effects: Floats) -> Flags:
    """Whether a cramp came, people by nights; with an intercept by which each has their own share of cramp nights."""
    chance = np.stack([person.cramp for person in drawn])
    share = np.array([person.share for person in drawn])
    lasting = np.array([person.lasting for person in drawn]) * regime.messy * effects[:, PLACE["hard_exercise"]]
    low, high = np.full(len(drawn), -9.0), np.full(len(drawn), 4.0)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        _, risk = _lived(middle, chance, around=around, lives=lives, effects=effects, lasting=lasting)
        above = risk[:, WARM_UP:].mean(axis=1) > share
        low, high = np.where(above, low, middle), np.where(above, middle, high)
    cramp, _ = _lived((low + high) / 2, chance, around=around, lives=lives, effects=effects, lasting=lasting)
    return cramp


def _lived(
    intercept: Floats, chance: Floats, *, around: _Nights, lives: _Lives, effects: Floats, lasting: Floats
) -> tuple[Flags, Floats]:
    """The nights one after another: what reacts, the risk, the cramp."""
    react = float(lives._regime.reacts)
    cramp, risk = np.zeros(chance.shape, dtype=bool), np.zeros(chance.shape)
    before = np.zeros(len(intercept))
    for night in range(chance.shape[1]):
        lives.react(night, before, react)
        log_odds = intercept + around.trouble[:, night]
        log_odds = log_odds + (effects * lives.exposed[:, : len(ASKED), night]).sum(axis=1)
        if night:
            log_odds = log_odds + lasting * lives.exposed[:, PLACE["hard_exercise"], night - 1]
        risk[:, night] = _logistic(log_odds)
        cramp[:, night] = chance[:, night] < risk[:, night]
        before = cramp[:, night].astype(float)
    return cramp, risk


def _written_down(
    regime: Regime,
    person: _Person,
    questions: tuple[Question, ...],
    *,
    effects: Floats,
    nights: tuple[Floats, Flags, Flags],
) -> Diary:
    """What of these nights stands in the diary."""
    warmth, exposed, cramp = (values[..., WARM_UP:] for values in nights)
    missing, misreported, unanswered = person.logged[WARM_UP:], *person.told[:, :, WARM_UP:]
    logged = np.ones(len(cramp), dtype=bool)
    told = exposed.copy()
    known = np.ones(told.shape, dtype=bool)
    if regime.messy:
        # Quiet nights are forgotten more easily, and so are their answers.
        easily = np.where(cramp, 1.0, 1.5)
        logged = missing >= person.missing[0] * easily
        told ^= misreported < 0.03
        known = unanswered >= person.missing[1] * easily
    measured = np.round(warmth + 0.5 * person.normal[2, WARM_UP:], 1)
    told[PLACE["cold_room"]] = measured <= np.quantile(measured[logged], 1 / 3)
    first = FIRST_DAY + dt.timedelta(person.first)
    mornings = pd.date_range(first, periods=len(cramp), name="morning", unit="s")[logged]
    columns = {
        question.key: pd.arrays.BooleanArray(told[place, logged], ~known[place, logged])
        for place, question in enumerate(questions)
    }
    of_all = np.concatenate([effects, np.zeros(len(questions) - len(effects))])
    return Diary(pd.DataFrame({"cramp": pd.array(cramp[logged])} | columns, index=mornings), questions, of_all)
