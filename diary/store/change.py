"""What an act changed: the records as they were and as they are, so that it can be undone and done again."""

from __future__ import annotations

from dataclasses import dataclass

from diary.model.night import Night
from diary.model.profile import Marker, Profile
from diary.model.questions import Questions


@dataclass(frozen=True, slots=True)
class Records:
    """The records that one act touched, at one moment."""

    nights: tuple[Night, ...] = ()
    """A blank night stands for one that is not there."""
    profile: Profile | None = None
    """None: not touched."""
    markers: tuple[Marker, ...] | None = None
    """None: not touched; else all markers."""
    questions: Questions | None = None
    """None: not touched; else all own questions, and all built-in ones that are hidden."""


@dataclass(frozen=True, slots=True)
class Change:
    """One act, as one step of undo."""

    words: str
    """What was done, in English; shown through gettext."""
    before: Records
    after: Records
