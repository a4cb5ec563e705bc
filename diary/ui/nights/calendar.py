"""The month at the top of Diary: one sign a night, told apart by shape; a tap opens the night."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.night import NightState
from diary.ui.nights.month_turn import Swipe, month_turned
from diary.ui.page.content.month import DayShown, MonthShown, month_after, month_before, month_of, month_shown
from diary.ui.page.night_steps import EARLIEST
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.handlers import way
from diary.ui.parts.layout import GUTTER
from diary.ui.parts.night_picker import latest_morning
from diary.ui.parts.night_sign import damaged_sign, night_sign
from diary.ui.parts.weekday_row import weekday_row

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    from diary.model.damage import DamagedNight
    from diary.model.night import Night
    from diary.ui.page.session import Session

CELL = 56
"""Height of a day, in logical pixels at the normal size of text."""


@dataclass(frozen=True, slots=True)
class Turns:
    """The ways to other months."""

    turn: Callable[[int], None]
    """So many months on, or back."""
    come_back: Callable[[], None]
    """To the present one."""


def calendar_card(
    session: Session, nights: Mapping[dt.date, Night], swipe: Swipe, damaged: Collection[DamagedNight] = ()
) -> ft.Control:
    """A month of nights, with the way to other months. The month stays when one comes back from a night."""
    now = session.state.now
    present = month_of(now.date())
    chosen = session.state.month or present
    mornings = {night.morning for night in damaged if night.morning}
    shown = month_shown(chosen, nights, now=now, latest=latest_morning(now), damaged=mornings)
    scale = session.state.preferences.text_scale

    def turn(months: int) -> None:
        session.state.month = month_turned(session.state.month, months, session.state.now.date())

    def come_back() -> None:
        session.state.month = None

    def begin(event: ft.DragStartEvent[ft.GestureDetector]) -> None:
        swipe.begin(event.global_position.x)

    def swiped(event: ft.DragEndEvent[ft.GestureDetector]) -> None:
        turn(swipe.end(event.global_position.x))

    return ft.GestureDetector(
        key="calendar",
        exclude_from_semantics=True,
        on_horizontal_drag_start=begin,
        on_horizontal_drag_end=swiped,
        content=_month(shown, present, Turns(turn, come_back), scale),
    )


def _month(shown: MonthShown, present: dt.date, turns: Turns, scale: float) -> ft.Control:
    return ft.Card(
        margin=ft.Margin.only(bottom=GUTTER),
        elevation=0,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        content=ft.Container(
            padding=ft.Padding.only(left=8, right=8, top=8, bottom=16),
            content=ft.Column(
                [
                    _title(shown, present, turns),
                    weekday_row(),
                    *[_week(week, scale) for week in shown.weeks],
                    _legend(shown, scale),
                ],
                spacing=0,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
        ),
    )


def _title(shown: MonthShown, present: dt.date, turns: Turns) -> ft.Control:
    earlier, later = month_before(shown.first), month_after(shown.first)
    return ft.Row(
        [
            ft.Container(
                expand=True,
                padding=ft.Padding.only(left=8),
                content=ft.Semantics(
                    header=True,
                    heading_level=2,
                    container=True,
                    content=ft.Text(shown.name, theme_style=ft.TextThemeStyle.TITLE_LARGE),
                ),
            ),
            _step(ft.Icons.TODAY, tr("This month"), turns.come_back, possible=shown.first != present),
            _step(
                ft.Icons.CHEVRON_LEFT,
                tr("The month before"),
                lambda: turns.turn(-1),
                possible=earlier >= month_of(EARLIEST),
            ),
            _step(ft.Icons.CHEVRON_RIGHT, tr("The month after"), lambda: turns.turn(1), possible=later <= present),
        ],
        spacing=0,
    )


def _step(icon: ft.IconData, name: str, step: Callable[[], None], *, possible: bool) -> ft.Control:
    """A button that keeps its place, and with it the keyboard's focus, when its neighbours come and go."""
    return ft.Container(
        key=name,
        width=TARGET,
        height=TARGET,
        content=NamedIconButton(icon, name, step, taps=TapKind.STEP) if possible else None,
    )


def _week(week: tuple[DayShown | None, ...], scale: float) -> ft.Control:
    return ft.Row([_day(day, scale) if day else ft.Container(expand=1, height=CELL * scale) for day in week], spacing=0)


def _day(day: DayShown, scale: float) -> ft.Control:
    """The day's number over its sign. A day to come is shown faintly and cannot be tapped."""
    page = ft.context.page
    number = ft.Text(
        str(day.day.day),
        theme_style=ft.TextThemeStyle.TITLE_SMALL if day.today else ft.TextThemeStyle.BODY_MEDIUM,
        color=_ink(day),
    )
    cell = ft.Container(
        height=CELL * scale,
        border_radius=14,
        border=ft.Border.all(1.5, ft.Colors.PRIMARY if day.today else ft.Colors.TRANSPARENT),
        ink=not day.to_come,
        on_click=None if day.to_come else way(page, f"/log/{day.day.isoformat()}"),
        content=ft.Semantics(
            exclude_semantics=True,
            content=ft.Column(
                [number, damaged_sign(scale) if day.is_damaged else night_sign(day.state, day.worst, scale)],
                spacing=0,
                alignment=ft.MainAxisAlignment.CENTER,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            ),
        ),
    )
    return ft.MergeSemantics(expand=1, content=ft.Semantics(label=day.name, content=cell))


def _ink(day: DayShown) -> ft.ColorValue:
    if day.today:
        return ft.Colors.PRIMARY
    return ft.Colors.OUTLINE if day.to_come else ft.Colors.ON_SURFACE


def _legend(shown: MonthShown, scale: float) -> ft.Control:
    """What the signs mean, with how many nights of the month each stands for."""
    cramps, quiet, unknown = (
        shown.count(state) for state in (NightState.CRAMPS, NightState.QUIET, NightState.NOT_LOGGED)
    )
    return ft.Container(
        padding=ft.Padding.only(left=8, right=8, top=12),
        content=ft.Column(
            [
                ft.Row(
                    [
                        _meaning(night_sign(NightState.CRAMPS, 5, scale), tr("{n} with cramps").format(n=cramps)),
                        _meaning(night_sign(NightState.QUIET, None, scale), tr("{n} quiet").format(n=quiet)),
                        _meaning(None, tr("{n} not logged").format(n=unknown)),
                        *(
                            [_meaning(damaged_sign(scale), tr("{n} cannot be read").format(n=shown.damaged))]
                            if shown.damaged
                            else []
                        ),
                    ],
                    wrap=True,
                    spacing=20,
                    run_spacing=4,
                    vertical_alignment=ft.CrossAxisAlignment.CENTER,
                ),
                _small(tr("The number is the night's worst pain, of 10.")),
            ],
            spacing=4,
        ),
    )


def _meaning(sign: ft.Control | None, words: str) -> ft.Control:
    return ft.Row([*([sign] if sign else []), _small(words)], spacing=6, tight=True)


def _small(words: str) -> ft.Control:
    return ft.Text(words, theme_style=ft.TextThemeStyle.BODY_SMALL, color=ft.Colors.ON_SURFACE_VARIANT)
