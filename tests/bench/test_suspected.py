from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.bench.people import PLACE, REGIMES
from tests.bench.simulator import Diary, as_asked, simulate
from tests.bench.suspected import (
    LENGTHS,
    WRONG,
    at_random,
    by_first_counts,
    first_trigger,
    key_of,
    suspected_sentence,
    table,
)
from tests.bench.tally import share

HERE = Path(__file__).parent
CALCIUM = PLACE["low_calcium"]


@pytest.fixture
def diary() -> Diary:
    (made,) = simulate(REGIMES["clean"], nights=90, people=[3], seed=1)
    return as_asked(made)


def test_what_is_suspected_at_random_is_no_trigger_and_else_the_first_one(diary: Diary) -> None:
    draw = np.random.default_rng(1)
    assert not any(diary.triggers[at_random(diary, draw)] for _ in range(50))
    assert first_trigger(diary, draw) == np.flatnonzero(diary.triggers)[0]


def test_counts_of_the_first_27_nights_suggest_what_they_speak_for_most(diary: Diary) -> None:
    cramp = diary.frame["cramp"].copy()
    cramp[:27] = diary.frame["low_calcium"][:27].fillna(value=False)
    cramp[27:] = ~diary.frame["low_calcium"][27:].fillna(value=False)
    frame = diary.frame.assign(cramp=cramp.astype("boolean"))
    assert by_first_counts(Diary(frame, diary.questions, diary.log_odds_ratio), np.random.default_rng(1)) == CALCIUM


def test_the_committed_rate_of_wrong_suspicions_keeps_the_bound() -> None:
    sums = json.loads((HERE / "suspected.json").read_text(encoding="utf-8"))
    for nights in LENGTHS:
        tally = sums["cells"][key_of(WRONG, nights)]
        rate = share(tally.get("named: shown", 0), tally["diaries"])
        assert rate.value <= 0.02 + 2 * rate.error


def test_the_committed_page_and_the_docs_are_those_of_the_committed_sums() -> None:
    sums = json.loads((HERE / "suspected.json").read_text(encoding="utf-8"))
    assert (HERE / "suspected.md").read_text(encoding="utf-8") == table(sums)
    docs = " ".join((HERE.parents[1] / "docs" / "findings.md").read_text(encoding="utf-8").split())
    assert suspected_sentence(sums) in docs
