"""How the diary looks and measures: theme, size of text, unit of temperature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.preferences import TemperatureUnit, Theme
from diary.ui.component import component
from diary.ui.parts.layout import card
from diary.ui.parts.one_of import OneOf
from diary.ui.session import use_session
from diary.ui.settings_acts import prefer

if TYPE_CHECKING:
    import flet as ft

THEME_NAMES = {Theme.SYSTEM: mark("As the system"), Theme.LIGHT: mark("Light"), Theme.DARK: mark("Dark")}
UNIT_NAMES = {TemperatureUnit.CELSIUS: "°C", TemperatureUnit.FAHRENHEIT: "°F"}
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Per cent of the normal size."""


@component
def LooksCard() -> ft.Control:
    """The three choices. Each applies at once, on every open page."""
    return card(tr("Look and units"), ThemeChoice(), TextSizeChoice(TEXT_SIZES), UnitChoice())


@component
def ThemeChoice() -> ft.Control:
    """Light, dark, or as the system says."""
    session = use_session()
    return OneOf(
        tr("Theme"),
        tuple((theme.value, tr(name)) for theme, name in THEME_NAMES.items()),
        session.state.preferences.theme.value,
        session.tapped(lambda key: prefer(session, theme=Theme(key))),
    )


@component
def TextSizeChoice(sizes: tuple[int, ...]) -> ft.Control:
    """The size of text, in per cent of the normal size."""
    session = use_session()
    return OneOf(
        tr("Size of text, in %"),
        tuple((str(size), str(size)) for size in sizes),
        str(round(session.state.preferences.text_scale * 100)),
        session.tapped(lambda key: prefer(session, text_scale=int(key) / 100)),
    )


@component
def UnitChoice() -> ft.Control:
    """How temperatures are shown."""
    session = use_session()
    return OneOf(
        tr("Temperature in"),
        tuple((unit.value, name) for unit, name in UNIT_NAMES.items()),
        session.state.preferences.temperature.value,
        session.tapped(lambda key: prefer(session, temperature=TemperatureUnit(key))),
    )
