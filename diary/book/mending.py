"""The ways out of a damaged file: the newest whole backup, or what can be read of the file, brought into a new diary.

Both are built beside, checked, and swapped in one step; the damaged file is set aside before, and never deleted.
"""

from __future__ import annotations

import json
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from diary.book.backup_sources import newest_sound, restore_unopened_diary
from diary.language import tr
from diary.model.backups import ListedBackup
from diary.model.errors import DiaryError
from diary.model.file_notices import FileNotice, NoticeKind
from diary.model.preferences import Preferences
from diary.model.progress import UNWATCHED, Progress, WorkCancelledError
from diary.model.salvage import Salvage
from diary.store.backup_folder import BackupFolder
from diary.store.backup_taking import backups_of
from diary.store.check import is_of_build
from diary.store.errors import DamagedDiaryError, NotADiaryError
from diary.store.folder import DIARY_NAME
from diary.store.new_diary import make_diary
from diary.store.private_files import make_private
from diary.store.salvage.file_form import form_problems
from diary.store.salvage.file_rows import file_rows
from diary.store.salvage.salvaging import SALVAGED_NAME, salvage
from diary.store.seal import replace_notices
from diary.store.settings import preferences_of

if TYPE_CHECKING:
    import datetime as dt

    from diary.book import Diary
    from diary.clock import Clock


class NothingToMendError(DiaryError):
    """A diary that is whole."""

    def __init__(self) -> None:
        super().__init__(tr("Nothing is wrong with the diary, so nothing was changed."))


class NoWholeBackupError(DiaryError):
    """A diary without any backup that could stand in for it."""

    def __init__(self) -> None:
        super().__init__(tr("There is no whole backup of this diary, so nothing was changed."))


@dataclass(frozen=True, slots=True)
class Remedies:
    """What is wrong with a diary's file, and the ways out of it."""

    problems: tuple[str, ...]
    """Empty where the file is whole."""
    backup: ListedBackup | None
    """The newest whole one, by its file; None where there is none."""
    salvage: Salvage | None
    """What could be read of the file itself; None where that is nothing."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What came of mending."""

    aside: str
    """The name under which the damaged file lies among the backups now."""
    salvage: Salvage | None = None
    """What was saved of it; None where a backup took its place."""

    @property
    def words(self) -> str:
        """What was done, in a line."""
        done = tr("Saved: {nights}.").format(nights=self.salvage.words) if self.salvage else tr("Your diary is back.")
        aside = tr("The damaged file is “{name}” among the backups.").format(name=self.aside)
        return f"{done} {aside}" if self.aside else done


def problems_in(folder: Path, *, clock: Clock) -> tuple[str, ...]:
    """What is wrong with the diary in a folder, whether it can be opened or not. Raises what else keeps it from being read."""
    from diary.book import Diary

    try:
        with closing(Diary.open(folder, clock=clock, writable=False)) as book:
            return problems_of_open(book)
    except (DamagedDiaryError, NotADiaryError) as refusal:
        return problems_of_file(folder) or (str(refusal),)


def problems_of_open(book: Diary) -> tuple[str, ...]:
    """What is wrong with a diary that could be opened; first, in plain words, with the build of its file."""
    return plain_problems(book.folder, book.files.check())


def plain_problems(folder: Path, problems: tuple[str, ...]) -> tuple[str, ...]:
    """What a check found, with plain words for the build of the file in the place of SQLite's."""
    if not problems:
        return ()
    plain = problems_of_file(folder)
    return (*plain, *(each for each in problems if not plain or not is_of_build(each)))


def problems_of_file(folder: Path) -> tuple[str, ...]:
    """What is wrong with the build of a diary's file, in plain words; empty where nothing is, or it cannot be read."""
    with suppress(OSError):
        return form_problems(folder / DIARY_NAME)
    return ()


def remedies_in(folder: Path, problems: tuple[str, ...], progress: Progress = UNWATCHED) -> Remedies:
    """The ways out of the damage of a diary's file; nothing is changed."""
    progress.step(tr("Looking for the newest whole backup"))
    backup = newest_sound(_backup_folders(folder))
    return Remedies(problems, backup, _try_salvage(folder, backup, progress))


def mend_by_backup(folder: Path, *, moment: dt.datetime, progress: Progress = UNWATCHED) -> Mending:
    """Put the newest whole backup in the place of the damaged file. Raises a refusal, with the file as it was."""
    progress.step(tr("Looking for the newest whole backup"))
    backup = newest_sound(_backup_folders(folder))
    if backup is None:
        raise NoWholeBackupError
    return Mending(restore_unopened_diary(folder, backup.name, moment=moment, progress=progress))


def mend_by_file(folder: Path, chosen: str, *, moment: dt.datetime, progress: Progress = UNWATCHED) -> Mending:
    """Put a backup that the person names in the place of the damaged file. Raises a refusal, with the file as it was."""
    return Mending(restore_unopened_diary(folder, chosen, moment=moment, progress=progress))


def begin_anew(folder: Path, *, moment: dt.datetime) -> Mending:
    """Put a new, empty diary in the place of a file of which nothing can be read."""
    with TemporaryDirectory() as place:
        path = Path(place) / DIARY_NAME
        make_diary(path)
        return Mending(restore_unopened_diary(folder, str(path), moment=moment))


def mend_by_salvage(folder: Path, *, moment: dt.datetime, progress: Progress = UNWATCHED) -> Mending:
    """Put what can be read of the damaged file in its place, as a new diary. Raises a refusal, with the file as it was."""
    with TemporaryDirectory() as place:
        found = salvage_in(folder, Path(place), progress)
        aside = restore_unopened_diary(folder, str(Path(place) / SALVAGED_NAME), moment=moment, progress=progress)
    replace_notices(folder, salvage_notice(found, folder, aside, moment=moment))
    return Mending(aside, found)


def salvage_notice(found: Salvage, folder: Path, aside: str, *, moment: dt.datetime) -> FileNotice:
    """Write beside the file that was set aside what of it is lost; gives what is said of it until the person has seen it."""
    name = f"{aside.removesuffix('.db')}.txt"
    with suppress(OSError):  # the diary is there; only its list is not
        path = backups_of(folder).path / name
        make_private(path)
        path.write_text("\n".join((f"{found.words}.", *found.losses, "")), encoding="utf-8")
    return FileNotice(NoticeKind.SALVAGED, moment.date(), name=name, text=found.words)


def salvage_in(folder: Path, place: Path, progress: Progress = UNWATCHED) -> Salvage:
    """Bring what can be read of the diary's file into a new diary at another place."""
    return _salvage(folder, place, newest_sound(_backup_folders(folder)), progress)


def preferences_in(folder: Path) -> Preferences:
    """How the person wants the diary to look, as far as a damaged file still tells."""
    with suppress(OSError):
        rows = file_rows(folder / DIARY_NAME).columns("preference")
        return preferences_of((row["name"], row["value"]) for row in rows)[0]
    return Preferences()


def _try_salvage(folder: Path, backup: ListedBackup | None, progress: Progress) -> Salvage | None:
    with TemporaryDirectory() as place:
        try:
            return _salvage(folder, Path(place), backup, progress)
        except WorkCancelledError:
            raise
        except DiaryError:
            return None


def _salvage(folder: Path, place: Path, backup: ListedBackup | None, progress: Progress) -> Salvage:
    found = salvage(folder / DIARY_NAME, place, progress)
    if found.is_count_certain or backup is None or backup.holdings is None:
        return found
    return replace(found, known_nights=max(found.known_nights, backup.holdings.nights))


def _backup_folders(folder: Path) -> list[BackupFolder]:
    """Where backups of the diary lie: beside it, and in the second folder that its own file names."""
    beside = backups_of(folder)
    with suppress(OSError, ValueError, TypeError, RecursionError):
        for row in file_rows(folder / DIARY_NAME).columns("preference"):
            if row["name"] == "backup_folder" and (second := json.loads(str(row["value"]))):
                return [beside, BackupFolder(Path(second), beside.origin)]
    return [beside]
