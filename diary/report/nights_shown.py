"""The nights as a table, newest first, by month. Quiet nights in a row, and nights not logged, share a line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.mornings import DAY, MONTHS, WEEKDAYS, night_name
from diary.model.night import Night, NightState
from diary.model.shown import shown_cramp
from diary.report.counted import counted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from diary.report.counted import Counted


@dataclass(frozen=True, slots=True)
class NightRow:
    """A night, or several in a row of which the same is known."""

    nights: str
    """Evening and morning."""
    told: tuple[str, ...]
    """A line a cramp; else that it was quiet, or not logged."""
    note: str
    cramps: bool
    """Whether it is a cramp night."""


@dataclass(frozen=True, slots=True)
class Month:
    """The nights whose mornings lie in one month."""

    name: str
    counts: str
    rows: tuple[NightRow, ...]


def months_shown(period: Counted) -> tuple[Month, ...]:
    """Every night of the period, newest first."""
    known = {night.morning: night for night in period.nights}
    nights = [known.get(day, Night(day)) for day in _days_back(period.first, period.last)]
    by_month = groupby(nights, key=lambda night: night.morning.replace(day=1))
    return tuple(_month(month, list(each)) for month, each in by_month)


def _days_back(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (last - back * DAY for back in range((last - first).days + 1))


def _month(month: dt.date, nights: list[Night]) -> Month:
    told = counted(nights, nights[-1].morning, nights[0].morning)
    return Month(
        f"{tr(MONTHS[month.month - 1])} {month.year}",
        counts_words(told),
        tuple(_rows(nights)),
    )


def counts_words(period: Counted) -> str:
    """“31 cramp nights of 84 logged, 6 not logged”."""
    n = len(period.cramp_nights)
    words = trn(
        "{n} cramp night of {logged} logged, {missed} not logged",
        "{n} cramp nights of {logged} logged, {missed} not logged",
        n,
    )
    return words.format(n=n, logged=len(period.logged), missed=period.not_logged)


def _rows(nights: Iterable[Night]) -> Iterator[NightRow]:
    for alike, run in groupby(nights, key=_alike):
        each = list(run)
        if isinstance(alike, NightState):
            yield NightRow(
                _run_name(each[-1].morning, each[0].morning), (_run_words(alike, len(each)),), "", cramps=False
            )
        else:
            yield _row(each[0])


def _alike(night: Night) -> NightState | dt.date:
    """What makes neighbouring nights one line: their state, unless there is more to tell of one."""
    return night.morning if night.cramps or night.note.strip() else night.state


def _row(night: Night) -> NightRow:
    told = tuple(map(shown_cramp, night.cramps or ())) or (_run_words(night.state, 1),)
    return NightRow(night_name(night.morning), told, night.note.strip(), cramps=bool(night.cramps))


def _run_words(state: NightState, nights: int) -> str:
    if nights == 1:
        return tr("quiet") if state is NightState.QUIET else tr("not logged")
    if state is NightState.QUIET:
        return trn("{n} quiet night", "{n} quiet nights", nights).format(n=nights)
    return trn("{n} night not logged", "{n} nights not logged", nights).format(n=nights)


def _run_name(first: dt.date, last: dt.date) -> str:
    """From the evening of the first night to the morning of the last."""
    if first == last:
        return night_name(first)
    evening = first - DAY
    month = f" {tr(MONTHS[evening.month - 1])}" if evening.month != last.month else ""
    start = f"{tr(WEEKDAYS[evening.weekday()])} {evening.day}{month}"
    return f"{start} → {tr(WEEKDAYS[last.weekday()])} {last.day} {tr(MONTHS[last.month - 1])}"
