"""Reminders for any calendar program: an iCalendar file (RFC 5545) that says nothing of the diary."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.exchange.whole_file import FileKind
from diary.language import mark, tr
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from icalendar import Event

EVENING, MORNING = dt.time(21, 30), dt.time(8)
"""When most people can be asked, where nothing else is chosen."""
_LASTS = dt.timedelta(minutes=5)
_PROGRAM = "-//night-cramp-diary//reminders//EN"
REMINDERS = FileKind(
    mark("a calendar of reminders of this diary"),
    b"BEGIN:VCALENDAR",
    re.compile(rb"PRODID:" + re.escape(_PROGRAM.encode())),
)


class NoReminderError(DiaryError):
    """Reminders at no time."""

    def __init__(self) -> None:
        super().__init__(tr("Choose a time for the evening, for the morning, or for both."))


@dataclass(frozen=True, slots=True)
class Reminders:
    """When to be reminded each day, by the clock on the wall wherever one is; None is not at all."""

    evening: dt.time | None = EVENING
    """To answer about the day and the bed, before the night."""
    morning: dt.time | None = MORNING
    """To say how the night was."""

    def __post_init__(self) -> None:
        """Refuse reminders at no time."""
        if self.evening is None and self.morning is None:
            raise NoReminderError


def reminders_calendar(reminders: Reminders, now: dt.datetime) -> bytes:
    """A calendar with an alarm each day from today on; taken in again, it takes the place of the one before.

    A calendar is often shared or lies with a provider, so the words name no illness, and no answer is in it.
    """
    from icalendar import Calendar  # 0.2 s

    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    for name, time, words in (
        ("evening", reminders.evening, tr("The day and the bed, before the night")),
        ("morning", reminders.morning, tr("How was the night? One tap")),
    ):
        if time is not None:
            calendar.add_component(_event(name, dt.datetime.combine(now.date(), time), words, now))
    data: bytes = calendar.to_ical()
    return data


def _event(name: str, first: dt.datetime, words: str, now: dt.datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{name}@night-cramp-diary.invalid")  # always the same, so that a calendar knows it again
    event.add("sequence", int(now.timestamp()) // 60)  # of two with one name, the later counts
    event.add("dtstamp", now.astimezone(dt.UTC))
    event.add("dtstart", first)  # without a zone: by the clock on the wall
    event.add("duration", _LASTS)
    event.add("rrule", {"freq": "daily"})
    event.add("summary", words)
    event.add("transp", "TRANSPARENT")  # one is free meanwhile
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", dt.timedelta())
    event.add_component(alarm)
    return event
