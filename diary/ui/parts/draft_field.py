"""What a field needs so that nobody's typing is rewritten, and none of it is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError
from diary.ui.page.draft_file import Draft
from diary.ui.page.drafts import DraftField, Save
from diary.ui.page.effects import use_effect
from diary.ui.page.session import Notice, use_session

READ_BACK = 0.5
"""Seconds after which the page has read back what was saved, and a field shows it as it was understood."""


@dataclass(frozen=True, slots=True)
class Typing:
    """What a field shows, and what it calls as it is typed in and left."""

    text: str
    error: str
    """Why what was typed could not be saved; empty where it could, and while it is being typed."""
    changed: Callable[[Any], None]
    """Hears of each key."""
    commit: Callable[[], Awaitable[None]]
    """Reads and saves what was typed: the field is left."""
    submit: Callable[[Any], Awaitable[None]]
    """Enter was pressed: the same, and the focus stays where it is."""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """What is typed in a form."""

    text: str
    change: Callable[[str], None]
    """Puts another text in its place."""
    typed: Callable[[str], None]
    """Hears of each key; the field shows it already."""
    current: Callable[[], str]
    """The text as it is now, which a tap goes by; what was drawn may be older."""
    save: Callable[[Save], Awaitable[str]]
    """Saves the text as it is now and begins anew; gives why it could not be saved, empty where it could.

    While it is being saved, Enter and the button save no second one.
    """


def use_draft(subject: str, value: str, save: Save | None) -> Typing:
    """What is typed over a saved value, and is read only when its field is left: the draft of this subject."""
    session = use_session()
    drafts = session.drafts
    place = use_draft_field(subject)
    place.value, place.save = value, save
    draft = drafts.draft(place)

    def changed(event: Any) -> None:
        refused = bool((drafts.draft(place) or Draft("", "")).refusal)
        drafts.type(place, event.control.value)
        if refused:  # else nothing is drawn: a key that comes meanwhile could be drawn over
            place.redraw()

    async def commit() -> None:
        if drafts.draft(place) is None:
            return
        await drafts.commit(place)
        place.redraw()
        await asyncio.sleep(READ_BACK)
        read_back()

    async def submit(event: Any) -> None:
        await event.control.focus()  # Flutter takes it away at Enter
        await commit()

    def read_back() -> None:
        if place.last_saved is not None:
            place.last_saved = None
            place.redraw()

    use_effect(read_back, [value])
    saved = value if place.last_saved is None else place.last_saved
    return Typing(draft.text if draft else saved, draft.refusal if draft else "", changed, commit, submit)


def use_draft_field(subject: str) -> DraftField:
    """The place of this component among the fields that drafts are typed in; it is left when the component goes."""
    session = use_session()
    _, set_drawn = ft.use_state(0)
    page = session.page

    def begin() -> DraftField:
        return DraftField(
            subject, page, lambda: page.session.connection is not None, draw=lambda: set_drawn(lambda drawn: drawn + 1)
        )

    place = ft.use_memo(begin, [subject])
    shown: ft.MutableRef[DraftField] = ft.use_ref(place)

    def show() -> None:
        shown.current = place
        session.drafts.open(place)

    def tell(refusal: str) -> None:
        words = tr("Not saved yet: {reason} What you typed is kept, and waits for you where you typed it.")
        session.tell(Notice(words.format(reason=refusal), refusal=True))

    def leave() -> None:
        if shown.current is not None:
            session.drafts.leave(shown.current, tell)

    use_effect(show, [subject], cleanup=leave)
    return place


def use_form_draft(subject: str, start: str = "") -> FormDraft:
    """What is typed in a form, which its button saves: it survives leaving the screen, and waits there."""
    drafts = use_session().drafts
    place = use_draft_field(subject)
    place.value, place.save = start, None
    draft = drafts.draft(place)

    def typed(text: str) -> None:
        drafts.type(place, text)

    def change(text: str) -> None:
        typed(text)
        place.redraw()

    def current() -> str:
        held = drafts.draft(place)
        return held.text if held else start

    async def save(keep: Save) -> str:
        if place.lock.locked():
            return ""
        async with place.lock:
            text = current()
            try:
                await keep(text)
            except DiaryError as refusal:
                return str(refusal)
        if current() == text:  # else the next one is being typed already
            drafts.drop(place)
        place.redraw()
        return ""

    return FormDraft(draft.text if draft else start, change, typed, current, save)
