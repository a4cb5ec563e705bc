"""The acts on nights: what is told of one, one act a method."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.book.open_diary import OpenDiary, synchronized
from diary.language import mark
from diary.model.errors import NothingToCopyError
from diary.model.mornings import DAY, evening_of
from diary.model.night import Answer, Night
from diary.model.night_acts import ActContext, LogQuiet, SetAnswer, WriteNote
from diary.store.change import Change, Records

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from diary.model.factors import Value
    from diary.model.night import Cramp
    from diary.model.night_acts import NightAct

LOOK_BACK_FOR_MISSED = 7
"""Days for which Log offers nights that were not logged."""


class NightActs(OpenDiary):
    """What is told of a night, and taken back."""

    def missed_mornings(self) -> list[dt.date]:
        """The mornings of the last seven days, newest first, whose nights were not logged.

        Mornings before the first night of the diary were not missed, nor one whose night cannot be read.
        """
        today = self.now().date()
        # Of these days alone: all nights would be read anew after every tap.
        lately = self._store.stored_nights(today - LOOK_BACK_FOR_MISSED * DAY, today)
        damaged = {night.morning for night in lately.damaged}
        logged = {night.morning: night.logged for night in lately.nights}
        start = min(logged, default=today)
        days = (today - back * DAY for back in range(1, LOOK_BACK_FOR_MISSED + 1))
        return [day for day in days if day > start and day not in damaged and not logged.get(day, False)]

    @synchronized
    def perform(self, morning: dt.date, act: NightAct) -> Night:
        """Do one act on the night as the diary holds it now."""
        before = self.night(morning)
        after = act.on(before, ActContext(self.catalogue(), self.moment()))
        return self._cramp_keys.with_keys(self._keep_night(act.words, before, after))

    def answer(self, morning: dt.date, key: str, *, value: Value | None) -> Night:
        """Answer one factor of a night; None takes the answer back."""
        return self.perform(morning, SetAnswer(key, value))

    def log_quiet(self, morning: dt.date) -> Night:
        """Say that a night had no cramps."""
        return self.perform(morning, LogQuiet())

    @synchronized
    def log_cramps(self, morning: dt.date, cramps: tuple[Cramp, ...]) -> Night:
        """Say which cramps a night had: at least one, about which nothing more need be known."""
        night = self.night(morning)
        return self._keep_night(mark("Cramps saved"), night, night.with_cramps(cramps, self.moment()))

    def write_note(self, morning: dt.date, note: str) -> Night:
        """Keep a note with a night."""
        return self.perform(morning, WriteNote(note))

    @synchronized
    def log(
        self,
        morning: dt.date,
        *,
        cramps: tuple[Cramp, ...] | None,
        answers: Mapping[str, Value],
        note: str | None = None,
    ) -> Night:
        """Tell several things of a night in one act: what is None or absent stays as it was."""
        before = self.night(morning)
        now = self.moment()
        after = before
        for key, value in answers.items():
            after = after.with_answer(self.catalogue().get(key), value, now)
        if cramps is not None:
            after = after.with_cramps(cramps, now)
        if note is not None:
            after = replace(after, note=note)
        return self._keep_night(mark("Night saved"), before, after)

    @synchronized
    def copy_night_before(self, morning: dt.date) -> Night:
        """Copy the stable answers (covers, socks, room) of the night before, where this night has none of its own."""
        before, earlier = self.night(morning), self.night(evening_of(morning))
        stable = {factor.key for factor in self.catalogue().on_form if factor.stable}
        now = before.moment_of_answer(self.moment())
        answers = {
            key: Answer(answer.value, now)
            for key, answer in earlier.answers.items()
            if key in stable and key not in before.answers
        }
        if not answers:
            raise NothingToCopyError(evening_of(morning))
        after = replace(before, answers={**before.answers, **answers})
        return self._keep_night(mark("Copied from the night before"), before, after)

    @synchronized
    def delete(self, morning: dt.date) -> Night:
        """Take a whole night out of the diary; gives the night as it was."""
        night = self.night(morning)
        self._keep_night(mark("Night deleted"), night, Night(morning))
        return night

    def _keep_night(self, words: str, before: Night, after: Night) -> Night:
        if after == before:
            return before
        after.refuse_future(self.latest_wall_time(), before)
        self._store.keep(Change(words, before=Records(nights=(before,)), after=Records(nights=(after,))))
        return after
