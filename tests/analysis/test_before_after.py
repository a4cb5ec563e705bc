from __future__ import annotations

import datetime as dt

import pytest

from diary.analysis.before_after import BeforeAfter, before_after
from diary.analysis.intervals import newcombe
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.period import Period

FIRST = dt.date(2026, 1, 1)


def _compared(told: str, before: int) -> BeforeAfter:
    """A night a character; so many of them lie before the change."""
    nights = [
        Night(FIRST + at * DAY, cramps=None if sign == "." else (Cramp(),) * int(sign)) for at, sign in enumerate(told)
    ]
    return before_after(nights, FIRST + (before - 1) * DAY, Period(FIRST, FIRST + len(told) * DAY))


def test_the_night_that_ends_on_the_morning_of_the_day_lies_before() -> None:
    told = _compared("1" * 20 + "0" * 20, 20)
    assert (told.before.cramp_nights, told.before.logged) == (20, 20)
    assert (told.since.cramp_nights, told.since.logged) == (0, 20)
    assert told.fewer
    assert told.clear


def test_nights_not_logged_are_counted_on_neither_side() -> None:
    told = _compared("1.0." * 10 + "0..." * 20, 40)
    assert (told.before.logged, told.since.logged) == (20, 20)


def test_with_too_few_nights_on_a_side_there_are_counts_and_no_difference() -> None:
    told = _compared("10" * 30 + "00000", 60)
    assert told.difference is None
    assert told.since.missing == 9
    assert told.fewer
    assert not told.clear


@pytest.mark.parametrize("told", ["", "....", "10" * 20])
def test_without_a_night_on_a_side_nothing_is_fewer(told: str) -> None:
    assert not _compared(told, 100).fewer


def test_scattered_cramp_nights_have_almost_the_interval_of_independent_nights() -> None:
    told = _compared("10010" * 18 + "00001" * 18, 90)
    independent = newcombe(18, 90, unexposed_cramp=36, unexposed=90)
    assert told.difference is not None
    assert independent is not None
    assert told.difference.middle == pytest.approx(-0.2)
    assert independent.low - 0.06 < told.difference.low <= independent.low
    assert independent.high <= told.difference.high < independent.high + 0.06


def test_the_same_counts_in_long_spells_say_far_less() -> None:
    scattered = _compared("10010" * 18 + "00001" * 18, 90)
    in_spells = _compared("0" * 20 + "1" * 36 + "0" * 34 + "0" * 40 + "1" * 18 + "0" * 32, 90)
    assert (in_spells.before, in_spells.since) == (scattered.before, scattered.since)
    assert scattered.clear
    assert not in_spells.clear


@pytest.mark.parametrize("told", ["0" * 60, "1" * 60])
def test_nights_that_are_all_alike_differ_by_nothing(told: str) -> None:
    compared = _compared(told, 30)
    assert compared.difference is not None
    assert compared.difference.middle == 0
    assert not compared.clear


def test_a_difference_that_fewer_logged_quiet_nights_could_make_is_not_clear() -> None:
    stable = "0100" * 23
    told = _compared(stable + "..1." * 28, 92)
    assert told.difference is not None
    assert told.difference.low > 0
    assert told.logging_alone
    assert not told.clear


def test_a_difference_that_stands_with_the_unlogged_nights_quiet_is_clear() -> None:
    told = _compared("10" * 45 + "00000000.1" * 9, 90)
    assert told.clear
    assert not told.logging_alone


def test_where_logging_changed_as_well_a_difference_must_be_surer() -> None:
    before = "".join("1" if 2 * at % 13 < 2 else "0" for at in range(90))
    whole = "".join("1" if at % 3 == 0 else "0" for at in range(90))
    gaps = "".join("." if sign == "0" and at % 4 == 1 else sign for at, sign in enumerate(whole))
    assert _compared(before + whole, 90).clear
    told = _compared(before + gaps, 90)
    assert (told.clear, told.logging_alone) == (False, True)
