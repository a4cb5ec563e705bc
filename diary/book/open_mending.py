"""An open diary, looked at for damage and mended in its place, while pages show it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from diary.book.open_diary import synchronized
from diary.language import tr
from diary.model.progress import UNWATCHED, Progress
from diary.store.backup_taking import backups_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.book.backups import DiaryBackups
    from diary.book.files import DiaryFiles
    from diary.book.mending import Mending, Remedies
    from diary.book.open_diary import OpenDiary
    from diary.model.backups import DamagedFile
    from diary.model.salvage import Salvage


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

    def damaged_files(self) -> list[DamagedFile]:
        """The damaged files that mending set aside among the backups, newest first."""
        return backups_of(self._diary.store.folder).damaged_files()

    @synchronized
    def save_what_can_be_read(self, progress: Progress = UNWATCHED) -> Mending:
        """Put what can be read of the file in its place, as a new diary. Raises a refusal, with the diary as it was."""
        from diary.book.mending import salvage_in

        return self._put_salvage_in_place(partial(salvage_in, self._diary.store.folder), "", progress)

    @synchronized
    def save_damaged_file(self, name: str, progress: Progress = UNWATCHED) -> Mending:
        """Put what can be read of a file that was set aside in the place of the diary, which is backed up before.

        Raises a refusal, with the diary as it was.
        """
        from diary.book.put_back import salvage_damaged_file

        mending = self._put_salvage_in_place(
            partial(salvage_damaged_file, self._diary.store.folder, name), f"{name}.db", progress
        )
        return replace(mending, aside="")

    def _put_salvage_in_place(
        self, bring: Callable[[Path, Progress], Salvage], listed_beside: str, progress: Progress
    ) -> Mending:
        """Let a salvage be brought to a place, and restore it; what is lost is listed beside the damaged file."""
        from diary.book.mending import Mending, salvage_notice
        from diary.store.salvage.salvaging import SALVAGED_NAME

        with TemporaryDirectory() as place:
            found = bring(Path(place), progress)
            before = self._backups.restore(str(Path(place) / SALVAGED_NAME), progress).before
        store = self._diary.store
        store.add_file_notice(salvage_notice(found, store.folder, listed_beside or before, moment=self._diary.moment()))
        return Mending(before, found)
