from __future__ import annotations

import datetime as dt

from diary.model.built_in import BUILT_IN
from diary.model.factors import Catalogue, Choice, Factor, Group, Option
from diary.model.night import Answer, Cramp, Muscle, Night
from diary.model.period import Period
from diary.report.nights_content import NightRowOptions, NightTableRow, months_content
from diary.report.period_nights import nights_in_period

SUNDAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)


def _rows(*nights: Night, days: int) -> list[NightTableRow]:
    months = months_content(nights_in_period(nights, Period(SUNDAY - (days - 1) * DAY, SUNDAY)))
    return [row for month in months for row in month.rows]


def test_a_cramp_night_has_a_line_a_cramp() -> None:
    cramps = (Cramp(dt.datetime(2026, 11, 21, 23, 40)), Cramp(muscle=Muscle.CALF))
    (row,) = _rows(Night(SUNDAY, cramps=cramps), days=1)
    assert row.nights == "Sat 21 → Sun 22 Nov"
    assert row.lines == ("23:40", "time not known, calf")


def test_neighbouring_quiet_nights_share_a_line_and_so_do_nights_not_logged() -> None:
    quiet = [Night(SUNDAY - back * DAY, cramps=()) for back in (0, 1, 2)]
    rows = _rows(*quiet, days=5)
    assert [(row.nights, row.lines) for row in rows] == [
        ("Thu 19 → Sun 22 Nov", ("3 quiet nights",)),
        ("Tue 17 → Thu 19 Nov", ("2 nights not logged",)),
    ]


def test_a_note_is_printed_whole_whatever_the_night_was() -> None:
    nights = [Night(SUNDAY, cramps=(), note="New mattress.\nSlept well."), Night(SUNDAY - DAY, note="Forgot.")]
    rows = _rows(*nights, days=3)
    assert [(row.lines, row.note) for row in rows] == [
        (("quiet",), "New mattress.\nSlept well."),
        (("not logged",), "Forgot."),
        (("not logged",), ""),
    ]


def test_nights_stand_by_month_newest_first_with_their_counts() -> None:
    nights = [Night(dt.date(2026, 11, 1), cramps=(Cramp(),)), Night(dt.date(2026, 10, 31), cramps=())]
    months = months_content(nights_in_period(nights, Period(dt.date(2026, 10, 30), dt.date(2026, 11, 2))))
    assert [(month.name, month.counts) for month in months] == [
        ("Nov 2026", "1 cramp night of 1 logged, 1 not logged"),
        ("Oct 2026", "0 cramp nights of 1 logged, 1 not logged"),
    ]


def test_a_line_over_the_turn_of_a_month_names_both_months() -> None:
    (row,) = months_content(nights_in_period([], Period(dt.date(2026, 11, 1), dt.date(2026, 11, 3))))[0].rows
    assert row.nights == "Sat 31 Oct → Tue 3 Nov"


NOW = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
OWN = Factor("own_1", Group.OWN, "Which tea?", "Tea", Choice((Option("a", "Camomile"), Option("b", "Mint"))))
ASKED = Catalogue((*BUILT_IN.factors, OWN))
ANSWERED = Night(
    SUNDAY, (Cramp(),), NOW, {"own_1": Answer("b", NOW), "socks": Answer(value=False, given_at=NOW)}, note="Warm."
)


def _wanted(night: Night, wanted: NightRowOptions) -> NightTableRow:
    (row,) = months_content(nights_in_period([night], Period(SUNDAY, SUNDAY)), wanted)[0].rows
    return row


def test_own_answers_stand_by_their_words_beside_the_cramps() -> None:
    assert _wanted(ANSWERED, NightRowOptions(ASKED)).answers == "Tea: Mint"


def test_where_all_answers_have_their_table_none_stands_beside_the_cramps() -> None:
    assert _wanted(ANSWERED, NightRowOptions(ASKED, own_answers=False)).answers == ""


def test_without_notes_a_quiet_night_with_one_is_a_quiet_night_among_others() -> None:
    assert _wanted(ANSWERED, NightRowOptions(notes=False)).note == ""
    nights = [Night(SUNDAY, cramps=(), note="Slept well."), Night(SUNDAY - DAY, cramps=())]
    (row,) = months_content(nights_in_period(nights, Period(SUNDAY - DAY, SUNDAY)), NightRowOptions(notes=False))[
        0
    ].rows
    assert (row.lines, row.note) == (("2 quiet nights",), "")


def test_nights_that_are_left_out_are_said_to_be_so_and_say_nothing_else() -> None:
    wanted = NightRowOptions(omitted_mornings=frozenset({SUNDAY, SUNDAY - DAY}))
    (row,) = months_content(nights_in_period([], Period(SUNDAY - DAY, SUNDAY)), wanted)[0].rows
    assert (row.lines, row.note, row.cramps) == (("2 nights left out by the patient",), "", False)


def test_months_in_a_row_of_which_nothing_is_known_are_told_as_one() -> None:
    nights = (Night(SUNDAY - 801 * DAY, ()), Night(SUNDAY, (Cramp(),)))
    months = months_content(nights_in_period(nights, Period(nights[0].morning, SUNDAY)))
    assert [month.name for month in months] == ["Nov 2026", "Oct 2024 to Oct 2026", "Sep 2024"]
    assert months[1].counts == "0 cramp nights of 0 logged, 761 not logged"
    assert [row.lines for row in months[1].rows] == [("761 nights not logged",)]
