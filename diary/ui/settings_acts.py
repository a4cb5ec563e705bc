"""The acts of Settings. Each changes one thing in what is kept now, on the book's own thread, so that none is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diary.language import tr
from diary.model.errors import NotWholeError
from diary.ui import look

if TYPE_CHECKING:
    from diary.model.preferences import Preferences
    from diary.model.profile import Marker, Profile
    from diary.ui.session import Session

Told = Callable[["Profile"], "Profile"]
"""The profile as it is kept in, and as it is to be kept out."""
Marked = Callable[[tuple["Marker", ...]], tuple["Marker", ...]]
"""All markers as they are kept in, and as they are to be kept out."""


async def prefer(session: Session, **preferred: Any) -> None:
    """Keep some preferences, and dress the page in them. Raises a refusal in words."""
    book = session.book

    def keep() -> Preferences:
        return book.keep_preferences(replace(book.preferences(), **preferred))

    kept = await session.attempt(keep)
    session.state.preferences = kept
    look.dress(session.page, kept)
    session.page.update()


async def tell_profile(session: Session, told: Told) -> Profile:
    """Keep a change of the profile. Raises a refusal in words."""
    book = session.book
    return await session.attempt(lambda: book.keep_profile(told(book.profile())))


async def tick_profile(session: Session, told: Told) -> None:
    """Keep a change of the profile that a tap told: a refusal is shown as a line, for there is no field beside."""
    book = session.book
    await session.act(lambda: book.keep_profile(told(book.profile())))


async def tell_markers(session: Session, marked: Marked) -> tuple[Marker, ...]:
    """Keep a change of the markers. Raises a refusal in words."""
    book = session.book
    return await session.attempt(lambda: book.keep_markers(marked(book.markers())))


def whole(number: float | None) -> int | None:
    """A typed number as a whole one. Raises NotWholeError."""
    if number is None:
        return None
    if not number.is_integer():
        raise NotWholeError(tr("This number"), f"{number:g}", 1)
    return int(number)
