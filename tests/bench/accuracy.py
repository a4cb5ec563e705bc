"""The figures that *How sure is this?* tells, written from the benchmark's own sums.

    python -m tests.bench.accuracy

Reads findings.json and suspected.json and writes diary/analysis/accuracy_figures.py. A test fails where the two differ.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.people import REGIMES
from tests.bench.suspected import RIGHT, WAYS, WRONG, key_of
from tests.bench.tally import Tally, together
from tests.bench.trial import OURS

if TYPE_CHECKING:
    from collections.abc import Mapping

FIGURES = Path(__file__).parents[2] / "diary" / "analysis" / "accuracy_figures.py"
GROUPS = {"0": (12, 0), "4": (9, 7), "8": (12, 8)}
"""Own factors added in the benchmark, and the questions of known and of unknown direction that this makes."""
LENGTHS = (90, 180, 365)
ODDS = (2, 3, 6)
STRONG_TENTH = 9
FEWEST_PEOPLE = 50
"""People of a cell below which its figures are not told to anybody."""

_HEAD = '''"""What the method found, and how often it was wrong, on made-up diaries: written by tests/bench/accuracy.py."""

from __future__ import annotations

from typing import NamedTuple


class Figures(NamedTuple):
    """Diaries of so many nights with so many questions; all else out of 100."""

    known: int
    """Questions of known direction."""
    unknown: int
    nights: int
    double: int
    """What was found of triggers that double the odds."""
    triple: int
    six_times: int
    false_low: int
    """How many of all likely and strong marks were chance: in the best of the kinds of diaries,"""
    false_high: int
    """and in the worst."""
    false_strong: int
    """How many of the strong ones, in all kinds together."""


class SuspicionFigures(NamedTuple):
    """Diaries of so many nights in which one thing was suspected beforehand; all else out of 100."""

    nights: int
    triple: int
    """What was found of suspicions that triple the odds,"""
    triple_unnamed: int
    """and of the same where they were not named."""
    wrong: int
    """What was shown of suspicions with nothing behind them."""


FIGURES = (
'''


def figures_text(sums: Mapping[str, Any], suspected: Mapping[str, Any]) -> str:
    """The module."""
    cells = {key: Tally(tally) for key, tally in sums["cells"].items()}
    rows = [
        f"    Figures({known}, {unknown}, {nights}, {', '.join(map(str, _row(cells, group, nights)))}),\n"
        for group, (known, unknown) in GROUPS.items()
        if sums["people"].get(group, 0) >= FEWEST_PEOPLE
        for nights in LENGTHS
    ]
    of_suspicions = [
        f"    SuspicionFigures({nights}, {', '.join(map(str, _suspicion_row(suspected['cells'], nights)))}),\n"
        for nights in LENGTHS
    ]
    return _HEAD + "".join(rows) + ")\nOF_SUSPICIONS = (\n" + "".join(of_suspicions) + ")\n"


def _suspicion_row(cells: Mapping[str, Mapping[str, float]], nights: int) -> list[int]:
    right, wrong = cells[key_of(RIGHT, nights)], cells[key_of(WRONG, nights)]
    found = [_out_of_100(right.get(f"{way}: odds 3 found", 0), right[f"{way}: odds 3"]) for way in WAYS]
    return [*found, _out_of_100(wrong["named: shown"], wrong["diaries"])]


def _row(cells: Mapping[str, Tally], group: str, nights: int) -> list[int]:
    with_triggers = together(cells[f"{regime} {nights} with {group}"] for regime in REGIMES)
    found = [
        _out_of_100(with_triggers[f"odds ratio {odds}: found"], with_triggers[f"odds ratio {odds}: all"])
        for odds in ODDS
    ]
    everyone = [
        together(cells[f"{regime} {nights} {kind} {group}"] for kind in ("without", "with")) for regime in REGIMES
    ]
    false = [_out_of_100(tally[f"{OURS}: false"], tally[f"{OURS}: shown"]) for tally in everyone]
    # Over all regimes: in one alone there are too few strong marks for a share of them.
    strong = together(everyone)
    marks, true = (strong[f"calibration {STRONG_TENTH}: {name}"] for name in ("all", "true"))
    return [*found, min(false), max(false), _out_of_100(marks - true, marks)]


def _out_of_100(part: float, whole: float) -> int:
    return int(100 * part / whole + 0.5) if whole else 0


if __name__ == "__main__":
    sums = json.loads((Path(__file__).parent / "findings.json").read_text(encoding="utf-8"))
    suspected = json.loads((Path(__file__).parent / "suspected.json").read_text(encoding="utf-8"))
    FIGURES.write_text(figures_text(sums, suspected), encoding="utf-8")
