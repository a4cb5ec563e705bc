"""A month of days to choose from, with the way to other months and years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import mark, tr
from diary.model.mornings import MONTH_NAMES, MONTHS
from diary.ui.page.content.day_choice import DayChoice, Grid, full_day_name
from diary.ui.page.content.month import month_name, month_weeks
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.handlers import handler
from diary.ui.parts.weekday_row import weekday_row

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from diary.ui.parts.handlers import Handler

    Change = Callable[[DayChoice], DayChoice]
    Show = Callable[[Change], None]

LARGE_TEXT = 1.3
"""From this scale of text on, a month is named in short beside its year."""
_STEPS = {
    Grid.DAYS: (mark("Previous month"), mark("Next month")),
    Grid.MONTHS: (mark("Previous year"), mark("Next year")),
    Grid.YEARS: (mark("Earlier years"), mark("Later years")),
}
_MONTHS_A_ROW, _YEARS_A_ROW = 3, 4
_MOST_WEEKS = 6


def day_calendar(choice: DayChoice, today: dt.date, scale: float, show: Show) -> ft.Control:
    """The calendar; `show` is called with what a tap makes of the choice as it is then: taps may be faster than pictures.

    It is as high for every month and for months and years: a dialog that grew and shrank would carry its steps away
    from under the finger.
    """
    if choice.grid is Grid.MONTHS:
        rows = _rows([_month(choice, number, scale, show) for number in range(1, 13)], _MONTHS_A_ROW)
    elif choice.grid is Grid.YEARS:
        rows = _rows([_year(choice, year, scale, show) for year in choice.years], _YEARS_A_ROW)
    else:
        rows = _days(choice, today, scale, show)
    weekdays = ft.Container(weekday_row(), opacity=1 if choice.grid is Grid.DAYS else 0)
    missing = [ft.Container(height=_cell_height(scale)) for _ in range(_MOST_WEEKS - len(rows))]
    return ft.Column([_title(choice, scale, show), weekdays, *rows, *missing], spacing=0, tight=True)


def _title(choice: DayChoice, scale: float, show: Show) -> ft.Control:
    """Month and year, each a button that offers others, between two steps."""
    month = tr((MONTHS if scale > LARGE_TEXT else MONTH_NAMES)[choice.month.month - 1])
    before, after = _STEPS[choice.grid]
    return ft.Row(
        [
            _step(ft.Icons.CHEVRON_LEFT, tr(before), DayChoice.earlier, choice, show),
            # Says the month anew after a step, which changes nothing under the focus.
            ft.Semantics(live_region=True, label=month_name(choice.month), content=ft.Container(width=1, height=1)),
            ft.Row(
                [
                    _part(month, tr("Choose a month"), lambda: show(lambda at: at.offering(Grid.MONTHS))),
                    _part(
                        str(choice.month.year), tr("Choose a year"), lambda: show(lambda at: at.offering(Grid.YEARS))
                    ),
                ],
                expand=True,
                spacing=0,
                alignment=ft.MainAxisAlignment.CENTER,
            ),
            _step(ft.Icons.CHEVRON_RIGHT, tr(after), DayChoice.later, choice, show),
        ],
        spacing=0,
    )


def _part(words: str, hint: str, on_click: Callable[[], None]) -> ft.Control:
    return ft.MergeSemantics(
        content=ft.TextButton(
            words,
            tooltip=hint,
            height=TARGET,
            style=ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=8)),
            on_click=handler(on_click),
        )
    )


def _step(
    icon: ft.IconData, name: str, step: Callable[[DayChoice], DayChoice | None], choice: DayChoice, show: Show
) -> ft.Control:
    """A button that keeps its place, and with it the keyboard's focus, when it has nowhere to lead."""

    def take() -> None:
        show(lambda at: step(at) or at)

    button = None if step(choice) is None else NamedIconButton(icon, name, take, taps=TapKind.STEP)
    return ft.Container(key=name, width=TARGET, height=TARGET, content=button)


def _days(choice: DayChoice, today: dt.date, scale: float, show: Show) -> list[ft.Control]:
    weeks = month_weeks(choice.month)
    return [
        ft.Row([_day(choice, day, today, scale, show) if day else ft.Container(expand=1) for day in week], spacing=0)
        for week in weeks
    ]


def _day(choice: DayChoice, day: dt.date, today: dt.date, scale: float, show: Show) -> ft.Control:
    """A day; the chosen one is filled and heavy, today has a ring, and each is told to a screen reader in words."""
    words = [full_day_name(day), *([tr("today")] if day == today else [])]
    return _cell(
        str(day.day),
        ", ".join(words),
        scale,
        chosen=day == choice.chosen,
        ring=day == today,
        on_click=handler(lambda: show(lambda at: at.choosing(day))) if choice.can_choose(day) else None,
    )


def _month(choice: DayChoice, number: int, scale: float, show: Show) -> ft.Control:
    month = choice.month.replace(month=number)
    return _cell(
        tr(MONTHS[number - 1]),
        month_name(month),
        scale,
        chosen=month == choice.month,
        on_click=handler(lambda: show(lambda at: at.in_month(number)), TapKind.CLOSING)
        if choice.can_show(month)
        else None,
    )


def _year(choice: DayChoice, year: int, scale: float, show: Show) -> ft.Control:
    return _cell(
        str(year),
        str(year),
        scale,
        chosen=year == choice.month.year,
        on_click=handler(lambda: show(lambda at: at.in_year(year)), TapKind.CLOSING),
    )


def _cell(
    words: str, name: str, scale: float, *, chosen: bool, on_click: Handler | None, ring: bool = False
) -> ft.Control:
    """One day, month or year: a button under its whole name."""
    button = ft.TextButton(
        ft.Semantics(
            exclude_semantics=True,
            content=ft.Text(words, no_wrap=True, weight=ft.FontWeight.BOLD if chosen or ring else None),
        ),
        height=_cell_height(scale),
        disabled=on_click is None,
        style=_cell_style(chosen=chosen, ring=ring),
        on_click=on_click,
    )
    label = tr("{name}, chosen").format(name=name) if chosen else name
    # Under its own name: a tap on it that comes late is for no other day that has come to its place.
    return ft.MergeSemantics(
        key=name, expand=1, content=ft.Semantics(label=label, disabled=on_click is None, content=button)
    )


def _cell_height(scale: float) -> float:
    return TARGET * max(1, scale * 0.6)


def _cell_style(*, chosen: bool, ring: bool) -> ft.ButtonStyle:
    edge = ft.BorderSide(1.5, ft.Colors.PRIMARY) if ring else ft.BorderSide(0, ft.Colors.TRANSPARENT)
    return ft.ButtonStyle(
        padding=0,
        shape=ft.RoundedRectangleBorder(radius=24),
        bgcolor=ft.Colors.PRIMARY if chosen else ft.Colors.TRANSPARENT,
        color={
            ft.ControlState.DISABLED: ft.Colors.OUTLINE,
            ft.ControlState.DEFAULT: ft.Colors.ON_PRIMARY if chosen else ft.Colors.ON_SURFACE,
        },
        side={ft.ControlState.FOCUSED: ft.BorderSide(3, ft.Colors.TERTIARY), ft.ControlState.DEFAULT: edge},
    )


def _rows(cells: Sequence[ft.Control], a_row: int) -> list[ft.Control]:
    """The cells in rows of equal width, the last one filled up."""
    rows = [list(cells[start : start + a_row]) for start in range(0, len(cells), a_row)]
    return [ft.Row([*row, *(ft.Container(expand=1) for _ in range(a_row - len(row)))], spacing=0) for row in rows]
