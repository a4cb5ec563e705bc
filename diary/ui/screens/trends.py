"""Trends: how the cramps go over time. Gaps are gaps, and how much was logged stands beside."""

from __future__ import annotations

import flet as ft

from diary.charts.catalogue import CATALOGUE
from diary.language import tr, trn
from diary.model.percent import percent
from diary.ui.looking_back import LookBack, look_back
from diary.ui.parts.chart_picture import ChartPicture
from diary.ui.parts.empty import empty_screen
from diary.ui.parts.layout import GUTTER, card, quiet_text, screen, scrolling
from diary.ui.parts.logged_line import logged_line
from diary.ui.parts.period_chips import PeriodChips
from diary.ui.parts.soon import WaitingSoon
from diary.ui.period import BACK, Span
from diary.ui.session import use_read, use_session


@ft.component
def TrendsScreen() -> ft.Control:
    """The charts over the span that is chosen."""
    session = use_session()
    span, set_span = ft.use_state(Span.QUARTER)
    look = use_read(session, lambda: look_back(session.book, span), on=[span, session.state.revision], slow=True)
    if look is None:
        return screen(WaitingSoon())
    if not look.ever_logged:
        return screen(scrolling([_nothing_yet()]))
    return screen(
        scrolling(
            [
                PeriodChips(BACK, span, set_span),
                logged_line(look),
                *(_charts(look) if look.logged else [_gap(look)]),
            ]
        ),
    )


def _charts(look: LookBack) -> list[ft.Control]:
    return [
        _in_figures(look),
        *[
            card(tr(kind.title), ChartPicture(kind.name, look.period), quiet_text(tr(kind.how)))
            for kind in CATALOGUE
            if not kind.takes_factor
        ],
    ]


def _in_figures(look: LookBack) -> ft.Control:
    return ft.Row(
        [
            _figure(f"{look.cramp_nights:,}", trn("cramp night", "cramp nights", look.cramp_nights)),
            _figure(percent(look.cramp_nights / look.logged), tr("of the nights logged")),
        ],
        spacing=GUTTER,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        intrinsic_height=True,
    )


def _figure(figure: str, words: str) -> ft.Control:
    return ft.Container(
        expand=True,
        content=card(
            None,
            ft.Column(
                [ft.Text(figure, theme_style=ft.TextThemeStyle.HEADLINE_MEDIUM), quiet_text(words)],
                spacing=0,
            ),
        ),
    )


def _gap(look: LookBack) -> ft.Control:
    return card(None, quiet_text(look.nothing_sentence))


def _nothing_yet() -> ft.Control:
    return empty_screen(
        ft.Icons.SHOW_CHART,
        tr("Your nights over time"),
        tr("After the first night you log, you see here how many cramps you have each week."),
        tr("After seven nights, a second chart shows whether nights with cramps are getting rarer."),
        tr("Quiet nights count as much as those with cramps."),
    )
