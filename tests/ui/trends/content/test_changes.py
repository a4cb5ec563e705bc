from __future__ import annotations

import datetime as dt

from diary.analysis.before_after import BeforeAfter, NightCounts
from diary.analysis.intervals import Difference
from diary.ui.trends.content.changes import change_words

DAY = dt.date(2026, 5, 2)


def _words(before: NightCounts, since: NightCounts, difference: Difference | None) -> str:
    return "\n".join(change_words(BeforeAfter(DAY, before, since, difference)))


def test_a_clear_fall_gives_its_range_and_says_that_placebo_helps_too() -> None:
    told = _words(NightCounts(30, 60), NightCounts(10, 50), Difference(-0.3, -0.45, -0.12))
    assert "Before: cramps on 30 of 60 logged nights (50 %)." in told
    assert "Since: cramps on 10 of 50 logged nights (20 %)." in told
    assert "Fewer since: by 12 to 45 of 100 nights" in told
    assert "placebo improved by about 28 %" in told
    assert "not what came of it" in told


def test_an_unclear_fall_is_called_unclear_and_still_reminds_of_placebo() -> None:
    told = _words(NightCounts(30, 60), NightCounts(20, 50), Difference(-0.1, -0.3, 0.08))
    assert "No clear difference: anything from 30 fewer to 8 more of 100 nights fits." in told
    assert "placebo" in told


def test_a_fall_too_small_to_be_seen_reminds_of_no_placebo() -> None:
    told = _words(NightCounts(50, 100), NightCounts(498, 1000), Difference(-0.002, -0.1, 0.1))
    assert "(50 %)" in told
    assert "placebo" not in told


def test_bad_nights_alone_are_counted_and_not_compared() -> None:
    comparison = BeforeAfter(DAY, NightCounts(30, 30), NightCounts(1, 1), None)
    assert change_words(comparison, has_rate=False) == (
        "Before: 30 cramp nights.",
        "Since: 1 cramp night.",
        "Hardly any quiet night was logged, so the two cannot be compared.",
    )


def test_a_difference_that_logging_could_make_is_told_as_such() -> None:
    rise = BeforeAfter(DAY, NightCounts(10, 60), NightCounts(30, 50), Difference(0.43, 0.2, 0.6), logging_alone=True)
    assert (
        "No clear difference: fewer quiet nights were logged since than before; that alone could look like this."
        in change_words(rise)
    )
    fall = BeforeAfter(DAY, NightCounts(30, 50), NightCounts(10, 60), Difference(-0.43, -0.6, -0.2), logging_alone=True)
    assert change_words(fall)[2].startswith("No clear difference: more quiet nights were logged since")


def test_a_rise_reminds_of_no_placebo() -> None:
    told = _words(NightCounts(10, 60), NightCounts(30, 50), Difference(0.43, 0.2, 0.6))
    assert "More since: by 20 to 60 of 100 nights" in told
    assert "placebo" not in told


def test_what_is_missing_is_told_in_nights() -> None:
    assert "After 9 more logged nights the two can be compared." in _words(NightCounts(10, 60), NightCounts(1, 5), None)
    assert "Too few nights were logged before it" in _words(NightCounts(1, 2), NightCounts(1, 5), None)


def test_a_side_without_a_night_claims_nothing() -> None:
    told = _words(NightCounts(10, 60), NightCounts(0, 0), None)
    assert "Since: no night was logged in this time." in told
    assert "placebo" not in told
