"""The acts of the Report screen. Each changes one choice in what is kept now, so that none is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from diary.ui.page.records import REPORT_CHOICES

if TYPE_CHECKING:
    from diary.book import Diary
    from diary.model.report_choices import ReportChoices
    from diary.ui.page.session import Session

Chosen = Callable[["ReportChoices"], "ReportChoices"]
"""The choices as they are kept in, and as they are to be kept out."""


async def choose(session: Session, chosen: Chosen) -> ReportChoices:
    """Keep a change of the choices. Raises a refusal in words."""
    book = session.book
    return await session.change(
        REPORT_CHOICES, chosen, lambda: book.person.keep_report_choices(chosen(book.person.report_choices()))
    )


async def remember_saving(session: Session) -> None:
    """Keep up to which night a report was saved. Raises a refusal in words."""
    await session.attempt(lambda: keep_saving(session.book))


def keep_saving(book: Diary) -> None:
    """Keep that a report was saved up to the latest night, for the next one that is to begin after it."""
    book.person.keep_report_choices(book.person.report_choices().with_report_saved(book.nights.latest()))
