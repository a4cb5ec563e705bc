"""The nights behind a finding: with the trigger, without it, and unknown. A tap opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import mark, tr
from diary.model.exposure import ExposureState
from diary.model.mornings import night_name
from diary.model.night import NightState
from diary.ui.page.component import component
from diary.ui.page.content.night_words import cramps_in_short
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.chosen_chip import ChosenChip
from diary.ui.parts.handlers import handler, way
from diary.ui.parts.layout import card, quiet_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.night import Night

AT_A_TIME = 20
NAMES = {
    ExposureState.EXPOSED: mark("With it ({n})"),
    ExposureState.NOT_EXPOSED: mark("Without it ({n})"),
    ExposureState.UNKNOWN: mark("Unknown ({n})"),
    ExposureState.NOT_APPLICABLE: mark("Does not arise ({n})"),
}


@component
def NightsBehind(nights: dict[ExposureState, tuple[Night, ...]]) -> ft.Control:
    """The nights of one kind, newest first, a few at a time."""
    states = [exposure for exposure in ExposureState if nights[exposure]]
    chosen, set_chosen = ft.use_state(ExposureState.EXPOSED)
    shown, set_shown = ft.use_state(AT_A_TIME)
    if not states:
        return card(tr("The nights behind it"), quiet_text(tr("No night is logged yet.")))
    kind = chosen if chosen in states else states[0]

    def choose(exposure: ExposureState) -> None:
        set_chosen(exposure)
        set_shown(AT_A_TIME)

    def grow() -> None:
        set_shown(lambda before: before + AT_A_TIME)

    # More nights come up where the button was.
    more = ft.TextButton(tr("Show more"), height=TARGET, on_click=handler(grow, TapKind.CLOSING))
    return card(
        tr("The nights behind it"),
        ft.Row([_chip(each, nights, kind, choose) for each in states], wrap=True, run_spacing=4),
        ft.Column(
            [NightRow(night) for night in nights[kind][:shown]],
            spacing=0,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        *([more] if len(nights[kind]) > shown else []),
    )


def _chip(
    exposure: ExposureState,
    nights: dict[ExposureState, tuple[Night, ...]],
    chosen: ExposureState,
    on_choose: Callable[[ExposureState], None],
) -> ft.Control:
    return ChosenChip(
        tr("Nights"),
        tr(NAMES[exposure]).format(n=len(nights[exposure])),
        chosen=exposure is chosen,
        on_choose=lambda: on_choose(exposure),
    )


@component
def NightRow(night: Night) -> ft.Control:
    """One night: a disc for cramps or a ring for quiet, both its days, and its cramps in short."""
    page = ft.context.page
    cramps = night.state is NightState.CRAMPS
    sign = ft.Icon(
        ft.Icons.CIRCLE if cramps else ft.Icons.CIRCLE_OUTLINED,
        size=14,
        color=ft.Colors.PRIMARY if cramps else ft.Colors.OUTLINE,
    )
    words = ft.Column(
        [ft.Text(night_name(night.morning)), quiet_text(cramps_in_short(night))],
        spacing=0,
        expand=True,
    )
    return ft.Container(
        ink=True,
        border_radius=8,
        padding=ft.Padding.symmetric(horizontal=4, vertical=6),
        on_click=way(page, f"/log/{night.morning.isoformat()}"),
        content=ft.Row([sign, words, ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.ON_SURFACE_VARIANT)], spacing=12),
    )
