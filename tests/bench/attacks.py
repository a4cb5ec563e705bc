"""How people really answer: what each way of filling in a form does to diaries whose truth is known.

Each attack takes a made-up diary and gives it as such a person would have left it. A seed and a number of the person make
it the same each time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tests.bench.again import BENT, misremembered

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.simulator import Diary

    Attack = Callable[[Diary, np.random.Generator], Diary]

ON_THE_DAY = 0.5
"""The share of quiet nights that become cramp nights by something unasked, on its weekday."""
COPIES = 4


def honest(diary: Diary, _draw: np.random.Generator) -> Diary:
    """The diary as it is."""
    return diary


def yes_only_after_quiet(diary: Diary, _draw: np.random.Generator) -> Diary:
    """All told after a bad night, only what was so ticked after a good one."""
    return _noes_left_open(diary, after_cramps=False)


def yes_only_after_cramps(diary: Diary, _draw: np.random.Generator) -> Diary:
    """The other way round."""
    return _noes_left_open(diary, after_cramps=True)


def half_yes_only(diary: Diary, draw: np.random.Generator) -> Diary:
    """Half of the noes left open after a good night."""
    return _noes_left_open(diary, after_cramps=False, share=0.5, draw=draw)


def leaning(diary: Diary, draw: np.random.Generator) -> Diary:
    """Everything answered from memory, and 8 % of the noes of cramp nights turned into yes."""
    return from_memory(misremembered(diary, draw, BENT), draw)


def from_memory(diary: Diary, _draw: np.random.Generator) -> Diary:
    """Everything answered from memory, and rightly."""
    return replace(diary, questions=tuple(replace(each, before_the_night=0.0) for each in diary.questions))


def by_the_week(diary: Diary, draw: np.random.Generator) -> Diary:
    """Something unasked brings cramps on one weekday: the one on which most hard exercise is done."""
    frame = diary.frame.copy()
    weekday = pd.DatetimeIndex(frame.index).day_of_week
    exercise = frame["hard_exercise"].fillna(value=False).to_numpy(dtype=bool)
    chosen = int(np.argmax(np.bincount(weekday, weights=exercise, minlength=7)))
    frame["cramp"] |= (weekday == chosen) & (draw.uniform(size=len(frame)) < ON_THE_DAY)
    return replace(diary, frame=frame)


def four_things_at_once(diary: Diary, _draw: np.random.Generator) -> Diary:
    """Three more questions are answered as the first trigger is, or, where there is none, as the first question."""
    first = int(diary.triggers.argmax())
    copies = [int(place) for place in range(len(diary.questions)) if place != first][: COPIES - 1]
    source = diary.frame[diary.questions[first].key]
    copied = {diary.questions[place].key: source for place in copies}
    effects = diary.log_odds_ratio.copy()
    effects[copies] = effects[first]
    return replace(diary, frame=diary.frame.assign(**copied), log_odds_ratio=effects)


def _noes_left_open(
    diary: Diary, *, after_cramps: bool, share: float = 1.0, draw: np.random.Generator | None = None
) -> Diary:
    frame = diary.frame.copy()
    for question in diary.questions:
        no = (~frame[question.key]).fillna(value=False).to_numpy(dtype=bool)
        such_night = frame["cramp"].to_numpy(dtype=bool) == after_cramps
        left_open = no & such_night & (draw.uniform(size=len(frame)) < share if draw else True)
        frame.loc[left_open, question.key] = pd.NA
    return replace(diary, frame=frame)


ATTACKS: dict[str, Attack] = {
    "honest": honest,
    "yes only after quiet nights": yes_only_after_quiet,
    "half of the noes left open after quiet nights": half_yes_only,
    "yes only after cramps": yes_only_after_cramps,
    "from memory, rightly": from_memory,
    "from memory, leaning 8 %": leaning,
    "by the week": by_the_week,
}
