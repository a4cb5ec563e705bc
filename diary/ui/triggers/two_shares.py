"""The picture of a finding: the share of cramp nights with a trigger and without it, each with its interval."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.model.percent import percent
from diary.ui.triggers.content.shares import Share, TwoShares, in_words

DOT = 14
"""Across, in logical pixels."""
BAR = 8
"""Height of the interval's bar, in logical pixels."""
STEPS = 1000
"""Into how many parts a track is divided."""


def two_shares_picture(shares: TwoShares) -> ft.Control:
    """Two tracks from 0 to 100 %: a dot for the share, a bar for its interval; a full dot is with, a ring without."""
    return ft.Semantics(
        label=in_words(shares),
        exclude_semantics=True,
        content=ft.Column(
            [
                share_row(tr("With it"), shares.exposed, _words(shares.exposed), color=ft.Colors.PRIMARY, filled=True),
                share_row(
                    tr("Without it"), shares.unexposed, _words(shares.unexposed), color=ft.Colors.OUTLINE, filled=False
                ),
            ],
            spacing=6,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


def _words(share: Share | None) -> str:
    return percent(share.middle) if share else tr("no night")


def share_row(name: str, share: Share | None, words: str, *, color: ft.ColorValue, filled: bool) -> ft.Control:
    """A share on its track below its name and its words; only the track where there is no night."""
    return ft.Column(
        [
            ft.Row(
                [
                    ft.Text(name, theme_style=ft.TextThemeStyle.BODY_MEDIUM, color=ft.Colors.ON_SURFACE_VARIANT),
                    ft.Text(words, theme_style=ft.TextThemeStyle.TITLE_SMALL),
                ],
                alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
            ),
            _track(share, color, filled=filled),
        ],
        spacing=2,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _track(share: Share | None, color: ft.ColorValue, *, filled: bool) -> ft.Control:
    ground = ft.Container(
        height=BAR, margin=_beside_dot(), border_radius=BAR / 2, bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST
    )
    marks = [_interval(share, color), _dot(share, color, filled=filled)] if share else []
    return ft.Stack([_middle(ground), *[_middle(each) for each in marks]], height=DOT)


def _beside_dot() -> ft.Margin:
    """Half a dot at each end, so that a dot at 0 or 100 % stands on the end of the track."""
    return ft.Margin.symmetric(horizontal=DOT / 2)


def _middle(content: ft.Control) -> ft.Control:
    return ft.Container(content=content, alignment=ft.Alignment.CENTER, left=0, right=0, top=0, bottom=0)


def _interval(share: Share, color: ft.ColorValue) -> ft.Control:
    low, high = round(share.low * STEPS), max(round(share.high * STEPS), round(share.low * STEPS) + 1)
    bar = ft.Container(
        height=BAR, expand=high - low, border_radius=BAR / 2, bgcolor=ft.Colors.with_opacity(0.35, color)
    )
    return ft.Container(
        margin=_beside_dot(),
        content=ft.Row([*_room(low), bar, *_room(STEPS - high)], spacing=0),
    )


def _room(parts: int) -> list[ft.Control]:
    return [ft.Container(expand=parts)] if parts > 0 else []


def _dot(share: Share, color: ft.ColorValue, *, filled: bool) -> ft.Control:
    return ft.Container(
        alignment=ft.Alignment(2 * share.middle - 1, 0),
        content=ft.Container(
            width=DOT,
            height=DOT,
            border_radius=DOT / 2,
            bgcolor=color if filled else ft.Colors.SURFACE,
            border=ft.Border.all(3, color),
        ),
    )
