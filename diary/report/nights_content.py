"""The nights as a table, newest first, by month. Quiet nights in a row, and nights not logged, share a line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from diary.language import tr, trn
from diary.model.answer_words import answer_words, cramp_words
from diary.model.built_in import BUILT_IN
from diary.model.factors import OWN_PREFIX, Catalogue
from diary.model.mornings import DAY, MONTHS, WEEKDAYS, evening_of, night_name
from diary.model.night import Night, NightState
from diary.model.period import Period
from diary.model.preferences import TemperatureUnit
from diary.model.report_choices import Part
from diary.report.period_nights import nights_in_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.report.material import BlockSource
    from diary.report.period_nights import PeriodNights

DAMAGED: Literal["damaged"] = "damaged"
"""Stands for the state of a night that cannot be read."""
LEFT_OUT: Literal["left out"] = "left out"
"""Stands for the state of a night that the person leaves out of the report."""


@dataclass(frozen=True, slots=True)
class NightTableRow:
    """A night, or several in a row of which the same is known."""

    nights: str
    """The evening of the first night and the morning of the last."""
    lines: tuple[str, ...]
    """A line a cramp; else that it was quiet, or not logged."""
    note: str
    cramps: bool
    """Whether it is a cramp night."""
    answers: str = ""
    """What was answered about a cramp night, as far as it is shown."""


@dataclass(frozen=True, slots=True)
class Month:
    """The nights whose mornings lie in one month."""

    name: str
    counts: str
    rows: tuple[NightTableRow, ...]


@dataclass(frozen=True, slots=True)
class NightRowOptions:
    """What the rows show beside the cramps."""

    catalogue: Catalogue = BUILT_IN
    temperature: TemperatureUnit = TemperatureUnit.CELSIUS
    own_answers: bool = True
    """Whether answers to the person's own questions stand beside the cramps; not where all answers have their table."""
    notes: bool = True
    omitted_mornings: frozenset[dt.date] = frozenset()
    """Mornings whose nights the person leaves out."""
    damaged_mornings: frozenset[dt.date] = frozenset()
    """Mornings whose nights cannot be read."""


DEFAULT_OPTIONS = NightRowOptions()


def nights_block(source: BlockSource) -> tuple[Month, ...]:
    """The nights of the report; none where the person leaves them out."""
    if not source.shows(Part.NIGHTS):
        return ()
    material = source.material
    options = NightRowOptions(
        catalogue=material.catalogue,
        temperature=material.temperature,
        own_answers=not source.shows(Part.ANSWERS),
        notes=material.choices.notes,
        omitted_mornings=material.choices.left_out,
        damaged_mornings=material.damaged_mornings,
    )
    return months_content(source.nights, options)


def months_content(period_nights: PeriodNights, options: NightRowOptions = DEFAULT_OPTIONS) -> tuple[Month, ...]:
    """Every night of the period, newest first."""
    known = {night.morning: night for night in period_nights.known_nights}
    nights = (known.get(day, Night(day)) for day in _days_back(period_nights.period))
    by_month = (list(of_month) for _, of_month in groupby(nights, key=lambda night: night.morning.replace(day=1)))
    return tuple(
        month
        for is_gap, months in groupby(by_month, key=lambda of_month: _is_gap(of_month, options))
        for month in (_gap(list(months), options) if is_gap else (_month(each, options) for each in months))
    )


def _is_gap(of_month: list[Night], options: NightRowOptions) -> bool:
    """Whether none of a month's nights was logged, and there is nothing else to tell of it."""
    return all(_row_key(night, options) == NightState.NOT_LOGGED for night in of_month)


def _gap(months: list[list[Night]], options: NightRowOptions) -> tuple[Month]:
    """Months in a row of which nothing is known, as one: years without a night would fill pages with nothing."""
    month = _month([night for of_month in months for night in of_month], options)
    if len(months) == 1:
        return (month,)
    first, last = months[-1][0].morning, months[0][0].morning
    name = tr("{first} to {last}").format(first=_month_name(first), last=_month_name(last))
    return (replace(month, name=name),)


def _days_back(period: Period) -> Iterator[dt.date]:
    return (period.last - back * DAY for back in range(period.days))


def _month(nights: list[Night], options: NightRowOptions) -> Month:
    of_month = nights_in_period(nights, Period(nights[-1].morning, nights[0].morning), options.damaged_mornings)
    return Month(
        _month_name(nights[0].morning),
        night_counts_words(of_month),
        tuple(_rows(nights, options)),
    )


def _month_name(day: dt.date) -> str:
    return f"{tr(MONTHS[day.month - 1])} {day.year}"


def night_counts_words(nights: PeriodNights) -> str:
    """The period's nights in a phrase: “31 cramp nights of 84 logged, 6 not logged”."""
    n = len(nights.cramp_nights)
    words = trn(
        "{n} cramp night of {logged} logged, {missed} not logged",
        "{n} cramp nights of {logged} logged, {missed} not logged",
        n,
    )
    return words.format(n=n, logged=len(nights.logged_nights), missed=nights.missing_count)


def _rows(nights: Iterable[Night], options: NightRowOptions) -> Iterator[NightTableRow]:
    for key, run in groupby(nights, key=lambda night: _row_key(night, options)):
        alike = list(run)
        if isinstance(key, dt.date):
            yield _row(alike[0], options)
        else:
            name = _run_name(Period(alike[-1].morning, alike[0].morning))
            yield NightTableRow(name, (_run_words(key, len(alike)),), "", cramps=False)


def _row_key(night: Night, options: NightRowOptions) -> NightState | Literal["left out", "damaged"] | dt.date:
    """What makes neighbouring nights one line: their state, unless there is more to tell of one."""
    if night.morning in options.damaged_mornings:
        return DAMAGED
    if night.morning in options.omitted_mornings:
        return LEFT_OUT
    return night.morning if night.cramps or (options.notes and night.note.strip()) else night.state


def _row(night: Night, options: NightRowOptions) -> NightTableRow:
    lines = tuple(map(cramp_words, night.cramps or ())) or (_run_words(night.state, 1),)
    return NightTableRow(
        night_name(night.morning),
        lines,
        night.note.strip() if options.notes else "",
        cramps=bool(night.cramps),
        answers=answers_words(night, options) if night.cramps and options.own_answers else "",
    )


def answers_words(night: Night, options: NightRowOptions) -> str:
    """What was answered to the person's own questions, in the order of the form: “Tea: Mint; Evening walk: no”."""
    parts = (
        tr("{question}: {answer}").format(
            question=tr(factor.name),
            answer=answer_words(factor, night.answers[factor.key].value, options.temperature),
        )
        for factor in options.catalogue
        if factor.key in night.answers and night.asks(factor) and factor.key.startswith(OWN_PREFIX)
    )
    return "; ".join(parts)


def _run_words(state: NightState | Literal["left out", "damaged"], nights: int) -> str:
    if state == DAMAGED:
        if nights == 1:
            return tr("cannot be read")
        return trn("{n} night that cannot be read", "{n} nights that cannot be read", nights).format(n=nights)
    if state == LEFT_OUT:
        return trn("left out by the patient", "{n} nights left out by the patient", nights).format(n=nights)
    if nights == 1:
        return tr("quiet") if state is NightState.QUIET else tr("not logged")
    if state is NightState.QUIET:
        return trn("{n} quiet night", "{n} quiet nights", nights).format(n=nights)
    return trn("{n} night not logged", "{n} nights not logged", nights).format(n=nights)


def _run_name(period: Period) -> str:
    """A name for nights in a row, from the evening of the first to the morning of the last."""
    first, last = period.first, period.last
    if first == last:
        return night_name(first)
    evening = evening_of(first)
    month = f" {tr(MONTHS[evening.month - 1])}" if evening.month != last.month else ""
    start = f"{tr(WEEKDAYS[evening.weekday()])} {evening.day}{month}"
    return f"{start} → {tr(WEEKDAYS[last.weekday()])} {last.day} {tr(MONTHS[last.month - 1])}"
