"""Taking back and doing again, by name: an Undo never reaches another act than the one it stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import DiaryError
from diary.ui.page.session import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.store.change import Change, UndoStep
    from diary.ui.page.session import Session


async def undo(session: Session, step: UndoStep) -> None:
    """Take back this act; where another came since, that is told instead."""
    await _take(session, lambda: session.book.undo(step), tr("Taken back: {act}"))


async def redo(session: Session, step: UndoStep) -> None:
    """Do again this act, that was taken back; where it is not its turn any more, that is told instead."""
    await _take(session, lambda: session.book.redo(step), tr("Done again: {act}"))


async def _take(session: Session, method: Callable[[], Change | None], words: str) -> None:
    try:
        change = await session.attempt(method)
    except DiaryError as refusal:
        session.tell(Notice(str(refusal), refusal=True))
    else:
        session.tell(Notice(words.format(act=tr(change.words))) if change else None)
