"""A page from its first moment: session, theme, routes and the shell around the screens."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui import look
from diary.ui.component import component, unforeseen_words
from diary.ui.page_clock import PageClock
from diary.ui.page_records import PREFERENCES
from diary.ui.parts.handlers import event_handler, guard_taps
from diary.ui.parts.layout import GUTTER
from diary.ui.ready import load_the_rest, on_demand
from diary.ui.screens.log import LogScreen
from diary.ui.session import CHANGED, Notice, PageState, Session, SessionContext
from diary.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from diary.book import Diary
    from diary.ui.drafts import Drafts
    from diary.ui.file_addresses import FileAddresses
    from diary.ui.workers import Workers

DiaryScreen = on_demand("diary.ui.screens.diary", "DiaryScreen")
TrendsScreen = on_demand("diary.ui.screens.trends", "TrendsScreen")
ChartScreen = on_demand("diary.ui.screens.chart", "ChartScreen")
TriggersScreen = on_demand("diary.ui.screens.triggers", "TriggersScreen")
TriggerScreen = on_demand("diary.ui.screens.trigger", "TriggerScreen")
ReportScreen = on_demand("diary.ui.screens.report", "ReportScreen")
SettingsScreen = on_demand("diary.ui.screens.settings", "SettingsScreen")


def page_main(
    book: Diary, *, downloads: FileAddresses, drafts: Drafts, workers: Workers, demo: bool
) -> Callable[[ft.Page], Awaitable[None]]:
    """The function that Flet calls for each page that opens."""

    async def main(page: ft.Page) -> None:
        state = PageState(now=book.now(), width=page.width or 420)
        loop = asyncio.get_running_loop()
        state.catalogue = await loop.run_in_executor(workers.book, book.catalogue)
        state.preferences = await loop.run_in_executor(workers.book, book.preferences)
        state.records = state.records.reading(PREFERENCES, state.preferences)
        session = Session(book, page, state, workers, downloads, drafts, demo=demo)
        guard_taps(page, time.monotonic)
        # Flet would show a crash in place of the whole page after an error in a handler or an effect.
        page.session.error = lambda message: _tell_error(session, message)  # type: ignore[method-assign]  # this page's own
        _hear_answers(page)
        page.title = tr("Night Cramp Diary")
        page.padding = 0
        if not page.web:
            page.fonts = look.FONTS
        look.dress(page, session.state.preferences)
        page.on_resize = lambda _event: _note_width(session)
        page.on_platform_brightness_change = lambda _event: _note_brightness(session)
        page.pubsub.subscribe_topic(CHANGED, lambda *_: _hear(session))
        clock = PageClock(state, book.moment, lambda: page.session.connection is not None)
        page.on_connect = lambda _event: _come_back(session, clock)
        page.on_app_lifecycle_state_change = lambda _event: clock.look()
        page.on_disconnect = event_handler(lambda: drafts.leave_page(page))
        page.render(lambda: App(session))
        ticking = page.run_task(clock.run)
        page.on_close = lambda _event: ticking.cancel()
        page.run_task(load_the_rest)

    return main


def _tell_error(session: Session, message: str) -> None:
    """An error that no handler of ours foresaw, as a line; Flet gives its words and where it was."""
    logging.getLogger(__name__).error(message)
    session.tell(Notice(unforeseen_words(message.partition("\n")[0]), refusal=True))


def _hear_answers(page: ft.Page) -> None:
    """Take what the browser answers for a control that has gone meanwhile, such as a list that was to scroll.

    Flet would raise where it listens to the browser, and the page would lose its connection. It looks up the control
    only to see that it is there, so the page, which always is, stands in for it.
    """
    take = page.session.handle_invoke_method_results
    page.session.handle_invoke_method_results = (  # type: ignore[method-assign]  # this page's own
        lambda control_id, call_id, result, error: take(page._i, call_id, result, error)  # noqa: ARG005, SLF001
    )


def _note_width(session: Session) -> None:
    session.state.width = session.page.width or session.state.width


def _note_brightness(session: Session) -> None:
    """Charts are pictures: in the system's other theme they are drawn anew."""
    session.state.revision += 1


def _come_back(session: Session, clock: PageClock) -> None:
    """The page has a connection again: another page may have acted, and the day gone on, meanwhile."""
    clock.look()
    _hear(session)
    session.drafts.come_back(session.page)


def _hear(session: Session) -> None:
    """Another page acted. A page without a connection (its tab is closed or reloading) reads when it comes back."""
    if session.page.session.connection is not None:
        session.page.run_task(_read_anew, session)


async def _read_anew(session: Session) -> None:
    session.hold(PREFERENCES, await session.read(session.book.preferences))
    session.state.catalogue = await session.read(session.book.catalogue)
    session.drop_undo((await session.read(session.book.steps)).undo)
    session.state.revision += 1


@component
def App(session: Session) -> ft.Control:
    """The whole page."""
    return ft.SafeArea(expand=True, content=SessionContext(session, Routes))


@component
def Routes() -> ft.Control:
    """Which screen stands at which address."""
    return ft.Router(
        [
            ft.Route(
                component=Shell,
                children=[
                    ft.Route(index=True, component=LogScreen),
                    ft.Route(path="log", component=LogScreen),
                    ft.Route(path="log/:morning", component=LogScreen),
                    ft.Route(path="diary", component=DiaryScreen),
                    ft.Route(path="trends", component=TrendsScreen),
                    ft.Route(path="triggers", component=TriggersScreen),
                    ft.Route(path="triggers/:key", component=TriggerScreen),
                    ft.Route(path="report", component=ReportScreen),
                    ft.Route(path="settings", component=SettingsScreen),
                    ft.Route(path="settings/:section", component=SettingsScreen),
                ],
            ),
            ft.Route(path="trends/:name", component=ChartScreen),
        ],
        not_found=NotFound,
    )


@component
def NotFound() -> ft.Control:
    """An address that leads nowhere leads home."""
    page = ft.context.page
    return ft.Container(
        padding=GUTTER,
        content=ft.Column(
            [
                ft.Text(tr("There is nothing at this address.")),
                ft.FilledButton(tr("Open the diary"), height=look.TARGET, on_click=lambda: page.navigate("/")),
            ]
        ),
    )
