"""How much the cramps weigh: the outcome measures of trials and of the Geneva primary-care cramp log (SMW 2019)."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from diary.analysis.trends import LEAST_LOGGED, NIGHTS_A_WEEK, share_interval
from diary.language import mark, tr, trn
from diary.model.mornings import DAY
from diary.model.percent import percent
from diary.model.rounding import minutes_text, rate_text
from diary.model.signs import LONG_CRAMP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.model.night import Cramp
    from diary.report.material import BlockSource
    from diary.report.period_nights import PeriodNights

FOUR_WEEKS = 28


@dataclass(frozen=True, slots=True)
class Figure:
    """One number and what it was counted from."""

    value: str
    """Empty where it was never answered, or too few nights were logged for a rate."""
    basis: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One outcome measure, now and in the equal period before."""

    name: str
    now: Figure
    before: Figure | None
    """None where too few nights were logged to compare with."""


def burden_block(source: BlockSource) -> tuple[Measure, ...]:
    """The measures of the report; none where no night was logged, for there is nothing to count."""
    return burden(source.nights, source.before) if source.nights.logged_nights else ()


def burden(nights: PeriodNights, before: PeriodNights | None) -> tuple[Measure, ...]:
    """The measures in the order in which a doctor wants them. The period has at least one logged night."""
    return tuple(Measure(tr(name), figure(nights), figure(before) if before else None) for name, figure in _MEASURES)


def _cramp_nights(nights: PeriodNights) -> Figure:
    if not nights.tally.has_rate:
        return Figure("", nights.tally.no_rate_words)
    share = share_interval(len(nights.cramp_nights), len(nights.logged_nights))
    basis = trn(
        "{n} of {logged} night: {share} ({low} to {high})",
        "{n} of {logged} nights: {share} ({low} to {high})",
        len(nights.logged_nights),
    ).format(
        share=percent(share.middle),
        low=percent(share.low),
        high=percent(share.high),
        n=len(nights.cramp_nights),
        logged=len(nights.logged_nights),
    )
    return Figure(_rate(FOUR_WEEKS * share.middle, nights), basis)


def _cramps_a_week(nights: PeriodNights) -> Figure:
    basis = tr("{cramps} on {nights}").format(
        cramps=trn("{n} cramp", "{n} cramps", len(nights.cramps)).format(n=len(nights.cramps)),
        nights=trn("{n} logged night", "{n} logged nights", len(nights.logged_nights)).format(
            n=len(nights.logged_nights)
        ),
    )
    return Figure(_rate(NIGHTS_A_WEEK * len(nights.cramps) / len(nights.logged_nights), nights), basis)


def _rate(rate: float, nights: PeriodNights) -> str:
    """A rate to one decimal; empty where the nights give none, or fewer than a week has: the counts say all there is."""
    return rate_text(rate) if nights.tally.has_rate and len(nights.logged_nights) >= LEAST_LOGGED else ""


def _median_intensity(nights: PeriodNights) -> Figure:
    values = nights.cramp_values(lambda cramp: cramp.intensity)
    if not values:
        return _blank_figure(nights)
    words = trn("median of {n} cramp, {low} to {high}", "median of {n} cramps, {low} to {high}", len(values))
    basis = words.format(n=len(values), low=min(values), high=max(values))
    return Figure(f"{median(values):g}", _with_missing(basis, len(nights.cramps) - len(values)))


def _median_minutes(nights: PeriodNights) -> Figure:
    values = nights.cramp_values(lambda cramp: cramp.minutes)
    if not values:
        return _blank_figure(nights)
    words = trn("median of {n} cramp, longest {longest}", "median of {n} cramps, longest {longest}", len(values))
    basis = words.format(n=len(values), longest=f"{max(values):g}")
    return Figure(minutes_text(median(values)), _with_missing(basis, len(nights.cramps) - len(values)))


def _long_cramps(nights: PeriodNights) -> Figure:
    values = [minutes > LONG_CRAMP for minutes in nights.cramp_values(lambda cramp: cramp.minutes)]
    return _share_figure(nights, values, trn("cramp", "cramps", len(values)), len(nights.cramps))


def _nights_woken(nights: PeriodNights) -> Figure:
    return _nights_on_which(nights, lambda cramp: cramp.woke_me)


def _nights_sore(nights: PeriodNights) -> Figure:
    return _nights_on_which(nights, lambda cramp: cramp.sore_next_day)


def _nights_on_which(nights: PeriodNights, of: Callable[[Cramp], bool | None]) -> Figure:
    """The share of cramp nights with a yes among those with an answer."""
    answers = [[of(cramp) for cramp in night.cramps or ()] for night in nights.cramp_nights]
    values = [
        any(answers_of_night) for answers_of_night in answers if any(answer is not None for answer in answers_of_night)
    ]
    return _share_figure(nights, values, trn("cramp night", "cramp nights", len(values)), len(answers))


def _median_disturbance(nights: PeriodNights) -> Figure:
    values = [night.value("sleep_disturbance") for night in nights.cramp_nights]
    numbers = [value for value in values if isinstance(value, (int, float))]
    if not numbers:
        return _blank_figure(nights)
    words = trn("median of {n} night, {low} to {high}", "median of {n} nights, {low} to {high}", len(numbers))
    return Figure(
        f"{median(numbers):g}", words.format(n=len(numbers), low=f"{min(numbers):g}", high=f"{max(numbers):g}")
    )


def _longest_quiet_run(nights: PeriodNights) -> Figure:
    """The longest spell without cramps; a night not logged ends it, for it is unknown."""
    longest, run, last = 0, 0, None
    for night in nights.logged_nights:
        follows = last is not None and night.morning - last == DAY
        run = 0 if night.cramps else run + 1 if follows else 1
        longest, last = max(longest, run), night.morning
    return Figure(f"{longest}", trn("quiet night in a row", "quiet nights in a row", longest))


def _share_figure(nights: PeriodNights, values: Sequence[bool], basis: str, whole: int) -> Figure:
    if not values:
        return _blank_figure(nights)
    share = tr("{part} of {whole}").format(part=sum(values), whole=len(values))
    return Figure(share, _with_missing(basis, whole - len(values)))


def _with_missing(basis: str, missing_count: int) -> str:
    words = trn("{basis}; {n} not told", "{basis}; {n} not told", missing_count)
    return words.format(basis=basis, n=missing_count) if missing_count else basis


def _blank_figure(nights: PeriodNights) -> Figure:
    """Where there was nothing to record, that is no gap in the record."""
    return Figure("", tr("not recorded") if nights.cramps else tr("no cramps"))


_MEASURES: tuple[tuple[str, Callable[[PeriodNights], Figure]], ...] = (
    (mark("Cramp nights in 28"), _cramp_nights),
    (mark("Cramps a week"), _cramps_a_week),
    (mark("Intensity, 0 to 10"), _median_intensity),
    (mark("Minutes a cramp lasts"), _median_minutes),
    (mark("Cramps over ten minutes"), _long_cramps),
    (mark("Nights woken"), _nights_woken),
    (mark("Nights sore the next day"), _nights_sore),
    (mark("Sleep disturbance, 0 to 10"), _median_disturbance),
    (mark("Longest free spell"), _longest_quiet_run),
)
