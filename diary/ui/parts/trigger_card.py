"""The card of one trigger: its counts, their picture, the verdict, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.analysis.finding import Verdict
from diary.analysis.words import counts_sentence, missing_sentence, verdict_sentence
from diary.language import tr
from diary.ui.parts.layout import GUTTER, quiet_text
from diary.ui.parts.two_shares import two_shares_picture
from diary.ui.parts.verdict_pill import verdict_pill
from diary.ui.shares import two_shares_of

if TYPE_CHECKING:
    from diary.analysis.finding import Finding
    from diary.model.triggers import Trigger


@ft.component
def TriggerCard(trigger: Trigger, finding: Finding) -> ft.Control:
    """A tap opens the trigger's page."""
    page = ft.context.page
    return ft.Card(
        margin=ft.Margin.only(bottom=GUTTER),
        elevation=0,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        content=ft.Container(
            padding=16,
            ink=True,
            on_click=lambda _event: page.navigate(f"/triggers/{trigger.key}"),
            content=ft.Column(
                [
                    _head(trigger),
                    ft.Text(counts_sentence(finding, trigger), theme_style=ft.TextThemeStyle.BODY_LARGE),
                    *picture_of(finding),
                    verdict_pill(finding),
                    *_further(finding, trigger),
                ],
                spacing=10,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
        ),
    )


def _head(trigger: Trigger) -> ft.Control:
    return ft.Row(
        [
            ft.Text(tr(trigger.name), theme_style=ft.TextThemeStyle.TITLE_MEDIUM, expand=True),
            ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.ON_SURFACE_VARIANT),
        ]
    )


def picture_of(finding: Finding) -> list[ft.Control]:
    """The two shares; nothing where there is not a night to draw."""
    return [two_shares_picture(two_shares_of(finding))] if finding.exposed or finding.unexposed else []


def _further(finding: Finding, trigger: Trigger) -> list[ft.Control]:
    """What is missing, or what it cannot be told from."""
    apart = finding.verdict is Verdict.CANNOT_TELL_APART
    words = verdict_sentence(finding) if apart else missing_sentence(finding, trigger)
    return [quiet_text(words)] if words else []
