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

    def is_replaced(self) -> bool:
        """Whether another file lies at its path."""
        try:
            return FileIdentity.of(self.path) != self
        except OSError:
            return False

    def refuse_another(self) -> None:
        """Refuse to go on where the file does not lie at its path any more. Raises NotSavedError."""
        try:
            is_same = FileIdentity.of(self.path) == self
        except OSError:
            is_same = False
        if not is_same:
            raise NotSavedError(CAUSES[CauseKind.MOVED])


class OpenLog:
    """SQLite's log and its index, which lie beside the file while it is open.

    Somebody who deletes them leaves SQLite with files that nobody else sees.
    """

    def __init__(self, path: Path) -> None:
        self._paths = [path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-shm")]
        self._identities: list[FileIdentity | None] = []
        self.note()

    def note(self) -> None:
        """Note which files lie there now."""
        self._identities = self._now()

    def lies_there(self) -> bool:
        """Whether the same files still do."""
        return self._now() == self._identities

    def _now(self) -> list[FileIdentity | None]:
        return [FileIdentity.of(path) if path.exists() else None for path in self._paths]
