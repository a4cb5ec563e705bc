"""The nights of the table as the page shows them, and the acts on one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import trn
from diary.model.catching_up import AnswerFromPaper, CountCramps
from diary.model.cramp_line import CrampLine
from diary.model.errors import DiaryError
from diary.model.mornings import night_name
from diary.model.night_acts import ActContext, NightAct, SetAnswer, StepAnswer
from diary.ui.page.open_night import quiet_words
from diary.ui.page.records import Record
from diary.ui.page.session import Notice, Session
from diary.ui.page.taps import toggled

if TYPE_CHECKING:
    from diary.book import Diary
    from diary.model.factors import Value
    from diary.model.night import Night

Nights = Mapping["dt.date", "Night"]


def table_record(mornings: tuple[dt.date, ...]) -> Record[Nights]:
    """The nights to these mornings."""
    return Record("catch up", " ".join(map(str, mornings)))


def read_nights(book: Diary, mornings: tuple[dt.date, ...]) -> Nights:
    """The nights as the diary holds them."""
    return {morning: book.nights.get(morning) for morning in mornings}


@dataclass(frozen=True, slots=True)
class TableNight:
    """One night of the table on one page."""

    session: Session
    mornings: tuple[dt.date, ...]
    """Of the whole table."""
    morning: dt.date

    @property
    def night(self) -> Night:
        """The night as the page shows it now."""
        return (self.session.shown(table_record(self.mornings)) or {})[self.morning]

    async def tap_count(self, count: int) -> None:
        """Log so many cramps, and say so. A refusal is shown as a line."""
        await self.tap(self._counting(CrampLine(count)), self.count_words(count))

    async def save_line(self, line: CrampLine) -> None:
        """Log the cramps that were typed. Raises its refusal."""
        await self.save(self._counting(line))

    def count_words(self, count: int) -> str:
        """What is said once so many cramps are saved."""
        words = trn("Saved: {n} cramp, {night}.", "Saved: {n} cramps, {night}.", count)
        return words.format(n=count, night=night_name(self.morning)) if count else quiet_words(self.morning)

    def _counting(self, line: CrampLine) -> CountCramps:
        new_key = self.session.book.nights.new_cramp_key
        return CountCramps(tuple(new_key() for _ in range(line.count)), line.times)

    async def tap(self, act: NightAct, words: str | None = None) -> None:
        """Do what a tap means. A refusal is shown as a line."""
        context = ActContext(self.session.state.catalogue, self.session.book.moment())

        def change(nights: Nights) -> Nights:
            return {**nights, self.morning: act.on(nights[self.morning], context)}

        try:
            await self.session.change(table_record(self.mornings), change, self._perform(act), words)
        except DiaryError as refusal:
            self.session.tell(Notice(str(refusal), refusal=True))

    async def save(self, act: NightAct) -> None:
        """Save what was typed. Raises its refusal, for a field to show."""
        await self.session.save(table_record(self.mornings), self._perform(act))

    def _perform(self, act: NightAct) -> Callable[[], Nights]:
        book = self.session.book

        def perform() -> Nights:
            book.nights.perform(self.morning, act)
            return read_nights(book, self.mornings)

        return perform


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """One question about a night of the table."""

    table_night: TableNight
    key: str
    is_from_paper: Callable[[], bool]
    """Whether the answers of this night were written down before it, as the box is ticked at the moment of a tap."""

    async def tap(self, value: Value) -> None:
        """Give this answer, or take it back where it is the one that is given."""
        await self.table_night.tap(
            self._act(SetAnswer(self.key, toggled(self.table_night.night.value(self.key), value)))
        )

    async def step(self, more: bool, most: int) -> None:
        """Count one more or one fewer."""
        await self.table_night.tap(self._act(StepAnswer(self.key, more=more, most=most)))

    async def save(self, value: Value | None) -> None:
        """Save what was typed. Raises its refusal."""
        await self.table_night.save(self._act(SetAnswer(self.key, value)))

    def _act(self, act: SetAnswer | StepAnswer) -> NightAct:
        return AnswerFromPaper(act) if self.is_from_paper() else act
