"""The hook by which a screen shows a record of the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from diary.ui.page.session import use_heard

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.ui.page.records import Record
    from diary.ui.page.session import Session

Result = TypeVar("Result")


def use_record(session: Session, record: Record[Result], method: Callable[[], Result]) -> Result | None:
    """A record as the page shows it: what the book holds and the acts on their way; None until it was read."""

    def hold(value: Result) -> None:
        session.hold(record, value)

    use_heard(session, method, hold, on=[record, session.state.revision])
    return session.shown(record)
