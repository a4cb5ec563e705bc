"""The page of one finding: counts and picture, who says what, when a night counts, and the nights behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.parts.buttons import IconWay
from diary.ui.parts.doctor_line import doctor_line
from diary.ui.parts.layout import card, quiet_text, screen, scrolling
from diary.ui.parts.nothing_here import NothingHere
from diary.ui.parts.soon import WaitingSoon
from diary.ui.parts.tonight_button import TonightButton
from diary.ui.triggers.amount_picture import amount_picture
from diary.ui.triggers.content.findings import Selection, TriggerContent, trigger_content
from diary.ui.triggers.nights_behind import NightsBehind
from diary.ui.triggers.span_choice import SpanChoice
from diary.ui.triggers.trigger_card import picture_of
from diary.ui.triggers.verdict_pill import verdict_pill

if TYPE_CHECKING:
    from diary.model.exposure import Exposure
    from diary.ui.triggers.content.findings import FindingCard


@component
def TriggerScreen() -> ft.Control:
    """What the address names."""
    session = use_session()
    key = ft.use_route_params().get("key")
    exposures = use_read(session, session.book.results.exposures, on=[session.state.revision])
    if exposures is None:
        return screen(ft.Container(WaitingSoon(), expand=True), doctor_line())
    exposure = next((each for each in exposures if each.key == key), None)
    if exposure is None:
        return NothingHere(tr("Nights are not compared by this."), tr("All triggers"), "/triggers")
    return TriggerPage(exposure)


@component
def Back() -> ft.Control:
    """The way back to all triggers."""
    page = ft.context.page
    return IconWay(ft.Icons.ARROW_BACK, tr("All triggers"), page, "/triggers")


@component
def TriggerPage(exposure: Exposure) -> ft.Control:
    """All that is told of one finding."""
    session = use_session()
    state = session.state
    span, early = state.findings_span, state.early_look
    content = use_read(
        session,
        lambda: trigger_content(session.book, exposure, span, early=early),
        on=[exposure.key, span, early, state.revision],
        slow=True,
    )
    is_computing = content is None or content.selection != Selection(span, early)
    body = (
        scrolling(_cards(content, is_computing=is_computing)) if content else ft.Container(WaitingSoon(), expand=True)
    )
    return screen(_title(exposure), body, doctor_line())


def _title(exposure: Exposure) -> ft.Control:
    title = ft.Text(tr(exposure.name), theme_style=ft.TextThemeStyle.TITLE_LARGE)
    return ft.Row([Back(), ft.Semantics(header=True, heading_level=2, content=title, expand=True)])


def _cards(content: TriggerContent, *, is_computing: bool) -> list[ft.Control]:
    return [
        SpanChoice(),
        *([WaitingSoon()] if is_computing else []),
        card(
            None,
            ft.Text(content.card.counts, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
            *_picture(content.card),
            verdict_pill(content.card.finding, answered=content.card.is_answered),
            *[quiet_text(words) for words in content.below],
        ),
        card(None, *_who_says_what(content), quiet_text(tr("A diary shows what goes together, not why."))),
        *([card(content.amount.title, *amount_picture(content.amount))] if content.amount else []),
        card(tr("When a night counts"), *_first_full(content.counting)),
        card(tr("How sure is this?"), *_first_full(content.sure)),
        NightsBehind(content.nights),
    ]


def _first_full(sentences: tuple[str, ...]) -> list[ft.Control]:
    """The first in full weight, the others quieter."""
    first, *others = sentences
    return [ft.Text(first), *[quiet_text(words) for words in others]]


def _picture(card: FindingCard) -> list[ft.Control]:
    how = tr(
        "The dot is the share of nights with cramps; the bar is where it would likely lie with many more such nights."
    )
    picture = picture_of(card)
    return [*picture, quiet_text(how)] if picture else []


def _who_says_what(content: TriggerContent) -> list[ft.Control]:
    says = (
        (ft.Icons.ARTICLE_OUTLINED, tr("The article says"), content.article),
        (ft.Icons.SCIENCE_OUTLINED, tr("Research says"), content.research),
        (ft.Icons.NIGHTS_STAY_OUTLINED, tr("Your diary shows"), content.diary),
    )
    return [
        *[_said(icon, who, what) for icon, who, what in says if what],
        *([quiet_text(content.odds)] if content.odds else []),
        *([TonightButton()] if content.card.tonight else []),
    ]


def _said(icon: ft.IconData, who: str, what: str) -> ft.Control:
    return ft.Row(
        [
            ft.Icon(icon, color=ft.Colors.PRIMARY, size=22),
            ft.Column([ft.Text(who, theme_style=ft.TextThemeStyle.TITLE_SMALL), ft.Text(what)], spacing=2, expand=True),
        ],
        vertical_alignment=ft.CrossAxisAlignment.START,
        spacing=12,
    )
