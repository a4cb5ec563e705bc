"""Which nights the list of Diary shows: with cramps, quiet, not logged, or with one answer to one question."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.answer_words import answer_words
from diary.model.factors import Choice, Number, TimeOfDay, Value, YesNo
from diary.model.mornings import DAY, latest_night
from diary.model.night import Night, NightState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diary.model.factors import Catalogue, Factor
    from diary.model.preferences import TemperatureUnit

STATE_NAMES = {
    NightState.CRAMPS: mark("Cramp nights"),
    NightState.QUIET: mark("Quiet"),
    NightState.NOT_LOGGED: mark("Not logged"),
}
MOST_SINGLY = 8
"""Numbers and times with more different answers than these are grouped in thirds."""
NOT_ANSWERED = "not answered"
"""The key of what was asked and not answered; no answer is one of this text."""


@dataclass(frozen=True, slots=True)
class NightFilter:
    """What is wanted; nothing of it is everything."""

    state: NightState | None = None
    factor: str = ""
    answer: str = ""
    """The key of one of answers_to; empty: any answer."""

    @property
    def wants_all(self) -> bool:
        """Whether it leaves nothing out."""
        return self.state is None and not self.factor


@dataclass(frozen=True, slots=True)
class DiaryView:
    """What Diary looks for."""

    words: str = ""
    wanted: NightFilter = NightFilter()


@dataclass(frozen=True, slots=True)
class AnswerWanted:
    """One answer that nights can be chosen by, or a range of answers."""

    key: str
    words: str
    low: Value
    high: Value

    def holds(self, value: Value) -> bool:
        """Whether a night's answer is this one, or within the range."""
        if isinstance(value, str):
            return value == self.low
        return _place(self.low) <= _place(value) <= _place(self.high)


def answered_factors(nights: Iterable[Night], catalogue: Catalogue) -> tuple[Factor, ...]:
    """The factors with an answer on any night, in the order of the form."""
    answered = {key for night in nights for key in night.answers}
    return tuple(factor for factor in catalogue if factor.key in answered)


def answers_to(factor: Factor, nights: Iterable[Night], unit: TemperatureUnit) -> tuple[AnswerWanted, ...]:
    """What can be wanted of a factor: each answer that was given, numbers and times in thirds where they are many."""
    given = {night.answers[factor.key].value for night in nights if factor.key in night.answers}
    match factor.kind:
        case Choice(options):
            ordered: list[Value] = [option.key for option in options if option.key in given]
        case YesNo():
            ordered = [value for value in (True, False) if value in given]
        case Number() | TimeOfDay():
            ordered = sorted(given, key=_place)
    if isinstance(factor.kind, Number | TimeOfDay) and len(ordered) > MOST_SINGLY:
        third = len(ordered) / 3
        groups = [ordered[round(at * third) : round((at + 1) * third)] for at in range(3)]
        return tuple(_wanted(factor, group[0], group[-1], unit) for group in groups)
    return tuple(_wanted(factor, value, value, unit) for value in ordered)


def nights_wanted(
    nights: Mapping[dt.date, Night], wanted: NightFilter, choices: tuple[AnswerWanted, ...], *, now: dt.datetime
) -> tuple[Night, ...]:
    """The nights that are wanted, oldest first. Nights of which nothing is known are among those not logged.

    The night under way is no gap yet.
    """
    all_of_them = _with_gaps(nights, now) if wanted.state is NightState.NOT_LOGGED else tuple(nights.values())
    return tuple(night for night in all_of_them if _is_wanted(night, wanted, choices))


def _is_wanted(night: Night, wanted: NightFilter, choices: tuple[AnswerWanted, ...]) -> bool:
    if wanted.state is not None and night.state is not wanted.state:
        return False
    if not wanted.factor:
        return True
    value = night.value(wanted.factor)
    if wanted.answer == NOT_ANSWERED:
        return value is None
    if value is None:
        return False
    choice = next((each for each in choices if each.key == wanted.answer), None)
    return choice is None or choice.holds(value)


def _with_gaps(nights: Mapping[dt.date, Night], now: dt.datetime) -> tuple[Night, ...]:
    if not nights:
        return ()
    first, last = min(nights), max(latest_night(now, logged=False), *nights)
    days = (first + back * DAY for back in range((last - first).days + 1))
    return tuple(nights.get(day) or Night(day) for day in days)


def _wanted(factor: Factor, low: Value, high: Value, unit: TemperatureUnit) -> AnswerWanted:
    names = [answer_words(factor, value, unit) for value in (low, high)]
    words = names[0] if low == high else tr("{low} to {high}").format(low=names[0], high=names[1])
    return AnswerWanted(f"{low} to {high}", words[:1].upper() + words[1:], low, high)


def _place(value: Value) -> float:
    """Where an answer stands among its kind; times from the noon before on, as nights run."""
    if isinstance(value, dt.time):
        return (value.hour * 60 + value.minute - 720) % 1440
    return float(value)
