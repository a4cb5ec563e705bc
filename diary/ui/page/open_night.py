"""The night that Log shows, as a hand that taps on it meets it.

A tap means something for what the page shows at that moment, be it drawn already or not. On a Log without a date the
night goes with the day: where the day has changed since the screen was drawn, nobody but the person knows which night
was meant, so nothing is saved before they said it.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import DiaryError
from diary.model.mornings import night_name, night_to_log
from diary.model.night import Cramp, Night, Relief
from diary.model.night_acts import (
    ActContext,
    AddRelief,
    ChangeCramp,
    LogQuiet,
    NightAct,
    RemoveCramp,
    RemoveRelief,
    SetAnswer,
    StepAnswer,
)
from diary.ui.page.cramps_question import CrampsQuestion
from diary.ui.page.night_question import NightQuestion
from diary.ui.page.records import night_record
from diary.ui.page.session import Notice, Session
from diary.ui.page.taps import toggled

if TYPE_CHECKING:
    from diary.model.factors import Value
    from diary.ui.page.night_move import NightMove

Words = Callable[[dt.date], str]
"""What is said once an act is saved, of the night to this morning."""

AIMED_BEFORE = 2.0
"""Seconds after Log moved on to the next night in which a tap was aimed at the night before."""


def other_night(morning: dt.date, now: dt.datetime, move: NightMove | None, at: float) -> dt.date | None:
    """The night that may be meant as well as the one that a Log without a date shows; None where there is no doubt.

    `move` is how that Log last went on by itself, `at` the moment of the tap by the same steady clock.
    """
    if night_to_log(now) != morning:
        return night_to_log(now)
    if move is not None and move.after == morning and at < move.at + AIMED_BEFORE:
        return move.before
    return None


@dataclass(frozen=True, slots=True)
class OpenNight:
    """One night on one page."""

    session: Session
    morning: dt.date
    chosen: bool
    """Whether it was chosen by its date, so that there is no doubt about it."""

    @property
    def night(self) -> Night:
        """The night as the page shows it now."""
        return self.session.shown(night_record(self.morning)) or Night(self.morning)

    async def tap(self, act: NightAct, words: Words | None = None) -> None:
        """Do what a tap means, or ask which night it means. A refusal is shown as a line."""
        await self.tap_for(lambda morning: do_or_tell(self.session, morning, act, words))

    async def tap_for(self, choose: Callable[[dt.date], Awaitable[None]]) -> None:
        """Let a tap be for this night, or ask first which one it is for."""
        other = self._other_night()
        if other is None:
            await choose(self.morning)
        else:
            mornings = (min(self.morning, other), max(self.morning, other))
            self.session.state.night_question = NightQuestion(mornings, choose)

    async def save(self, act: NightAct) -> None:
        """Save what was typed: it belongs to the night for which it was typed. Raises its refusal, for a field to show."""
        book = self.session.book
        await self.session.save(night_record(self.morning), lambda: book.nights.perform(self.morning, act))

    def _other_night(self) -> dt.date | None:
        if self.chosen:
            return None
        state = self.session.state
        return other_night(self.morning, self.session.book.now(), state.night_move, time.monotonic())


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """One question about the night."""

    open_night: OpenNight
    key: str

    async def tap(self, value: Value) -> None:
        """Give this answer, or take it back where it is the one that is given."""
        await self.open_night.tap(SetAnswer(self.key, toggled(self.open_night.night.value(self.key), value)))

    async def step(self, more: bool, most: int) -> None:
        """Count one more or one fewer."""
        await self.open_night.tap(StepAnswer(self.key, more=more, most=most))

    async def save(self, value: Value | None) -> None:
        """Save what was typed. Raises its refusal."""
        await self.open_night.save(SetAnswer(self.key, value))


@dataclass(frozen=True, slots=True)
class OpenCramp:
    """One cramp of the night. It belongs to its night, whatever day it is by now, so nothing is asked."""

    open_night: OpenNight
    key: int

    @property
    def cramp(self) -> Cramp:
        """The cramp as the page shows it now."""
        cramps = self.open_night.night.cramps or ()
        return next((cramp for cramp in cramps if cramp.key == self.key), Cramp())

    async def tap(self, **fields: object) -> None:
        """Give these fields their values. A refusal is shown as a line."""
        await self._do(ChangeCramp(self.key, tuple(fields.items())))

    async def toggle(self, field: str, value: object) -> None:
        """Give this field this value, or take it back where it has it."""
        await self.tap(**{field: toggled(getattr(self.cramp, field), value)})

    async def toggle_relief(self, relief: Relief) -> None:
        """Add what relieved it, or remove it where it is there."""
        act = RemoveRelief if relief in (self.cramp.relief or ()) else AddRelief
        await self._do(act(self.key, relief))

    async def save(self, **fields: object) -> None:
        """Save what was typed. Raises its refusal."""
        await self.open_night.save(ChangeCramp(self.key, tuple(fields.items())))

    async def remove(self, words: str) -> None:
        """Remove it, and say so."""
        await self._do(RemoveCramp(self.key), lambda _: words)

    async def _do(self, act: NightAct, words: Words | None = None) -> None:
        await do_or_tell(self.open_night.session, self.open_night.morning, act, words)


async def log_quiet(session: Session, morning: dt.date) -> None:
    """Log that a night had no cramps; where it holds some, ask first. A refusal is shown as a line."""
    try:
        shown = session.shown(night_record(morning))
        night = await session.read(lambda: session.book.nights.get(morning)) if shown is None else shown
    except DiaryError as refusal:
        session.tell(Notice(str(refusal), refusal=True))
        return
    if night.cramps:
        session.state.cramps_question = CrampsQuestion(morning, night.cramps)
    else:
        await do_or_tell(session, morning, LogQuiet(), quiet_words)


def quiet_words(morning: dt.date) -> str:
    """What is said once a night is saved as quiet."""
    return tr("Saved: no cramps, {night}.").format(night=night_name(morning))


async def do_or_tell(session: Session, morning: dt.date, act: NightAct, words: Words | None) -> None:
    """Do an act on a night, seen at once where the page shows it; a refusal is shown as a line."""
    context = ActContext(session.state.catalogue, session.book.moment())
    try:
        await session.change(
            night_record(morning),
            lambda night: act.on(night, context),
            lambda: session.book.nights.perform(morning, act),
            words and words(morning),
        )
    except DiaryError as refusal:
        session.tell(Notice(str(refusal), refusal=True))
