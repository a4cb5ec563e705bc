"""How the diary looks and measures: theme, size of text, unit of temperature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.preferences import Theme, WindowKind
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
WINDOW_NAMES = {WindowKind.OWN: mark("A window of its own"), WindowKind.TAB: mark("A tab of the browser")}
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Per cent of the normal size."""


@component
def LooksCard() -> ft.Control:
    """The choices. Each applies at once, on every open page, but for where the diary opens the next time."""
    return card(tr("Look and units"), ThemeChoice(), TextSizeChoice(TEXT_SIZES), UnitChoice(), WindowChoice())


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


@component
def WindowChoice() -> ft.Control:
    """In what the diary opens the next time it is started."""
    session = use_session()
    return RadioChips(
        tr("Opens, from the next start on, in"),
        tuple((kind.value, tr(name)) for kind, name in WINDOW_NAMES.items()),
        session.state.preferences.window.value,
        session.tapped(lambda key: prefer(session, window=WindowKind(key))),
    )
