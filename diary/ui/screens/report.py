"""Report: the page for the doctor, seen as it will print, and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError
from diary.ui.look import TARGET
from diary.ui.looking_back import LookBack, look_back
from diary.ui.parts.day_button import DayButton
from diary.ui.parts.doctor_line import doctor_line
from diary.ui.parts.empty import empty_screen
from diary.ui.parts.layout import card, quiet_text, screen, scrolling
from diary.ui.parts.logged_line import logged_line
from diary.ui.parts.period_chips import PeriodChips
from diary.ui.parts.report_preview import ReportPreview
from diary.ui.parts.save_report import SaveReport
from diary.ui.parts.soon import WaitingSoon
from diary.ui.period import Period, Span
from diary.ui.session import Notice, use_read, use_session

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from typing import Any

NO_DATES: Period | None = None
"""The person has chosen no dates of their own."""


@ft.component
def ReportScreen() -> ft.Control:
    """The report over the period that is chosen."""
    session = use_session()
    span, set_span = ft.use_state(Span.QUARTER)
    own, set_own = ft.use_state(NO_DATES)
    look = use_read(
        session, lambda: look_back(session.book, span, own), on=[span, own, session.state.revision], slow=True
    )
    if look is None:
        return screen(WaitingSoon())
    if not look.ever_logged:
        return screen(scrolling([_nothing_yet()]))

    def choose(chosen: Span) -> None:
        if chosen is Span.OWN:
            set_own(look.period)
        set_span(chosen)

    return screen(
        scrolling(
            [
                PeriodChips(tuple(Span), span, choose),
                *([OwnDates(look.period, set_own)] if span is Span.OWN else []),
                logged_line(look),
                ReportName(),
                doctor_line(),
                *_pages(look),
            ]
        ),
        *([SaveReport(look.period)] if look.logged else []),
    )


def _pages(look: LookBack) -> list[ft.Control]:
    return [ReportPreview(look.period)] if look.logged else [card(None, quiet_text(look.nothing_sentence))]


def _nothing_yet() -> ft.Control:
    return empty_screen(
        ft.Icons.DESCRIPTION_OUTLINED,
        tr("One page for your doctor"),
        tr("After the first night you log, the page is laid out here, just as it will print."),
        tr("It says how often the cramps come, how strong they are, and what goes with them. Bring it along as a PDF."),
        tr("A doctor can read more from four weeks or more."),
    )


@ft.component
def OwnDates(period: Period, on_choose: Callable[[Period], Any]) -> ft.Control:
    """The person's own first and last morning. An end before the start is refused in words."""
    session = use_session()

    def choose(first: dt.date, last: dt.date) -> None:
        try:
            on_choose(Period(first, last))
        except DiaryError as refusal:
            session.tell(Notice(str(refusal), refusal=True))

    today = session.book.now().date()
    return ft.Row(
        [
            DayButton(tr("From"), period.first, today, on_choose=lambda day: choose(day, period.last)),
            DayButton(tr("To"), period.last, today, on_choose=lambda day: choose(period.first, day)),
        ],
        wrap=True,
        run_spacing=4,
    )


@ft.component
def ReportName() -> ft.Control:
    """Whose name stands on the report, and the way to change it."""
    session = use_session()
    page = ft.context.page
    profile = use_read(session, session.book.profile, on=[session.state.revision])
    name = profile.name if profile else ""
    words = tr("Name on the report: {name}").format(name=name) if name else tr("No name on the report yet.")
    return ft.Row(
        [
            quiet_text(words if profile else ""),
            ft.TextButton(
                tr("Change name") if name else tr("Add name"),
                height=TARGET,
                on_click=lambda _event: page.navigate("/settings/profile"),
            ),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=True,
        run_spacing=0,
    )
