"""The steps of undo: what the last acts changed, kept with the diary so that they outlast a restart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from diary.model.plain import (
    Plain,
    marker_from_plain,
    night_from_plain,
    plain_marker,
    plain_night,
    plain_profile,
    profile_from_plain,
)
from diary.store.change import Change, Records
from diary.store.tables import ActRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

STEPS = 30


def push(session: Session, change: Change, at: dt.datetime) -> None:
    """Add a step; what was taken back before can no longer be done again."""
    session.execute(delete(ActRow).where(ActRow.undone))
    session.execute(
        insert(ActRow).values(
            words=change.words, before=_dump(change.before), after=_dump(change.after), at=at.isoformat()
        )
    )
    newest = session.scalar(select(func.max(ActRow.id))) or 0
    session.execute(delete(ActRow).where(ActRow.id <= newest - STEPS))


def step_back(session: Session) -> Change | None:
    """The newest step that stands, marked as taken back."""
    row = session.scalars(select(ActRow).where(~ActRow.undone).order_by(ActRow.id.desc()).limit(1)).first()
    return _turn(session, row, undone=True) if row else None


def step_forward(session: Session) -> Change | None:
    """The oldest step that was taken back, marked as standing again."""
    row = session.scalars(select(ActRow).where(ActRow.undone).order_by(ActRow.id).limit(1)).first()
    return _turn(session, row, undone=False) if row else None


def _turn(session: Session, row: ActRow, *, undone: bool) -> Change:
    session.execute(update(ActRow).where(ActRow.id == row.id).values(undone=undone))
    return Change(row.words, _load(row.before), _load(row.after))


def _dump(records: Records) -> str:
    plain: Plain = {"nights": [plain_night(night) for night in records.nights]}
    if records.profile is not None:
        plain["profile"] = plain_profile(records.profile)
    if records.markers is not None:
        plain["markers"] = [plain_marker(one) for one in records.markers]
    return json.dumps(plain, ensure_ascii=False)


def _load(text: str) -> Records:
    plain = json.loads(text)
    return Records(
        nights=tuple(night_from_plain(night) for night in plain["nights"]),
        profile=profile_from_plain(plain["profile"]) if "profile" in plain else None,
        markers=tuple(marker_from_plain(one) for one in plain["markers"]) if "markers" in plain else None,
    )
