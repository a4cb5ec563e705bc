"""Diary: every night there is, as a month and as a list to look through and to search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr, trn
from diary.model.catching_up import nights_to_catch_up
from diary.ui.nights.calendar import calendar_card
from diary.ui.nights.content import (
    NightLine,
    NightsListed,
    by_month,
    filtered_words,
    found,
    found_words,
    lines_of,
    nights_listed,
    up_to,
)
from diary.ui.nights.filter import answers_wanted, filter_bar
from diary.ui.nights.list import MonthCard
from diary.ui.nights.month_turn import Swipe
from diary.ui.nights.search import SearchField
from diary.ui.page.component import component
from diary.ui.page.night_filter import NightFilter, nights_wanted
from diary.ui.page.session import Session, use_read, use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.catch_up_way import catch_up_way
from diary.ui.parts.damage_card import damage_line, damaged_nights_card
from diary.ui.parts.empty import empty_screen
from diary.ui.parts.handlers import handler
from diary.ui.parts.keyed import keyed
from diary.ui.parts.layout import GUTTER, quiet_text, screen, scrolling
from diary.ui.parts.soon import WaitingSoon

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.book import Diary

AT_A_TIME = 50
"""Nights that the list grows by as one scrolls."""
unchanged: Callable[[Callable[..., ft.Control]], Callable[..., ft.Control]] = ft.memo
"""Flet's own, which has no types: a component stays as it is while its arguments are equal."""
LARGE = 1.4
"""From here on the size of text leaves fewer words room in a line."""
BEFORE_THE_END = 2000
"""Logical pixels above the list's end at which it grows."""


@component
def DiaryScreen() -> ft.Control:
    """The nights, or what will be here once there are some.

    All nights are handed to no other component: Flet writes a component's arguments out with each message it sends,
    and thousands of nights would hold the event loop for seconds.
    """
    session = use_session()
    nights = use_read(session, lambda: _listed(session.book), on=[session.state.revision])
    most, set_most = ft.use_state(AT_A_TIME)
    month, view = session.state.month, session.state.diary
    words, wanted = view.words, view.wanted
    lines = ft.use_memo(lambda: _lines(session, nights, words, wanted), [nights, words, wanted, month])

    swipe: Swipe = ft.use_memo(Swipe, [])

    def search(typed: str) -> None:
        session.state.diary = replace(session.state.diary, words=typed)
        set_most(AT_A_TIME)

    def want(change: Callable[[NightFilter], NightFilter]) -> None:
        view = session.state.diary
        session.state.diary = replace(view, wanted=change(view.wanted))
        set_most(AT_A_TIME)

    def grow() -> None:
        set_most(lambda before: before + AT_A_TIME)

    def grow_near_the_end(event: ft.OnScrollEvent) -> None:
        # Scrolling tells of itself several times before the longer list is drawn: from what was drawn it grows once.
        if event.pixels > event.max_scroll_extent - BEFORE_THE_END and most < len(lines):
            set_most(lambda before: max(before, most + AT_A_TIME))

    if nights is None:
        return screen(WaitingSoon())
    if not nights.lines and not nights.damaged:
        return screen(scrolling([_nothing_yet()]))
    return screen(
        SearchField(_search_words(session.state.preferences.text_scale), words, search),
        ft.ListView(
            key=f"found: {words} {wanted}",
            expand=True,
            scroll_interval=30,
            on_scroll=grow_near_the_end,
            controls=[
                filter_bar(session, nights.by_morning, wanted, want),
                *(damaged_nights_card(nights.damaged) if wanted.wants_all and not words else []),
                *damage_line((), nights.also_missing),
                calendar_card(session, nights.by_morning, swipe, nights.damaged)
                if wanted.wants_all and not words
                else _how_many(len(lines), of_words=bool(words)),
                *(_catch_up(session, nights) if wanted.wants_all and not words else []),
                *[unchanged(keyed(MonthCard, each.name))(each) for each in by_month(lines, most)],
                *([_older(len(lines) - most, grow)] if most < len(lines) else []),
            ],
        ),
    )


def _listed(book: Diary) -> NightsListed:
    listed = nights_listed(book.nights.all(), book.questions.catalogue(), book.nights.damaged())
    return replace(listed, also_missing=book.files.missing_sentences())


def _search_words(scale: float) -> str:
    """What the search is called, in words that large text does not cut off."""
    return tr("Search nights and notes") if scale <= LARGE else tr("Search nights")


def _lines(session: Session, nights: NightsListed | None, words: str, wanted: NightFilter) -> tuple[NightLine, ...]:
    """What was found among all nights while one searches or filters, else those from the calendar's month on back."""
    if nights is None:
        return ()
    if wanted.wants_all:
        return found(nights.lines, words) if words else up_to(nights.lines, session.state.month)
    choices = answers_wanted(session, nights.by_morning, wanted)
    damaged = {night.morning for night in nights.damaged}
    wanted_nights = nights_wanted(nights.by_morning, wanted, choices, now=session.state.now)
    return found(lines_of([night for night in wanted_nights if night.morning not in damaged], nights), words)


def _catch_up(session: Session, nights: NightsListed) -> list[ft.Control]:
    """A line between calendar and list where nights of late were not logged."""
    damaged = [night.morning for night in nights.damaged if night.morning]
    return [catch_up_way(session.page)] if nights_to_catch_up(nights.by_morning, session.state.now, damaged) else []


def _nothing_yet() -> ft.Control:
    return empty_screen(
        ft.Icons.CALENDAR_MONTH_OUTLINED,
        tr("Every night, at a glance"),
        tr("Each night you log gets a place in this calendar: a disc for cramps, a ring for a quiet night."),
        tr("Below it you can look through all your nights, search your notes, and mend what you told."),
    )


def _older(count: int, grow: Callable[[], None]) -> ft.Control:
    """For whoever comes to the end by keyboard, or faster than the list grows."""
    words = trn("Show {n} older night", "Show {n} older nights", min(count, AT_A_TIME))
    return ft.Container(
        key="older",
        padding=ft.Padding.only(bottom=GUTTER),
        content=ft.TextButton(
            words.format(n=min(count, AT_A_TIME)), height=TARGET, on_click=handler(grow, TapKind.CLOSING)
        ),
    )


def _how_many(count: int, *, of_words: bool) -> ft.Control:
    return ft.Container(
        padding=ft.Padding.only(left=8, bottom=GUTTER),
        content=ft.Semantics(
            live_region=True, content=quiet_text(found_words(count) if of_words else filtered_words(count))
        ),
    )
