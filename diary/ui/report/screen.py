"""Report: the page for the doctor, seen as it will print, and saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.report_choices import REPORT_SPAN_NAMES, ReportSpan
from diary.ui.page.component import component
from diary.ui.page.records import REPORT_CHOICES
from diary.ui.page.session import use_read, use_session
from diary.ui.page.use_record import use_record
from diary.ui.parts.chosen_chip import ChosenChip
from diary.ui.parts.doctor_line import doctor_line
from diary.ui.parts.empty import empty_screen
from diary.ui.parts.layout import card, quiet_text, screen, scrolling
from diary.ui.parts.logged_line import logged_line
from diary.ui.parts.period_dates import PeriodDates
from diary.ui.parts.soon import WaitingSoon
from diary.ui.report.acts import choose
from diary.ui.report.choices import ReportChoicesCard
from diary.ui.report.content import ReportLook, report_look, spans_offered
from diary.ui.report.gaps_card import GapsCard
from diary.ui.report.preview import ReportPreview
from diary.ui.report.save_report import SaveReport
from diary.ui.report.sheet_button import SheetButton

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.period import Period
    from diary.model.report_choices import ReportChoices
    from diary.ui.parts.period_dates import PeriodChange


@component
def ReportScreen() -> ft.Control:
    """The report as it is chosen; the choices of last time stand."""
    session = use_session()
    choices = use_record(session, REPORT_CHOICES, session.book.person.report_choices)
    report = use_read(session, lambda: report_look(session.book), on=[session.state.revision])
    if report is None or choices is None:
        return screen(WaitingSoon())
    unit = session.state.preferences.temperature
    report = replace(report, choices=choices.with_paper_of_country(unit, report.number_to_call))
    look = report.look
    if not report.ever_logged:
        return screen(scrolling([_nothing_yet(), SheetButton()]))
    return screen(
        scrolling(
            [
                SpanChips(report),
                *([OwnPeriod(look.period, report.today)] if report.choices.span is ReportSpan.OWN else []),
                logged_line(look),
                ReportChoicesCard(report),
                *([GapsCard(report.gaps)] if report.gaps else []),
                doctor_line(),
                *_pages(report),
            ]
        ),
        *([SaveReport(look.period)] if look.logged else []),
    )


def _pages(report: ReportLook) -> list[ft.Control]:
    if report.look.logged:
        return [ReportPreview(report.look.period, report.choices)]
    return [card(None, quiet_text(report.look.nothing_sentence))]


def _nothing_yet() -> ft.Control:
    return empty_screen(
        ft.Icons.DESCRIPTION_OUTLINED,
        tr("One page for your doctor"),
        tr("After the first night you log, the page is laid out here, just as it will print."),
        tr("It says how often the cramps come, how strong they are, and what goes with them. Bring it along as a PDF."),
        tr("A doctor can read more from four weeks or more."),
    )


@component
def SpanChips(report: ReportLook) -> ft.Control:
    """The nights that the report is of: one chip a span, of which one is always chosen."""
    session = use_session()

    async def span(chosen: ReportSpan) -> None:
        def change(choices: ReportChoices) -> ReportChoices:
            own = choices.with_own_period(report.look.period) if chosen is ReportSpan.OWN else choices
            return replace(own, span=chosen)

        await choose(session, change)

    def chip(each: ReportSpan) -> ft.Control:
        words, chosen = tr(REPORT_SPAN_NAMES[each]), each is report.choices.span
        return ChosenChip(tr("Period"), words, chosen=chosen, on_choose=lambda: span(each))

    chips = [chip(each) for each in spans_offered(report.choices, report.today)]
    return ft.Row(chips, wrap=True, spacing=8, run_spacing=4)


@component
def OwnPeriod(period: Period, today: dt.date) -> ft.Control:
    """The person's own first and last morning of the report."""
    session = use_session()

    async def dates(change: PeriodChange) -> None:
        await choose(session, lambda choices: choices.with_own_period(change(choices.own_period or period)))

    return PeriodDates(period, today, dates)
