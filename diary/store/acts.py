"""The acts that can be undone and done again: the newest thirty, each with the records before and after it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from diary.language import tr
from diary.model.damage import DamagedRecord
from diary.model.errors import DiaryError
from diary.model.plain import plain_data, value_from_plain
from diary.store import strict
from diary.store.change import Change, Records, StepNotNextError, UndoStep, UndoSteps
from diary.store.tables import ActRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Select

MOST_STEPS = 30
"""Of undo. Each holds whole records, so that all of them would outgrow the diary itself."""
ACTS = "SELECT words, done_at, undone, before, after FROM act ORDER BY id"


class DamagedActError(DiaryError):
    """A change whose record cannot be read, so that it cannot be taken back or done again."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(
            tr(
                "The record of this change cannot be read ({reason}), so it cannot be taken back or done again; "
                "nothing was changed."
            ).format(reason=strict.reason(error))
        )


def push(connection: Connection, change: Change, *, done_at: dt.datetime) -> None:
    """Put an act on the undo list. What was taken back before can no longer be done again."""
    connection.execute(delete(ActRow).where(ActRow.undone))
    row = {"done_at": done_at, "words": change.words, "undone": False}
    row |= {"before": _dump(change.before), "after": _dump(change.after)}
    connection.execute(insert(ActRow), row)
    newest = select(ActRow.id).order_by(ActRow.id.desc()).limit(MOST_STEPS)
    connection.execute(delete(ActRow).where(ActRow.id.not_in(newest)))


def step_back(connection: Connection, step: UndoStep | None = None) -> Change | None:
    """The act to take back now, moved to the redo list; None where there is none.

    Raises StepNotNextError where a step is named and it is another's turn.
    """
    return _step(connection, _to_undo(), step, undone=True)


def step_forward(connection: Connection, step: UndoStep | None = None) -> Change | None:
    """The act to do again now, moved to the undo list; None where there is none.

    Raises StepNotNextError where a step is named and it is another's turn.
    """
    return _step(connection, _to_redo(), step, undone=False)


def next_steps(connection: Connection) -> UndoSteps:
    """Which act is taken back next, and which is done again next."""
    return UndoSteps(_next_step(connection, _to_undo()), _next_step(connection, _to_redo()))


def acts_version(connection: Connection) -> str:
    """Where the diary stands among its acts: the same for the same contents, another after each act."""
    query = select(func.coalesce(func.max(ActRow.id), 0), func.count().filter(ActRow.undone))
    newest, undone = connection.execute(query).one()
    return f"{newest}-{undone}"


def damaged_acts(connection: Connection) -> list[DamagedRecord]:
    """The acts whose records cannot be read."""
    return _stored_acts(connection)[1]


def read_act(words: Any, done_at: Any, undone: Any, before: Any, after: Any) -> Change:
    """An act from what stands in its columns. Raises what UNREADABLE has."""
    strict.moment(done_at)
    strict.flag(undone)
    return Change(strict.text(words), _records(before), _records(after))


def _stored_acts(connection: Connection) -> tuple[list[Change], list[DamagedRecord]]:
    changes, damaged = [], []
    for words, done_at, undone, before, after in strict.fetch_rows(connection, ACTS):
        try:
            changes.append(read_act(words, done_at, undone, before, after))
        except strict.UNREADABLE as error:
            what = tr("The record of the change “{words}”").format(words=strict.printable(words))
            damaged.append(DamagedRecord(what, strict.reason(error)))
    return changes, damaged


def _to_undo() -> Select[Any]:
    return select(ActRow.__table__).where(~ActRow.undone).order_by(ActRow.id.desc()).limit(1)


def _to_redo() -> Select[Any]:
    return select(ActRow.__table__).where(ActRow.undone).order_by(ActRow.id).limit(1)


def _next_step(connection: Connection, acts: Select[Any]) -> UndoStep | None:
    act = connection.execute(acts.with_only_columns(ActRow.id, ActRow.words)).one_or_none()
    return UndoStep(act.id, act.words) if act else None


def _step(connection: Connection, acts: Select[Any], step: UndoStep | None, *, undone: bool) -> Change | None:
    act = connection.execute(acts).one_or_none()
    if step is not None and (act is None or act.id != step.number):
        raise StepNotNextError
    if act is None:
        return None
    connection.execute(update(ActRow).where(ActRow.id == act.id).values(undone=undone))
    return Change(act.words, _load(act.before), _load(act.after))


def _dump(records: Records) -> str:
    return json.dumps({"nights": [], **plain_data(records)})


def _load(text: str) -> Records:
    try:
        return _records(text)
    except strict.UNREADABLE as error:
        raise DamagedActError(error) from error


def _records(text: object) -> Records:
    plain = json.loads(strict.text(text))
    # Every version wrote the nights, if there were none too: a record without them is damaged.
    return value_from_plain(Records, {"nights": plain["nights"], **plain})
