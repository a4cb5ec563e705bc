"""The page of one trigger: counts and picture, who says what, when a night counts, and the nights behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.analysis.words import counts_sentence, look_sentence, missing_sentence, verdict_sentence
from diary.language import tr
from diary.model.triggers import TRIGGERS, Trigger
from diary.ui.findings_shown import Behind, behind
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.doctor_line import doctor_line
from diary.ui.parts.layout import card, quiet_text, screen, scrolling
from diary.ui.parts.nights_behind import NightsBehind
from diary.ui.parts.soon import WaitingSoon
from diary.ui.parts.trigger_card import picture_of
from diary.ui.parts.verdict_pill import verdict_pill
from diary.ui.rule_words import cold_line_words, left_out_words, rule_words
from diary.ui.session import use_read, use_session

if TYPE_CHECKING:
    from diary.analysis.finding import Finding
    from diary.model.preferences import TemperatureUnit


@ft.component
def TriggerScreen() -> ft.Control:
    """The trigger that the address names."""
    key = ft.use_route_params().get("key")
    trigger = next((each for each in TRIGGERS if each.key == key), None)
    return screen(Unknown()) if trigger is None else TriggerPage(trigger)


@ft.component
def Unknown() -> ft.Control:
    """An address that names no trigger."""
    return ft.Column([Back(), quiet_text(tr("The article names no such trigger."))])


@ft.component
def Back() -> ft.Control:
    """The way back to all triggers."""
    page = ft.context.page
    return NamedIconButton(ft.Icons.ARROW_BACK, tr("All triggers"), lambda: page.navigate("/triggers"))


@ft.component
def TriggerPage(trigger: Trigger) -> ft.Control:
    """All that is told of one trigger."""
    session = use_session()
    told = use_read(session, lambda: behind(session.book, trigger), on=[trigger.key, session.state.revision], slow=True)
    unit = session.state.preferences.temperature
    return screen(
        _title(trigger),
        scrolling(_cards(trigger, told, unit)) if told else WaitingSoon(),
        doctor_line(),
    )


def _title(trigger: Trigger) -> ft.Control:
    title = ft.Text(tr(trigger.name), theme_style=ft.TextThemeStyle.TITLE_LARGE)
    return ft.Row([Back(), ft.Semantics(header=True, heading_level=2, content=title, expand=True)])


def _cards(trigger: Trigger, told: Behind, unit: TemperatureUnit) -> list[ft.Control]:
    return [
        card(
            None,
            ft.Text(counts_sentence(told.finding, trigger), theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
            *_picture(told.finding),
            verdict_pill(told.finding),
            *[
                quiet_text(words)
                for words in (missing_sentence(told.finding, trigger), look_sentence(told.finding))
                if words
            ],
        ),
        card(
            None,
            _said(ft.Icons.ARTICLE_OUTLINED, tr("The article says"), tr(trigger.article)),
            _said(ft.Icons.SCIENCE_OUTLINED, tr("Research says"), tr(trigger.research)),
            _said(ft.Icons.NIGHTS_STAY_OUTLINED, tr("Your diary shows"), verdict_sentence(told.finding)),
            quiet_text(tr("A diary shows what goes together, not why.")),
        ),
        card(tr("When a night counts"), *_counting(trigger, told, unit)),
        NightsBehind(told.nights),
    ]


def _picture(finding: Finding) -> list[ft.Control]:
    how = tr(
        "The dot is the share of nights with cramps; the bar is where it would likely lie with many more such nights."
    )
    picture = picture_of(finding)
    return [*picture, quiet_text(how)] if picture else []


def _said(icon: ft.IconData, who: str, what: str) -> ft.Control:
    return ft.Row(
        [
            ft.Icon(icon, color=ft.Colors.PRIMARY, size=22),
            ft.Column([ft.Text(who, theme_style=ft.TextThemeStyle.TITLE_SMALL), ft.Text(what)], spacing=2, expand=True),
        ],
        vertical_alignment=ft.CrossAxisAlignment.START,
        spacing=12,
    )


def _counting(trigger: Trigger, told: Behind, unit: TemperatureUnit) -> list[ft.Control]:
    return [
        ft.Text(rule_words(trigger.key, told.lines, unit)),
        *([quiet_text(cold_line_words(told.cold, unit))] if trigger.key == "cold_room" else []),
        *[quiet_text(words) for words in left_out_words(told.finding)],
    ]
