"""Refusals of a salvage, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from pathlib import Path

    from diary.model.causes import Cause


class NothingToSalvageError(DiaryError):
    """A file of which nothing can be read as a diary."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("Nothing in {path} can be read as a diary, so it was left as it is. Restore a backup.").format(path=path)
        )


class NotSalvagedError(DiaryError):
    """A salvage that did not come about."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(
            tr("What can be read was not saved ({reason}). The file is as it was; {remedy}.").format(
                reason=cause.reason, remedy=cause.remedy
            )
        )
