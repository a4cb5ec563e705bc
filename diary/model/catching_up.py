"""Nights that are logged after the fact, from paper or from memory: which there are, and how a written answer counts.

What was written on paper in the evening was given in the evening, whenever it is typed in. Nobody knows the hour, so
it stands at the one from which the coming night can be prepared: before the night, and before the cramps of nearly all.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from diary.language import mark, trn
from diary.model.errors import DiaryError
from diary.model.mornings import DAY, EVENING_FROM, evening_of, latest_night, moment_in_night
from diary.model.night import Answer, Cramp, Night
from diary.model.night_acts import ActContext, SetAnswer, StepAnswer

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MOST_NIGHTS = 14
"""As many as a sheet of paper holds."""
LOOK_BACK = 60 * DAY


class CrampsDescribedError(DiaryError):
    """A smaller number of cramps for a night, of which more cramps were described."""

    def __init__(self, cramps: int) -> None:
        super().__init__(
            trn(
                "{n} cramp of this night is described already. Open the night to remove it.",
                "{n} cramps of this night are described already. Open the night to remove one.",
                cramps,
            ).format(n=cramps)
        )


def nights_to_catch_up(
    nights: Mapping[dt.date, Night], now: dt.datetime, damaged: Collection[dt.date] = ()
) -> tuple[dt.date, ...]:
    """The mornings of the latest nights that were not logged, oldest first, as paper has them.

    None before the diary was begun, unless that was within the nights of a sheet: who begins may bring one along.
    """
    logged = {morning for morning, night in nights.items() if night.logged}
    latest = latest_night(now, logged=now.date() in logged)
    begun = min((morning for morning in logged if morning <= latest), default=latest)
    start = max(latest - LOOK_BACK, min(begun, latest - (MOST_NIGHTS - 1) * DAY))
    days = (latest - back * DAY for back in range((latest - start).days + 1))
    missing = [day for day in days if day not in logged and day not in damaged]
    return tuple(reversed(missing[:MOST_NIGHTS]))


@dataclass(frozen=True, slots=True)
class AnswerFromPaper:
    """An answer that was written down before its night, and is typed in now."""

    act: SetAnswer | StepAnswer

    @property
    def words(self) -> str:
        """What was done."""
        return self.act.words

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with this answer as of the evening; one that cannot be given in the evening is of now."""
        return _in_the_evening(self.act.on(night, context), {self.act.key}, context)


@dataclass(frozen=True, slots=True)
class SetWrittenBefore:
    """Say of all evening answers of a night that they were written down before it, or that they were not."""

    is_so: bool

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Answers written before the night") if self.is_so else mark("Answers not written before the night")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with its answers as of the evening, or those of the evening as of now."""
        if self.is_so:
            return _in_the_evening(night, set(night.answers), context)
        now = night.moment_of_answer(context.moment)
        answers = {
            key: replace(answer, given_at=now) if _is_from_paper(night, answer) else answer
            for key, answer in night.answers.items()
        }
        return replace(night, answers=answers)


@dataclass(frozen=True, slots=True)
class CountCramps:
    """Log how many cramps a night had; those that are there stay, and only such go as nothing was told of."""

    keys: tuple[int, ...]
    """A key for each, for those that are added."""
    times: tuple[dt.time, ...] = ()
    """When those were of which nothing was told yet, as far as it is known."""

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Cramps saved") if self.keys else mark("No cramps saved")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with so many cramps. Raises CrampsDescribedError."""
        described = [cramp for cramp in night.cramps or () if cramp != Cramp()]
        if len(described) > len(self.keys):
            raise CrampsDescribedError(len(described))
        blank = [cramp for cramp in night.cramps or () if cramp == Cramp()]
        blank += [Cramp(key=key) for key in self.keys]
        added = blank[: len(self.keys) - len(described)]
        times = [moment_in_night(night.morning, time) for time in self.times][: len(added)]
        timed = [replace(cramp, at=at) for cramp, at in zip_longest(added, times)]
        return night.with_cramps((*described, *timed), context.moment)


def is_from_paper(night: Night) -> bool:
    """Whether an answer of the night was written down before it, on paper."""
    return any(_is_from_paper(night, answer) for answer in night.answers.values())


def _in_the_evening(night: Night, keys: Collection[str], context: ActContext) -> Night:
    """The night with these of its answers as of the evening; an earlier moment stays."""
    evening = _evening(night).replace(tzinfo=context.moment.tzinfo)
    evening = min(evening, night.logged_at) if night.logged_at else evening
    answers = dict(night.answers)
    for key in keys & night.answers.keys():
        if key in context.catalogue and context.catalogue.get(key).evening:
            answers[key] = Answer(answers[key].value, min(answers[key].given_at, evening))
    return replace(night, answers=answers)


def _evening(night: Night) -> dt.datetime:
    return dt.datetime.combine(evening_of(night.morning), EVENING_FROM)


def _is_from_paper(night: Night, answer: Answer) -> bool:
    return answer.given_at.replace(tzinfo=None) == _evening(night)
