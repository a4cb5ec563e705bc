"""The null check on real diaries that somebody else collected: how often something is shown where nothing can be.

    python -m tests.bench.real FILE.csv --person ID [--day DAY] --outcome ITEM [--above 0] [--yes ITEM …] [--high ITEM …] [--rounds 1]

FILE is a table of experience sampling, CSV or TSV: a row a person and day (of several rows a day the last is taken); days are dates
or numbers, and without `--day` each row is the day after the one before. `--yes` names
items that hold 0 or 1; `--high` numbers, of which a day above the person's own median counts as exposed. The outcome is a
*cramp night* where it lies above a number. No such data comes with this project, and no test downloads any; tests/bench/real.md has
what it prints of one that is public, and how to get it. Others are collected by OpenESM (openesmdata.org; the package `openesm` of PyPI
fetches them, with the licence of each), whose tables have the columns `id` and `day`.

Each person's outcome is given three kinds of null: permuted (days in any order), shifted (by a random part of the diary, round its end, so that
spells stay), and swapped (that of another person); each so many rounds. Whatever is shown then is false. Printed are the shares of diaries with a false
highlight, for ours, Fisher with Benjamini and Hochberg, and |r| > .2; with standard errors between people, for the rounds of one go together.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from diary.analysis.finding import ExposureColumn
from diary.analysis.findings import frame_findings
from diary.analysis.night_arrays import night_arrays
from tests.bench.rivals import RIVALS
from tests.bench.tally import Rate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

SEED = 20_261_203
FEWEST_DAYS = 56
NULLS = ("permuted", "shifted", "swapped")
OURS = "ours"


def frames_of(
    table: pd.DataFrame,
    *,
    person: str,
    day: str | None,
    outcome: str,
    above: float,
    yes: Sequence[str],
    high: Sequence[str],
) -> list[pd.DataFrame]:
    """A frame in the form of diary.analysis.findings for each person with days enough."""
    frames = []
    if day is None:
        day = "row"
        table = table.assign(row=table.groupby(person).cumcount())
    is_numbered = pd.api.types.is_numeric_dtype(table[day])
    days_told = pd.to_datetime(table[day], unit="D") if is_numbered else pd.to_datetime(table[day])
    for _, rows in table.assign(**{day: days_told.dt.normalize()}).groupby(person):
        days = rows.dropna(subset=[outcome]).drop_duplicates(day, keep="last").set_index(day).sort_index()
        if len(days) < FEWEST_DAYS:
            continue
        columns = {item: days[item].map({0: False, 1: True}).astype("boolean") for item in yes}
        columns |= {item: (days[item] > days[item].median()).astype("boolean").mask(days[item].isna()) for item in high}
        frames.append(pd.DataFrame({"cramp": (days[outcome] > above).astype("boolean")} | columns))
    return frames


def with_null(
    frame: pd.DataFrame, others: Sequence[pd.DataFrame], null: str, draw: np.random.Generator
) -> pd.DataFrame:
    """The frame with an outcome that has nothing to do with its answers."""
    cramp = frame["cramp"].to_numpy(dtype=bool)
    match null:
        case "permuted":
            told: Flags = draw.permutation(cramp)
        case "shifted":
            told = np.roll(cramp, int(draw.integers(len(cramp) // 4, 3 * len(cramp) // 4)))
        case _:
            other = others[int(draw.integers(len(others)))]["cramp"].to_numpy(dtype=bool)
            told = np.resize(other, len(cramp))
    return frame.assign(cramp=pd.array(told, dtype="boolean"))


def false_highlights(frames: Sequence[pd.DataFrame], null: str, rounds: int) -> dict[str, Rate]:
    """In what share of the diaries each method shows something."""
    shown = {name: np.zeros((len(frames), rounds)) for name in (OURS, *RIVALS)}
    for number, frame in enumerate(frames):
        others = [other for other in frames if other is not frame] or list(frames)
        for each in range(rounds):
            nothing = with_null(frame, others, null, np.random.default_rng([SEED, NULLS.index(null), number, each]))
            questions = [ExposureColumn(key, direction_known=False) for key in frame.columns if key != "cramp"]
            found = frame_findings(nothing, questions)
            shown[OURS][number, each] = any(finding.verdict.highlighted for finding in found)
            nights = night_arrays(nothing, questions)
            for name, rival in RIVALS.items():
                shown[name][number, each] = rival(nights).any()
    return {name: between_people(values.mean(axis=1)) for name, values in shown.items()}


def between_people(shares: NDArray[np.float64]) -> Rate:
    """The mean of each person's share, with its standard error."""
    spread = float(shares.std(ddof=1)) if len(shares) > 1 else 0.0
    return Rate(float(shares.mean()), spread / float(np.sqrt(len(shares))))


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.real")
    parser.add_argument("file")
    parser.add_argument("--person", required=True)
    parser.add_argument("--day")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--outcome", required=True)
    parser.add_argument("--above", type=float, default=0.0)
    parser.add_argument("--yes", nargs="*", default=())
    parser.add_argument("--high", nargs="*", default=())
    told = parser.parse_args(arguments)
    frames = frames_of(
        pd.read_csv(told.file, sep=None, engine="python"),
        person=told.person,
        day=told.day,
        outcome=told.outcome,
        above=told.above,
        yes=told.yes,
        high=told.high,
    )
    if not frames:
        sys.exit(f"Nobody in it has {FEWEST_DAYS} days.")
    names = [name.replace("|", "\\|") for name in (OURS, *RIVALS)]
    print(f"{len(frames)} people, {told.rounds} of each null, seed {SEED}.\n\n| outcome | " + " | ".join(names) + " |")
    print("| --- " * (len(names) + 1) + "|")
    for null in NULLS:
        rates = false_highlights(frames, null, told.rounds)
        print(f"| {null} | " + " | ".join(map(str, rates.values())) + " |", flush=True)


if __name__ == "__main__":
    main()
