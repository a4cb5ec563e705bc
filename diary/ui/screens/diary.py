"""Diary: every night there is, as a month and as a list to look through and to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import night_name
from diary.ui.nights_listed import NightsListed, by_month, found, found_words, nights_listed
from diary.ui.parts.empty import empty_screen
from diary.ui.parts.layout import GUTTER, quiet_text, screen, scrolling
from diary.ui.parts.search import SearchField
from diary.ui.parts.soon import WaitingSoon
from diary.ui.screens.diary_calendar import CalendarCard
from diary.ui.screens.diary_list import MonthCard
from diary.ui.session import use_read, use_session

if TYPE_CHECKING:
    import datetime as dt

AT_A_TIME = 50
"""Nights that the list grows by as one scrolls."""
BEFORE_THE_END = 800
"""Logical pixels above the list's end at which it grows."""


@ft.component
def DiaryScreen() -> ft.Control:
    """The nights, or what will be here once there are some."""
    session = use_session()
    nights = use_read(session, lambda: nights_listed(session.book.nights()), on=[session.state.revision])
    if nights is None:
        return screen(WaitingSoon())
    return screen(NightsFound(nights) if nights.lines else scrolling([_nothing_yet()]))


def _nothing_yet() -> ft.Control:
    return empty_screen(
        ft.Icons.CALENDAR_MONTH_OUTLINED,
        tr("Every night, at a glance"),
        tr("Each night you log gets a place in this calendar: a disc for cramps, a ring for a quiet night."),
        tr("Below it you can look through all your nights, search your notes, and mend what you told."),
    )


@ft.component
def NightsFound(nights: NightsListed) -> ft.Control:
    """Calendar, search and list in one scroll; while one searches, what was found takes the calendar's place."""
    session = use_session()
    page = ft.context.page
    words, set_words = ft.use_state("")
    most, set_most = ft.use_state(AT_A_TIME)
    lines = ft.use_memo(lambda: found(nights.lines, words), [nights, words])

    def search(typed: str) -> None:
        set_words(typed)
        set_most(AT_A_TIME)

    def grow(event: ft.OnScrollEvent) -> None:
        if event.pixels > event.max_scroll_extent - BEFORE_THE_END and most < len(lines):
            set_most(most + AT_A_TIME)

    def open_night(morning: dt.date) -> None:
        page.navigate(f"/log/{morning.isoformat()}")

    async def delete(morning: dt.date) -> None:
        await session.act(
            lambda: session.book.delete(morning), tr("Night deleted: {night}.").format(night=night_name(morning))
        )

    opening = ft.use_callback(open_night, [])
    deleting = ft.use_callback(delete, [])
    month_card = ft.memo(MonthCard)
    return ft.ListView(
        expand=True,
        scroll_interval=100,
        on_scroll=grow,
        controls=[
            *([] if words else [CalendarCard(nights.by_morning, key="calendar")]),
            SearchField(tr("Search nights and notes"), search, key="search"),
            *([_how_many(len(lines))] if words else []),
            *[
                month_card(month, session.state.preferences.text_scale, opening, deleting, key=month.name)
                for month in by_month(lines, most)
            ],
        ],
    )


def _how_many(count: int) -> ft.Control:
    return ft.Container(
        key="how many",
        padding=ft.Padding.only(left=8, bottom=GUTTER),
        content=ft.Semantics(live_region=True, content=quiet_text(found_words(count))),
    )
