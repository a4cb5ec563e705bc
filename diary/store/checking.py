"""What `check` looks for in the diary's file, beyond what every start looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text

from diary.language import tr
from diary.model.errors import DiaryError
from diary.model.factors import BUILT_IN
from diary.store.night_rows import KINDS, read_nights
from diary.store.tables import FactorRow, NightRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def problems(session: Session) -> tuple[str, ...]:
    """What is wrong, one sentence each; empty where the file is whole."""
    return (*_broken_pages(session), *_astray(session), *_unknown_factors(session), *_unreadable_nights(session))


def _broken_pages(session: Session) -> list[str]:
    found = session.execute(text("PRAGMA integrity_check")).scalars().all()
    return [tr("The file is damaged: {what}").format(what=one) for one in found if one != "ok"]


def _astray(session: Session) -> list[str]:
    rows = session.execute(text("PRAGMA foreign_key_check")).all()
    return [tr("A row of {table} belongs to nothing.").format(table=row[0]) for row in rows]


def _unknown_factors(session: Session) -> list[str]:
    kept = dict(session.execute(select(FactorRow.key, FactorRow.kind).where(~FactorRow.own)).tuples().all())
    known = {one.key: KINDS[type(one.kind)] for one in BUILT_IN}
    return [
        tr("The question “{key}” is kept otherwise than it is asked.").format(key=key)
        for key in sorted(kept.keys() | known.keys())
        if kept.get(key) != known.get(key)
    ]


def _unreadable_nights(session: Session) -> list[str]:
    found = []
    for morning in session.scalars(select(NightRow.morning).order_by(NightRow.morning)):
        try:
            read_nights(session, morning, morning)
        except (DiaryError, ValueError) as failure:
            found.append(
                tr("The night to {morning} cannot be read: {why}").format(morning=morning.isoformat(), why=failure)
            )
    return found
