"""Profile, markers, preferences and own factors to rows and back."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from diary.model.factors import Choice, Clock, Factor, Group, Number, Option, Unit, YesNo
from diary.model.plain import plain_profile, profile_from_plain
from diary.model.preferences import Preferences, TemperatureUnit, Theme
from diary.model.profile import Marker, Medicine, Profile
from diary.store.tables import ConditionRow, FactorRow, MarkerRow, MedicineRow, PreferenceRow, ProfileRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from diary.model.factors import Kind

DATED = ("name", "year_of_birth", "sex", "pregnancy")
"""What the profile holds of which the history is kept."""


def read_profile(session: Session) -> Profile:
    """The profile as it stands: of each answer the newest."""
    newest: dict[str, Any] = {
        row.key: json.loads(row.value) if row.value is not None else None
        for row in session.scalars(select(ProfileRow).order_by(ProfileRow.id))
    }
    told = {key: value for key, value in newest.items() if value is not None}
    told["conditions"] = [
        {"key": row.key, "noted_on": row.noted_on.isoformat(), "since": row.since}
        for row in session.scalars(select(ConditionRow).order_by(ConditionRow.noted_on, ConditionRow.key))
    ]
    profile = profile_from_plain(told)
    medicines = tuple(
        Medicine(row.name, row.noted_on, row.dose, row.started, row.stopped, row.id)
        for row in session.scalars(select(MedicineRow).order_by(MedicineRow.id))
    )
    return dataclasses.replace(profile, medicines=medicines)


def write_profile(session: Session, profile: Profile, today: dt.date) -> None:
    """Keep the profile: a new dated row for each answer that changed, conditions and medicines as they are now."""
    before, after = plain_profile(read_profile(session)), plain_profile(profile)
    for key in DATED:
        if before[key] != after[key]:
            value = None if after[key] in (None, "") else json.dumps(after[key])
            session.execute(insert(ProfileRow).values(key=key, value=value, noted_on=today))
    session.execute(delete(ConditionRow))
    for condition in profile.conditions:
        session.execute(
            insert(ConditionRow).values(key=condition.key, since=condition.since, noted_on=condition.noted_on)
        )
    session.execute(delete(MedicineRow))
    for one in sorted(profile.medicines, key=lambda medicine: medicine.key is None):
        session.execute(insert(MedicineRow).values(**_medicine_row(one)))


def _medicine_row(one: Medicine) -> dict[str, object]:
    row = {
        "name": one.name,
        "dose": one.dose,
        "started": one.started,
        "stopped": one.stopped,
        "noted_on": one.noted_on,
    }
    return row if one.key is None else {**row, "id": one.key}


def read_markers(session: Session) -> tuple[Marker, ...]:
    """The markers, oldest first."""
    rows = session.scalars(select(MarkerRow).order_by(MarkerRow.day, MarkerRow.id))
    return tuple(Marker(row.day, row.text, row.id) for row in rows)


def write_markers(session: Session, markers: tuple[Marker, ...]) -> None:
    """Keep these markers and no others."""
    session.execute(delete(MarkerRow))
    for one in sorted(markers, key=lambda marker: marker.key is None):
        row = {"day": one.day, "text": one.text}
        session.execute(insert(MarkerRow).values(row if one.key is None else {**row, "id": one.key}))


def read_preferences(session: Session) -> Preferences:
    """The preferences; what was never chosen is as at the start."""
    told = {row.key: json.loads(row.value) for row in session.scalars(select(PreferenceRow))}
    known = {one.name for one in dataclasses.fields(Preferences)}
    kept = {key: value for key, value in told.items() if key in known}
    if "theme" in kept:
        kept["theme"] = Theme(kept["theme"])
    if "temperature" in kept:
        kept["temperature"] = TemperatureUnit(kept["temperature"])
    return Preferences(**kept)


def write_preferences(session: Session, preferences: Preferences) -> None:
    """Keep the preferences."""
    session.execute(delete(PreferenceRow))
    session.execute(
        insert(PreferenceRow),
        [{"key": key, "value": json.dumps(value)} for key, value in dataclasses.asdict(preferences).items()],
    )


def read_own_factors(session: Session) -> tuple[Factor, ...]:
    """The person's own factors that are still asked, in their order."""
    rows = session.scalars(
        select(FactorRow).where(FactorRow.own, ~FactorRow.archived).order_by(FactorRow.place, FactorRow.key)
    )
    return tuple(Factor(row.key, Group.OWN, row.question, row.name, _kind(row)) for row in rows)


def _kind(row: FactorRow) -> Kind:
    if row.kind == "number":
        return Number(row.low or 0, 100 if row.high is None else row.high, unit=_unit(row.unit))
    if row.kind == "choice":
        return Choice(tuple(Option(key, name) for key, name in json.loads(row.options or "[]")))
    return Clock() if row.kind == "clock" else YesNo()


def _unit(text: str) -> Unit:
    return Unit(text) if text in set(Unit) else Unit.POINTS
