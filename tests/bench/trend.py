"""How often the trend test is wrong on stable diaries, and how often it finds a fall.

    python tests/bench/trend.py [DIARIES]

Draws diaries whose chance of a cramp never changes, in clusters of several kinds, and counts how often a change is
claimed; then diaries with a fall, and counts how often it is found; then how often the interval of a before/after
difference holds the truth. 20 % of the nights are not logged. The limit holds for spells as the findings know them
(5 nights) and as the made-up diaries of tests/bench/findings.py have them; spells of a fortnight are there to show what
longer ones do. Beside ours stands the test that most would use: Newcombe's interval of the two halves, which takes nights
as independent. Prints the table of tests/bench/trend.md, with the seed.
"""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass, replace
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.before_after import before_after
from diary.analysis.intervals import Difference, newcombe
from diary.analysis.trend import Outcome, Trend, find_trend
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.period import Period
from tests.bench.people import SPELL_MEMORY, SPELL_SD

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Chances = NDArray[np.float64]

SEED = 20_261_126
UNLOGGED = 0.2
LEVEL = 0.05
FIRST = dt.date(2026, 1, 1)
LENGTHS = (30, 90, 180, 365)
SHARES = (0.1, 0.2, 0.3, 0.4)


@dataclass(frozen=True)
class Kind:
    """How cramp nights cluster."""

    name: str
    sd: float = 0.0
    """Of the latent AR(1) on the log odds; 0 for none."""
    length: float = 1.0
    """Nights over which its correlation falls to 1/e."""
    night_before: float = 0.0
    """Correlation of cramp nights one night apart, where there is no latent AR(1)."""
    drawn: bool = False
    """sd and length are drawn anew for each diary, as tests/bench/people.py draws them."""
    limited: bool = True
    """Whether the limit of false claims is to hold; else it is shown what happens."""

    def one(self, chance: Generator) -> Kind:
        """That of one diary."""
        if not self.drawn:
            return self
        return replace(self, sd=chance.uniform(*SPELL_SD), length=-1 / log(chance.uniform(*SPELL_MEMORY)), drawn=False)


KINDS = (
    Kind("none"),
    Kind("the night before counts (r = 0.3)", night_before=0.3),
    Kind("spells, sd 0.8, 5 nights", 0.8, 5),
    Kind("spells, sd 1.5, 5 nights", 1.5, 5),
    Kind("spells, sd 1, 14 nights", 1.0, 14, limited=False),
    Kind("spells, sd 1.5, 14 nights", 1.5, 14, limited=False),
    Kind("spells, sd 0.6 to 1.8, 2 to 20 nights", drawn=True),
)


SIDES = ((30, 30, 0.3, 0.3), (90, 30, 0.3, 0.3), (90, 90, 0.15, 0.15), (90, 90, 0.4, 0.1), (150, 60, 0.4, 0.05))
"""Nights before and since, and the chance of a cramp on either side."""


def halfway(length: int) -> Chances:
    """40 % up to the middle, 15 % after it."""
    return np.where(np.arange(length) < length // 2, 0.4, 0.15)


def gradual(length: int) -> Chances:
    """From 45 % to 10 %, evenly."""
    return np.linspace(0.45, 0.10, length)


FALLS: tuple[tuple[str, Chances], ...] = (
    ("40 to 15 % halfway, 180 nights", halfway(180)),
    ("45 to 10 % evenly, 180 nights", gradual(180)),
    ("40 to 15 % halfway, 365 nights", halfway(365)),
    ("45 to 10 % evenly, 365 nights", gradual(365)),
)


def told(kind: Kind, chances: Chances, chance: Generator) -> NDArray[np.bool_]:
    """Whether each night had a cramp."""
    kind = kind.one(chance)
    if not kind.sd:
        return _remembering(chances, kind.night_before, chance)
    u = np.empty(len(chances))
    u[0] = chance.normal()
    memory = np.exp(-1 / kind.length)
    for at in range(1, len(u)):
        u[at] = memory * u[at - 1] + sqrt(1 - memory**2) * chance.normal()
    levels = {share: middle_log_odds(share, kind.sd) for share in np.unique(np.round(chances, 2))}
    log_odds = np.array([levels[share] for share in np.round(chances, 2)]) + kind.sd * u
    return chance.random(len(u)) < 1 / (1 + np.exp(-log_odds))


def _remembering(chances: Chances, night_before: float, chance: Generator) -> NDArray[np.bool_]:
    cramp = np.empty(len(chances), dtype=bool)
    for at, share in enumerate(chances):
        carried = night_before * (cramp[at - 1] - chances[at - 1]) if at else 0.0
        cramp[at] = chance.random() < share + carried
    return cramp


def middle_log_odds(share: float, sd: float) -> float:
    """The middle of the log odds at which the mean chance is this share."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(31)
    low, high = -12.0, 12.0
    for _ in range(60):
        middle = (low + high) / 2
        mean = float((weights / (1 + np.exp(-(middle + sd * nodes)))).sum() / weights.sum())
        low, high = (middle, high) if mean < share else (low, middle)
    return low


def nights(kind: Kind, chances: Chances, chance: Generator) -> list[Night]:
    """A diary: the logged nights alone."""
    cramp, logged = told(kind, chances, chance), chance.random(len(chances)) >= UNLOGGED
    return [Night(FIRST + int(at) * DAY, cramps=(Cramp(),) if cramp[at] else ()) for at in np.flatnonzero(logged)]


def seen(diary: list[Night]) -> Trend:
    """What our test says, and the halves that it looked at."""
    return find_trend(diary, Period(FIRST, diary[-1].morning))


def as_if_independent(told: Trend) -> Outcome:
    """What the halves say where nights are taken as independent."""
    gap = newcombe(
        told.later.cramp_nights,
        told.later.logged,
        unexposed_cramp=told.earlier.cramp_nights,
        unexposed=told.earlier.logged,
    )
    if gap is None or gap.low <= 0 <= gap.high:
        return Outcome.NO_CLEAR_CHANGE
    return Outcome.MORE if gap.low > 0 else Outcome.FEWER


def rates(kind: Kind, chances: Chances, outcomes: set[Outcome], diaries: int, cell: int) -> tuple[float, float]:
    """How often ours, and the test that takes nights as independent, give one of these outcomes."""
    chance = np.random.default_rng((SEED, KINDS.index(kind), cell))
    told = [seen(nights(kind, chances, chance)) for _ in range(diaries)]
    return (
        sum(each.outcome in outcomes for each in told) / diaries,
        sum(as_if_independent(each) in outcomes for each in told) / diaries,
    )


def row(name: str, cells: list[str]) -> str:
    """A row of the table."""
    return f"| {' | '.join([name, *cells])} |"


def intervals(kind: Kind, place: int, diaries: int) -> str:
    """How often ours, and that of independent nights, hold the truth, and how wide they are."""
    before, since, earlier, later = SIDES[place]
    chance = np.random.default_rng((SEED, KINDS.index(kind), place))
    chances = np.concatenate((np.full(before, earlier), np.full(since, later)))
    last, day = FIRST + (before + since) * DAY, FIRST + (before - 1) * DAY
    ours: list[Difference] = []
    theirs: list[Difference] = []
    while len(ours) < diaries:
        told = before_after(nights(kind, chances, chance), day, Period(FIRST, last))
        if told.difference is None:
            continue
        independent = newcombe(
            told.since.cramp_nights,
            told.since.logged,
            unexposed_cramp=told.before.cramp_nights,
            unexposed=told.before.logged,
        )
        assert independent is not None
        ours.append(told.difference)
        theirs.append(independent)
    return f"{_held(ours, later - earlier)} ({_held(theirs, later - earlier)})"


def _held(intervals: list[Difference], truth: float) -> str:
    held = sum(each.low <= truth <= each.high for each in intervals) / len(intervals)
    wide = sum(each.high - each.low for each in intervals) / len(intervals)
    return f"{held:.2f}, {wide:.2f} wide"


def print_claims(diaries: int) -> bool:
    """Print how often a change is claimed where there is none; whether every figure is reached."""
    limit = LEVEL + 2 * sqrt(LEVEL * (1 - LEVEL) / diaries)
    print(f"## A change claimed on stable diaries (at most {limit:.3f})\n")
    print("Each cell: ours at 10, 20, 30 and 40 % cramp nights; in brackets the worst of the test that takes nights as")
    print("independent. Below 56 logged nights nothing is claimed.\n")
    head([f"{length} nights" for length in LENGTHS])
    changes, held = {Outcome.FEWER, Outcome.MORE}, True
    for kind in KINDS:
        cells = []
        for length in LENGTHS:
            found = [
                rates(kind, np.full(length, share), changes, diaries, cell=length * 10 + place)
                for place, share in enumerate(SHARES)
            ]
            held &= not kind.limited or max(mine for mine, _ in found) <= limit
            shown = " ".join(f"{mine:.3f}" for mine, _ in found)
            cells.append(f"{shown} ({max(theirs for _, theirs in found):.2f})")
        print(row(kind.name, cells), flush=True)
    print(
        f"\nEvery cell is {'within' if held else 'NOT within'} the limit, but for spells of 14 nights, to which it is not put.\n"
    )
    return held


def print_finds(diaries: int) -> None:
    """Print how often a fall is found."""
    print("## A fall found\n")
    head([name for name, _ in FALLS])
    for kind in KINDS:
        cells = [
            f"{rates(kind, chances, {Outcome.FEWER}, diaries, cell=place)[0]:.2f}"
            for place, (_, chances) in enumerate(FALLS)
        ]
        print(row(kind.name, cells), flush=True)


def print_intervals(diaries: int) -> None:
    """Print how often the interval before and since a day holds the true difference."""
    print(f"\n## The interval before and since a day ({diaries:,} diaries a cell)\n")
    print("Each cell: how often the 95 % interval holds the true difference, and its mean width; in brackets the")
    print("interval that takes nights as independent.\n")
    head([f"{before} + {since} nights, {p:.0%} then {q:.0%}" for before, since, p, q in SIDES])
    for kind in KINDS:
        print(row(kind.name, [intervals(kind, place, diaries) for place in range(len(SIDES))]), flush=True)


def head(columns: list[str]) -> None:
    """The head of a table."""
    print(row("clusters", columns))
    print(row("---", ["---"] * len(columns)))


def main(diaries: int) -> bool:
    """Print the tables; whether every figure is reached."""
    print(
        f"# The trend test on made-up diaries\n\nSeed {SEED}, {diaries:,} diaries a cell, {UNLOGGED:.0%} not logged.\n"
    )
    held = print_claims(diaries)
    print_finds(diaries)
    print_intervals(diaries // 2)
    return held


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000) else 1)
