from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.bench.attacked import Cell, measured, memory_sentence, table
from tests.bench.attacks import ATTACKS, by_the_week, four_things_at_once, leaning, yes_only_after_quiet
from tests.bench.people import REGIMES
from tests.bench.simulator import AS_ASKED_OWN, Diary, as_asked, simulate

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def _diary(*, triggers: bool = False) -> Diary:
    (diary,) = simulate(REGIMES["messy"], nights=180, people=[1], seed=1, own=AS_ASKED_OWN, triggers=triggers)
    return as_asked(diary)


def test_nine_questions_are_of_known_direction_and_seven_are_not() -> None:
    assert [question.direction_known for question in _diary().questions] == [True] * 9 + [False] * 7


def test_yes_only_leaves_every_no_of_a_quiet_night_open_and_nothing_else() -> None:
    diary = _diary()
    left = yes_only_after_quiet(diary, np.random.default_rng(1)).frame
    for key in (question.key for question in diary.questions):
        quiet_no = ~diary.frame["cramp"] & ~diary.frame[key].fillna(value=True)
        assert left[key][quiet_no].isna().all()
        assert left[key][~quiet_no].equals(diary.frame[key][~quiet_no])


def test_who_leans_answers_everything_from_memory() -> None:
    assert {question.before_the_night for question in leaning(_diary(), np.random.default_rng(1)).questions} == {0.0}


def test_something_unasked_adds_cramps_on_one_weekday_alone() -> None:
    diary = _diary()
    more = by_the_week(diary, np.random.default_rng(1)).frame["cramp"] & ~diary.frame["cramp"]
    assert more.any()
    assert len(set(pd.DatetimeIndex(more.index[more]).day_of_week)) == 1


def test_four_things_at_once_are_one_thing_and_triggers_alike() -> None:
    diary = four_things_at_once(_diary(triggers=True), np.random.default_rng(1))
    effects = diary.log_odds_ratio[diary.triggers]
    assert (effects == effects[0]).sum() >= 4


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_attack_gives_a_diary_of_the_same_nights(attack: str) -> None:
    diary = _diary()
    left = ATTACKS[attack](diary, np.random.default_rng(1))
    assert left.frame.index.equals(diary.frame.index)
    assert [each.key for each in left.questions] == [each.key for each in diary.questions]


def test_a_cell_is_measured_and_the_committed_page_is_that_of_the_committed_sums() -> None:
    tally = measured(Cell("honest", 60, triggers=True), range(4))
    assert tally["diaries"] == 4
    sums = json.loads((HERE / "attacked.json").read_text(encoding="utf-8"))
    assert (HERE / "attacked.md").read_text(encoding="utf-8") == table(sums)
    assert memory_sentence(sums) in _on_one_line(ROOT / "docs" / "findings.md")


def _on_one_line(page: Path) -> str:
    return " ".join(page.read_text(encoding="utf-8").split())
