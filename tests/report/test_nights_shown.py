from __future__ import annotations

import datetime as dt

from diary.model.night import Cramp, Muscle, Night
from diary.report.counted import counted
from diary.report.nights_shown import NightRow, months_shown

SUNDAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)


def _rows(*nights: Night, days: int) -> list[NightRow]:
    months = months_shown(counted(nights, SUNDAY - (days - 1) * DAY, SUNDAY))
    return [row for month in months for row in month.rows]


def test_a_cramp_night_has_a_line_a_cramp() -> None:
    cramps = (Cramp(dt.datetime(2026, 11, 21, 23, 40)), Cramp(muscle=Muscle.CALF))
    (row,) = _rows(Night(SUNDAY, cramps=cramps), days=1)
    assert row.nights == "Sat 21 → Sun 22 Nov"
    assert row.told == ("23:40", "time not known, calf")


def test_neighbouring_quiet_nights_share_a_line_and_so_do_nights_not_logged() -> None:
    quiet = [Night(SUNDAY - back * DAY, cramps=()) for back in (0, 1, 2)]
    rows = _rows(*quiet, days=5)
    assert [(row.nights, row.told) for row in rows] == [
        ("Thu 19 → Sun 22 Nov", ("3 quiet nights",)),
        ("Tue 17 → Thu 19 Nov", ("2 nights not logged",)),
    ]


def test_a_note_is_printed_whole_whatever_the_night_was() -> None:
    nights = [Night(SUNDAY, cramps=(), note="New mattress.\nSlept well."), Night(SUNDAY - DAY, note="Forgot.")]
    rows = _rows(*nights, days=3)
    assert [(row.told, row.note) for row in rows] == [
        (("quiet",), "New mattress.\nSlept well."),
        (("not logged",), "Forgot."),
        (("not logged",), ""),
    ]


def test_nights_stand_by_month_newest_first_with_their_counts() -> None:
    nights = [Night(dt.date(2026, 11, 1), cramps=(Cramp(),)), Night(dt.date(2026, 10, 31), cramps=())]
    months = months_shown(counted(nights, dt.date(2026, 10, 30), dt.date(2026, 11, 2)))
    assert [(month.name, month.counts) for month in months] == [
        ("Nov 2026", "1 cramp night of 1 logged, 1 not logged"),
        ("Oct 2026", "0 cramp nights of 1 logged, 1 not logged"),
    ]


def test_a_line_over_the_turn_of_a_month_names_both_months() -> None:
    (row,) = months_shown(counted([], dt.date(2026, 11, 1), dt.date(2026, 11, 3)))[0].rows
    assert row.nights == "Sat 31 Oct → Tue 3 Nov"
