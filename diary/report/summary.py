"""The four numbers of page one as numbers, for files that other programs read. Page one words the same (diary.report.tiles)."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from diary.analysis.trends import LEAST_LOGGED, share_interval
from diary.exchange.fhir.codes import NIGHTS
from diary.exchange.fhir.summary import SummaryMeasure, SummaryNumber
from diary.language import tr
from diary.model.factors import Unit
from diary.model.rounding import rounded
from diary.report.change import FOUR_WEEKS
from diary.report.tiles import minutes_awake, nights_with_waking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.report.period_nights import PeriodNights


def summary_measures(nights: PeriodNights) -> tuple[SummaryMeasure, ...]:
    """The measures of a period, each with what it was counted from; without a value where the nights give none."""
    return (_cramp_nights(nights), _intensity(nights), _minutes(nights), _nights_woken(nights))


def _cramp_nights(nights: PeriodNights) -> SummaryMeasure:
    tally = nights.tally
    counts = (
        SummaryNumber("cramp_nights", tr("Cramp nights"), tally.cramp_nights, ""),
        SummaryNumber("nights_logged", tr("Nights logged"), tally.logged, ""),
        SummaryNumber("nights_in_period", tr("Nights of the period"), tally.nights, ""),
    )
    value: float | None = None
    ends: tuple[SummaryNumber, ...] = ()
    if tally.has_rate and tally.logged >= LEAST_LOGGED:
        share = share_interval(tally.cramp_nights, tally.logged)
        value = _in_four_weeks(share.middle)
        ends = (
            SummaryNumber("cramp_nights_low", tr("Lower end, 95 % interval"), _in_four_weeks(share.low), NIGHTS),
            SummaryNumber("cramp_nights_high", tr("Upper end, 95 % interval"), _in_four_weeks(share.high), NIGHTS),
        )
    return SummaryMeasure("cramp_nights_in_28", tr("Cramp nights in 28"), value, NIGHTS, (*counts, *ends))


def _in_four_weeks(share: float) -> float:
    return float(rounded(FOUR_WEEKS * share, 1))


def _intensity(nights: PeriodNights) -> SummaryMeasure:
    values = nights.cramp_values(lambda cramp: cramp.intensity)
    parts = _range("intensity", values, Unit.POINTS)
    return SummaryMeasure("intensity_median", tr("Intensity, median"), _median(values), Unit.POINTS, parts)


def _minutes(nights: PeriodNights) -> SummaryMeasure:
    values = nights.cramp_values(lambda cramp: cramp.minutes)
    parts = _range("minutes", values, Unit.MINUTES)
    return SummaryMeasure("minutes_median", tr("Minutes a cramp lasts, median"), _median(values), Unit.MINUTES, parts)


def _range(key: str, values: Sequence[float], unit: str) -> tuple[SummaryNumber, ...]:
    if not values:
        return ()
    return (
        SummaryNumber(f"{key}_least", tr("Least"), min(values), unit),
        SummaryNumber(f"{key}_most", tr("Most"), max(values), unit),
        SummaryNumber("cramps_counted", tr("Cramps with an answer"), len(values), ""),
    )


def _nights_woken(nights: PeriodNights) -> SummaryMeasure:
    woken, awake = nights_with_waking(nights), minutes_awake(nights)
    answered = (SummaryNumber("nights_answered", tr("Cramp nights with an answer"), len(woken), ""),) if woken else ()
    minutes = (
        (SummaryNumber("minutes_awake_median", tr("Minutes awake a night, median"), median(awake), Unit.MINUTES),)
        if awake
        else ()
    )
    value = float(sum(woken)) if woken else None
    return SummaryMeasure("nights_woken", tr("Nights woken"), value, NIGHTS, (*answered, *minutes))


def _median(values: Sequence[float]) -> float | None:
    return median(values) if values else None
