"""How often any test could find the fall of tests/bench/trend.py, had it been told how cramp nights cluster.

    python -m tests.bench.trend_bound [DIARIES]

By the lemma of Neyman and Pearson (1933), Phil Trans R Soc A 231:289, nothing finds a given fall more often than the
ratio of its likelihood to that of one stable share, at the same rate of false claims there. A test that is to hold for
every stable share can do no better than against the share that is hardest to tell apart, so the least power over such
shares bounds them all. The likelihood sums over the latent AR(1) on a grid (a hidden Markov model). A test that may
claim a fall or a rise has half of the 5 % for either. Prints the table that tests/bench/trend.md ends with.
"""

from __future__ import annotations

import sys
from math import exp
from typing import TYPE_CHECKING

import numpy as np

from tests.bench.trend import KINDS, SEED, UNLOGGED, Kind, halfway, head, middle_log_odds, row, told

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Marks = NDArray[np.bool_]

NIGHTS = 180
STABLE = (0.23, 0.25, 0.27, 0.29)
"""Shares near the mean of both halves: those hardest to tell from the fall."""
FALSE_FALLS = 0.025
GRID = np.linspace(-4, 4, 45)
"""Of the latent AR(1), in standard deviations."""


def drawn(kind: Kind, chances: Floats, diaries: int, chance: Generator) -> tuple[Marks, Marks]:
    """Cramp or not, and logged or not: a row a diary, a column a night."""
    cramp = np.array([told(kind, chances, chance) for _ in range(diaries)])
    return cramp, chance.random(cramp.shape) >= UNLOGGED


def log_likelihood(kind: Kind, chances: Floats, cramp: Marks, logged: Marks) -> Floats:
    """Of each diary, where the share of cramp nights is this one on each night."""
    memory = exp(-1 / kind.length)
    steps = np.exp(-0.5 * (GRID - memory * GRID[:, None]) ** 2 / (1 - memory**2))
    steps /= steps.sum(axis=1, keepdims=True)
    state = np.tile(np.exp(-0.5 * GRID**2), (len(cramp), 1))
    state /= state.sum(axis=1, keepdims=True)
    seen = {
        share: 1 / (1 + np.exp(-(middle_log_odds(share, kind.sd) + kind.sd * GRID))) for share in np.unique(chances)
    }
    total = np.zeros(len(cramp))
    for night, share in enumerate(chances):
        if night:
            state = state @ steps
        told_so = np.where(cramp[:, night, None], seen[share], 1 - seen[share])
        state = np.where(logged[:, night, None], state * told_so, state)
        weight = state.sum(axis=1)
        total += np.log(weight)
        state /= weight[:, None]
    return total


def bound(kind: Kind, diaries: int) -> float:
    """The share of falls that the best test of a kind could find at most."""
    fall = halfway(NIGHTS)
    chance = np.random.default_rng((SEED, KINDS.index(kind)))
    fallen = drawn(kind, fall, diaries, chance)
    powers = []
    for share in STABLE:
        level = np.full(NIGHTS, share)
        stable = drawn(kind, level, diaries, chance)
        claims = np.quantile(_ratio(kind, fall, level, *stable), 1 - FALSE_FALLS)
        powers.append(float((_ratio(kind, fall, level, *fallen) > claims).mean()))
    return min(powers)


def _ratio(kind: Kind, fall: Floats, level: Floats, cramp: Marks, logged: Marks) -> Floats:
    return log_likelihood(kind, fall, cramp, logged) - log_likelihood(kind, level, cramp, logged)


def main(diaries: int) -> None:
    """Print the table."""
    print("\n## What any test could find at most\n")
    print(f"40 to 15 % halfway in {NIGHTS} nights, had the test been told the clusters; {diaries:,} diaries.")
    print("`python -m tests.bench.trend_bound`\n")
    head(["at most"])
    for kind in KINDS:
        if kind.sd:
            print(row(kind.name, [f"{bound(kind, diaries):.2f}"]), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4_000)
