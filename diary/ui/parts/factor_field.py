"""The form of one factor, whatever its kind. A value in, an answer out."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol

from diary.language import tr
from diary.model.clock_text import TimeOf, clock_from_text, clock_words
from diary.model.factors import Choice, Factor, Number, TimeOfDay, Unit, Value, YesNo
from diary.model.number_text import number_from_text, temperature_from_text
from diary.model.plain_number import plain_number
from diary.model.preferences import TemperatureUnit, shown_temperature
from diary.ui.page.component import component
from diary.ui.parts.chips import ChoiceChips, ScaleChips, YesNoChips
from diary.ui.parts.fields import Entry
from diary.ui.parts.stepper import Stepper

if TYPE_CHECKING:
    import flet as ft

Answering = Callable[[Value | None], Awaitable[None]]
"""Saves an answer, None to take it back; raises a refusal where it cannot be kept."""


class FactorAnswer(Protocol):
    """How the answer to a factor is given."""

    async def tap(self, value: Value) -> None:
        """Give this answer, or take it back where it is the one that is given."""

    async def step(self, more: bool, most: int) -> None:
        """Count one more or one fewer."""

    async def save(self, value: Value | None) -> None:
        """Save what was typed. Raises its refusal."""


AnsweringNumber = Callable[[float | None], Awaitable[None]]
"""The same for a number."""

ANY_NUMBER = Number(-math.inf, math.inf)
"""Where what is answered knows its range itself: a year."""

LONGEST_SCALE = 11
"""Numbers with more steps than this are typed or stepped, not tapped on a scale."""


@component
def FactorField(
    subject: str, factor: Factor, value: Value | None, answer: FactorAnswer, temperature: TemperatureUnit
) -> ft.Control:
    """How a factor is asked: chips, a scale, a stepper or a field. The subject is what it is asked of: the night."""
    subject = f"{subject} {factor.key}"
    question = tr(factor.question)
    match factor.kind:
        case YesNo():
            return YesNoChips(question, value if isinstance(value, bool) else None, answer.tap)
        case Choice(options):
            pairs = tuple((option.key, tr(option.name)) for option in options)
            return ChoiceChips(question, pairs, value if isinstance(value, str) else None, answer.tap)
        case TimeOfDay(of):
            return ClockEntry(subject, question, value, answer.save, of)
        case Number(unit=Unit()) as kind:
            return _built_in_number(subject, question, kind, _number(value), answer=answer, temperature=temperature)
        case Number() as kind:
            return _own_number(subject, question, kind, _number(value), answer)


def _number(value: Value | None) -> float | None:
    return value if isinstance(value, float) else None


def _whole_number(question: str, kind: Number, value: float | None, answer: FactorAnswer) -> ft.Control:
    low, high = int(kind.low), int(kind.high)
    whole = None if value is None else int(value)
    if kind.open_ended:
        more = (str(high), tr("{n} or more").format(n=high))
        pairs = (*((str(n), str(n)) for n in range(low, high)), more)
        chosen = None if whole is None else str(whole)
        return ChoiceChips(question, pairs, chosen, lambda key: answer.tap(float(key)))
    if high - low < LONGEST_SCALE:
        return ScaleChips(question, tuple(range(low, high + 1)), whole, lambda number: answer.tap(float(number)))
    return Stepper(question, whole, lambda more: answer.step(more, high), unit=tr(str(kind.unit)) if kind.unit else "")


def _built_in_number(  # all that a number's field may need
    subject: str,
    question: str,
    kind: Number,
    value: float | None,
    *,
    answer: FactorAnswer,
    temperature: TemperatureUnit,
) -> ft.Control:
    if kind.unit is Unit.CELSIUS:
        return TemperatureEntry(subject, question, value, answer.save, temperature)
    if kind.unit is Unit.MINUTES:
        return NumberEntry(subject, question, value, answer.save, kind)
    return _whole_number(question, kind, value, answer)


def _own_number(subject: str, question: str, kind: Number, value: float | None, answer: FactorAnswer) -> ft.Control:
    """A number of the person's own: a short scale is tapped, all else typed, for a range of theirs may be any."""
    if kind.step != 1 or kind.high - kind.low >= LONGEST_SCALE:
        return NumberEntry(subject, question, value, answer.save, kind)
    words = f"{question} ({kind.unit})" if kind.unit else question
    whole = None if value is None else int(value)
    scale = tuple(range(int(kind.low), int(kind.high) + 1))
    return ScaleChips(words, scale, whole, lambda number: answer.tap(float(number)))


@component
def NumberEntry(
    subject: str,
    question: str,
    value: float | None,
    answer: AnsweringNumber,
    kind: Number = ANY_NUMBER,
    *,
    what: str | None = None,
) -> ft.Control:
    """A number of this kind that is typed. A refusal names `what`, or the question."""
    unit = kind.unit_words

    async def save(text: str) -> None:
        number = number_from_text(text, what or question, kind.low, kind.high, unit=unit) if text.strip() else None
        await answer(number)

    return Entry(subject, question, "" if value is None else plain_number(value), save, suffix=unit)


@component
def TemperatureEntry(
    subject: str, question: str, celsius: float | None, answer: AnsweringNumber, unit: TemperatureUnit
) -> ft.Control:
    """A temperature, typed in the unit that the person chose, kept in °C."""
    degrees = "°F" if unit is TemperatureUnit.FAHRENHEIT else "°C"

    async def save(text: str) -> None:
        await answer(temperature_from_text(text, question, unit) if text.strip() else None)

    shown = "" if celsius is None else plain_number(shown_temperature(celsius, unit))
    return Entry(subject, question, shown, save, suffix=degrees)


@component
def ClockEntry(
    subject: str, question: str, value: Value | None, answer: Answering, of: TimeOf, *, what: str | None = None
) -> ft.Control:
    """A time of day, typed as 22:30, 2230 or 10:30 pm. A refusal names `what`, or the question."""

    async def save(text: str) -> None:
        await answer(clock_from_text(text, what or question, of) if text.strip() else None)

    return Entry(subject, question, clock_words(value, of) if isinstance(value, dt.time) else "", save, hint="22:30")
