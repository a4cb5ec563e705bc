"""An open diary, looked at for damage and mended in its place, while pages show it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from diary.book.open_diary import synchronized
from diary.language import tr
from diary.model.progress import UNWATCHED, Progress

if TYPE_CHECKING:
    from diary.book.backups import DiaryBackups
    from diary.book.files import DiaryFiles
    from diary.book.mending import Mending, Remedies
    from diary.book.open_diary import OpenDiary


class DiaryMending:
    """What is wrong with the diary's file, and the ways out. What it needs is loaded when it is first asked."""

    def __init__(self, diary: OpenDiary, files: DiaryFiles, backups: DiaryBackups) -> None:
        self._diary = diary
        self._files = files
        self._backups = backups

    def problems(self, progress: Progress = UNWATCHED) -> tuple[str, ...]:
        """All that is wrong with the file, with plain words for its build first; empty where it is whole."""
        from diary.book.mending import plain_problems

        progress.step(tr("Checking every page and every answer"))
        return plain_problems(self._diary.store.folder, self._files.check())

    def remedies(self, problems: tuple[str, ...], progress: Progress = UNWATCHED) -> Remedies:
        """The ways out of what is wrong; nothing is changed."""
        from diary.book.mending import remedies_in

        return remedies_in(self._diary.store.folder, problems, progress)

    @synchronized
    def save_what_can_be_read(self, progress: Progress = UNWATCHED) -> Mending:
        """Put what can be read of the file in its place, as a new diary. Raises a refusal, with the diary as it was."""
        from diary.book.mending import Mending, salvage_in, salvage_notice
        from diary.store.salvage.salvaging import SALVAGED_NAME

        folder = self._diary.store.folder
        with TemporaryDirectory() as place:
            found = salvage_in(folder, Path(place), progress)
            before = self._backups.restore(str(Path(place) / SALVAGED_NAME), progress).before
        self._diary.store.add_file_notice(salvage_notice(found, folder, before, moment=self._diary.moment()))
        return Mending(before, found)
