"""The app's colours, font and text sizes, in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.model.preferences import Preferences, Theme
from diary.ui.page import night_colors as night

if TYPE_CHECKING:
    import datetime as dt

FONT = "Roboto"
"""Noto Sans, under the name of the client's first font: the client looks for a font of this name in any case, and
under “Noto Sans” for its fall-back fonts. In the browser it loads both before its first frame (client_files.py), with
the signs in them: for the arrow in a night's name it would fetch a font of its own, and show a box meanwhile."""
BOLD = "Noto Bold"
FONTS = {FONT: "/screen_fonts/NotoSansAndSigns-Regular.ttf", BOLD: "/screen_fonts/NotoSansAndSigns-Bold.ttf"}
SEED = "#3B5BA9"
"""A quiet night blue."""
COLUMN = 480
"""The widest the column of a screen gets, in logical pixels."""
LARGEST_BAR_SCALE = 1.5
"""The bottom bar gives each of its five words a fifth of the column: larger, “Triggers” would break in two."""
TARGET = 48
"""The least height of what can be tapped, in logical pixels."""

_SIZES = {
    "display_large": 57,
    "display_medium": 45,
    "display_small": 36,
    "headline_large": 32,
    "headline_medium": 28,
    "headline_small": 24,
    "title_large": 22,
    "title_medium": 16,
    "title_small": 14,
    "body_large": 16,
    "body_medium": 14,
    "body_small": 12,
    "label_large": 14,
    "label_medium": 12,
    "label_small": 11,
}
"""Material 3's type scale, in logical pixels."""
_BOLDER = {"title_medium", "title_small"}


def _text_theme(scale: float, color: ft.ColorValue) -> ft.TextTheme:
    return ft.TextTheme(
        **{
            name: ft.TextStyle(
                size=size * scale,
                font_family=BOLD if name in _BOLDER else FONT,
                letter_spacing=0,
                color=color,
            )
            for name, size in _SIZES.items()
        }
    )


def night_scheme() -> ft.ColorScheme:
    """The colours of the night look for all that Material draws."""
    lowest, low, middle, high, highest = night.SURFACES
    roles = {
        "primary": night.ACCENT,
        "on_primary": night.ON_ACCENT,
        "primary_container": night.CHOSEN,
        "on_primary_container": night.BRIGHT_WORDS,
        "secondary": night.ACCENT,
        "on_secondary": night.ON_ACCENT,
        "secondary_container": night.TINTED,
        "on_secondary_container": night.WORDS,
        "tertiary": night.FOCUS,
        "on_tertiary": night.ON_ACCENT,
        "tertiary_container": night.TINTED,
        "on_tertiary_container": night.WORDS,
        "error": night.FOCUS,
        "on_error": night.ON_ACCENT,
        "error_container": night.WARNING,
        "on_error_container": night.ON_WARNING,
        "surface": night.BACKGROUND,
        "on_surface": night.WORDS,
        "on_surface_variant": night.QUIET_WORDS,
        "surface_dim": night.BACKGROUND,
        "surface_bright": highest,
        "surface_container_lowest": lowest,
        "surface_container_low": low,
        "surface_container": middle,
        "surface_container_high": high,
        "surface_container_highest": highest,
        "outline": night.EDGE,
        "outline_variant": night.FAINT_EDGE,
        "inverse_surface": night.CHOSEN,
        "on_inverse_surface": night.BRIGHT_WORDS,
        "inverse_primary": night.BRIGHT_WORDS,
        "surface_tint": night.BACKGROUND,
    }
    return ft.ColorScheme(**roles)


def theme(scale: float, scheme: ft.ColorScheme | None = None) -> ft.Theme:
    """The theme at a scale of text, in these colours or those of the seed.

    Focus is marked more strongly than Material's faint tint.
    """
    focus = ft.ButtonStyle(
        side={ft.ControlState.FOCUSED: ft.BorderSide(3, ft.Colors.TERTIARY)},
        text_style=ft.TextStyle(size=_SIZES["body_large"] * scale, font_family=FONT, letter_spacing=0),
    )
    return ft.Theme(
        color_scheme_seed=None if scheme else SEED,
        color_scheme=scheme,
        font_family=FONT,
        # The names of these colours would mean the system's own theme, whatever scheme stands beside them.
        text_theme=_text_theme(scale, scheme.on_surface if scheme and scheme.on_surface else ft.Colors.ON_SURFACE),
        scaffold_bgcolor=scheme.surface if scheme else None,
        chip_theme=ft.ChipTheme(bgcolor=scheme.surface) if scheme else None,
        filled_button_theme=ft.FilledButtonTheme(style=focus),
        outlined_button_theme=ft.OutlinedButtonTheme(style=focus),
        text_button_theme=ft.TextButtonTheme(style=focus),
        icon_button_theme=ft.IconButtonTheme(style=focus),
        navigation_bar_theme=ft.NavigationBarTheme(
            label_text_style=ft.TextStyle(
                size=_SIZES["label_medium"] * min(scale, LARGEST_BAR_SCALE), font_family=FONT, letter_spacing=0
            )
        ),
        visual_density=ft.VisualDensity.STANDARD,
    )


MODES = {
    Theme.LIGHT: ft.ThemeMode.LIGHT,
    Theme.DARK: ft.ThemeMode.DARK,
    Theme.NIGHT: ft.ThemeMode.DARK,
    Theme.SYSTEM: ft.ThemeMode.SYSTEM,
}


def dress(page: ft.Page, preferences: Preferences, now: dt.datetime) -> None:
    """Give the page the person's theme at this moment, and text size."""
    chosen = preferences.theme.at(now)
    page.theme_mode = MODES[chosen]
    page.theme = theme(preferences.text_scale)
    page.dark_theme = theme(preferences.text_scale, night_scheme() if chosen is Theme.NIGHT else None)


def is_night(preferences: Preferences, now: dt.datetime) -> bool:
    """Whether the screens have their night look now."""
    return preferences.theme.at(now) is Theme.NIGHT


def is_dark(page: ft.Page, preferences: Preferences, now: dt.datetime) -> bool:
    """Whether the page shows dark now."""
    chosen = preferences.theme.at(now)
    if chosen is Theme.SYSTEM:
        return page.platform_brightness == ft.Brightness.DARK
    return chosen is not Theme.LIGHT
