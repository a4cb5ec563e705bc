"""What kept something from being read, in place of what was to be read."""

from __future__ import annotations

from dataclasses import dataclass

from diary.model.errors import DiaryError
from diary.ui.component import unforeseen_words


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What kept something from being read."""

    error: Exception

    @property
    def words(self) -> str:
        """What the person is told."""
        return str(self.error) if isinstance(self.error, DiaryError) else unforeseen_words(repr(self.error))
