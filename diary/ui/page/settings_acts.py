"""The acts of Settings. Each changes one thing in what the page shows and in what the diary holds then: none is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diary.language import tr
from diary.model.errors import DiaryError, NotWholeError
from diary.model.plain_number import plain_number
from diary.model.profile import Profile
from diary.model.suspicion_acts import NameSuspicion
from diary.ui.page.records import MARKERS, PREFERENCES, PROFILE
from diary.ui.page.session import Notice
from diary.ui.page.use_record import use_record

if TYPE_CHECKING:
    from diary.model.marker_acts import Markers, MarkersAct
    from diary.model.preferences import Preferences
    from diary.model.profile_acts import ProfileAct
    from diary.ui.page.session import Session


async def prefer(session: Session, **preferred: Any) -> None:
    """Keep some preferences, and dress the page in them. Raises a refusal in words."""
    book = session.book

    def change(preferences: Preferences) -> Preferences:
        return replace(preferences, **preferred)

    await session.change(PREFERENCES, change, lambda: book.person.keep_preferences(change(book.person.preferences())))


def use_profile(session: Session) -> Profile | None:
    """The profile as the page shows it; None until it was read."""
    return use_record(session, PROFILE, session.book.person.profile)


def shown_profile(session: Session) -> Profile:
    """The profile as the page shows it at this moment: what a tap is about."""
    return session.shown(PROFILE) or Profile()


async def save_profile(session: Session, act: ProfileAct) -> Profile:
    """Do an act on the profile that was typed. Raises a refusal in words."""
    book = session.book
    return await session.save(PROFILE, lambda: book.person.change_profile(act))


async def change_profile(session: Session, act: ProfileAct, words: str | None = None) -> None:
    """Do an act on the profile that was tapped: a refusal is shown as a line, for there is no field beside."""
    book, today = session.book, session.book.now().date()
    try:
        await session.change(
            PROFILE, lambda profile: act.on(profile, today), lambda: book.person.change_profile(act), words
        )
    except DiaryError as refusal:
        session.tell(Notice(str(refusal), refusal=True))


async def name_suspicion(session: Session, key: str | None) -> None:
    """Name what is suspected, or with None take it back. Raises a refusal in words."""
    book, today = session.book, session.book.now().date()
    await session.change(
        PROFILE, lambda profile: NameSuspicion(key).on(profile, today), lambda: book.person.name_suspicion(key)
    )


async def save_markers(session: Session, act: MarkersAct) -> Markers:
    """Do an act on the markers that was typed. Raises a refusal in words."""
    book = session.book
    return await session.save(MARKERS, lambda: book.person.change_markers(act))


async def change_markers(session: Session, act: MarkersAct, words: str | None = None) -> None:
    """Do an act on the markers that was tapped: a refusal is shown as a line, for there is no field beside."""
    book, today = session.book, session.book.now().date()
    try:
        await session.change(
            MARKERS, lambda markers: act.on(markers, today), lambda: book.person.change_markers(act), words
        )
    except DiaryError as refusal:
        session.tell(Notice(str(refusal), refusal=True))


def whole(number: float | None) -> int | None:
    """A typed number as a whole one. Raises NotWholeError."""
    if number is None:
        return None
    if not number.is_integer():
        raise NotWholeError(tr("This number"), plain_number(number), 1)
    return int(number)
