from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from scipy.stats import pearsonr

from diary.analysis.finding import ExposureColumn
from diary.analysis.night_arrays import NightArrays, exposure_correlation, judgeable, night_arrays, or_the_day_before

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def _logged(cramp: list[int], exposed: Sequence[Sequence[float]]) -> NightArrays:
    answers = np.array(exposed, dtype=float).T
    nights = np.arange(len(cramp), dtype=float)
    return NightArrays(
        nights,
        np.array(cramp, dtype=float),
        nights.astype(np.intp) % 7,
        answers,
        *(np.zeros(answers.shape[1], dtype=bool),) * 3,
        np.full_like(answers, np.nan),
    )


def test_time_runs_on_through_nights_that_were_not_logged() -> None:
    mornings = pd.DatetimeIndex(["2023-12-30", "2024-01-01", "2025-01-01"])
    frame = pd.DataFrame({"cramp": [True, False, True], "q": [True, None, False]}, index=mornings)
    logged = night_arrays(frame, [ExposureColumn("q")])
    assert logged.days.tolist() == [0, 2, 368]
    assert logged.span == 369
    assert logged.weekday.tolist() == [5, 0, 2]
    assert logged.answered.tolist() == [[True], [False], [True]]


@pytest.mark.parametrize(
    ("cramp", "quiet", "exposed", "unexposed", "able"),
    [(5, 5, 5, 5, True), (4, 6, 5, 5, False), (6, 4, 5, 5, False), (5, 5, 4, 6, False), (5, 5, 6, 4, False)],
)
def test_five_nights_of_each_kind_are_needed(
    cramp: int, quiet: int, exposed: int, unexposed: int, *, able: bool
) -> None:
    logged = _logged([1] * cramp + [0] * quiet, [[1] * exposed + [0] * unexposed])
    assert judgeable(logged).tolist() == [able]


def test_nights_without_an_answer_are_not_counted_towards_the_five() -> None:
    nan = float("nan")
    quiet_unanswered = [1.0] * 5 + [0.0] * 5 + [nan] * 5
    logged = _logged(
        [1] * 10 + [0] * 5, [quiet_unanswered, [nan] * 5 + [1.0] * 5 + [0.0] * 5, [nan] * 6 + [1, 0] * 4 + [0.0]]
    )
    assert judgeable(logged).tolist() == [False, True, False]


def test_coupling_is_the_correlation_over_nights_that_answer_both(made_frame: Callable[..., pd.DataFrame]) -> None:
    frame = made_frame(120, 4)
    frame["q1"] = frame["q0"].where(frame["q2"], frame["q1"])
    frame.loc[frame.index[::7], "q1"] = pd.NA
    logged = night_arrays(frame, [ExposureColumn(f"q{place}") for place in range(4)])
    both = ~np.isnan(logged.exposed[:, 1])
    theirs = pearsonr(logged.exposed[both, 0], logged.exposed[both, 1]).statistic
    assert exposure_correlation(logged)[0, 1] == pytest.approx(theirs, abs=1e-12)
    assert exposure_correlation(logged)[1, 0] == pytest.approx(theirs, abs=1e-12)


def test_a_constant_or_never_answered_exposure_is_coupled_with_nothing() -> None:
    nan = float("nan")
    assert not exposure_correlation(_logged([1, 0, 1], [[1, 1, 1], [nan, nan, nan], [0, 1, 1]]))[:2].any()


def test_degrees_are_a_line_from_the_tenth_to_the_ninetieth_percentile() -> None:
    mornings = pd.date_range("2024-01-01", periods=31, name="morning")
    amount = [float(night) for night in range(30)] + [float("nan")]
    frame = pd.DataFrame({"cramp": [True, False] * 15 + [True], "q": [True] * 31, "much": amount}, index=mornings)
    line = night_arrays(frame, [ExposureColumn("q", grade="much")]).grade[:, 0]
    low, high = np.quantile(range(30), (0.1, 0.9))
    assert line[:30] == pytest.approx(np.clip((np.arange(30) - low) / (high - low), 0, 1))
    assert np.isnan(line[30])


@pytest.mark.parametrize("amount", [[1.0] * 30, [float(night) for night in range(19)] + [float("nan")] * 11])
def test_amounts_that_are_alike_or_on_few_nights_have_no_degrees(amount: list[float]) -> None:
    mornings = pd.date_range("2024-01-01", periods=30, name="morning")
    frame = pd.DataFrame({"cramp": [True, False] * 15, "q": [True] * 30, "much": amount}, index=mornings)
    assert not night_arrays(frame, [ExposureColumn("q", grade="much")]).graded.any()


def test_on_that_day_or_the_day_before_is_settled_by_a_yes_of_either_and_left_open_by_a_no_of_one() -> None:
    yes, no, none = 1.0, 0.0, np.nan
    days = np.array([0.0, 1, 2, 3, 5, 6, 7, 8, 9])
    exposed = np.array([no, no, yes, no, no, none, yes, none, no])
    told = or_the_day_before(exposed, days)
    assert told == pytest.approx([none, no, yes, yes, none, none, yes, yes, none], nan_ok=True)
    assert or_the_day_before(np.array([0.5, 0.2]), np.array([3.0, 4.0])) == pytest.approx([0.5, 0.6])


def test_two_days_are_looked_at_only_where_five_nights_tell_them_from_one() -> None:
    mornings = pd.date_range("2026-01-01", periods=40)
    for every, drawn in ((7, True), (10, False)):
        frame = pd.DataFrame(
            {"cramp": [False, True] * 20, "q": [day % every == 3 for day in range(40)]}, index=mornings
        )
        assert night_arrays(frame, [ExposureColumn("q", works_later=True)]).graded.tolist() == [drawn]
