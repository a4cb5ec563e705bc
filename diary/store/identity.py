"""Which file was opened, so that an act notices when another one, or none, lies in its place.

SQLite goes on in a file that was moved or deleted, and what it saves there is gone when the program ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diary.model.causes import CAUSES, CauseKind
from diary.store.errors import NotSavedError


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """The file that lay at a path when it was opened."""

    path: Path
    device: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> FileIdentity:
        """The file that lies at the path now."""
        stat = path.stat()
        return cls(path, stat.st_dev, stat.st_ino)

    def refuse_another(self) -> None:
        """Refuse to go on where the file does not lie at its path any more. Raises NotSavedError."""
        try:
            is_same = FileIdentity.of(self.path) == self
        except OSError:
            is_same = False
        if not is_same:
            raise NotSavedError(CAUSES[CauseKind.MOVED])
