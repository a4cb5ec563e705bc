from __future__ import annotations

import datetime as dt
import subprocess
import sys

import numpy as np
import pytest

from diary.analysis.trend import LEAST_LOGGED, Outcome, Trend, counts_words, find_trend, logging_words, outcome_words
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.period import Period

FIRST = dt.date(2026, 1, 1)


def _nights(told: str) -> list[Night]:
    """A night a character: “1” had a cramp, “0” none, “.” was not logged."""
    return [
        Night(FIRST + at * DAY, cramps=None if sign == "." else (Cramp(),) * int(sign)) for at, sign in enumerate(told)
    ]


def _trend(told: str) -> Trend:
    return find_trend(_nights(told), Period(FIRST, FIRST + len(told) * DAY))


def test_a_fall_in_the_middle_is_found_and_a_rise_too() -> None:
    fall = "10" * 45 + "0000000001" * 9
    assert _trend(fall).outcome is Outcome.FEWER
    assert _trend(fall[::-1]).outcome is Outcome.MORE


def test_a_slow_fall_is_found() -> None:
    chance = np.random.default_rng(7)
    told = "".join("01"[bool(chance.random() < share)] for share in np.linspace(0.6, 0.05, 180))
    assert _trend(told).outcome is Outcome.FEWER


def test_nights_that_stay_as_they_were_show_no_clear_change() -> None:
    assert _trend("1000" * 45).outcome is Outcome.NO_CLEAR_CHANGE


def test_the_same_counts_in_one_bad_spell_are_no_change() -> None:
    """Twenty cramp nights in the earlier half, eight in the later: all in a row, they are one event."""
    in_a_row = "0" * 25 + "1" * 20 + "0" * 15 + "0" * 30 + "1" * 8 + "0" * 22
    scattered = "010" * 20 + "0000001" * 8 + "0000"
    assert _trend(in_a_row).earlier == _trend(scattered).earlier
    assert _trend(in_a_row).outcome is Outcome.NO_CLEAR_CHANGE
    assert _trend(scattered).outcome is Outcome.FEWER


def test_below_eight_weeks_of_logged_nights_it_says_how_many_are_missing() -> None:
    told = _trend("10." * 20)
    assert told.outcome is Outcome.NOT_ENOUGH_NIGHTS
    assert told.missing == LEAST_LOGGED - 40
    assert outcome_words(told) == "Not enough nights yet"
    assert counts_words(told) == "Whether it changes can be told after 16 more logged nights."


@pytest.mark.parametrize("told", ["", "1", "0."])
def test_without_two_nights_it_says_that_more_are_needed(told: str) -> None:
    assert _trend(told).outcome is Outcome.NOT_ENOUGH_NIGHTS
    assert _trend(told).since is None


def test_a_half_that_was_hardly_logged_cannot_be_compared() -> None:
    told = _trend("1" + "." * 90 + "10" * 40)
    assert told.outcome is Outcome.NOT_ENOUGH_NIGHTS
    assert not told.missing
    assert "in one half of this time" in counts_words(told)


def test_a_few_cramp_nights_are_too_few_to_claim_a_change_from() -> None:
    assert _trend("1" * 4 + "0" * 100).outcome is Outcome.NO_CLEAR_CHANGE
    assert _trend("0" * 100).outcome is Outcome.NO_CLEAR_CHANGE


def test_only_the_nights_from_first_to_last_count() -> None:
    nights = _nights("1" * 100 + "1000" * 30)
    assert find_trend(nights, Period(FIRST + 100 * DAY, FIRST + 219 * DAY)).logged == 120
    assert find_trend(nights, Period(FIRST + 100 * DAY, FIRST + 219 * DAY)).outcome is Outcome.NO_CLEAR_CHANGE
    assert find_trend(nights, Period(FIRST, FIRST + 219 * DAY)).outcome is Outcome.FEWER


def _logged_less(told: str, seed: int = 1) -> str:
    """The same nights; of the quiet ones of the later half only every third was logged."""
    chance, half = np.random.default_rng(seed), len(told) // 2
    return "".join(
        "." if sign == "0" and at >= half and chance.random() < 2 / 3 else sign for at, sign in enumerate(told)
    )


def test_more_cramps_are_not_claimed_of_a_diary_that_only_logs_fewer_quiet_nights() -> None:
    stable = "0100" * 45
    less = _trend(_logged_less(stable))
    assert (less.outcome, less.logging_alone) == (Outcome.NO_CLEAR_CHANGE, Outcome.MORE)
    assert logging_words(less) == (
        "Fewer quiet nights were logged than before; that alone could look like more cramps."
    )


def test_fewer_cramps_are_not_claimed_of_a_diary_that_only_logs_more_quiet_nights() -> None:
    more = _trend(_logged_less("0100" * 45)[::-1])
    assert (more.outcome, more.logging_alone) == (Outcome.NO_CLEAR_CHANGE, Outcome.FEWER)
    assert logging_words(more).startswith("More quiet nights were logged than before")


def test_a_change_that_stands_either_way_is_claimed_and_needs_no_excuse() -> None:
    fall = _trend("10" * 45 + "000000000." * 8 + "0000000001")
    assert (fall.outcome, logging_words(fall)) == (Outcome.FEWER, "")


def test_the_words_give_the_counts_of_both_halves() -> None:
    told = _trend("10" * 45 + "0000000001" * 9)
    assert outcome_words(told) == "Fewer cramp nights"
    assert counts_words(told) == "Since 1 Apr 2026: cramps on 9 of 90 nights. Before: on 45 of 90."


def test_the_halves_hold_every_logged_night_once() -> None:
    told = _trend("10.1" * 31)
    assert told.logged == 93
    assert told.earlier.cramp_nights + told.later.cramp_nights == 62


def test_the_trend_loads_nothing_slow_until_it_is_asked() -> None:
    code = (
        "import sys, diary.analysis.trend; sys.exit(any(name in sys.modules for name in ('numpy', 'scipy', 'pandas')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_where_logging_changed_as_well_a_change_must_be_surer() -> None:
    """The same cramps: more in the later half. With quiet nights of it left out the test alone is surer, and says less."""
    early = "".join("1" if at % 5 == 0 else "0" for at in range(90))
    whole = "".join("1" if at % 3 == 0 else "0" for at in range(90))
    gaps = "".join("." if sign == "0" and at % 4 == 1 else sign for at, sign in enumerate(whole))
    assert _trend(early + whole).outcome is Outcome.MORE
    less = _trend(early + gaps)
    assert (less.outcome, less.logging_alone) == (Outcome.NO_CLEAR_CHANGE, Outcome.MORE)


def test_logging_that_changed_the_other_way_asks_for_no_more() -> None:
    """Fewer cramps of which fewer quiet nights are logged: such logging would hide the fall, not make it."""
    early = "".join("1" if at % 3 == 0 else "0" for at in range(90))
    late = "".join("1" if at % 8 == 0 else "." if at % 4 == 1 else "0" for at in range(90))
    assert _trend(early + late).outcome is Outcome.FEWER
