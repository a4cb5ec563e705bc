"""The line of news: what was done, with Undo, or why it was not done.

It stands over the heading, where there is nothing to tap but what stands at its ends, and that keeps its place and
stays free. So no button moves when news comes or goes, and Undo does not come up under a finger that taps twice.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.effects import use_effect
from diary.ui.page.session import use_session
from diary.ui.page.theme import TARGET
from diary.ui.page.undoing import undo
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.handlers import handler
from diary.ui.parts.keys import use_keys

if TYPE_CHECKING:
    from diary.store.change import UndoStep
    from diary.ui.page.session import Notice, Session

NOTICE_STAYS, UNDO_STAYS = 10.0, 30.0
"""Seconds that a line of news stays, and one with Undo, which a keyboard may have a long way to; a refusal stays until
it is closed or replaced."""
UNDO_KEY = "U"
"""With Alt it takes back what the line tells of, without the long way from where one works to the top of the page."""
MARGIN = 4
"""Around the line, in logical pixels."""
UNDO_WIDTH, LETTER = 72, 14
"""At the normal size of text, in logical pixels."""
FEWEST_LETTERS = 9
"""Widths of the letter m that the words need beside the buttons; where they have less room they stand below."""


@dataclass(frozen=True, slots=True)
class NoticePlace:
    """Where the line stands in what it is laid over, in logical pixels."""

    width: float
    """From side to side of what it is laid over."""
    height: float
    """Of the heading, in which the line's buttons stand."""
    left: float = 0
    right: float = 0
    top: float = 0

    @property
    def room(self) -> float:
        """The width of the line."""
        return self.width - self.left - self.right - 2 * MARGIN


def with_notice(content: ft.Control, place: NoticePlace) -> ft.Control:
    """The content, and over its heading the line of news."""
    line = ft.Container(
        left=place.left + MARGIN, right=place.right + MARGIN, top=place.top + MARGIN, content=NoticeLine(place)
    )
    return ft.Stack([content, line], fit=ft.StackFit.EXPAND)


@component
def NoticeLine(place: NoticePlace) -> ft.Control:
    """The line, or nothing where there is no news."""
    session = use_session()
    notice = session.state.notice

    async def fade() -> None:
        if notice and not notice.refusal:
            await asyncio.sleep(UNDO_STAYS if notice.step else NOTICE_STAYS)
            if session.state.notice is notice:
                session.tell(None)

    async def take_back() -> None:
        now = session.state.notice
        if now and now.step:
            session.tell(None)  # a key that is held down comes again and again, and finds nothing more to take back
            await undo(session, now.step)

    use_effect(fade, [notice])
    use_keys({UNDO_KEY: take_back} if notice and notice.step else {}, alt=True)
    if notice is None:
        return ft.Container(height=0)
    return ft.Container(
        bgcolor=ft.Colors.ERROR_CONTAINER if notice.refusal else ft.Colors.INVERSE_SURFACE,
        border_radius=12,
        content=_line(session, notice, place),
    )


def _line(session: Session, notice: Notice, place: NoticePlace) -> ft.Control:
    scale = session.state.preferences.text_scale
    ink = ft.Colors.ON_ERROR_CONTAINER if notice.refusal else ft.Colors.ON_INVERSE_SURFACE
    words = ft.Semantics(live_region=True, container=True, content=ft.Text(notice.text, color=ink))
    undo = [_undo_button(session, notice.step)] if notice.step else []
    close = NamedIconButton(ft.Icons.CLOSE, tr("Close this line"), lambda: session.tell(None), color=ink)
    letters = (place.room - TARGET - UNDO_WIDTH * scale * len(undo)) / (LETTER * scale)
    row = place.height - 2 * MARGIN
    if letters >= FEWEST_LETTERS:
        # As high as the buttons at least, and in their middle; what is higher goes on below.
        beside = ft.Row([ft.Container(height=row), ft.Container(words, expand=True)], spacing=0)
        return _row(row, ft.Container(beside, expand=True, padding=ft.Padding.only(left=12)), *undo, close)
    space = ft.Container(expand=True)
    below = ft.Container(words, padding=ft.Padding.only(left=12, right=12, bottom=12))
    return ft.Column([_row(row, *undo, space, close), below], spacing=0, tight=True)


def _row(height: float, *controls: ft.Control) -> ft.Control:
    """What stands beside one another at the height of the heading; words of more lines go on below it."""
    at_height = [
        each if each.expand else ft.Container(each, height=height, alignment=ft.Alignment.CENTER) for each in controls
    ]
    return ft.Row(at_height, spacing=0, vertical_alignment=ft.CrossAxisAlignment.START)


def _undo_button(session: Session, step: UndoStep) -> ft.Control:
    style = ft.ButtonStyle(color=ft.Colors.INVERSE_PRIMARY, padding=ft.Padding.symmetric(horizontal=12))
    return ft.TextButton(
        tr("Undo"),
        # Another act's Undo is another button: a tap on this one that comes late takes back no other act.
        key=f"undo {step.number}",
        height=TARGET,
        on_click=handler(lambda: undo(session, step)),
        style=style,
    )
