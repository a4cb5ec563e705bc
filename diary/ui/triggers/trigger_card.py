"""The card of one finding: its counts, their picture, the verdict, and what must be known to read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.parts.handlers import way
from diary.ui.parts.layout import GUTTER, quiet_text
from diary.ui.parts.tonight_button import TonightButton
from diary.ui.triggers.content.shares import two_shares_of
from diary.ui.triggers.two_shares import two_shares_picture
from diary.ui.triggers.verdict_pill import verdict_pill

if TYPE_CHECKING:
    from diary.model.exposure import Exposure
    from diary.ui.triggers.content.findings import FindingCard


@component
def TriggerCard(card: FindingCard) -> ft.Control:
    """A tap opens the finding's page. Where answering it before the night would help, a button below leads to *Tonight*."""
    page = ft.context.page
    whole = ft.Container(
        padding=16,
        ink=True,
        on_click=way(page, f"/triggers/{card.exposure.key}"),
        content=ft.Column(
            [
                _head(card.exposure),
                ft.Text(card.counts, theme_style=ft.TextThemeStyle.BODY_LARGE),
                *picture_of(card),
                verdict_pill(card.finding, answered=card.is_answered),
                *[quiet_text(words) for words in (*card.sentences, card.held_back) if words],
            ],
            spacing=10,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )
    return ft.Card(
        margin=ft.Margin.only(bottom=GUTTER),
        elevation=0,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        semantic_container=False,  # else a second button in it takes the first one's place for screen readers
        content=ft.Column(
            [ft.MergeSemantics(content=whole), *([_better()] if card.tonight else [])],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


def _better() -> ft.Control:
    return ft.Container(padding=ft.Padding.only(left=16, right=16, bottom=16), content=TonightButton())


def _head(exposure: Exposure) -> ft.Control:
    return ft.Row(
        [
            ft.Text(tr(exposure.name), theme_style=ft.TextThemeStyle.TITLE_MEDIUM, expand=True),
            ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.ON_SURFACE_VARIANT),
        ]
    )


def picture_of(card: FindingCard) -> list[ft.Control]:
    """The two shares; nothing where there is not a night to draw, or where the nights give no share."""
    finding = card.finding
    is_drawn = card.has_shares and (finding.exposed or finding.unexposed)
    return [two_shares_picture(two_shares_of(finding))] if is_drawn else []
