from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from diary.analysis.finding import Verdict
from diary.analysis.findings import frame_findings
from tests.bench.accuracy import FIGURES, figures_text
from tests.bench.again import every_look, misremembered
from tests.bench.findings import Size, run
from tests.bench.people import REGIMES
from tests.bench.simulator import COLDNESS, simulate
from tests.bench.table import again_sentence, bounds, false_marks_sentence, for_the_person, table
from tests.bench.tally import Tally, any_false, false_share, found, tally_of, together
from tests.bench.trial import OURS, Read, Task, read, read_all

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NO_PAIR = np.array([False, False, False])


def _read(triggers: list[int], shown: list[int]) -> Read:
    effect = np.log(3) * np.array(triggers, dtype=float)
    estimate = np.array([[0.5] * 3, [1.0] * 3, [1.5] * 3])
    return Read(effect, {OURS: np.array(shown, dtype=bool)}, np.full(3, 0.65), estimate, NO_PAIR, pair_true=False)


def test_rates_are_counted_as_they_are_named() -> None:
    tally = tally_of([_read([1, 1, 0], [1, 0, 1]), _read([1, 0, 0], [1, 0, 0]), _read([0, 0, 0], [0, 0, 0])])
    assert any_false(tally, OURS).value == pytest.approx(1 / 3)
    assert false_share(tally, OURS).value == pytest.approx((1 / 2 + 0 + 0) / 3)
    assert found(tally, OURS).value == pytest.approx(2 / 3)
    assert (tally["odds ratio 3: found"], tally["odds ratio 3: all"]) == (2, 3)
    assert (tally["calibration 6: true"], tally["calibration 6: all"]) == (3, 9)
    assert (tally["interval: covers"], tally["interval: all"]) == (2, 2)


def test_standard_errors_are_those_of_repeated_samples() -> None:
    draw = np.random.default_rng(1)

    def sample() -> Tally:
        reads = []
        for _ in range(50):
            triggers = draw.integers(0, 2, 3)
            luck = draw.uniform() < 0.4  # the triggers of one diary are found together or not at all
            reads.append(_read(list(triggers), list(triggers * luck + (draw.uniform(size=3) < 0.1) * (1 - triggers))))
        return tally_of(reads)

    samples = [sample() for _ in range(300)]
    for rate in (any_false, false_share, found):
        rates = [rate(tally, OURS) for tally in samples]
        assert np.mean([each.error for each in rates]) == pytest.approx(np.std([each.value for each in rates]), rel=0.2)


def test_what_is_tallied_in_parts_adds_up() -> None:
    reads = read_all(Task("messy", 60, triggers=True, people=tuple(range(6)), seed=1))
    parts = together([tally_of(reads[:2]), tally_of(reads[2:])])
    whole = tally_of(reads)
    assert {name for name, value in parts.items() if value} == {name for name, value in whole.items() if value}
    assert all(value == pytest.approx(parts[name]) for name, value in whole.items())


def test_a_diary_is_read_as_findings_read_it() -> None:
    (diary,) = simulate(REGIMES["spells"], nights=180, people=[1], seed=1)
    shown = read(diary, rivals=True).shown
    found = frame_findings(diary.frame, diary.questions)
    assert shown[OURS].tolist() == [each.verdict in (Verdict.LIKELY, Verdict.STANDS_OUT) for each in found]
    assert set(shown) == {OURS, "ours, with possible", "|r| > .2", "Fisher + BH", "logistic + BH"}


@pytest.mark.timeout(900)
def test_the_same_seed_gives_the_same_sums_however_many_processes_work() -> None:
    size = Size(1, asked=0, own=0, many=0, reference=0)
    one, two = (run(size, seed=7, processes=processes, out=None) for processes in (1, 2))
    assert json.dumps(one) == json.dumps(two)


@pytest.mark.timeout(900)
def test_a_run_that_was_stopped_goes_on_where_it_stood(tmp_path: Path) -> None:
    for people in (1, 2):
        sums = run(Size(people, asked=0, own=0, many=0, reference=0), seed=7, processes=1, out=tmp_path)
    assert {tally["diaries"] for tally in sums["cells"].values()} == {2}
    assert sums == run(Size(2, asked=0, own=0, many=0, reference=0), seed=7, processes=1, out=None)


def test_there_is_a_look_at_every_28th_logged_night() -> None:
    (diary,) = simulate(REGIMES["messy"], nights=90, people=[1], seed=1)
    assert [found[0].as_of for found in every_look(diary)] == [
        diary.frame.index[nights - 1].date() for nights in (28, 56)
    ]


def test_bent_answers_turn_some_no_into_yes_on_cramp_nights_only() -> None:
    (diary,) = simulate(REGIMES["messy"], nights=3000, people=[1], seed=1)
    bent = misremembered(diary, np.random.default_rng(1))
    told, before = (made.frame.drop(columns=["cramp", COLDNESS]) for made in (bent, diary))
    changed = (told != before).fillna(value=False).to_numpy(dtype=bool)
    no = (~before).fillna(value=False).to_numpy(dtype=bool)
    cramp = diary.frame["cramp"].to_numpy(dtype=bool)
    assert not changed[~cramp].any()
    assert not changed[~no].any()
    assert changed[cramp][no[cramp]].mean() == pytest.approx(0.08, abs=0.01)
    assert bent.frame["cramp"].equals(diary.frame["cramp"])


@pytest.mark.timeout(900)
def test_the_one_minute_size_runs_and_prints_its_table() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.findings"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "10 of people without any trigger" in told.stdout
    assert told.stdout.count("\n| confounded | 365 |") == 4
    assert "Not compared in this run." in told.stdout


def test_the_committed_page_and_the_docs_are_those_of_the_committed_sums() -> None:
    sums = json.loads((HERE / "findings.json").read_text(encoding="utf-8"))
    assert (HERE / "findings.md").read_text(encoding="utf-8") == table(sums)
    assert for_the_person(sums) in (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    method = " ".join((ROOT / "docs" / "method.md").read_text(encoding="utf-8").split())
    assert false_marks_sentence(sums) in method
    assert again_sentence(sums) in method


def test_what_the_program_tells_of_itself_are_the_figures_of_the_committed_sums() -> None:
    sums = json.loads((HERE / "findings.json").read_text(encoding="utf-8"))
    suspected = json.loads((HERE / "suspected.json").read_text(encoding="utf-8"))
    assert FIGURES.read_text(encoding="utf-8") == figures_text(sums, suspected)


def test_the_committed_rates_keep_the_bound() -> None:
    sums = json.loads((HERE / "findings.json").read_text(encoding="utf-8"))
    told = bounds({key: Tally(tally) for key, tally in sums["cells"].items()})
    assert len(told) == 4 * 5 * 2 * 3 + 4 * 2 * 2
    assert [key for key, _, kept in told if not kept] == []
