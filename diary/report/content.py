"""The report's content as plain values: every word and number that its pages show, in the order of the pages.

Page one is a value of its own, for each of its blocks looks its own way. The pages after it are the measures, sections that are
made of the same few parts, and then the nights. Whether a block is wanted, the module that makes it decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary import __version__
from diary.language import tr
from diary.report.answers_table import answers_sections
from diary.report.burden import Measure, burden_block
from diary.report.closing import closing_sections
from diary.report.events import events
from diary.report.findings_content import findings_block
from diary.report.first_page import FirstPage, first_pages
from diary.report.later_pages import later_sections
from diary.report.material import block_source
from diary.report.nights_content import Month, nights_block
from diary.report.pattern import Pattern, patterns
from diary.report.sections import ReportSection
from diary.report.strip import period_words
from diary.report.words import ReportWords, report_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from diary.charts.make import ChartDrawing
    from diary.model.period import Period
    from diary.report.material import Material


@dataclass(frozen=True, slots=True)
class ReportContent:
    """All that the report says."""

    language: str
    """The language's code, like “en”."""
    title: str
    program: str
    """The program and its version."""
    words: ReportWords
    first_pages: tuple[FirstPage, ...]
    """Page one within its words, then telling less and less; the layout takes the first that has room on the paper."""
    burden: tuple[Measure, ...]
    """Empty where no night was logged."""
    patterns: tuple[Pattern, ...]
    """Empty where no cramp was logged."""
    sections: tuple[ReportSection, ...]
    """The pages after the first, before the nights."""
    months: tuple[Month, ...]
    """The nights; empty where the person leaves them out."""
    closing: tuple[ReportSection, ...]
    """After the nights: all answers where they are wanted, how the numbers were made, what a diary cannot tell, the scales."""

    @property
    def first_page(self) -> FirstPage:
        """Page one as it tells the most."""
        return self.first_pages[0]


NO_DRAWINGS: Mapping[str, ChartDrawing] = {}


def report_content(
    material: Material,
    period: Period,
    *,
    report_date: dt.date,
    drawings: Mapping[str, ChartDrawing] = NO_DRAWINGS,
) -> ReportContent:
    """The report over a period; `drawings` are its charts, by their names."""
    source = block_source(material, period, report_date=report_date)
    all_events = events(source)
    return ReportContent(
        language=tr("en"),  # translators put their language's code
        title=tr("Night cramps, {period}").format(period=period_words(period)),
        program=tr("Night Cramp Diary {version}").format(version=__version__),
        words=report_words(),
        first_pages=first_pages(source, all_events, drawings),
        burden=burden_block(source),
        patterns=patterns(source.nights),
        sections=later_sections(source, all_events, findings_block(source), drawings),
        months=nights_block(source),
        closing=(*answers_sections(source), *closing_sections(source)),
    )
