"""A calendar file, read back as a calendar program reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icalendar import Calendar

if TYPE_CHECKING:
    import datetime as dt


def events_of(data: bytes) -> list[Any]:
    """The events of a calendar, in its order."""
    return list(Calendar.from_ical(data).walk("VEVENT"))


def times_of(data: bytes) -> list[dt.time]:
    """When the events are on their days."""
    return [event["dtstart"].dt.time() for event in events_of(data)]
