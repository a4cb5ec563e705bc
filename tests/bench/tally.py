"""Counts over many diaries, and the rates and standard errors that they give.

A tally is plain sums by name, so that tallies of parts of a cell add up, and go into a JSON file as they are.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.bench.trial import Read


class Tally(dict[str, float]):
    """Sums by name; what was never added is 0."""

    def __missing__(self, name: str) -> float:
        return 0


CALIBRATED_FROM = 0.4
"""Probabilities below this are never shown."""


class Rate(NamedTuple):
    """A rate with its standard error."""

    value: float
    error: float

    def __str__(self) -> str:
        return f"{self.value:.3f}".lstrip("0") + f" ± {self.error:.3f}".replace("0.", ".")


def tally_of(reads: Iterable[Read]) -> Tally:
    """The sums over these diaries."""
    tally = Tally()
    for read in reads:
        tally["diaries"] += 1
        tally["triggers"] += int(read.triggers.sum())
        tally["triggers squared"] += int(read.triggers.sum()) ** 2
        for method, shown in read.shown.items():
            _add_shown(tally, method, right=int((shown & read.triggers).sum()), shown=int(shown.sum()), read=read)
        _add_pairs(tally, read)
        _add_numbers(tally, read)
    return tally


def _add_shown(tally: Tally, method: str, *, right: int, shown: int, read: Read) -> None:
    false = shown - right
    share = false / max(shown, 1)
    tally[f"{method}: diaries with a false one"] += false > 0
    tally[f"{method}: shown"] += shown
    tally[f"{method}: false"] += false
    tally[f"{method}: false share"] += share
    tally[f"{method}: false share squared"] += share**2
    tally[f"{method}: found"] += right
    tally[f"{method}: found squared"] += right**2
    tally[f"{method}: found by triggers"] += right * int(read.triggers.sum())


def _add_pairs(tally: Tally, read: Read) -> None:
    tally["pairs: diaries"] += bool(read.pair.any())
    tally["pairs: diaries with a true one"] += read.pair_true


def _add_numbers(tally: Tally, read: Read) -> None:
    """Calibration by tenths of the probability, power by odds ratio, coverage of the interval where it is shown."""
    for probability, effect in zip(read.probability, read.log_odds_ratio, strict=True):
        if probability >= CALIBRATED_FROM:
            tenth = min(9, int(probability * 10))
            tally[f"calibration {tenth}: all"] += 1
            tally[f"calibration {tenth}: true"] += int(effect != 0)
    highlighted = read.shown["ours"]
    low, _, high = read.estimate
    for place in read.triggers.nonzero()[0]:
        effect = read.log_odds_ratio[place]
        odds = round(2.718281828459045**effect)
        tally[f"odds ratio {odds}: all"] += 1
        tally[f"odds ratio {odds}: found"] += bool(highlighted[place])
        if highlighted[place]:
            tally["interval: all"] += 1
            tally["interval: covers"] += bool(low[place] <= effect <= high[place])


def any_false(tally: Mapping[str, float], method: str) -> Rate:
    """The share of diaries in which something is shown that is no trigger."""
    return share(tally[f"{method}: diaries with a false one"], tally["diaries"])


def false_share(tally: Mapping[str, float], method: str) -> Rate:
    """The mean, over diaries, of the share of what is shown that is no trigger; 0 where nothing is shown."""
    count = tally["diaries"]
    mean = tally[f"{method}: false share"] / count
    return Rate(mean, sqrt(max(0.0, tally[f"{method}: false share squared"] / count - mean**2) / count))


def found(tally: Mapping[str, float], method: str) -> Rate:
    """The share of all triggers that is shown; its standard error lets those of one diary go together."""
    triggers = tally["triggers"]
    value = tally[f"{method}: found"] / triggers
    spread = (
        tally[f"{method}: found squared"]
        - 2 * value * tally[f"{method}: found by triggers"]
        + value**2 * tally["triggers squared"]
    )
    return Rate(value, sqrt(max(0.0, spread)) / triggers)


def share(part: float, whole: float) -> Rate:
    """A share of independent trials."""
    value = part / whole
    return Rate(value, sqrt(value * (1 - value) / whole))


def together(tallies: Iterable[Mapping[str, float]]) -> Tally:
    """The tally of all."""
    total = Tally()
    for tally in tallies:
        for name, value in tally.items():
            total[name] += value
    return total
