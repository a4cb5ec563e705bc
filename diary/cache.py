"""What was made slowly from the diary, kept for as long as the diary stays as it was."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Result = TypeVar("Result")
MOST = 60
"""Results kept at once, the oldest dropped first: a few ranges of nine charts in two themes."""


class Cache:
    """Results by what they were made from. May be used from any thread; each is made once at a time at most."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._version = ""
        self._results: dict[Hashable, Any] = {}
        self._lock = Lock()

    def get(self, version: str, key: Hashable, make: Callable[[], Result]) -> Result:
        """The result for this key, made anew where the diary's version is another than before."""
        with self._lock:
            if version != self._version:
                self._version, self._results = version, {}
            if key not in self._results:
                while len(self._results) >= self._most:
                    del self._results[next(iter(self._results))]
                self._results[key] = make()
            return self._results[key]  # type: ignore[no-any-return]  # made by `make` under the same key
