"""How the diary looks and measures: theme, size of text, unit of temperature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.preferences import Theme
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import prefer
from diary.ui.parts.first_choices import TextSizeChoice, UnitChoice
from diary.ui.parts.layout import card
from diary.ui.parts.radio_chips import RadioChips

if TYPE_CHECKING:
    import flet as ft

THEME_NAMES = {
    Theme.SYSTEM: mark("As the system"),
    Theme.LIGHT: mark("Light"),
    Theme.DARK: mark("Dark"),
    Theme.NIGHT: mark("Night"),
    Theme.CLOCK: mark("Night from 22:00 to 6:00"),
}
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Per cent of the normal size."""


@component
def LooksCard() -> ft.Control:
    """The three choices. Each applies at once, on every open page."""
    return card(tr("Look and units"), ThemeChoice(), TextSizeChoice(TEXT_SIZES), UnitChoice())


@component
def ThemeChoice() -> ft.Control:
    """Light, dark, the night look, or as the system or the clock says."""
    session = use_session()
    return RadioChips(
        tr("Theme"),
        tuple((theme.value, tr(name)) for theme, name in THEME_NAMES.items()),
        session.state.preferences.theme.value,
        session.tapped(lambda key: prefer(session, theme=Theme(key))),
    )
