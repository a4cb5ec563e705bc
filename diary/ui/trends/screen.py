"""Trends: how the cramps go over time. Gaps are gaps, and how much was logged stands always in sight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import flet as ft

from diary.charts.catalogue import CATALOGUE, ChartKind
from diary.language import tr, trn
from diary.model.night_tally import LOG_QUIET_NIGHTS
from diary.model.percent import percent
from diary.ui.page.component import component
from diary.ui.page.session import Session, use_read, use_session
from diary.ui.page.spans import TRENDS_SPANS, Span
from diary.ui.parts.doctor_line import doctor_line
from diary.ui.parts.empty import empty_screen
from diary.ui.parts.layout import GUTTER, card, quiet_text, screen, scrolling
from diary.ui.parts.logged_line import logged_line
from diary.ui.parts.period_chips import PeriodChips
from diary.ui.parts.period_dates import PeriodDates
from diary.ui.parts.soon import WaitingSoon
from diary.ui.trends.changes_card import ChangesCard
from diary.ui.trends.chart_card import ChartCard
from diary.ui.trends.content.trends import factor_chosen, looked_at
from diary.ui.trends.factor_choice import FactorChoice
from diary.ui.trends.trend_card import TrendCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.factors import Factor
    from diary.model.period import Period
    from diary.ui.page.content.looking_back import LookBack
    from diary.ui.parts.period_dates import PeriodChange

BEFORE_CHANGES = 2
"""The charts that stand above what changed: they answer the first question, how often."""


@component
def TrendsScreen() -> ft.Control:
    """The trend in words, what changed, and the charts, over the time that is chosen."""
    session = use_session()
    view = session.state.trends
    shown = use_read(session, lambda: looked_at(session.book, view), on=[view.span, view.own, session.state.revision])
    if shown is None:
        return screen(WaitingSoon())
    look, factors = shown.look, shown.factors
    if not look.ever_logged:
        return screen(scrolling([_nothing_yet()]))

    def choose(span: Span) -> None:
        now = session.state.trends
        own = now.own or look.period if span is Span.OWN else now.own
        session.state.trends = replace(now, span=span, own=own)

    def choose_dates(change: PeriodChange) -> None:
        now = session.state.trends
        session.state.trends = replace(now, own=change(now.own or look.period))

    return screen(
        logged_line(look),
        scrolling(
            [
                PeriodChips(TRENDS_SPANS, view.span, choose),
                *([_own_dates(session, look, choose_dates)] if view.span is Span.OWN else []),
                ft.Container(height=GUTTER),
                *(_over(session, look, factors) if look.logged else [card(None, quiet_text(look.nothing_sentence))]),
            ]
        ),
    )


def _own_dates(session: Session, look: LookBack, on_choose: Callable[[PeriodChange], None]) -> ft.Control:
    dates = PeriodDates(look.period, session.state.now.date(), on_choose)
    return ft.Container(dates, padding=ft.Padding.only(top=8))


def _over(session: Session, look: LookBack, factors: tuple[Factor, ...]) -> list[ft.Control]:
    charts = [_chart(session, kind, look.period, factors) for kind in CATALOGUE if factors or not kind.takes_factor]
    return [
        *([] if look.tally.no_rate_words else [TrendCard(look.period)]),
        doctor_line(),
        _in_figures(look),
        *charts[:BEFORE_CHANGES],
        ChangesCard(look.period),
        *charts[BEFORE_CHANGES:],
    ]


def _chart(session: Session, kind: ChartKind, period: Period, factors: tuple[Factor, ...]) -> ft.Control:
    if not kind.takes_factor:
        return ChartCard(kind.name, period, "")
    factor = factor_chosen(factors, session.state.trends.factor)

    def choose(key: str) -> None:
        session.state.trends = replace(session.state.trends, factor=key)

    return ChartCard(kind.name, period, factor, FactorChoice(factors, factor, choose))


def _in_figures(look: LookBack) -> ft.Control:
    if look.tally.no_rate_words:
        return card(None, ft.Text(look.tally.no_rate_words), quiet_text(tr(LOG_QUIET_NIGHTS)))
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


def _nothing_yet() -> ft.Control:
    return empty_screen(
        ft.Icons.SHOW_CHART,
        tr("Your nights over time"),
        tr("After the first night you log, you see here how many cramps you have each week."),
        tr("After seven nights, the share of cramp nights; after eight weeks, whether they are getting rarer."),
        tr("Quiet nights count as much as those with cramps."),
    )
