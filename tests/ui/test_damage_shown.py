"""A night that cannot be read, as Diary, Trends and Report show it: by its own sign and words, and in no count."""

from __future__ import annotations

import datetime as dt

from diary.model.damage import DamagedNight
from diary.model.night import Night, NightState
from diary.model.period import Period
from diary.ui.nights.content import nights_listed
from diary.ui.page.content.looking_back import look_back_over
from diary.ui.page.content.month import month_shown

TODAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 8)
DAMAGED = DamagedNight("2026-11-21", "“2” is not yes or no")
WITHOUT_DAY = DamagedNight("2026-11-2r", "it is no date")
QUIET = Night(dt.date(2026, 11, 20)).with_cramps((), dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC))


def test_the_calendar_names_it_and_counts_it_as_nothing_else() -> None:
    month = month_shown(
        dt.date(2026, 11, 1), {QUIET.morning: QUIET}, now=NOW, latest=TODAY, damaged={dt.date(2026, 11, 21)}
    )
    day = next(day for week in month.weeks for day in week if day and day.day.day == 21)
    assert (day.name, day.is_damaged) == ("Sat 21 Nov: cannot be read", True)
    assert (month.count(NightState.QUIET), month.count(NightState.NOT_LOGGED), month.damaged) == (1, 20, 1)


def test_the_list_holds_it_in_its_place_with_nothing_to_delete() -> None:
    listed = nights_listed([QUIET], damaged=(DAMAGED, WITHOUT_DAY))
    damaged, quiet = listed.lines
    assert quiet.morning == QUIET.morning
    assert (damaged.is_damaged, damaged.deletable) == (True, False)
    assert damaged.cramp_lines == ("This night cannot be read (“2” is not yes or no). It is kept as it is.",)


def test_one_whose_morning_cannot_be_read_is_named_by_what_stands_there() -> None:
    assert nights_listed([QUIET], damaged=(WITHOUT_DAY,)).damaged[0].name == "“2026-11-2r”"


def test_it_is_neither_logged_nor_missed() -> None:
    period = Period(QUIET.morning, TODAY)
    assert look_back_over([QUIET], period).logged_sentence == "1 of 3 nights logged"
    assert look_back_over([QUIET], period, [DAMAGED]).logged_sentence == "1 of 2 nights logged"
