"""The nights of the diary: read, logged, changed and deleted, one act a method."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.book.open_diary import synchronized
from diary.language import mark
from diary.model.catching_up import nights_to_catch_up
from diary.model.damage import damaged_between
from diary.model.errors import NothingToCopyError
from diary.model.mornings import DAY, evening_of, latest_night
from diary.model.night import Answer, Night
from diary.model.night_acts import ActContext, LogQuiet, SetAnswer, WriteNote
from diary.model.period import ALL_TIME, Period
from diary.store.change import Change, Records

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from diary.book.open_diary import OpenDiary
    from diary.model.damage import DamagedNight, StoredNights
    from diary.model.factors import Value
    from diary.model.night import Cramp
    from diary.model.night_acts import NightAct

LOOK_BACK_FOR_MISSED = 7
"""Days for which Log offers nights that were not logged."""


class DiaryNights:
    """All nights of an open diary."""

    def __init__(self, diary: OpenDiary) -> None:
        self._diary = diary

    def get(self, morning: dt.date) -> Night:
        """The night to this morning, each cramp with its key; blank where nothing is known of it.

        Raises DamagedNightError.
        """
        return self._diary.cramp_keys.with_keys(self._diary.store.night(morning))

    def all(self) -> list[Night]:
        """The nights of which anything is known and that can be read, oldest first."""
        return list(self._stored().nights)

    def between(self, period: Period = ALL_TIME) -> list[Night]:
        """Those of a period."""
        return self.all() if period == ALL_TIME else self._diary.store.nights(period)

    def damaged(self, period: Period = ALL_TIME) -> tuple[DamagedNight, ...]:
        """The nights of a period that cannot be read, with those whose morning cannot be read.

        They are neither quiet nor cramp nights nor missed ones, and no count holds them.
        """
        return damaged_between(self._stored().damaged, period)

    def latest(self) -> dt.date:
        """The morning of the latest night that a count up to now holds."""
        now = self._diary.now()
        tonight = self.between(Period(now.date(), now.date()))
        return latest_night(now, logged=any(night.logged for night in tonight))

    def has_other_logged(self, morning: dt.date) -> bool:
        """Whether any other night than the one to this morning was logged."""
        return self._diary.store.has_other_logged_night(morning)

    def new_cramp_key(self) -> int:
        """The key of a cramp that is to be added."""
        return self._diary.cramp_keys.new()

    def missed(self) -> list[dt.date]:
        """The mornings of the last seven days, newest first, whose nights were not logged.

        Mornings before the first night of the diary were not missed, nor one whose night cannot be read.
        """
        today = self._diary.now().date()
        # Of these days alone: all nights would be read anew after every tap.
        lately = self._diary.store.stored_nights(Period(today - LOOK_BACK_FOR_MISSED * DAY, today))
        damaged = {night.morning for night in lately.damaged}
        logged = {night.morning: night.logged for night in lately.nights}
        start = min(logged, default=today)
        days = (today - back * DAY for back in range(1, LOOK_BACK_FOR_MISSED + 1))
        return [day for day in days if day > start and day not in damaged and not logged.get(day, False)]

    def to_catch_up(self) -> tuple[dt.date, ...]:
        """The mornings of the latest nights that can be caught up on, oldest first."""
        stored = self._stored()
        damaged = {night.morning for night in stored.damaged if night.morning is not None}
        return nights_to_catch_up({night.morning: night for night in stored.nights}, self._diary.now(), damaged)

    @synchronized
    def perform(self, morning: dt.date, act: NightAct) -> Night:
        """Do one act on the night as the diary holds it now."""
        before = self.get(morning)
        after = act.on(before, ActContext(self._diary.catalogue(), self._diary.moment()))
        return self._diary.cramp_keys.with_keys(self._keep_night(act.words, before, after))

    def answer(self, morning: dt.date, key: str, *, value: Value | None) -> Night:
        """Answer one factor of a night; None takes the answer back."""
        return self.perform(morning, SetAnswer(key, value))

    def log_quiet(self, morning: dt.date) -> Night:
        """Say that a night had no cramps."""
        return self.perform(morning, LogQuiet())

    @synchronized
    def log_cramps(self, morning: dt.date, cramps: tuple[Cramp, ...]) -> Night:
        """Say which cramps a night had: at least one, about which nothing more need be known."""
        night = self.get(morning)
        return self._keep_night(mark("Cramps saved"), night, night.with_cramps(cramps, self._diary.moment()))

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
        before = self.get(morning)
        now = self._diary.moment()
        after = before
        for key, value in answers.items():
            after = after.with_answer(self._diary.catalogue().get(key), value, now)
        if cramps is not None:
            after = after.with_cramps(cramps, now)
        if note is not None:
            after = replace(after, note=note)
        return self._keep_night(mark("Night saved"), before, after)

    @synchronized
    def copy_night_before(self, morning: dt.date) -> Night:
        """Copy the stable answers (covers, socks, room) of the night before, where this night has none of its own."""
        before, earlier = self.get(morning), self.get(evening_of(morning))
        stable = {factor.key for factor in self._diary.catalogue().on_form if factor.stable}
        now = before.moment_of_answer(self._diary.moment())
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
        night = self.get(morning)
        self._keep_night(mark("Night deleted"), night, Night(morning))
        return night

    def _stored(self) -> StoredNights:
        return self._diary.nights_cache.get(self._diary.version(), "nights", self._diary.store.stored_nights)

    def _keep_night(self, words: str, before: Night, after: Night) -> Night:
        if after == before:
            return before
        after.refuse_future(self._diary.latest_wall_time(), before)
        self._diary.store.keep(Change(words, before=Records(nights=(before,)), after=Records(nights=(after,))))
        return after
