from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.analysis.answering import AnsweredNights, CappedBy
from diary.analysis.finding import Direction, ExposureColumn, MissingNights, Verdict, to_plain
from diary.analysis.findings import frame_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Frames = Callable[..., pd.DataFrame]
    Questions = Callable[[pd.DataFrame], list[ExposureColumn]]

HIGHLIGHTS = {"strong": Verdict.STANDS_OUT, "likely": Verdict.LIKELY, "possible": Verdict.POSSIBLE}
NAMES = {
    "key", "exposed_cramp", "exposed", "unexposed_cramp", "unexposed", "probability", "log_odds_ratio", "low", "high",
    "verdict", "direction", "with", "missing", "as_of", "answered_cramp", "answered_quiet", "before_the_night", "capped_by", "suspected",
}  # fmt: skip


def test_counts_verdicts_and_probabilities_are_those_of_the_plain_reference(
    vector: dict[str, Any],
    frame_of_vector: Callable[[dict[str, Any]], pd.DataFrame],
    questions_of: Questions,
) -> None:
    frame = frame_of_vector(vector)
    questions = [
        replace(
            question,
            direction_known=not two_sided,
            suspected=place == vector.get("suspected"),
            works_later=place == vector.get("later"),
            grade="amount" if place == vector.get("graded") else "",
        )
        for place, (question, two_sided) in enumerate(zip(questions_of(frame), vector["two_sided"], strict=True))
    ]
    for place, found in enumerate(frame_findings(frame, questions)):
        counts = [found.exposed_cramp, found.exposed, found.unexposed_cramp, found.unexposed]
        assert counts == vector["counts"][place]
        assert sum(counts[1::2]) + found.unknown == len(frame)
        assert (found.verdict is not Verdict.NOT_ENOUGH_NIGHTS) == vector["assessable"][place]
        assert (found.probability or 0) == pytest.approx(vector["probability"][place], abs=1e-5)
        named = vector["highlights"].get(str(place))
        if found.capped_by is CappedBy.ANSWERED_UNLIKE:  # some were made with gaps that are more on quiet nights
            continue
        assert (found.verdict in HIGHLIGHTS.values()) == (named is not None)
        assert named is None or found.verdict is HIGHLIGHTS[named]


def test_a_planted_trigger_is_found_and_nothing_else(made_frame: Frames, questions_of: Questions) -> None:
    frame = made_frame(300, 12, strength=1.6)
    first, *others = frame_findings(frame, questions_of(frame))
    assert first.verdict is Verdict.STANDS_OUT
    assert first.direction is Direction.MORE
    assert first.low is not None
    assert first.high is not None
    assert first.low < 1.6 < first.high
    assert {other.verdict for other in others} == {Verdict.NO_CLEAR_PATTERN}


def test_what_comes_with_fewer_cramps_is_told_as_less(made_frame: Frames) -> None:
    frame = made_frame(300, 6, strength=1.6)
    frame["q0"] = ~frame["q0"]
    found, *_ = frame_findings(frame, [ExposureColumn(f"q{place}", direction_known=False) for place in range(6)])
    assert found.verdict.highlighted
    assert found.direction is Direction.LESS
    assert found.log_odds_ratio is not None
    assert found.log_odds_ratio < 0


def test_two_that_are_one_and_the_same_cannot_be_told_apart(made_frame: Frames, questions_of: Questions) -> None:
    frame = made_frame(300, 6, strength=1.6)
    frame["q3"] = frame["q0"]
    found = {each.key: each for each in frame_findings(frame, questions_of(frame))}
    assert found["q0"].verdict is found["q3"].verdict is Verdict.CANNOT_TELL_APART
    assert (found["q0"].with_, found["q3"].with_) == (("q3",), ("q0",))
    assert found["q1"].verdict is Verdict.NO_CLEAR_PATTERN
    assert found["q1"].with_ == ()


def test_late_answers_hold_even_a_strong_pattern_back(made_frame: Frames) -> None:
    frame = made_frame(300, 6, strength=1.6)
    at_the_cap, above = (
        frame_findings(frame, [ExposureColumn(f"q{place}", share_late=share) for place in range(6)])[0]
        for share in (0.2, 0.21)
    )
    assert at_the_cap.verdict is Verdict.STANDS_OUT
    assert (above.verdict, above.capped_by) == (Verdict.NOT_JUDGED, CappedBy.LATE)
    assert above.probability == at_the_cap.probability


def _yes_only(frame: pd.DataFrame, *, after: bool) -> pd.DataFrame:
    """Whatever was *no* is left open on nights with cramps, or on those without."""
    left_open = frame["cramp"] == after
    return frame.assign(**{key: frame[key].mask(left_open & ~frame[key]) for key in frame.columns if key != "cramp"})


@pytest.mark.parametrize("after", [False, True])
def test_answers_told_otherwise_after_cramps_than_after_quiet_nights_make_no_pattern(
    made_frame: Frames, questions_of: Questions, *, after: bool
) -> None:
    frame = _yes_only(made_frame(180, 8), after=after)
    for found in frame_findings(frame, questions_of(frame)):
        assert (found.verdict, found.capped_by) == (Verdict.NOT_JUDGED, CappedBy.ANSWERED_UNLIKE)
        assert found.answered.unlike


def test_a_question_that_did_not_arise_was_not_left_open(made_frame: Frames, questions_of: Questions) -> None:
    frame = _yes_only(made_frame(180, 8, strength=1.6), after=False)
    everywhere = AnsweredNights(45, 45, 135, 135)
    first, *_ = frame_findings(frame, [replace(question, answered=everywhere) for question in questions_of(frame)])
    assert first.capped_by is None
    assert first.answered == everywhere


def test_an_answer_that_came_up_later_is_not_compared_with_the_nights_before_it(
    made_frame: Frames, questions_of: Questions
) -> None:
    frame = made_frame(180, 3)
    frame.loc[frame.index[:90], "q1"] = pd.NA
    frame.loc[frame.index[:90], "cramp"] = True
    found = frame_findings(frame, questions_of(frame))[1]
    assert found.capped_by is None
    assert found.answered.quiet_nights + found.answered.cramp_nights == 90


def test_what_would_not_stand_if_memory_leaned_is_no_likely_pattern(made_frame: Frames) -> None:
    frame = made_frame(150, 6, strength=0.8, seed=9)
    early, late = (
        frame_findings(frame, [ExposureColumn(f"q{place}", before_the_night=share) for place in range(6)])[0]
        for share in (2 / 3, 0.66)
    )
    assert early.verdict.highlighted
    assert (early.memory_probability, early.capped_by) == (None, None)
    assert (late.verdict, late.capped_by) == (Verdict.FROM_MEMORY, CappedBy.MEMORY)
    assert late.memory_probability is not None
    assert late.memory_probability < 0.6 <= (late.probability or 0) == (early.probability or 0)


def test_a_strong_pattern_stands_though_it_was_remembered(made_frame: Frames) -> None:
    frame = made_frame(400, 6, strength=2.0)
    found = frame_findings(frame, [ExposureColumn(f"q{place}", before_the_night=0.0) for place in range(6)])[0]
    assert found.verdict is Verdict.STANDS_OUT


def test_a_slope_without_a_step_is_found_by_its_degrees(made_frame: Frames) -> None:
    frame = made_frame(365, 6)
    draw = np.random.default_rng(2)
    coldness = draw.normal(size=len(frame))
    frame["cramp"] = pd.array(draw.uniform(size=len(frame)) < 1 / (1 + np.exp(1.5 - 0.6 * coldness)), dtype="boolean")
    frame = frame.assign(q0=pd.array(coldness > 0.43, dtype="boolean"), coldness=coldness)
    by_step, by_line = (
        frame_findings(frame, [ExposureColumn(f"q{place}", grade=grade if not place else "") for place in range(6)])[0]
        for grade in ("", "coldness")
    )
    assert (by_line.probability or 0) > (by_step.probability or 0)
    assert by_line.verdict.highlighted


def test_four_copies_of_one_trigger_are_named_as_one_of_these(made_frame: Frames, questions_of: Questions) -> None:
    frame = made_frame(180, 8, strength=1.6)
    copies = frame.assign(**{f"q{place}": frame["q0"] for place in (1, 2, 3)})
    found = frame_findings(copies, questions_of(copies))
    assert [each.verdict for each in found[:4]] == [Verdict.CANNOT_TELL_APART] * 4
    assert found[0].with_ == ("q1", "q2", "q3")
    assert Verdict.CANNOT_TELL_APART not in {each.verdict for each in found[4:]}


def test_what_is_missing_is_told_in_nights() -> None:
    mornings = pd.date_range("2024-01-01", periods=8, name="morning")
    frame = pd.DataFrame({"cramp": [True] * 2 + [False] * 6, "q": [True] * 4 + [False] * 3 + [None]}, index=mornings)
    (found,) = frame_findings(frame.astype("boolean"), [ExposureColumn("q")])
    assert found.verdict is Verdict.NOT_ENOUGH_NIGHTS
    assert found.missing == MissingNights(exposed=1, unexposed=2, cramp=3, quiet=0)
    assert found.probability is None
    assert found.log_odds_ratio is None
    assert found.unknown == 1


def test_a_finding_is_plain_json_with_the_names_that_are_promised(made_frame: Frames, questions_of: Questions) -> None:
    frame = made_frame(60, 3)
    for found in frame_findings(frame, questions_of(frame)) + frame_findings(frame[:0], questions_of(frame)):
        plain = json.loads(json.dumps(to_plain(found), allow_nan=False))
        assert set(plain) >= NAMES
        assert plain["verdict"] == found.verdict.value


def test_the_frame_is_left_as_it_was(made_frame: Frames, questions_of: Questions) -> None:
    frame = made_frame(60, 3)
    before = frame.copy(deep=True)
    frame_findings(frame, questions_of(frame))
    pd.testing.assert_frame_equal(frame, before)


def test_columns_that_nobody_asks_about_change_nothing(made_frame: Frames, questions_of: Questions) -> None:
    frame = made_frame(60, 3)
    asked = questions_of(frame)
    assert frame_findings(frame.assign(note="cold"), asked) == frame_findings(frame, asked)


def test_dates_of_any_kind_index_the_frame(made_frame: Frames, questions_of: Questions) -> None:
    frame = made_frame(60, 3)
    dates = frame.set_axis([morning.date() for morning in frame.index])
    assert frame_findings(dates, questions_of(frame)) == frame_findings(frame, questions_of(frame))


ANSWERS = st.sampled_from([True, False, None])


@st.composite
def frames(draw: st.DrawFn) -> pd.DataFrame:
    """Any frame of the documented form: short and long, gaps of years, constant, empty and collinear columns."""
    steps = draw(st.lists(st.sampled_from([1, 1, 1, 1, 2, 30, 1500]), max_size=70))
    first = draw(st.sampled_from([dt.date(1, 1, 2), dt.date(1969, 12, 1), dt.date(1990, 1, 1), dt.date(2400, 2, 1)]))
    mornings = [first + dt.timedelta(sum(steps[:place])) for place in range(len(steps))]
    nights = len(mornings)
    cramp = draw(st.one_of(st.just([True] * nights), st.just([False] * nights), _list_of(st.booleans(), nights)))
    columns: dict[str, list[bool | None]] = {}
    for place in range(draw(st.integers(0, 20))):
        columns[f"q{place}"] = draw(
            st.one_of(
                st.just([True] * nights),
                st.just([None] * nights),
                st.just(list(cramp)),
                st.just(list(columns.get("q0", [False] * nights))),
                _list_of(ANSWERS, nights),
            )
        )
    index = pd.DatetimeIndex(mornings, name="morning")
    return pd.DataFrame({"cramp": cramp} | columns, index=index).astype("boolean")


def _list_of(values: st.SearchStrategy[Any], size: int) -> st.SearchStrategy[list[Any]]:
    return st.lists(values, min_size=size, max_size=size)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    frame=frames(), told=st.lists(st.tuples(st.booleans(), st.floats(0, 1), st.floats(0, 1)), min_size=20, max_size=20)
)
def test_no_frame_of_the_documented_form_is_refused(frame: pd.DataFrame, told: list[tuple[bool, float, float]]) -> None:
    keys = [key for key in frame.columns if key != "cramp"]
    questions = [
        ExposureColumn(key, known, late, before) for key, (known, late, before) in zip(keys, told, strict=False)
    ]
    found = frame_findings(frame, questions)
    assert [each.key for each in found] == [question.key for question in questions]
    for each in found:
        judgeable = each.verdict is not Verdict.NOT_ENOUGH_NIGHTS
        assert judgeable == (not each.missing)
        assert judgeable == (each.probability is not None)
        if each.probability is not None and each.low is not None and each.high is not None:
            assert -1e-9 <= each.probability <= 1 + 1e-9
            assert each.low <= (each.log_odds_ratio or 0) <= each.high
        json.dumps(to_plain(each), allow_nan=False)


def test_the_same_frame_gives_the_same_bytes_in_every_process(made_frame: Frames, tmp_path: Path) -> None:
    made_frame(120, 6, strength=1.2).to_pickle(tmp_path / "frame")
    asked = (
        "import sys, pandas as pd; from diary.analysis.findings import frame_findings; "
        "from diary.analysis.finding import ExposureColumn; frame = pd.read_pickle(sys.argv[1]); "
        "print(frame_findings(frame, [ExposureColumn(key, key != 'q1') for key in frame.columns[1:]]))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", asked, tmp_path / "frame"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert b"probability=0." in told.pop()


def test_a_year_of_twelve_questions_is_weighed_in_a_moment(made_frame: Frames, questions_of: Questions) -> None:
    frame = made_frame(365, 12, strength=1.0)
    before = time.process_time()
    frame_findings(frame, questions_of(frame))
    assert time.process_time() - before < 3
