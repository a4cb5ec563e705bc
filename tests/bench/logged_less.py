"""How often a change is claimed of a diary that only logs less, or more, as time goes on.

    python -m tests.bench.logged_less [DIARIES] [FROM THE FOURTH ROW ON]

The chance of a cramp never changes, in clusters of several kinds. Of the quiet nights fewer and fewer are logged, from 95 % to 35 %,
or more and more; cramp nights always with 95 %. Then a fall from 40 to 15 % halfway is to be found, where 20 % of all
nights are not logged. Prints the table of tests/bench/logged_less.md.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.before_after import before_after
from diary.analysis.trend import Outcome, find_trend
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.period import Period
from tests.bench.tally import share
from tests.bench.trend import FIRST, KINDS, Kind, halfway, head, nights, row, told

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

SEED = 20_261_130
LENGTHS = (180, 365)
SHARES = (0.1, 0.2, 0.3, 0.4)
MOST, LEAST = 0.95, 0.35
FIRST_ROWS = 3


def logged_less(kind: Kind, length: int, share_of_cramps: float, chance: Generator, *, turned: bool) -> list[Night]:
    """A stable diary of which fewer and fewer quiet nights are logged, or, turned round, more and more."""
    cramp = told(kind, np.full(length, share_of_cramps), chance)
    quiet_logged = np.linspace(MOST, LEAST, length)[:: -1 if turned else 1]
    return _logged(cramp, quiet_logged, chance)


def _logged(cramp: NDArray[np.bool_], quiet_logged: NDArray[np.float64], chance: Generator) -> list[Night]:
    logged = chance.random(len(cramp)) < np.where(cramp, MOST, quiet_logged)
    return [Night(FIRST + int(at) * DAY, cramps=(Cramp(),) if cramp[at] else ()) for at in np.flatnonzero(logged)]


def claims(kind: Kind, length: int, diaries: int, *, turned: bool) -> str:
    """How often the trend claims a change of such diaries, and how often the nights since halfway are clearly other ones."""
    trends = changes = alone = 0
    for number in range(diaries):
        chance = np.random.default_rng((SEED, KINDS.index(kind), length, turned, number))
        diary = logged_less(kind, length, SHARES[number % len(SHARES)], chance, turned=turned)
        if not diary:
            continue
        trend = find_trend(diary, Period(FIRST, FIRST + length * DAY))
        trends += trend.outcome in (Outcome.FEWER, Outcome.MORE)
        alone += trend.logging_alone is not None
        changes += before_after(diary, FIRST + length // 2 * DAY, Period(FIRST, FIRST + length * DAY)).clear
    rates = (share(trends, diaries), share(trends + alone, diaries), share(changes, diaries))
    return f"{rates[0]} ({rates[1].value:.2f}); {rates[2]}"


def finds(kind: Kind, length: int, diaries: int) -> str:
    """How often a fall from 40 to 15 % halfway is found, by the trend and before and since."""
    trends = changes = 0
    for number in range(diaries):
        chance = np.random.default_rng((SEED, KINDS.index(kind), length, 2, number))
        diary = nights(kind, halfway(length), chance)
        trends += find_trend(diary, Period(FIRST, FIRST + length * DAY)).outcome is Outcome.FEWER
        comparison = before_after(diary, FIRST + length // 2 * DAY, Period(FIRST, FIRST + length * DAY))
        changes += comparison.clear and comparison.fewer
    return f"{share(trends, diaries)}; {share(changes, diaries)}"


def finds_though_logging_more(kind: Kind, length: int, diaries: int) -> str:
    """How often the trend finds the same fall where more and more quiet nights are logged: what the guard costs."""
    found = 0
    for number in range(diaries):
        chance = np.random.default_rng((SEED, KINDS.index(kind), length, 3, number))
        cramp = told(kind, halfway(length), chance)
        diary = _logged(cramp, np.linspace(LEAST, MOST, length), chance)
        found += find_trend(diary, Period(FIRST, FIRST + length * DAY)).outcome is Outcome.FEWER
    return str(share(found, diaries))


INTRODUCTION = """# A diary that logs less as time goes on

Seed {seed}, {diaries} diaries a cell, {others} from the fourth row on; 10 to 40 % cramp nights.

Each cell: how often the trend claims a change, in brackets what the logged nights alone would claim; then how
often the nights since halfway are called clearly other ones. Then how often a fall is found, likewise, where 20 % of all
nights are not logged; the last two, by the trend, where more and more quiet nights are logged meanwhile.
"""


def main(diaries: int, others: int | None = None) -> None:
    """Print the table; the kinds of the last rows may have another number of diaries."""
    others = diaries if others is None else others
    print(INTRODUCTION.format(seed=SEED, diaries=diaries, others=others))
    head(
        [f"{way} quiet nights logged, {length} nights" for way in ("fewer", "more") for length in LENGTHS]
        + [f"40 to 15 %, {length} nights" for length in LENGTHS]
        + [f"40 to 15 %, more quiet nights logged, {length} nights" for length in LENGTHS]
    )
    for place, kind in enumerate(KINDS):
        count = diaries if place < FIRST_ROWS else others
        cells = [claims(kind, length, count, turned=turned) for turned in (False, True) for length in LENGTHS]
        cells += [finds(kind, length, count) for length in LENGTHS]
        cells += [finds_though_logging_more(kind, length, count) for length in LENGTHS]
        print(row(kind.name, cells), flush=True)


if __name__ == "__main__":
    main(*(int(count) for count in sys.argv[1:3] or ("300",)))
