"""The new diary that a salvage fills: through the diary's own writers and rules, so that it is whole whatever comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from diary.language import tr
from diary.model.preferences import Preferences
from diary.model.report_choices import ReportChoices
from diary.store import strict
from diary.store.acts import read_act
from diary.store.check import damaged_records
from diary.store.entries import CONDITIONS, MARKERS, MEDICINES, TREATMENTS, entry_row, stored_entries
from diary.store.factors import read_questions, write_questions
from diary.store.nights import write_nights
from diary.store.person_rows import read_answer, stored_answers
from diary.store.salvage.file_rows import NUMBERS
from diary.store.settings import (
    read_backup_folder,
    read_preferences,
    stored_report_choices,
    write_backup_folder,
    write_preferences,
    write_report_choices,
)
from diary.store.tables import ActRow, ProfileAnswerRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from diary.model.night import Night
    from diary.store.entries import EntryList
    from diary.store.salvage.file_rows import FileRows

PROFILE_ANSWERS = "SELECT id, question, number, text, noted_on FROM profile_answer ORDER BY id"
ACTS = "SELECT id, words, done_at, undone, before, after FROM act ORDER BY id DESC"
MOST_NUMBER = 2**53
"""Beyond any number that a list of a person comes to."""
LISTS: tuple[EntryList[Any], ...] = (CONDITIONS, MEDICINES, TREATMENTS, MARKERS)


def fill_new_file(new: Connection, scratch: Connection, nights: Iterable[Night], rows: FileRows) -> tuple[str, ...]:
    """Fill a new diary with the nights, and with what can be read in the scratch; gives what was lost, in sentences."""
    write_questions(new, read_questions(scratch))
    refused_nights = _write_nights(new, list(nights))
    _copy_profile_answers(new, scratch)
    refused_entries = [sentence for entries in LISTS for sentence in _copy_entries(new, scratch, entries)]
    _copy_numbers(new, rows)
    preferences = read_preferences(scratch)
    if preferences != Preferences():
        write_preferences(new, preferences)
    choices, _ = stored_report_choices(scratch)
    if choices != ReportChoices():
        write_report_choices(new, choices)
    write_backup_folder(new, read_backup_folder(scratch))
    _copy_acts(new, scratch, is_complete=rows.is_complete("act"))
    return (*refused_nights, *refused_entries, *(record.sentence for record in damaged_records(scratch)))


def _write_nights(new: Connection, nights: list[Night]) -> tuple[str, ...]:
    try:
        with new.begin_nested():
            write_nights(new, nights)
    except IntegrityError:
        return tuple(sentence for night in nights for sentence in _write_night(new, night))
    return ()


def _write_night(new: Connection, night: Night) -> tuple[str, ...]:
    try:
        with new.begin_nested():
            write_nights(new, [night])
    except IntegrityError:
        return (tr("The night to {morning} cannot be read.").format(morning=night.morning.isoformat()),)
    return ()


def _copy_entries(new: Connection, scratch: Connection, entries: EntryList[Any]) -> Iterator[str]:
    """Copy the entries of a list that can be read; gives a sentence for each that the rules of its table refuse."""
    for place, entry in stored_entries(scratch, entries).values.items():
        row = entry_row(entries, entry, place)
        if not _insert(new, entries.table, row):
            name = str(next(iter(row[column.name] for column in entries.columns)))
            yield tr("{what} cannot be read: {reason}").format(
                what=tr(entries.what).format(name=name), reason=tr("its rules refuse it.")
            )


def _copy_profile_answers(new: Connection, scratch: Connection) -> None:
    """Copy the answers of each question whose newest can be read: an earlier one is not to stand for a later one."""
    newest = stored_answers(scratch).newest
    for number, *answer in strict.fetch_rows(scratch, PROFILE_ANSWERS):
        try:
            read = read_answer(*answer)
        except strict.UNREADABLE:
            continue
        if read.question in newest:
            _insert(new, ProfileAnswerRow, {"id": number} | read._asdict())


def _copy_acts(new: Connection, scratch: Connection, *, is_complete: bool) -> None:
    """Copy the changes that can be undone, newest first; none from before one that may be missing."""
    later: int | None = None
    for number, words, done_at, undone, before, after in strict.fetch_rows(scratch, ACTS):
        if not is_complete and later is not None and number != later - 1:
            return
        try:
            read_act(words, done_at, undone, before, after)
            moment = strict.moment(done_at)
        except strict.UNREADABLE:
            return
        row = {"id": number, "words": words, "done_at": moment, "undone": undone, "before": before, "after": after}
        if not _insert(new, ActRow, row):
            return
        later = number


def _copy_numbers(new: Connection, rows: FileRows) -> None:
    """Let no list give a number again that it gave before: an undo would meet another entry under it."""
    for row in rows.columns(NUMBERS):
        name, number = row["name"], row["seq"]
        if name not in {entries.table.__tablename__ for entries in LISTS} or not isinstance(number, int):
            continue
        if 0 < number < MOST_NUMBER:
            parameters = (name, number, name)
            statement = "INSERT INTO sqlite_sequence SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)"
            new.exec_driver_sql(statement, parameters)
            new.exec_driver_sql("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name))


def _insert(new: Connection, table: Any, row: dict[str, Any]) -> bool:
    """Insert a row; gives whether the rules of its table take it."""
    try:
        with new.begin_nested():
            new.execute(insert(table), row)
    except IntegrityError:
        return False
    return True
