"""The list below the calendar: a card a month, a row a night, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.taps import TapKind
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.handlers import way
from diary.ui.parts.layout import GUTTER, heading_text, quiet_text
from diary.ui.parts.night_sign import damaged_sign, night_sign

if TYPE_CHECKING:
    from diary.ui.nights.content import MonthOfLines, NightLine
    from diary.ui.page.session import Session


@component
def MonthCard(month: MonthOfLines) -> ft.Control:
    """The nights of one month."""
    session = use_session()
    rows = [_row(session, line) for line in month.lines]
    return ft.Container(
        padding=ft.Padding.only(bottom=GUTTER),
        content=ft.Column(
            [
                ft.Container(padding=ft.Padding.only(left=8, top=8, bottom=8), content=heading_text(month.name)),
                ft.Container(
                    border_radius=12,
                    bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
                    clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
                    content=ft.Column(_divided(rows), spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
                ),
            ],
            spacing=0,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


def _divided(rows: list[ft.Control]) -> list[ft.Control]:
    line = ft.Divider(height=1, thickness=1, leading_indent=56, color=ft.Colors.OUTLINE_VARIANT)
    return [part for row in rows for part in (row, line)][:-1]


def _row(session: Session, line: NightLine) -> ft.Control:
    """A night: a tap opens it; the button at its end deletes it, where there is anything to delete."""
    texts = ft.Container(
        ink=True,
        padding=ft.Padding.only(left=16, top=12, bottom=12),
        on_click=way(session.page, f"/log/{line.morning.isoformat()}"),
        content=ft.Row(
            [_sign(line, session.state.preferences.text_scale), _words(line)],
            spacing=14,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
    )
    named = ft.Semantics(container=True, expand=True, content=texts)
    return ft.Row(
        key=f"night {line.morning}",
        controls=[named, *([_delete(session, line)] if line.deletable else [])],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _sign(line: NightLine, scale: float) -> ft.Control:
    return damaged_sign(scale) if line.is_damaged else night_sign(line.state, line.worst, scale)


def _words(line: NightLine) -> ft.Control:
    return ft.Column(
        [
            ft.Text(line.name, theme_style=ft.TextThemeStyle.BODY_LARGE),
            *[quiet_text(words) for words in line.cramp_lines],
            *([quiet_text(line.answers)] if line.answers else []),
            *([_note(line.note)] if line.note else []),
        ],
        spacing=2,
        expand=True,
    )


def _note(note: str) -> ft.Control:
    return ft.Row(
        [
            ft.Icon(ft.Icons.NOTES, size=16, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Text(note, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS, expand=True),
        ],
        spacing=6,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _delete(session: Session, line: NightLine) -> ft.Control:
    async def delete() -> None:
        await session.act(
            lambda: session.book.nights.delete(line.morning), tr("Night deleted: {night}.").format(night=line.name)
        )

    name = tr("Delete {night}").format(night=line.name)
    return ft.Container(
        padding=ft.Padding.only(top=4, right=4),
        content=NamedIconButton(ft.Icons.DELETE_OUTLINE, name, delete, color=ft.Colors.OUTLINE, taps=TapKind.CLOSING),
    )
