"""The acts on the markers: what changed on which day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from diary.language import mark, tr
from diary.model.errors import DiaryError
from diary.model.keyed_entries import Fields, with_changed_entry, without_entry
from diary.model.profile import Marker

if TYPE_CHECKING:
    import datetime as dt

Markers = tuple[Marker, ...]


class MarkerGoneError(DiaryError):
    """A change of a marker that was removed in the meantime."""

    def __init__(self) -> None:
        super().__init__(tr("This marker was removed in the meantime; add it again to say more about it."))


class MarkersAct(Protocol):
    """One act on the markers."""

    @property
    def words(self) -> str:
        """What was done, for the list of what can be undone; in English, shown through gettext."""

    def on(self, markers: Markers, today: dt.date) -> Markers:
        """The markers after the act, done on this day. Raises a refusal where it cannot be."""


@dataclass(frozen=True, slots=True)
class AddMarker:
    """Note what changed today."""

    text: str

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Marker added")

    def on(self, markers: Markers, today: dt.date) -> Markers:
        """The markers with this one after them."""
        return (*markers, Marker(today, self.text.strip()))


@dataclass(frozen=True, slots=True)
class ChangeMarker:
    """Change the day or the text of a marker."""

    key: int | None
    fields: Fields

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Marker changed")

    def on(self, markers: Markers, _today: dt.date) -> Markers:
        """The markers with this one changed. Raises MarkerGoneError."""
        return with_changed_entry(markers, self.key, self.fields, MarkerGoneError)


@dataclass(frozen=True, slots=True)
class RemoveMarker:
    """Remove a marker; one that is gone already stays gone."""

    key: int | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Marker removed")

    def on(self, markers: Markers, _today: dt.date) -> Markers:
        """The other markers."""
        return without_entry(markers, self.key)
