"""Your own lines: from where a room counts as cold, and how many calcium-rich portions are the aim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.exposure import USUAL_COLD
from diary.ui.page.component import component
from diary.ui.page.content.rule_words import temperature_words
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import prefer
from diary.ui.parts.factor_field import TemperatureEntry
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.radio_chips import RadioChips
from diary.ui.settings.section import section

if TYPE_CHECKING:
    import flet as ft

AIMS = (1, 2, 3)
"""Calcium-rich portions a day."""


@component
def LinesSection() -> ft.Control:
    """Where the person draws the line for two of the triggers."""
    return section(tr("Your own lines"), ColdRoomCard(), CalciumAim())


@component
def ColdRoomCard() -> ft.Control:
    """The temperature below which a night counts as cold."""
    session = use_session()
    preferences = session.state.preferences
    usual = temperature_words(USUAL_COLD, preferences.temperature)

    async def save(celsius: float | None) -> None:
        await prefer(session, cold_below=celsius)

    return card(
        tr("A cold room"),
        quiet_text(
            tr(
                "A night counts as cold below this temperature. Left empty, the line is {usual}, or the coldest third of "
                "your nights where that says too little."
            ).format(usual=usual)
        ),
        TemperatureEntry(
            "cold line", tr("A room is cold below"), preferences.cold_below, save, preferences.temperature
        ),
    )


@component
def CalciumAim() -> ft.Control:
    """How many portions a day are enough."""
    session = use_session()

    async def save(aim: str) -> None:
        await prefer(session, calcium_aim=int(aim))

    return card(
        tr("Calcium"),
        quiet_text(
            tr("A day counts as low in calcium with fewer portions: a glass of milk, a yoghurt, a slice of cheese.")
        ),
        RadioChips(
            tr("Portions a day"),
            tuple((str(aim), str(aim)) for aim in AIMS),
            str(session.state.preferences.calcium_aim),
            session.tapped(save),
        ),
    )
