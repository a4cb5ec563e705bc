"""A finding's verdict in a few words, with a sign of its own for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import flet as ft

from diary.analysis.finding import Verdict
from diary.analysis.words import verdict_name

if TYPE_CHECKING:
    from diary.analysis.finding import Finding


@dataclass(frozen=True, slots=True)
class _Style:
    icon: ft.IconData
    ground: ft.ColorValue
    ink: ft.ColorValue


_QUIET = (ft.Colors.SURFACE_CONTAINER_HIGHEST, ft.Colors.ON_SURFACE_VARIANT)
_STYLES = {
    Verdict.STANDS_OUT: _Style(ft.Icons.STAR, ft.Colors.PRIMARY, ft.Colors.ON_PRIMARY),
    Verdict.LIKELY: _Style(ft.Icons.STAR_HALF, ft.Colors.PRIMARY_CONTAINER, ft.Colors.ON_PRIMARY_CONTAINER),
    Verdict.POSSIBLE: _Style(ft.Icons.STAR_BORDER, ft.Colors.SECONDARY_CONTAINER, ft.Colors.ON_SECONDARY_CONTAINER),
    Verdict.CANNOT_TELL_APART: _Style(
        ft.Icons.COMPARE_ARROWS, ft.Colors.SECONDARY_CONTAINER, ft.Colors.ON_SECONDARY_CONTAINER
    ),
    Verdict.FROM_MEMORY: _Style(
        ft.Icons.PSYCHOLOGY_ALT, ft.Colors.SECONDARY_CONTAINER, ft.Colors.ON_SECONDARY_CONTAINER
    ),
    Verdict.NOT_JUDGED: _Style(ft.Icons.BLOCK, *_QUIET),
    Verdict.NO_CLEAR_PATTERN: _Style(ft.Icons.REMOVE, *_QUIET),
    Verdict.NOT_ENOUGH_NIGHTS: _Style(ft.Icons.HOURGLASS_EMPTY, *_QUIET),
}


def verdict_pill(finding: Finding, *, answered: bool = True) -> ft.Control:
    """The verdict's name."""
    style = _STYLES[finding.verdict]
    return ft.Row(
        [
            ft.Container(
                bgcolor=style.ground,
                border_radius=16,
                padding=ft.Padding.only(left=8, right=12, top=4, bottom=4),
                content=ft.Row(
                    [
                        ft.Icon(style.icon, size=18, color=style.ink),
                        ft.Text(
                            verdict_name(finding.verdict, finding.capped_by, answered=answered),
                            color=style.ink,
                            theme_style=ft.TextThemeStyle.LABEL_LARGE,
                            expand=True,
                            expand_loose=True,  # a long name takes two lines where the text is large
                        ),
                    ],
                    spacing=6,
                    tight=True,
                ),
            )
        ],
        wrap=True,
    )
