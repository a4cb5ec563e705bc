"""A page draws what changed once, however many of its components watch it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import flet as ft

from diary.ui.page.component import component
from diary.ui.page.drawing import guard_updates
from tests.ui.headless import on_pages

if TYPE_CHECKING:
    from tests.ui.headless import Pages

drawn: Counter[str] = Counter()


@ft.observable
class Weather:
    """Something that several components show."""

    def __init__(self) -> None:
        self.degrees = 20


@component
def Reading(weather: Weather, place: int) -> ft.Control:
    drawn[f"reading {place}"] += 1
    ft.use_state(weather)
    return ft.Text(f"{place}: {weather.degrees}")


@component
def Wall(weather: Weather) -> ft.Control:
    drawn["wall"] += 1
    ft.use_state(weather)
    return ft.Column([Reading(weather, place) for place in range(4)])


@component
def House(weather: Weather) -> ft.Control:
    drawn["house"] += 1
    return ft.Column([Wall(weather), Reading(weather, 9)])


def test_what_several_components_watch_is_drawn_once_for_each_change() -> None:
    async def watch(pages: Pages) -> None:
        weather = Weather()
        page = await pages.open_part(lambda: House(weather))
        guard_updates(page.flet.page)
        for degrees in (21, 22, 23):
            drawn.clear()
            weather.degrees = degrees
            await page.sees(f"9: {degrees}")
            await page.rest()
            assert all(f"{place}: {degrees}" in page.words() for place in range(4))
            assert drawn == {"house": 1, "wall": 1} | {f"reading {place}": 1 for place in (0, 1, 2, 3, 9)}

    on_pages(watch)


def test_a_component_alone_is_drawn_alone() -> None:
    async def watch(pages: Pages) -> None:
        inside, outside = Weather(), Weather()

        @component
        def Garden() -> ft.Control:
            drawn["garden"] += 1
            ft.use_state(outside)
            return Reading(inside, 1)

        page = await pages.open_part(Garden)
        guard_updates(page.flet.page)
        drawn.clear()
        inside.degrees = 30
        await page.sees("1: 30")
        assert drawn == {"reading 1": 1}

    on_pages(watch)
