"""The lists of the profile, and the markers: each entry a row whose columns are the fields of its value, by their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import Integer, delete, insert, select

from diary.language import mark, tr
from diary.model.damage import DamagedRecord, DamagedRecordError
from diary.model.profile import Condition, Helpfulness, Marker, Medicine, Treatment
from diary.store import strict
from diary.store.columns import Day, Flag, Words
from diary.store.tables import ConditionRow, MarkerRow, MedicineRow, TreatmentRow

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection, Table

Entry = TypeVar("Entry")

_READERS = {Day: strict.day, Flag: strict.flag, Words: strict.text, Integer: strict.whole_number}
"""How a value is read, by the type of its column."""


@dataclass(frozen=True, slots=True)
class EntryList(Generic[Entry]):
    """A list, and the table that holds it."""

    kind: type[Entry]
    table: type[ConditionRow | MedicineRow | TreatmentRow | MarkerRow]
    what: str
    """What an entry of this name is called where it cannot be read."""
    words: Mapping[str, type[StrEnum]] = field(default_factory=dict)
    """Columns that hold one of a few words."""

    @property
    def place(self) -> Column[int]:
        """The column of its place: its number in the diary, which the entry has as its key, or where it stands."""
        (column,) = self._all_columns.primary_key.columns
        return column

    @property
    def columns(self) -> list[Column[Any]]:
        """The columns that are fields of an entry."""
        return [column for column in self._all_columns.columns if not column.primary_key]

    @property
    def _all_columns(self) -> Table:
        return self.table.metadata.tables[self.table.__tablename__]


CONDITIONS = EntryList(Condition, ConditionRow, mark("The condition “{name}”"))
MEDICINES = EntryList(Medicine, MedicineRow, mark("The medicine “{name}”"))
TREATMENTS = EntryList(
    Treatment, TreatmentRow, mark("“{name}” in the list of what was tried"), {"verdict": Helpfulness}
)
MARKERS = EntryList(Marker, MarkerRow, mark("The marker on “{name}”"))


@dataclass(frozen=True, slots=True)
class StoredEntries(Generic[Entry]):
    """The entries of one list, by their places in the diary."""

    values: Mapping[int, Entry]
    damaged: Mapping[int, DamagedRecord]


def stored_entries(connection: Connection, entries: EntryList[Entry]) -> StoredEntries[Entry]:
    """The entries in order, and those that cannot be read."""
    values: dict[int, Entry] = {}
    damaged: dict[int, DamagedRecord] = {}
    query = select(entries.place, *entries.columns).order_by(entries.place)
    for place, *row in strict.fetch_rows(connection, str(query)):
        try:
            values[place] = _entry(entries, place, row)
        except strict.UNREADABLE as error:
            damaged[place] = DamagedRecord(tr(entries.what).format(name=strict.printable(row[0])), strict.reason(error))
    return StoredEntries(values, damaged)


def entry_row(entries: EntryList[Entry], entry: Entry, place: int | None) -> dict[str, Any]:
    """An entry as a row at this place; None has the diary give it one."""
    return {entries.place.name: place} | {column.name: getattr(entry, column.name) for column in entries.columns}


def write_entries(connection: Connection, entries: EntryList[Entry], values: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Put these in the place of all that can be read; gives them with their keys. Those that cannot stay as they are."""
    present = stored_entries(connection, entries)
    rows = [entry_row(entries, entry, entry.key) for entry in values]  # type: ignore[attr-defined]  # only numbered ones come here
    for row in rows:
        if row["id"] in present.damaged:
            raise DamagedRecordError(present.damaged[row["id"]])
    # All anew rather than what changed: a list is short, and the keys that come with the rows stay theirs.
    connection.execute(delete(entries.table).where(entries.place.in_(list(present.values))))
    keys = [connection.execute(insert(entries.table).returning(entries.place), row).scalar_one() for row in rows]
    return tuple(replace(entry, key=key) for entry, key in zip(values, keys, strict=True))  # type: ignore[type-var]


def _entry(entries: EntryList[Entry], place: int, row: list[Any]) -> Entry:
    fields = {
        column.name: _field_value(column, value, entries.words.get(column.name))
        for column, value in zip(entries.columns, row, strict=True)
    }
    return entries.kind(**({"key": place} | fields) if entries.place.name == "id" else fields)


def _field_value(column: Column[Any], value: object, words: type[StrEnum] | None) -> object:
    if value is None and column.nullable:
        return None
    return strict.word(value, words) if words else _READERS[type(column.type)](value)
