"""The people whose diaries are made up: what they are asked, what makes their nights hard to read, what is drawn of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping

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
TIED = ("cold_room", "hard_exercise", "legs_uncovered", "quilt_on_feet", "no_stretching", "few_fluids")
"""What goes closely together in a coupled diary; the first two bring the others."""

ODDS_RATIOS = (2.0, 3.0, 4.0, 6.0)

SPELL_MEMORY, SPELL_SD = (0.6, 0.95), (0.6, 1.8)
"""Of bad spells: the correlation from night to night, and the sd on the log odds."""


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
class Person:
    """What is drawn of one person; of arrays, the last axis is the nights."""

    first: int
    """The day of the year on which the diary begins."""
    effects: Floats
    """The log odds ratio of each question that is asked of everyone."""
    share: float
    """Of cramp nights, over the diary."""
    training: tuple[int, int]
    """Days of the week."""
    habit: Floats
    """How much more or less than others, in log odds, each thing is done; own factors last."""
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
    fresh: Floats
    """Questions by nights: the chance by which each is drawn anew."""
    kept: Floats
    """Questions by nights: the chance by which the habit of the night before is kept."""
    told: Floats
    """2 by questions by nights: the chances of misreports and of missing answers."""
    cramp: Floats
    logged: Floats


def drawn(regime: Regime, nights: int, *, person: int, seed: int, own: int) -> Person:
    """A person; all but what concerns own factors is the same however many there are."""
    draw, apart = (
        np.random.Generator(np.random.PCG64([seed, regime.number, nights, person, *branch])) for branch in ((), (1,))
    )
    asked = len(ASKED)
    memory, sd = draw.uniform(*SPELL_MEMORY), draw.uniform(*SPELL_SD)
    return Person(
        first=int(draw.integers(0, 365)),
        effects=_effects(regime, draw),
        share=draw.uniform(0.1, 0.4),
        training=(int(draw.integers(0, 7)), int(draw.integers(0, 7))),
        habit=np.concatenate([draw.normal(0, 0.5, asked), apart.normal(0, 0.5, own)]),
        season=(draw.uniform(2, 5), draw.uniform(0.2, 0.7) * (draw.uniform() < 0.6)),
        summer=bool(draw.uniform() < 0.7),
        spell=(sd, memory),
        cold_share=draw.uniform(0.25, 0.45),
        lasting=0.5 * (draw.uniform() < 0.5),
        missing=(draw.uniform(0, 0.15), draw.uniform(0, 0.1)),
        normal=draw.normal(size=(3, nights)),
        fresh=np.concatenate([draw.uniform(size=(asked, nights)), apart.uniform(size=(own, nights))]),
        kept=np.concatenate([draw.uniform(size=(asked, nights)), apart.uniform(size=(own, nights))]),
        told=np.concatenate([draw.uniform(size=(2, asked, nights)), apart.uniform(size=(2, own, nights))], axis=1),
        cramp=draw.uniform(size=nights),
        logged=draw.uniform(size=nights),
    )


def _effects(regime: Regime, draw: np.random.Generator) -> Floats:
    """One to three triggers with odds ratios of 2 to 6; in a coupled diary the first is what brings others along."""
    effects = np.zeros(len(ASKED))
    count = int(draw.integers(1, 4))
    who = [int(place) for place in draw.permutation(len(ASKED)) if ASKED[place] not in NEVER]
    if regime.coupled:
        driver = PLACE["cold_room"] if draw.uniform() < 0.5 else PLACE["hard_exercise"]
        who = [driver, *(place for place in who if ASKED[place] not in TIED)]
    effects[who[:count]] = np.log(draw.choice(ODDS_RATIOS, size=count))
    return effects
