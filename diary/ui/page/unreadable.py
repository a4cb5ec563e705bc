"""What kept something from being read, in place of what was to be read."""

from __future__ import annotations

from dataclasses import dataclass

from diary.ui.page.unforeseen import error_words


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What kept something from being read."""

    error: Exception

    @property
    def words(self) -> str:
        """What the person is told."""
        return error_words(self.error)
