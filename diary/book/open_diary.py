"""What every act stands on: the open diary, its clock, what it keeps, and the way back."""

from __future__ import annotations

from functools import wraps
from threading import RLock
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from diary.book.cramp_keys import CrampKeys
from diary.cache import Cache
from diary.model.damage import damaged_between
from diary.model.errors import BackwardsError
from diary.model.mornings import latest_night
from diary.model.wall_time import latest_wall_time, to_the_minute, with_bare_offset
from diary.store.folder import DIARY_NAME
from diary.store.store import Store

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from diary.clock import Clock
    from diary.model.damage import DamagedNight, DamagedRecord, StoredNights
    from diary.model.factors import Catalogue
    from diary.model.file_notices import FileNotice
    from diary.model.night import Night
    from diary.model.preferences import Preferences
    from diary.model.profile import Marker, Profile
    from diary.model.questions import Questions
    from diary.model.report_choices import ReportChoices
    from diary.store.change import Change, UndoStep, UndoSteps

Act = TypeVar("Act", bound="Callable[..., Any]")

MOST_ANALYSES = 4
"""Verdicts kept by the nights they were made from: an answer on a later night asks for no new ones."""


def synchronized(act: Act) -> Act:
    """An act that reads, changes and keeps with no other act in between: else two tabs could lose an answer."""

    @wraps(act)
    def in_turn(diary: OpenDiary, *args: Any, **kwargs: Any) -> Any:
        with diary._act_lock:  # noqa: SLF001  # its own class's lock
            return act(diary, *args, **kwargs)

    return cast("Act", in_turn)


class OpenDiary:
    """An open diary, as it is read."""

    def __init__(self, store: Store, *, clock: Clock) -> None:
        self._store = store
        self._zoned_clock = clock
        # Each by what changes it: the diary's version, the nights of an analysis, what a picture shows.
        self._cache = Cache()
        self._findings_cache = Cache(MOST_ANALYSES)
        self._nights_cache = Cache(1)
        self._images = Cache()
        self._cramp_keys = CrampKeys()
        self._act_lock = RLock()  # one act may be made of others

    @classmethod
    def open(cls, folder: Path, *, clock: Clock, writable: bool = True) -> Self:
        """The diary in this folder, made where there is none.

        The clock gives the present moment with its time zone, one that knows its clock changes where they are to be
        minded. Raises a refusal where the folder cannot be used, the file is not a diary, or, for writing, another
        program has the diary open.
        """
        store = Store.open(folder, clock=lambda: with_bare_offset(clock()), writable=writable)
        return cls(store, clock=clock)

    @staticmethod
    def exists_in(folder: Path) -> bool:
        """Whether anything stands where the diary's file would in this folder."""
        return (folder / DIARY_NAME).exists()

    def close(self) -> None:
        """Close the diary; everything is saved already."""
        self._store.close()

    @property
    def folder(self) -> Path:
        """Where the diary lies."""
        return self._store.folder

    def now(self) -> dt.datetime:
        """The present moment in local wall time, to the minute, as nights and cramps are told."""
        return to_the_minute(self.moment())

    def moment(self) -> dt.datetime:
        """The present moment with its offset from UTC."""
        return with_bare_offset(self._zoned_clock())

    def latest_wall_time(self) -> dt.datetime:
        """The latest local wall time that has been: nothing told up to it lies in the future."""
        return latest_wall_time(self._zoned_clock())

    def latest_night(self) -> dt.date:
        """The morning of the latest night that a count up to now holds."""
        now = self.now()
        return latest_night(now, logged=any(night.logged for night in self.nights(now.date(), now.date())))

    def version(self) -> str:
        """What changes whenever the diary does: charts and findings are kept for as long as this stays."""
        return self._store.version()

    def catalogue(self) -> Catalogue:
        """All factors: what the diary asks from the start, then the person's own; `on_form` has those that it asks."""
        return self.questions().catalogue

    def night(self, morning: dt.date) -> Night:
        """The night to this morning, each cramp with its key; blank where nothing is known of it.

        Raises DamagedNightError.
        """
        return self._cramp_keys.with_keys(self._store.night(morning))

    def new_cramp_key(self) -> int:
        """The key of a cramp that is to be added."""
        return self._cramp_keys.new()

    def has_other_logged_night(self, morning: dt.date) -> bool:
        """Whether any other night than the one to this morning was logged."""
        return self._store.has_other_logged_night(morning)

    def nights(self, first: dt.date | None = None, last: dt.date | None = None) -> list[Night]:
        """The nights with anything told that can be read, from the first morning to the last, oldest first."""
        if first and last and last < first:
            raise BackwardsError(first, last)
        if first or last:
            return self._store.nights(first, last)
        return list(self._stored_nights().nights)

    def damaged_nights(self, first: dt.date | None = None, last: dt.date | None = None) -> tuple[DamagedNight, ...]:
        """The nights that cannot be read, from the first morning to the last, with those whose morning cannot be read.

        They are neither quiet nor cramp nights nor missed ones, and no count holds them.
        """
        return damaged_between(self._stored_nights().damaged, first, last)

    def damaged_records(self) -> tuple[DamagedRecord, ...]:
        """Everything but nights that cannot be read: answers of the profile, medicines, markers, questions, choices."""
        return self._store.damaged_records()

    def _stored_nights(self) -> StoredNights:
        return self._nights_cache.get(self.version(), "nights", self._store.stored_nights)

    def questions(self) -> Questions:
        """The person's own questions in their order, and the built-in ones that they hid."""
        return self._store.questions()

    def profile(self) -> Profile:
        """What the person told of themselves."""
        return self._store.profile()

    def markers(self) -> tuple[Marker, ...]:
        """What changed on which day, oldest first."""
        return self._store.markers()

    def preferences(self) -> Preferences:
        """How the person wants the diary to look and to measure."""
        return self._store.preferences()

    def report_choices(self) -> ReportChoices:
        """What the person wanted in the report the last time, and when that was."""
        return self._store.report_choices()

    def steps(self) -> UndoSteps:
        """Which act is taken back next, and which is done again next."""
        return self._store.steps()

    @synchronized
    def undo(self, step: UndoStep | None = None) -> Change | None:
        """Take back the last act; gives what it was, or None where there is nothing to take back.

        Raises StepNotNextError where a step is named and another act came since.
        """
        return self._store.undo(step)

    @synchronized
    def redo(self, step: UndoStep | None = None) -> Change | None:
        """Do again what was taken back last; gives what it was, or None where there is nothing.

        Raises StepNotNextError where a step is named and it is another's turn.
        """
        return self._store.redo(step)

    def file_notices(self) -> tuple[FileNotice, ...]:
        """What was noticed of the diary's file when it was opened, and was not seen yet."""
        return self._store.file_notices()

    def forget_file_notices(self) -> None:
        """Say no more what was noticed of the file: the person has seen it."""
        self._store.forget_file_notices()

    def check(self) -> tuple[str, ...]:
        """What is wrong with the diary's file, in words; empty where it is whole."""
        return self._store.check()
