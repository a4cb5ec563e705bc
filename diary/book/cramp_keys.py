"""The keys of cramps: names that stay while cramps beside them come and go.

A place does not stay: with the first of two removed, a change meant for the second would go to nobody, or to another.
Only one program writes a diary at a time, so the names live with it and nothing about them is on disk. None is ever
given twice: a key names its cramp, or, once that is gone, nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.night import Cramp, Night

NIGHTS_REMEMBERED = 500
"""States of nights whose keys are remembered; a page that works on one older than these reads it anew."""


class CrampKeys:
    """Gives keys to cramps as they are read, the same ones for as long as a night holds the same. For any thread."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._keys: OrderedDict[tuple[dt.date, tuple[Cramp, ...]], tuple[int, ...]] = OrderedDict()
        self._lock = Lock()

    def new(self) -> int:
        """A key that no cramp has or had."""
        return next(self._numbers)

    def with_keys(self, night: Night) -> Night:
        """The night with each cramp's key; those that have one keep it."""
        if not night.cramps:
            return night
        with self._lock:
            present = self._keys.get((night.morning, night.cramps), ())
            fallback = present if len(present) == len(night.cramps) else tuple(self.new() for _ in night.cramps)
            keys = tuple(
                new if cramp.key is None else cramp.key for cramp, new in zip(night.cramps, fallback, strict=True)
            )
            self._remember(night, keys)
        return replace(
            night, cramps=tuple(replace(cramp, key=key) for cramp, key in zip(night.cramps, keys, strict=True))
        )

    def _remember(self, night: Night, keys: tuple[int, ...]) -> None:
        state = (night.morning, night.cramps or ())
        self._keys[state] = keys
        self._keys.move_to_end(state)
        while len(self._keys) > NIGHTS_REMEMBERED:
            self._keys.popitem(last=False)
