"""The app's colours, font and text sizes, in light and dark."""

from __future__ import annotations

import flet as ft

from diary.model.preferences import Preferences, Theme

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


def _text_theme(scale: float) -> ft.TextTheme:
    return ft.TextTheme(
        **{
            name: ft.TextStyle(
                size=size * scale,
                font_family=BOLD if name in _BOLDER else FONT,
                letter_spacing=0,
                color=ft.Colors.ON_SURFACE,
            )
            for name, size in _SIZES.items()
        }
    )


def theme(scale: float) -> ft.Theme:
    """The theme at a scale of text. Focus is marked more strongly than Material's faint tint."""
    focus = ft.ButtonStyle(
        side={ft.ControlState.FOCUSED: ft.BorderSide(3, ft.Colors.TERTIARY)},
        text_style=ft.TextStyle(size=_SIZES["body_large"] * scale, font_family=FONT, letter_spacing=0),
    )
    return ft.Theme(
        color_scheme_seed=SEED,
        font_family=FONT,
        text_theme=_text_theme(scale),
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


def theme_mode(preferences: Preferences) -> ft.ThemeMode:
    """Light, dark, or as the system says."""
    return {Theme.LIGHT: ft.ThemeMode.LIGHT, Theme.DARK: ft.ThemeMode.DARK, Theme.SYSTEM: ft.ThemeMode.SYSTEM}[
        preferences.theme
    ]


def dress(page: ft.Page, preferences: Preferences) -> None:
    """Give the page the person's theme and text size."""
    page.theme_mode = theme_mode(preferences)
    page.theme = theme(preferences.text_scale)
    page.dark_theme = theme(preferences.text_scale)


def is_dark(page: ft.Page, preferences: Preferences) -> bool:
    """Whether the page shows dark now."""
    if preferences.theme is Theme.SYSTEM:
        return page.platform_brightness == ft.Brightness.DARK
    return preferences.theme is Theme.DARK
