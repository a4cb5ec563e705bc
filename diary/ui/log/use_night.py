"""The hook by which Log shows a night, or that it cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diary.model.damage import DamagedNight, DamagedNightError
from diary.ui.page.records import night_record
from diary.ui.page.use_record import use_record

if TYPE_CHECKING:
    import datetime as dt

    from diary.book import Diary
    from diary.model.night import Night
    from diary.ui.page.records import Record
    from diary.ui.page.session import Session


def use_night(session: Session, morning: dt.date) -> Night | DamagedNight | None:
    """The night as the page shows it; None until it was read."""
    record: Record[Any] = night_record(morning)
    return use_record(session, record, lambda: night_or_damage(session.book, morning))


def night_or_damage(book: Diary, morning: dt.date) -> Night | DamagedNight:
    """The night, or why it cannot be read: a value too, for what was shown before must not stay in its place."""
    try:
        return book.nights.get(morning)
    except DamagedNightError as refusal:
        return refusal.night
