"""The profile and the markers in their tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from diary.model.profile import Condition, Marker, Medicine, Pregnancy, Profile, Sex
from diary.store.tables import ConditionRow, MarkerRow, MedicineRow, ProfileAnswerRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row


def read_profile(connection: Connection) -> Profile:
    """The profile as it stands now: of each question the newest answer."""
    newest = _newest(connection)
    name, year, sex, pregnancy = (newest.get(key) for key in ("name", "year_of_birth", "sex", "pregnancy"))
    return Profile(
        name=(name and name.text) or "",
        year_of_birth=year and year.number,
        sex=Sex(sex.text) if sex and sex.text else None,
        pregnancy=Pregnancy(pregnancy.number, pregnancy.noted_on)
        if pregnancy and pregnancy.number is not None
        else None,
        conditions=_conditions(connection),
        medicines=_medicines(connection),
    )


def write_profile(connection: Connection, profile: Profile, *, today: dt.date) -> Profile:
    """Keep a profile; gives it with the places that its medicines were given.

    An answer that changed is added with its day; the ones before it stay as history.
    """
    newest = _newest(connection)
    for row in _answer_rows(profile, today):
        if _told(row) != _told_before(newest.get(row["question"]), row):
            connection.execute(insert(ProfileAnswerRow), row)
    _write_conditions(connection, profile.conditions)
    return replace(profile, medicines=_write_medicines(connection, profile.medicines))


def read_markers(connection: Connection) -> tuple[Marker, ...]:
    """All markers, oldest first."""
    rows = connection.execute(select(MarkerRow.__table__).order_by(MarkerRow.day, MarkerRow.id))
    return tuple(Marker(row.day, row.text, row.id) for row in rows)


def write_markers(connection: Connection, markers: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """Keep these markers and no others; gives them with their places in the diary."""
    connection.execute(delete(MarkerRow))
    rows = [{"id": marker.key, "day": marker.day, "text": marker.text} for marker in markers]
    keys = _write_numbered(connection, MarkerRow, rows)
    return tuple(replace(marker, key=key) for marker, key in zip(markers, keys, strict=True))


def _newest(connection: Connection) -> dict[str, Row[Any]]:
    rows = connection.execute(select(ProfileAnswerRow.__table__).order_by(ProfileAnswerRow.id))
    return {row.question: row for row in rows}


def _answer_rows(profile: Profile, today: dt.date) -> list[dict[str, Any]]:
    pregnancy = profile.pregnancy
    return [
        {"question": "name", "number": None, "text": profile.name or None, "noted_on": today},
        {"question": "year_of_birth", "number": profile.year_of_birth, "text": None, "noted_on": today},
        {"question": "sex", "number": None, "text": profile.sex, "noted_on": today},
        {
            "question": "pregnancy",
            "number": pregnancy and pregnancy.weeks,
            "text": None,
            "noted_on": pregnancy.noted_on if pregnancy else today,
        },
    ]


def _told(row: dict[str, Any]) -> tuple[object, ...]:
    # How far a pregnancy is means nothing without its day; of the other answers the day is not part.
    dated = row["question"] == "pregnancy" and row["number"] is not None
    return row["number"], row["text"], row["noted_on"] if dated else None


def _told_before(before: Row[Any] | None, row: dict[str, Any]) -> tuple[object, ...]:
    if before is None:
        return None, None, None
    return _told({**row, "number": before.number, "text": before.text, "noted_on": before.noted_on})


def _conditions(connection: Connection) -> tuple[Condition, ...]:
    rows = connection.execute(select(ConditionRow.__table__).order_by(ConditionRow.position))
    return tuple(Condition(row.key, row.noted_on, row.since) for row in rows)


def _write_conditions(connection: Connection, conditions: tuple[Condition, ...]) -> None:
    connection.execute(delete(ConditionRow))
    for position, one in enumerate(conditions):
        row = {"position": position, "key": one.key, "noted_on": one.noted_on, "since": one.since}
        connection.execute(insert(ConditionRow), row)


def _medicines(connection: Connection) -> tuple[Medicine, ...]:
    rows = connection.execute(select(MedicineRow.__table__).order_by(MedicineRow.id))
    return tuple(
        Medicine(row.name, row.noted_on, dose=row.dose, started=row.started, stopped=row.stopped, key=row.id)
        for row in rows
    )


def _write_medicines(connection: Connection, medicines: tuple[Medicine, ...]) -> tuple[Medicine, ...]:
    connection.execute(delete(MedicineRow))
    rows = [
        {
            "id": one.key,
            "name": one.name,
            "dose": one.dose,
            "noted_on": one.noted_on,
            "started": one.started,
            "stopped": one.stopped,
        }
        for one in medicines
    ]
    keys = _write_numbered(connection, MedicineRow, rows)
    return tuple(replace(one, key=key) for one, key in zip(medicines, keys, strict=True))


def _write_numbered(
    connection: Connection, table: type[MarkerRow | MedicineRow], rows: list[dict[str, Any]]
) -> list[int]:
    return [connection.execute(insert(table).returning(table.id), row).scalar_one() for row in rows]
