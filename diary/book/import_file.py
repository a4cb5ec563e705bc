"""Reads what is to be taken in: a JSON of this diary, another diary's own file, or what a thermometer exported."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from diary.exchange.contents import Contents
from diary.exchange.errors import CannotReadFileError
from diary.exchange.own_json import load
from diary.exchange.room_file import RoomChoice, RoomFile
from diary.exchange.room_reader import read_room_file
from diary.exchange.streams import refuse_waiting
from diary.language import tr
from diary.model.causes import CauseKind, cause_of
from diary.model.clean_text import path_words
from diary.model.errors import DiaryError
from diary.model.merging import Differing
from diary.model.progress import UNWATCHED, Progress, WorkCancelledError
from diary.model.room_readings import room_nights
from diary.store.bounded_read import read_rest
from diary.store.errors import DamagedDiaryError, NewerDiaryError, NotADiaryError, NotADiaryFileError
from diary.store.other_diary import READ_ERRORS, copied_bytes, copied_file, is_database

if TYPE_CHECKING:
    from diary.book import Diary
    from diary.clock import Clock

HEAD = 100
"""Bytes by which a file's kind is known."""


@dataclass(frozen=True, slots=True)
class ImportFile:
    """A file that can be taken in."""

    contents: Contents
    differing: Differing
    """What counts where both hold something, unless the person says otherwise.

    A file that was exported is a copy from before, so the diary's stays; another diary was written to beside this one,
    so the later answer counts.
    """
    room: RoomFile | None = field(default=None, repr=False)
    """What a thermometer exported: what it tells of a night hangs on when the person was in bed."""

    def contents_for(self, book: Diary, choice: RoomChoice) -> Contents:
        """What it tells of the nights of this diary. Raises a refusal where the person has to say more of it first."""
        if self.room is None:
            return self.contents
        present = {night.morning: night for night in book.nights.all()}
        readings, unit = self.room.chosen_readings(choice), self.room.chosen_unit(choice)
        measured = room_nights(readings, unit, present, book.moment())
        return Contents(nights=measured.nights, left_out=(*measured.left_out, *self.room.left_out))


def read_import(path: Path, *, clock: Clock, progress: Progress = UNWATCHED) -> ImportFile:
    """What a file holds, with what waits in the log beside it. Raises a refusal that says what is wrong."""
    name = path_words(path)
    refuse_waiting(path)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            if not is_database(head):
                return _text_file(head + read_rest(file, path), clock, progress)
        progress.step(tr("Reading the file"))
        with copied_file(path) as folder:
            return ImportFile(_contents(folder, name, clock, progress), Differing.LATER)
    except READ_ERRORS as error:
        cause = cause_of(error)
        if cause.kind in (CauseKind.NOT_A_DATABASE, CauseKind.DAMAGED):
            raise NotADiaryFileError(name) from None
        raise CannotReadFileError(path, cause) from None


def read_imported_bytes(data: bytes, name: str, *, clock: Clock, progress: Progress = UNWATCHED) -> ImportFile:
    """What the bytes of a file hold. Raises a refusal that says what is wrong."""
    if not is_database(data[:HEAD]):
        return _text_file(data, clock, progress)
    progress.step(tr("Reading the file"))
    with copied_bytes(data) as folder:
        return ImportFile(_contents(folder, name, clock, progress), Differing.LATER)


def _text_file(data: bytes, clock: Clock, progress: Progress) -> ImportFile:
    if data[:1] not in (b"{", b"["):
        room = read_room_file(data, clock().tzinfo, progress)
        if room is not None:
            return ImportFile(Contents(), Differing.KEEP, room)
    return ImportFile(load(data, progress), Differing.KEEP)


def _contents(folder: Path, name: str, clock: Clock, progress: Progress) -> Contents:
    from diary.book import Diary

    try:
        with closing(Diary.open(folder, clock=clock, backups=False)) as diary:
            progress.step(tr("Reading the file"))
            return diary.files.contents()
    except WorkCancelledError:
        raise
    except NewerDiaryError:
        raise NewerDiaryError(Path(name)) from None
    except (NotADiaryError, DamagedDiaryError):
        raise NotADiaryFileError(name) from None
    except DiaryError as refusal:
        raise NotADiaryFileError(name) from refusal
