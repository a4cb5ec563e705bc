"""One trial: a diary read by every method, and what each of them showed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.finding import Verdict
from diary.analysis.findings import frame_findings
from diary.analysis.night_arrays import night_arrays
from tests.bench.people import REGIMES
from tests.bench.rivals import RIVALS
from tests.bench.simulator import AS_ASKED_OWN, Diary, as_asked, simulate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

OURS, WITH_POSSIBLE = "ours", "ours, with possible"


@dataclass(frozen=True, slots=True)
class Task:
    """Some people of one cell of the table."""

    regime: str
    nights: int
    triggers: bool
    people: tuple[int, ...]
    seed: int
    own: int = 0
    rivals: bool = True


@dataclass(frozen=True, slots=True)
class Read:
    """What was shown of one diary, each by question."""

    log_odds_ratio: Floats
    """The truth; 0 where it is no trigger."""
    shown: Mapping[str, Flags]
    """By method: whether the question is highlighted."""
    probability: Floats
    estimate: Floats
    """Low, middle and high of our log odds ratio, 3 by questions."""
    pair: Flags
    """Whether ours says that it cannot be told apart from another."""
    pair_true: bool
    """Whether one of those that cannot be told apart is a trigger."""

    @property
    def triggers(self) -> Flags:
        """Which questions are triggers."""
        return np.not_equal(self.log_odds_ratio, 0)


def read_all(task: Task) -> list[Read]:
    """The task's diaries, each read by every method."""
    return [read(diary, rivals=task.rivals) for diary in diaries_of(task)]


def diaries_of(task: Task) -> list[Diary]:
    """The diaries of a task; with as many own factors as the program asks, also in the directions as it asks."""
    made = simulate(
        REGIMES[task.regime],
        nights=task.nights,
        people=task.people,
        seed=task.seed,
        triggers=task.triggers,
        own=task.own,
    )
    return [as_asked(diary) for diary in made] if task.own == AS_ASKED_OWN else made


def read(diary: Diary, *, rivals: bool) -> Read:
    """One diary, read by every method."""
    found = frame_findings(diary.frame, diary.questions)
    verdict = [each.verdict for each in found]
    shown = {
        OURS: np.array([each.highlighted for each in verdict]),
        WITH_POSSIBLE: np.array([each.highlighted or each is Verdict.POSSIBLE for each in verdict]),
    }
    if rivals:
        logged = night_arrays(diary.frame, diary.questions)
        shown |= {name: rival(logged) for name, rival in RIVALS.items()}
    pair = np.array([each is Verdict.CANNOT_TELL_APART for each in verdict])
    numbers = [(each.probability, each.low, each.log_odds_ratio, each.high) for each in found]
    told = np.array([[np.nan if value is None else value for value in row] for row in numbers], dtype=float)
    return Read(
        diary.log_odds_ratio,
        shown,
        probability=told[:, 0],
        estimate=told[:, 1:].T,
        pair=pair,
        pair_true=bool((pair & diary.triggers).any()),
    )


def chunks(people: Sequence[int], size: int) -> list[tuple[int, ...]]:
    """The people in groups of a size; in their order."""
    return [tuple(people[start : start + size]) for start in range(0, len(people), size)]
