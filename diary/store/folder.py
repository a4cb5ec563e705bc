"""The diary's folder: for its owner only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.store.refusals import folder_refusal

if TYPE_CHECKING:
    from pathlib import Path

DIARY_NAME = "diary.db"


def prepare_folder(folder: Path) -> None:
    """Make the folder where there is none, and close it to others.

    A folder that holds anything already stays open to whom it is: it may be a person's documents. The diary's own
    files are closed to others in any case. Raises FolderNotUsableError.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            folder.chmod(0o700)
    except OSError as error:
        raise folder_refusal(error, folder) from error
