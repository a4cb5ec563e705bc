"""The one picture of page one, with what changed and the trend in words. It is never dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.trend import Outcome, counts_words, find_trend, logging_words, outcome_words
from diary.language import tr, trn
from diary.report.change import change_sentence
from diary.report.drawings import COURSE
from diary.report.events import EventLine, event_lines
from diary.report.sections import PictureBlock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.analysis.before_after import BeforeAfter
    from diary.charts.make import ChartDrawing
    from diary.report.events import Event
    from diary.report.fit import Fit
    from diary.report.material import BlockSource

LONGEST_NAME = 40
"""Columns of what changed."""


@dataclass(frozen=True, slots=True)
class CourseBlock:
    """The picture and the words around it."""

    picture: PictureBlock | None
    """None where no night was logged, or where the person leaves charts out."""
    lines: tuple[EventLine, ...]
    more: str
    """How many more changes there were; empty where all are told."""
    trend: str


def course_block(
    source: BlockSource, all_events: tuple[Event, ...], trend: str, drawings: Mapping[str, ChartDrawing], fit: Fit
) -> CourseBlock | None:
    """The block of a report; None where there is nothing to show. `trend` is how it goes, in words."""
    if not source.nights.logged_nights and not all_events:
        return None
    lines = event_lines(all_events, source, most=fit.events, text=LONGEST_NAME)
    more = len(all_events) - len(lines)
    return CourseBlock(
        PictureBlock(COURSE, drawings[COURSE].alternative) if COURSE in drawings else None,
        lines,
        trn("{n} more change", "{n} more changes", more).format(n=more) if more else "",
        trend,
    )


def trend_words(source: BlockSource, change: BeforeAfter | None) -> str:
    """The change against the period before; without one, the trend within the period; empty where no rate is told."""
    tally = source.nights.tally
    if not tally.has_rate:
        return ""  # the strip says why
    if change is not None:
        return change_sentence(change)
    trend = find_trend(source.material.included_nights, source.nights.period)
    if trend.outcome is Outcome.NOT_ENOUGH_NIGHTS:
        return counts_words(trend)
    words = tr("{outcome}. {counts}").format(outcome=outcome_words(trend), counts=counts_words(trend))
    return f"{words} {logging_words(trend)}".rstrip()
