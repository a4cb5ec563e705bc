"""Reminders for a calendar: read back by a calendar library, as a calendar program reads them."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

from diary.exchange.reminders import REMINDERS, NoReminderError, Reminders, reminders_calendar
from tests.calendars import events_of

NOW = dt.datetime(2026, 11, 30, 18, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def events(reminders: Reminders, now: dt.datetime = NOW) -> list[Any]:
    return events_of(reminders_calendar(reminders, now))


@pytest.mark.parametrize(
    ("reminders", "times"),
    [
        (Reminders(), [dt.time(21, 30), dt.time(8)]),
        (Reminders(dt.time(22), None), [dt.time(22)]),
        (Reminders(None, dt.time(6, 5)), [dt.time(6, 5)]),
    ],
)
def test_each_day_at_the_chosen_times_there_is_an_alarm(reminders: Reminders, times: list[dt.time]) -> None:
    found = events(reminders)
    assert [event["dtstart"].dt for event in found] == [dt.datetime.combine(NOW.date(), time) for time in times]
    for event in found:
        days = rrulestr(event["rrule"].to_ical().decode(), dtstart=event["dtstart"].dt)
        assert [day.date() for day in islice(days, 3)] == [NOW.date() + dt.timedelta(days) for days in range(3)]
        (alarm,) = event.walk("VALARM")
        assert alarm["trigger"].dt == dt.timedelta()


def test_the_time_is_the_one_of_the_clock_on_the_wall_wherever_the_person_is() -> None:
    assert all(event["dtstart"].dt.tzinfo is None for event in events(Reminders()))


def test_a_calendar_knows_the_reminders_again_and_takes_the_later_ones() -> None:
    before, after = events(Reminders()), events(Reminders(dt.time(22)), NOW + dt.timedelta(minutes=2))
    assert [event["uid"] for event in before] == [event["uid"] for event in after]
    assert all(old["sequence"] < new["sequence"] for old, new in zip(before, after, strict=True))
    assert len({event["uid"] for event in before}) == 2


def test_nothing_that_is_shown_names_cramps_or_holds_anything_of_the_diary() -> None:
    for event in events(Reminders()):
        shown = [
            str(part[key])
            for part in (event, *event.walk("VALARM"))
            for key in ("summary", "description")
            if key in part
        ]
        assert shown
        assert not any("cramp" in words.lower() or "diary" in words.lower() for words in shown)


def test_the_file_is_known_by_its_first_bytes_and_by_who_wrote_it() -> None:
    data = reminders_calendar(Reminders(), NOW)
    assert data.startswith(REMINDERS.start)
    assert REMINDERS.sign is not None
    assert REMINDERS.sign.search(data)


def test_reminders_at_no_time_are_refused() -> None:
    with pytest.raises(NoReminderError):
        Reminders(None, None)
