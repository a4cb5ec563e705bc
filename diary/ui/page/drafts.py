"""What is being typed, for all pages of the program, so that no word is lost however a field is left.

A draft is the person's until its field is left: only then is it read. What is understood is saved and the draft goes;
what is not stays, with its reason, and is there again when a field of its subject next shows: on another page, on
another day, and after the program was started anew.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from weakref import WeakSet

from diary.model.errors import DiaryError
from diary.ui.page.draft_file import Draft, DraftFile
from diary.ui.page.unforeseen import error_words

if TYPE_CHECKING:
    from collections.abc import Iterable

Save = Callable[[str], Awaitable[None]]
"""Saves what was typed; raises a refusal, which the field shows, where it cannot be kept."""


@dataclass(slots=True, eq=False, weakref_slot=True)
class DraftField:
    """A field on a page, in which drafts of one subject are typed."""

    subject: str
    page: object
    is_connected: Callable[[], bool]
    """Whether anybody can see the field's page."""
    draw: Callable[[], None]
    """Draws the field anew; for :meth:`redraw`."""
    value: str = ""
    """What is saved, as the field shows it."""
    save: Save | None = None
    """None in a form, which saves by its button and not by being left."""
    last_saved: str | None = None
    """What was saved just now; shown until the page has read it back."""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    context: contextvars.Context = field(default_factory=contextvars.copy_context)
    """In which Flet knows the field's page: the end of the program, too, saves what stands in it."""

    def redraw(self) -> None:
        """Draw the field anew, whoever asks for it."""
        self.context.copy().run(self.draw)


class Drafts:
    """All drafts: those in a field of some page, and those that were left."""

    def __init__(self, file: DraftFile) -> None:
        self._file = file
        self._left = {draft.subject: draft for draft in file.start}
        self._typed: dict[DraftField, Draft] = {}
        self._open: WeakSet[DraftField] = WeakSet()
        self._leaving: set[asyncio.Task[None]] = set()

    def open(self, place: DraftField) -> None:
        """Take note of a field that shows."""
        self._open.add(place)

    def draft(self, place: DraftField) -> Draft | None:
        """What is typed in a field. One that shows takes up what was left of its subject."""
        if place not in self._typed and place.subject in self._left and place.is_connected():
            self._typed[place] = self._left.pop(place.subject)
        return self._typed.get(place)

    def waits(self, subject: str) -> bool:
        """Whether something of this subject was left and waits for a field."""
        return subject in self._left

    def type(self, place: DraftField, text: str) -> None:
        """Take in what a field holds after a key. A text that is saved already is no draft."""
        place.last_saved = None
        if text == place.value:
            self._typed.pop(place, None)
        else:
            self._typed[place] = Draft(place.subject, text)
        self._file.follow(self._all)

    def drop(self, place: DraftField) -> None:
        """Let go of what a field holds: its form was saved, or the person thought better of it."""
        self._typed.pop(place, None)
        self._file.follow(self._all)

    async def commit(self, place: DraftField, *, again: bool = True) -> None:
        """Read and save what a field holds. Where it cannot be saved it stays, with the reason.

        What was refused before is tried `again` only where the person asks for it: a locked file takes seconds to say no.
        """
        async with place.lock:
            draft = self._typed.get(place)
            if draft is None or place.save is None or (draft.refusal and not again):
                return
            refusal = await _refusal(place, place.save, draft.text)
            if self._typed.get(place) is draft:  # nothing was typed meanwhile
                self._settle(place, draft, refusal)
        self._file.follow(self._all)

    def _settle(self, place: DraftField, draft: Draft, refusal: str) -> None:
        if refusal:
            self._typed[place] = replace(draft, refusal=refusal)
        else:
            del self._typed[place]
            place.last_saved = draft.text

    def leave(self, place: DraftField, tell: Callable[[str], None]) -> None:
        """Begin to save what stands in a field that goes, and tell why it cannot be, if it cannot."""
        self._open.discard(place)
        leaving = asyncio.create_task(self._leave(place, tell))
        self._leaving.add(leaving)
        leaving.add_done_callback(self._leaving.discard)

    async def _leave(self, place: DraftField, tell: Callable[[str], None]) -> None:
        await self.commit(place, again=False)
        draft = self._typed.get(place)
        self._put_down([place])
        if draft and draft.refusal:
            tell(draft.refusal)

    async def leave_page(self, page: object) -> None:
        """Save what stands in the fields of a page that went; what cannot be saved waits for another page, or this one."""
        places = [place for place in self._typed if place.page is page]
        try:
            for place in places:
                await self.commit(place, again=False)
        finally:  # also where a locked file takes longer than the page's leave
            self._put_down(place for place in places if not place.is_connected())

    def come_back(self, page: object) -> None:
        """Draw anew the fields of a page that is there again."""
        for place in [each for each in self._open if each.page is page]:
            place.redraw()

    async def settle(self, patience: float | None = None) -> None:
        """Save what can be saved in these seconds, and write down what cannot: the program ends. Raises a refusal."""
        saving = asyncio.create_task(self._save_all())
        await asyncio.wait({saving}, timeout=patience)
        await self._file.settle(self._all())

    async def _save_all(self) -> None:
        if self._leaving:
            await asyncio.wait(self._leaving)
        for place in list(self._typed):
            await self.commit(place, again=False)

    def _put_down(self, places: Iterable[DraftField]) -> None:
        for place in places:
            draft = self._typed.pop(place, None)
            if draft is not None:
                self._left[draft.subject] = draft
                self._offer(draft.subject)

    def _offer(self, subject: str) -> None:
        for place in [each for each in self._open if each.subject == subject and each.is_connected()]:
            place.redraw()

    def _all(self) -> tuple[Draft, ...]:
        return tuple((self._left | {draft.subject: draft for draft in self._typed.values()}).values())


async def _refusal(place: DraftField, save: Save, text: str) -> str:
    """Why a text cannot be saved; empty where it was."""
    try:
        await asyncio.create_task(_save(save, text), context=place.context.copy())
    except Exception as error:  # whatever it is, what was typed stays
        if not isinstance(error, DiaryError):
            logging.getLogger(__name__).exception("A draft could not be saved.")
        return error_words(error)
    return ""


async def _save(save: Save, text: str) -> None:
    await save(text)
