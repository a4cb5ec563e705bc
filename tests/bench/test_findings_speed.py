from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.night_arrays import judgeable, night_arrays
from tests.bench import findings_speed
from tests.bench.findings_speed import Case, made, main

if TYPE_CHECKING:
    import pytest


def test_each_size_is_what_it_says_and_everything_in_it_is_judged() -> None:
    diary = made(Case(90, 4, 3))
    assert len(diary.frame) == 90
    assert [question.direction_known for question in diary.questions] == [True] * 4 + [False] * 3
    assert judgeable(night_arrays(diary.frame, diary.questions)).all()


def test_times_are_printed_as_ratios_and_a_missing_reference_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(findings_speed, "CASES", (Case(90, 3, 1),))
    main(["--runs", "1"])
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("90 nights, 3 + 1 questions, 5 columns: a look ")
    assert "logit fits" in told[0]
    assert told[-1] == "The plain reference was not timed."
