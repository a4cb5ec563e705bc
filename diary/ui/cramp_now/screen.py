"""The dark page while a cramp lasts: which side, where, and that it is over. All else waits for the morning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import night_name
from diary.model.night import SIDE_NAMES, Night, Side
from diary.ui.cramp_now.leg import BACK, FRONT, Leg
from diary.ui.page.component import component
from diary.ui.page.night_colors import BACKGROUND, BRIGHT_WORDS, CHOSEN, EDGE, SURFACES, WORDS
from diary.ui.page.open_night import OpenCramp, OpenNight
from diary.ui.page.records import night_record
from diary.ui.page.session import use_read, use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import COLUMN, TARGET
from diary.ui.page.use_record import use_record
from diary.ui.parts.handlers import handler
from diary.ui.parts.notice_line import NoticePlace, with_notice

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from diary.model.night import Muscle
    from diary.model.running_cramp import RunningCramp

HEIGHT = 88
"""Of a large button, in logical pixels."""
EDGES, GAP = 16, 16
LEG_HEIGHT, LEAST_LEG_HEIGHT = 400, 260
"""Of the drawn legs: as high as the window lets them be beside all else, so that nothing has to be scrolled to."""
BESIDE_LEGS = 2 * EDGES + TARGET + 2 * HEIGHT + 3 * GAP


@component
def CrampNowScreen() -> ft.Control:
    """The cramp that is timed now; where there is none any more, the way back."""
    session = use_session()
    page = ft.context.page
    running = use_read(session, session.book.cramp_now.running, on=[session.state.revision])
    width = min(COLUMN, session.state.width)
    if running is None:
        content: ft.Control = LargeButton(
            tr("Back to the diary"), lambda: page.navigate("/"), chosen=False, kind=TapKind.CLOSING
        )
    else:
        content = CrampPage(running, width - 2 * EDGES)
    dark = ft.Container(
        expand=True,
        bgcolor=BACKGROUND,
        padding=EDGES,
        alignment=ft.Alignment.TOP_CENTER,
        content=content,
    )
    return with_notice(dark, NoticePlace(session.state.width, TARGET))


@component
def CrampPage(running: RunningCramp, width: float) -> ft.Control:
    """Since when, left or right, where, and the end."""
    session = use_session()
    page, morning = ft.context.page, running.start.morning
    use_record(session, night_record(morning), lambda: session.book.nights.get(morning))
    open_cramp = OpenCramp(OpenNight(session, morning, chosen=True), running.cramp.key or 0)
    cramp = open_cramp.cramp if (session.shown(night_record(morning)) or Night(morning)).cramps else running.cramp

    height = max(LEAST_LEG_HEIGHT, min(LEG_HEIGHT, (page.height or LEG_HEIGHT + BESIDE_LEGS) - BESIDE_LEGS))

    async def choose(muscle: Muscle) -> None:
        await open_cramp.toggle("muscle", muscle)

    async def end() -> None:
        words = tr("Saved: the cramp is over, {night}.").format(night=night_name(morning))
        ended = await session.act(session.book.cramp_now.end, words)
        if ended is not None or await session.read(session.book.cramp_now.running) is None:
            page.navigate("/")

    return ft.Column(
        [
            ft.Column(
                [
                    _since(running),
                    ft.Row(
                        [_side_button(each, cramp.side, open_cramp) for each in (Side.LEFT, Side.RIGHT)], spacing=GAP
                    ),
                    ft.Row(
                        [
                            Leg(view, cramp.muscle, choose, width=(width - GAP) / 2, height=height)
                            for view in (FRONT, BACK)
                        ],
                        spacing=GAP,
                    ),
                ],
                spacing=GAP,
                expand=True,
                scroll=ft.ScrollMode.AUTO,
            ),
            LargeButton(tr("It is over"), end, chosen=False, kind=TapKind.CLOSING),
        ],
        width=width,
        spacing=GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _since(running: RunningCramp) -> ft.Control:
    words = tr("A cramp since {time}").format(time=f"{running.start.at:%H:%M}")
    return ft.Semantics(
        header=True,
        heading_level=1,
        content=ft.Text(words, color=WORDS, theme_style=ft.TextThemeStyle.BODY_LARGE, height=TARGET, max_lines=1),
    )


def _side_button(side: Side, chosen: Side | None, open_cramp: OpenCramp) -> ft.Control:
    button = LargeButton(tr(SIDE_NAMES[side]), lambda: open_cramp.toggle("side", side), chosen=side is chosen)
    return ft.MergeSemantics(expand=True, content=ft.Semantics(checked=side is chosen, content=button))


def LargeButton(
    words: str, act: Callable[[], Awaitable[None] | None], *, chosen: bool, kind: TapKind = TapKind.ONCE
) -> ft.Control:
    """A button for a thumb in the dark."""
    return ft.OutlinedButton(
        content=ft.Text(
            words,
            color=BRIGHT_WORDS if chosen else WORDS,
            theme_style=ft.TextThemeStyle.TITLE_LARGE,
            text_align=ft.TextAlign.CENTER,
        ),
        height=HEIGHT,
        style=ft.ButtonStyle(
            bgcolor=CHOSEN if chosen else SURFACES[3],
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(3, WORDS),
                ft.ControlState.DEFAULT: ft.BorderSide(1, EDGE),
            },
            shape=ft.RoundedRectangleBorder(radius=20),
            overlay_color=ft.Colors.TRANSPARENT,
        ),
        on_click=handler(act, kind),
    )
