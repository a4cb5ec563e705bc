"""How much the cramps weigh: the outcome measures of trials and of the Geneva primary-care cramp log (SMW 2019)."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from diary.analysis.trends import LEAST_LOGGED, share_of
from diary.language import mark, tr, trn
from diary.model.mornings import DAY
from diary.model.percent import percent
from diary.model.signs import LONG_CRAMP
from diary.report.change import per_week

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.model.night import Cramp
    from diary.report.counted import Counted

FOUR_WEEKS = 28


@dataclass(frozen=True, slots=True)
class Figure:
    """One number and what it was counted from."""

    value: str
    """Empty where it was never told, or too few nights were logged for a rate."""
    basis: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One outcome measure, now and in the equal period before."""

    name: str
    now: Figure
    before: Figure | None
    """None where too few nights were logged to compare with."""


def burden(period: Counted, before: Counted | None) -> tuple[Measure, ...]:
    """The measures in the order in which a doctor wants them. The period has at least one logged night."""
    return tuple(Measure(tr(name), figure(period), figure(before) if before else None) for name, figure in _MEASURES)


def _cramp_nights(period: Counted) -> Figure:
    share = share_of(len(period.cramp_nights), len(period.logged))
    basis = trn(
        "{n} of {logged} night: {share} ({low} to {high})",
        "{n} of {logged} nights: {share} ({low} to {high})",
        len(period.logged),
    ).format(
        share=percent(share.middle),
        low=percent(share.low),
        high=percent(share.high),
        n=len(period.cramp_nights),
        logged=len(period.logged),
    )
    return Figure(_rate(FOUR_WEEKS * share.middle, period), basis)


def _cramps_a_week(period: Counted) -> Figure:
    words = trn("{n} cramp on {logged} logged nights", "{n} cramps on {logged} logged nights", len(period.cramps))
    basis = words.format(n=len(period.cramps), logged=len(period.logged))
    return Figure(_rate(per_week(period), period), basis)


def _rate(rate: float, period: Counted) -> str:
    """A rate to one decimal; empty where fewer nights were logged than a week has, for the counts say all there is."""
    return f"{rate:.1f}" if len(period.logged) >= LEAST_LOGGED else ""


def _intensity(period: Counted) -> Figure:
    told = period.told(lambda cramp: cramp.intensity)
    if not told:
        return _not_recorded()
    words = trn("median of {n} cramp, {low} to {high}", "median of {n} cramps, {low} to {high}", len(told))
    basis = words.format(n=len(told), low=min(told), high=max(told))
    return Figure(f"{median(told):g}", _and_not_told(basis, len(period.cramps) - len(told)))


def _minutes(period: Counted) -> Figure:
    told = period.told(lambda cramp: cramp.minutes)
    if not told:
        return _not_recorded()
    words = trn("median of {n} cramp, longest {longest}", "median of {n} cramps, longest {longest}", len(told))
    basis = words.format(n=len(told), longest=f"{max(told):g}")
    return Figure(f"{median(told):g}", _and_not_told(basis, len(period.cramps) - len(told)))


def _long_cramps(period: Counted) -> Figure:
    told = [minutes > LONG_CRAMP for minutes in period.told(lambda cramp: cramp.minutes)]
    return _part(told, trn("cramp", "cramps", len(told)), len(period.cramps))


def _woken(period: Counted) -> Figure:
    return _nights_on_which(period, lambda cramp: cramp.woke_me)


def _sore(period: Counted) -> Figure:
    return _nights_on_which(period, lambda cramp: cramp.sore_next_day)


def _nights_on_which(period: Counted, of: Callable[[Cramp], bool | None]) -> Figure:
    """Cramp nights with a yes, of those with an answer."""
    answers = [[of(cramp) for cramp in night.cramps or ()] for night in period.cramp_nights]
    told = [any(each) for each in answers if any(answer is not None for answer in each)]
    return _part(told, trn("cramp night", "cramp nights", len(told)), len(answers))


def _disturbance(period: Counted) -> Figure:
    values = [night.value("sleep_disturbance") for night in period.logged]
    told = [value for value in values if isinstance(value, (int, float))]
    if not told:
        return _not_recorded()
    words = trn("median of {n} night, {low} to {high}", "median of {n} nights, {low} to {high}", len(told))
    return Figure(f"{median(told):g}", words.format(n=len(told), low=f"{min(told):g}", high=f"{max(told):g}"))


def _quiet_in_a_row(period: Counted) -> Figure:
    """The longest spell without cramps; a night not logged ends it, for it is unknown."""
    longest, run, last = 0, 0, None
    for night in period.logged:
        follows = last is not None and night.morning - last == DAY
        run = 0 if night.cramps else run + 1 if follows else 1
        longest, last = max(longest, run), night.morning
    return Figure(f"{longest}", trn("quiet night in a row", "quiet nights in a row", longest))


def _part(told: Sequence[bool], kind: str, whole: int) -> Figure:
    if not told:
        return _not_recorded()
    part = tr("{part} of {whole}").format(part=sum(told), whole=len(told))
    return Figure(part, _and_not_told(kind, whole - len(told)))


def _and_not_told(basis: str, missing: int) -> str:
    words = trn("{basis}; {n} not told", "{basis}; {n} not told", missing)
    return words.format(basis=basis, n=missing) if missing else basis


def _not_recorded() -> Figure:
    return Figure("", tr("not recorded"))


_MEASURES: tuple[tuple[str, Callable[[Counted], Figure]], ...] = (
    (mark("Cramp nights in 28"), _cramp_nights),
    (mark("Cramps a week"), _cramps_a_week),
    (mark("Intensity, 0 to 10"), _intensity),
    (mark("Minutes a cramp lasts"), _minutes),
    (mark("Cramps over ten minutes"), _long_cramps),
    (mark("Nights woken"), _woken),
    (mark("Nights sore the next day"), _sore),
    (mark("Sleep disturbance, 0 to 10"), _disturbance),
    (mark("Longest free spell"), _quiet_in_a_row),
)
