"""What every part of the diary works on: its file, its clock, what it computed already, and whose turn it is."""

from __future__ import annotations

from functools import wraps
from threading import RLock
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from diary.book.cramp_keys import CrampKeys
from diary.cache import Cache
from diary.model.damage import damaged_build_sentence, damaged_records_sentence
from diary.model.wall_time import latest_wall_time, to_the_minute, with_bare_offset

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diary.clock import Clock
    from diary.model.factors import Catalogue
    from diary.store.store import Store

Act = TypeVar("Act", bound="Callable[..., Any]")

MOST_ANALYSES = 4
"""Verdicts that stay by the nights they were made from: an answer on a later night asks for no new ones."""


class DiaryPart(Protocol):
    """A part of the diary."""

    _diary: OpenDiary


def synchronized(act: Act) -> Act:
    """An act that reads, changes and keeps with no other act in between: else two tabs could lose an answer."""

    @wraps(act)
    def in_turn(part: DiaryPart, *args: Any, **kwargs: Any) -> Any:
        with part._diary.act_lock:  # noqa: SLF001  # each part has it
            return act(part, *args, **kwargs)

    return cast("Act", in_turn)


class OpenDiary:
    """An open diary: what its parts share."""

    def __init__(self, store: Store, *, clock: Clock) -> None:
        self.store = store
        self._zoned_clock = clock
        # Each by what changes it: the diary's version, the nights of an analysis, what a picture shows.
        self.cache = Cache()
        self.findings_cache = Cache(MOST_ANALYSES)
        self.nights_cache = Cache(1)
        self.images = Cache()
        self.cramp_keys = CrampKeys()
        self.act_lock = RLock()  # one act may be made of others

    def now(self) -> dt.datetime:
        """The present moment in local wall time, to the minute, as nights and cramps are logged."""
        return to_the_minute(self.moment())

    def moment(self) -> dt.datetime:
        """The present moment with its offset from UTC."""
        return with_bare_offset(self._zoned_clock())

    def latest_wall_time(self) -> dt.datetime:
        """The latest local wall time that has been: nothing logged up to it lies in the future."""
        return latest_wall_time(self._zoned_clock())

    def version(self) -> str:
        """What changes whenever the diary does: charts and findings stay for as long as this does."""
        return self.store.version()

    def missing_sentences(self) -> tuple[str, ...]:
        """What beside nights may be missing wherever something is shown or counted, a sentence each."""
        count = self.cache.get(self.version(), "damaged entries", lambda: len(self.store.damaged_entries()))
        build = damaged_build_sentence() if self.store.is_damaged else ""
        return tuple(filter(None, (build, damaged_records_sentence(count))))

    def catalogue(self) -> Catalogue:
        """All factors: what the diary asks from the start, then the person's own; `on_form` has those that it asks."""
        return self.store.questions().catalogue
