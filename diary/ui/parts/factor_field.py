"""The form of one factor, whatever its kind. A value in, an answer out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.factors import Choice, Clock, Factor, Number, Unit, Value, YesNo
from diary.model.preferences import TemperatureUnit, kept_temperature, shown_temperature
from diary.model.shown import plain_number
from diary.model.typed import clock_from_text, number_from_text
from diary.ui.component import component
from diary.ui.parts.chips import ChoiceChips, ScaleChips, YesNoChips
from diary.ui.parts.fields import Entry, Stepper
from diary.ui.session import Tapped, use_session

if TYPE_CHECKING:
    import flet as ft

Answering = Callable[[Value | None], Awaitable[None]]
"""Saves an answer, None to take it back; raises a refusal where it cannot be kept."""

AnsweringNumber = Callable[[float | None], Awaitable[None]]
"""The same for a number."""

LONGEST_SCALE = 11
"""Numbers with more steps than this are typed or stepped, not tapped on a scale."""


@component
def FactorField(
    subject: str, factor: Factor, value: Value | None, answer: Answering, temperature: TemperatureUnit
) -> ft.Control:
    """How a factor is asked: chips, a scale, a stepper or a field. The subject is what it is asked of: the night."""
    subject = f"{subject} {factor.key}"
    question, tap = tr(factor.question), use_session().tapped(answer)
    match factor.kind:
        case YesNo():
            return YesNoChips(question, value if isinstance(value, bool) else None, tap)
        case Choice(options):
            pairs = tuple((option.key, tr(option.name)) for option in options)
            return ChoiceChips(question, pairs, value if isinstance(value, str) else None, tap)
        case Clock():
            return ClockEntry(subject, question, value, answer)
        case Number(unit=Unit()) as kind:
            return _built_in_number(
                subject, question, kind, _number(value), answer=answer, tap=tap, temperature=temperature
            )
        case Number() as kind:
            return _own_number(subject, question, kind, _number(value), answer=answer, tap=tap)


def _number(value: Value | None) -> float | None:
    return value if isinstance(value, float) else None


def _whole_number(question: str, kind: Number, value: float | None, tap: Tapped[float | None]) -> ft.Control:
    low, high = int(kind.low), int(kind.high)
    whole = None if value is None else int(value)
    if kind.open_ended:
        more = (str(high), tr("{n} or more").format(n=high))
        pairs = (*((str(n), str(n)) for n in range(low, high)), more)
        chosen = None if whole is None else str(whole)
        return ChoiceChips(question, pairs, chosen, lambda key: tap(None if key is None else float(key)))
    if high - low < LONGEST_SCALE:
        return ScaleChips(question, tuple(range(low, high + 1)), whole, tap)
    return Stepper(question, whole, tap, most=high, unit=tr(str(kind.unit)) if kind.unit else "")


def _built_in_number(  # all that a number's field may need
    subject: str,
    question: str,
    kind: Number,
    value: float | None,
    *,
    answer: Answering,
    tap: Tapped[float | None],
    temperature: TemperatureUnit,
) -> ft.Control:
    if kind.unit is Unit.CELSIUS:
        return TemperatureEntry(subject, question, value, answer, temperature)
    if kind.unit is Unit.MINUTES:
        return NumberEntry(subject, question, value, answer, unit=tr(Unit.MINUTES.value))
    return _whole_number(question, kind, value, tap)


def _own_number(
    subject: str, question: str, kind: Number, value: float | None, *, answer: Answering, tap: Tapped[float | None]
) -> ft.Control:
    """A number of the person's own: a short scale is tapped, all else typed, for a range of theirs may be any."""
    if kind.step != 1 or kind.high - kind.low >= LONGEST_SCALE:
        return NumberEntry(subject, question, value, answer, unit=kind.unit)
    words = f"{question} ({kind.unit})" if kind.unit else question
    whole = None if value is None else int(value)
    return ScaleChips(words, tuple(range(int(kind.low), int(kind.high) + 1)), whole, tap)


@component
def NumberEntry(
    subject: str,
    question: str,
    value: float | None,
    answer: AnsweringNumber,
    *,
    unit: str = "",
    what: str | None = None,
) -> ft.Control:
    """A number that is typed. A refusal names `what`, or the question."""

    async def save(text: str) -> None:
        await answer(number_from_text(text, what or question) if text.strip() else None)

    return Entry(subject, question, "" if value is None else plain_number(value), save, suffix=unit)


@component
def TemperatureEntry(
    subject: str, question: str, celsius: float | None, answer: AnsweringNumber, unit: TemperatureUnit
) -> ft.Control:
    """A temperature, typed in the unit that the person chose, kept in °C."""
    degrees = "°F" if unit is TemperatureUnit.FAHRENHEIT else "°C"

    async def save(text: str) -> None:
        await answer(kept_temperature(number_from_text(text, question), unit) if text.strip() else None)

    shown = "" if celsius is None else f"{shown_temperature(celsius, unit):g}"
    return Entry(subject, question, shown, save, suffix=degrees)


@component
def ClockEntry(
    subject: str, question: str, value: Value | None, answer: Answering, *, what: str | None = None
) -> ft.Control:
    """A time of day, typed as 22:30, 2230 or 10:30 pm. A refusal names `what`, or the question."""

    async def save(text: str) -> None:
        await answer(clock_from_text(text, what or question) if text.strip() else None)

    return Entry(subject, question, f"{value:%H:%M}" if isinstance(value, dt.time) else "", save, hint="22:30")
