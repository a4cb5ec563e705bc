"""What a page shows: what it last read of the diary, and on top of it the acts that the diary has not answered yet.

A tap is seen at once and works on what is seen, however many are on their way; the diary does them in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from diary.model.errors import DiaryError

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.night import Night
    from diary.model.preferences import Preferences
    from diary.model.profile import Marker, Profile
    from diary.model.questions import Questions
    from diary.model.report_choices import ReportChoices

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Record(Generic[Value]):
    """Something that the diary holds: a night, the profile, the markers."""

    place: str
    """A page holds one record at a place: of all nights, the one it shows."""
    key: str = ""
    """Which one it is, where there are several for the place."""


PROFILE: Record[Profile] = Record("profile")
MARKERS: Record[tuple[Marker, ...]] = Record("markers")
PREFERENCES: Record[Preferences] = Record("preferences")
REPORT_CHOICES: Record[ReportChoices] = Record("report choices")
QUESTIONS: Record[Questions] = Record("questions")


def night_record(morning: dt.date) -> Record[Night]:
    """The night to this morning."""
    return Record("night", morning.isoformat())


@dataclass(frozen=True, slots=True, eq=False)
class ActOnWay:
    """An act that the diary has not answered yet."""

    record: Record[Any]
    change: Callable[[Any], Any]
    """What it does to the record."""


@dataclass(frozen=True, slots=True)
class PageRecords:
    """The records of one page."""

    held: Mapping[str, tuple[Record[Any], Any]] = field(default_factory=dict)
    """What was read, by place."""
    on_way: tuple[ActOnWay, ...] = ()
    """In the order in which they were tapped."""

    def shown(self, record: Record[Value]) -> Value | None:
        """The record as the page shows it; None where it was not read yet."""
        found, value = self.held.get(record.place, (None, None))
        if found != record:
            return None
        for act in self.on_way:
            if act.record == record:
                value = _changed(value, act.change)
        return cast("Value", value)

    def reading(self, record: Record[Any], value: object) -> PageRecords:
        """The records after one was read."""
        return replace(self, held={**self.held, record.place: (record, value)})

    def sending(self, act: ActOnWay) -> PageRecords:
        """The records after an act was sent to the diary."""
        return replace(self, on_way=(*self.on_way, act))

    def answered(self, act: ActOnWay, value: object) -> PageRecords:
        """The records after the diary did an act; another record may stand at its place by now."""
        return self.refused(act).replacing(act.record, value)

    def replacing(self, record: Record[Any], value: object) -> PageRecords:
        """The records with a newer value of one, where it stands at its place."""
        found, _ = self.held.get(record.place, (None, None))
        return self.reading(record, value) if found == record else self

    def refused(self, act: ActOnWay) -> PageRecords:
        """The records after the diary refused an act."""
        return replace(self, on_way=tuple(each for each in self.on_way if each is not act))


def _changed(value: Any, change: Callable[[Any], Any]) -> Any:
    """The value after the change, or as it was where the change is refused: the diary tells of that in a moment."""
    try:
        return change(value)
    except DiaryError:
        return value
