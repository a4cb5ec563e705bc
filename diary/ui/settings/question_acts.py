"""The acts of My questions. Each is on the questions as the page shows them at that moment, and seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import DiaryError
from diary.model.questions import Questions
from diary.ui.page.records import QUESTIONS
from diary.ui.page.session import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.ui.page.session import Session


async def tap_questions(
    session: Session,
    change: Callable[[Questions], Questions],
    method: Callable[[], Questions],
    words: str | None = None,
) -> None:
    """Do what a tap means for the questions. A refusal is shown as a line."""
    try:
        await session.change(QUESTIONS, change, method, words)
    except DiaryError as refusal:
        session.tell(Notice(str(refusal), refusal=True))


async def turn_question(session: Session, key: str, name: str) -> None:
    """Hide a question, or ask it again where it is hidden."""
    book = session.book
    hidden = (session.shown(QUESTIONS) or Questions()).catalogue.get(key).hidden
    words = tr("Asked again: {name}.") if hidden else tr("Hidden: {name}. Its answers stay.")
    await tap_questions(
        session,
        lambda questions: questions.hide(key, hidden=not hidden),
        lambda: book.questions.show(key) if hidden else book.questions.hide(key),
        words.format(name=name),
    )
