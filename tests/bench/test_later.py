from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.bench.later import BECOME_CRAMPS, EXERCISE, WORKS, on_two_days, with_cramps
from tests.bench.people import REGIMES
from tests.bench.simulator import Diary, as_asked, simulate


@pytest.fixture
def quiet_diary() -> Diary:
    (diary,) = simulate(REGIMES["clean"], nights=2000, people=[1], seed=1, triggers=False)
    return replace(as_asked(diary), frame=diary.frame.assign(cramp=False))


@pytest.mark.parametrize("works", WORKS)
def test_cramps_come_on_the_nights_on_which_the_exercise_works(quiet_diary: Diary, works: str) -> None:
    diary = with_cramps(quiet_diary, works, np.random.default_rng(1))
    exercise = diary.frame[diary.questions[EXERCISE].key].to_numpy(dtype=bool)
    first, second = WORKS[works]
    nights = (exercise & first) | (np.concatenate(([False], exercise[:-1])) & second)
    cramp = diary.frame["cramp"].to_numpy(dtype=bool)
    assert not cramp[~nights].any()
    assert not nights.any() or cramp[nights].mean() == pytest.approx(BECOME_CRAMPS, abs=0.05)


def test_exercise_alone_is_looked_at_on_two_days(quiet_diary: Diary) -> None:
    two_days = [question.works_later for question in on_two_days(quiet_diary).questions]
    assert two_days == [place == EXERCISE for place in range(len(two_days))]
