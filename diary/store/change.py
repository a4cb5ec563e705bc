"""What an act changed: the records as they were and as they are, so that it can be undone and done again."""

from __future__ import annotations

from dataclasses import dataclass

from diary.language import mark, tr
from diary.model.errors import DiaryError
from diary.model.night import Night
from diary.model.profile import Marker, Profile
from diary.model.questions import Questions

# Steps that earlier versions saved, before each act of the person had words of its own: undo goes on to name them.
mark("Profile saved")
mark("Markers saved")


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


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One act by its name: it stands for this act and never for another, so that an Undo takes back what it says."""

    number: int
    words: str
    """What was done, in English; shown through gettext."""


@dataclass(frozen=True, slots=True)
class UndoSteps:
    """Where one can go from here; None where there is nothing."""

    undo: UndoStep | None = None
    """The act to take back next."""
    redo: UndoStep | None = None
    """The act to do again next."""


class StepNotNextError(DiaryError):
    """An act that is to be taken back, or done again, although another change came since."""

    def __init__(self) -> None:
        super().__init__(
            tr("Something else was changed since; in Settings, Your data, changes are taken back one after another.")
        )
