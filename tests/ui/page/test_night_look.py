"""The night look: when it comes, that it can be read, and that it is dark."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.model.backdrop import DARK, LIGHT, NIGHT, backdrop_at
from diary.model.preferences import Preferences, Theme
from diary.ui.page import night_colors as night
from diary.ui.page.theme import night_scheme
from tests.ui.headless import Pages, on_pages

if TYPE_CHECKING:
    from pathlib import Path

    from diary.model.backdrop import Backdrop


def luminance(color: str) -> float:
    """Of an sRGB colour, by WCAG 2.1."""
    shares = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(color: str, ground: str) -> float:
    """The ratio of two colours, by WCAG 2.1."""
    low, high = sorted((luminance(color), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


WORDS_ON_GROUNDS = [
    ("on_primary", "primary"),
    ("on_primary_container", "primary_container"),
    ("on_secondary", "secondary"),
    ("on_secondary_container", "secondary_container"),
    ("on_tertiary", "tertiary"),
    ("on_tertiary_container", "tertiary_container"),
    ("on_error", "error"),
    ("on_error_container", "error_container"),
    ("on_inverse_surface", "inverse_surface"),
    ("on_surface", "primary_container"),
    ("on_surface", "secondary_container"),
    *(
        (words, ground)
        for words in ("on_surface", "on_surface_variant", "primary", "tertiary", "error")
        for ground in (
            "surface",
            "surface_container_lowest",
            "surface_container_low",
            "surface_container",
            "surface_container_high",
            "surface_container_highest",
        )
    ),
]


@pytest.mark.parametrize(("words", "ground"), WORDS_ON_GROUNDS)
def test_all_words_of_the_night_look_have_the_contrast_that_weak_eyes_need(words: str, ground: str) -> None:
    scheme = night_scheme()
    assert contrast(getattr(scheme, words), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize("ground", [night.BACKGROUND, night.SURFACES[2], night.SKIN, night.CHOSEN])
def test_words_on_the_page_of_a_cramp_have_it_too(ground: str) -> None:
    assert contrast(night.BRIGHT_WORDS if ground == night.CHOSEN else night.WORDS, ground) >= 4.5


def test_edges_of_the_night_look_can_be_seen() -> None:
    scheme = night_scheme()
    assert contrast(str(scheme.outline), str(scheme.surface)) >= 3


def test_the_grounds_of_the_night_look_are_near_black_and_no_colour_of_it_is_blue() -> None:
    scheme = night_scheme()
    grounds = [scheme.surface, scheme.surface_container, scheme.surface_container_highest]
    assert max(luminance(str(ground)) for ground in grounds) < 0.011
    for name in vars(scheme):
        color = getattr(scheme, name)
        if isinstance(color, str) and color.startswith("#"):
            red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
            assert red > green >= blue, name


@pytest.mark.parametrize(
    ("theme", "time", "backdrop"),
    [
        (Theme.SYSTEM, "03:00", None),
        (Theme.LIGHT, "03:00", LIGHT),
        (Theme.DARK, "12:00", DARK),
        (Theme.NIGHT, "12:00", NIGHT),
        (Theme.CLOCK, "21:59", None),
        (Theme.CLOCK, "22:00", NIGHT),
        (Theme.CLOCK, "05:59", NIGHT),
        (Theme.CLOCK, "06:00", None),
    ],
)
def test_a_page_comes_up_on_the_ground_of_its_theme(theme: Theme, time: str, backdrop: Backdrop | None) -> None:
    now = dt.datetime.fromisoformat(f"2026-11-22 {time}")
    assert backdrop_at(Preferences(theme=theme), now) == backdrop


class Clock:
    """A clock that is set by hand."""

    def __init__(self, time: str) -> None:
        self.set(time)

    def set(self, time: str) -> None:
        self.now = dt.datetime.fromisoformat(f"2026-11-22 {time}").replace(tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now


def test_an_open_page_takes_the_night_look_and_leaves_it_by_the_clock(tmp_path: Path) -> None:
    clock = Clock("05:59")
    with closing(Diary.open(tmp_path, clock=clock)) as book:
        book.person.keep_preferences(Preferences(theme=Theme.CLOCK, welcomed=True))

        async def test(pages: Pages) -> None:
            page = await pages.open_diary(book, "/", shows="Log")

            def surface() -> str | None:
                theme = page.flet.page.dark_theme
                return str(theme.color_scheme.surface) if theme and theme.color_scheme else None

            def mode() -> str:
                return str(page.flet.page.theme_mode.value) if page.flet.page.theme_mode else ""

            assert surface() == night.BACKGROUND
            assert mode() == "dark"
            clock.set("06:00")
            await page.until(lambda: surface() is None)
            assert mode() == "system"

        on_pages(test)


def test_night_is_chosen_in_settings(tmp_path: Path) -> None:
    with closing(Diary.open(tmp_path, clock=Clock("12:00"))) as book:

        async def test(pages: Pages) -> None:
            page = await pages.open_diary(book, "/settings/looks", shows="Look and units")
            await page.tap("Night from 22:00 to 6:00")
            assert book.person.preferences().theme is Theme.CLOCK
            page.wait_a_second()
            await page.tap("Night")
            assert book.person.preferences().theme is Theme.NIGHT

        on_pages(test)
