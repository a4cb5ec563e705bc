"""A page from its first moment: session, theme, routes and the shell around the screens."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError
from diary.model.risky_place import WarnedAt
from diary.ui.log.screen import LogScreen
from diary.ui.page import theme
from diary.ui.page.clock import PageClock
from diary.ui.page.component import component, note_failure, take_failure
from diary.ui.page.drawing import clear, render
from diary.ui.page.effects import tell_failure
from diary.ui.page.hearing_clock import HearingClock
from diary.ui.page.records import PREFERENCES
from diary.ui.page.session import CHANGED, Notice, PageState, Session, SessionContext
from diary.ui.page.start import begin_page
from diary.ui.page.tasks import PageTasks
from diary.ui.page.unforeseen import error_words, unforeseen_words
from diary.ui.parts.handlers import event_handler, guard_taps, way
from diary.ui.parts.layout import GUTTER
from diary.ui.ready import load_the_rest, on_demand
from diary.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from diary.book import Diary
    from diary.ui.page.drafts import Drafts
    from diary.ui.page.file_addresses import FileAddresses
    from diary.ui.page.start import Main
    from diary.ui.page.workers import Workers

CrampNowScreen = on_demand("diary.ui.cramp_now.screen", "CrampNowScreen")
CatchUpScreen = on_demand("diary.ui.catch_up.screen", "CatchUpScreen")
DiaryScreen = on_demand("diary.ui.nights.screen", "DiaryScreen")
TrendsScreen = on_demand("diary.ui.trends.screen", "TrendsScreen")
ChartScreen = on_demand("diary.ui.trends.chart_screen", "ChartScreen")
TriggersScreen = on_demand("diary.ui.triggers.screen", "TriggersScreen")
TriggerScreen = on_demand("diary.ui.triggers.trigger_screen", "TriggerScreen")
ReportScreen = on_demand("diary.ui.report.screen", "ReportScreen")
ReportPagesScreen = on_demand("diary.ui.report.pages_screen", "ReportPagesScreen")
SettingsScreen = on_demand("diary.ui.settings.screen", "SettingsScreen")


def page_main(
    book: Diary, *, downloads: FileAddresses, drafts: Drafts, workers: Workers, demo: bool, news: str = ""
) -> Callable[[ft.Page], Awaitable[None]]:
    """The function that Flet calls for each page that opens; `news` is what the first screen says."""

    async def main(page: ft.Page) -> None:
        state = PageState(now=book.now(), width=page.width or 420, notice=Notice(news) if news else None)
        loop = asyncio.get_running_loop()
        state.catalogue = await loop.run_in_executor(workers.book, book.questions.catalogue)
        state.preferences = await loop.run_in_executor(workers.book, book.person.preferences)
        state.records = state.records.reading(PREFERENCES, state.preferences)
        session = Session(book, page, state, workers, downloads, drafts, demo=demo)
        guard_taps(page, time.monotonic, HearingClock(time.monotonic))
        # Flet would show a crash in place of the whole page after an error in a handler or an effect.
        page.session.error = lambda message: _tell_error(session, message)  # type: ignore[method-assign]  # this page's own
        _hear_answers(page)
        page.title = tr("Night Cramp Diary")
        page.padding = 0
        if not page.web:
            page.fonts = theme.FONTS
        theme.dress(page, session.state.preferences, state.now)
        page.on_resize = lambda _event: _note_width(session)
        page.on_platform_brightness_change = lambda _event: _note_brightness(session)
        page.pubsub.subscribe_topic(CHANGED, lambda *_: _hear(session))
        clock = PageClock(
            state, book.moment, session.is_connected, lambda error: _tell(session, error), lambda: _dress_anew(session)
        )
        tasks = PageTasks(
            (
                clock.run,
                lambda: load_the_rest(lambda error: _tell(session, error), workers.loading),
                lambda: _warn_of_place(session),
            )
        )
        page.on_app_lifecycle_state_change = lambda _event: clock.look()
        page.on_connect = event_handler(lambda: _come_back(session, clock, tasks, main))
        page.on_disconnect = event_handler(lambda: _leave(session, tasks))
        page.on_close = lambda _event: tasks.end()
        render(page, lambda: App(session))
        if session.is_connected():  # it may have gone meanwhile
            tasks.begin()

    return main


async def _warn_of_place(session: Session) -> None:
    """Say once that the diary lies where it is in danger; Settings says it for as long as it is so."""
    if session.demo or session.state.notice is not None:
        return
    warning = await session.read(lambda: session.book.files.place_warning(WarnedAt.SCREEN))
    if warning:
        session.tell(Notice(warning, refusal=True))  # it stays until it is closed


def _tell_error(session: Session, message: str) -> None:
    """An error that no handler of ours foresaw, as a line. Flet tells of it where it caught it, or gives its words."""
    error = sys.exception()
    if isinstance(error, Exception):
        _tell(session, error)
    else:
        logging.getLogger(__name__).error(message)
        note_failure(session.page)
        session.tell(Notice(unforeseen_words(message.partition("\n")[0]), refusal=True))


def _tell(session: Session, error: Exception) -> None:
    """A refusal, or an error that nobody foresaw, as a line."""
    if not isinstance(error, DiaryError):
        logging.getLogger(__name__).error("Something unforeseen happened.", exc_info=error)
        note_failure(session.page)
    session.tell(Notice(error_words(error), refusal=True))


def _hear_answers(page: ft.Page) -> None:
    """Take what the browser answers for a control that has gone meanwhile, such as a list that was to scroll.

    Flet would raise where it listens to the browser, and the page would lose its connection. It looks up the control
    only to see that it is there, so the page, which always is, stands in for it.
    """
    take = page.session.handle_invoke_method_results
    page.session.handle_invoke_method_results = (  # type: ignore[method-assign]  # this page's own
        lambda control_id, call_id, result, error: take(page._i, call_id, result, error)  # noqa: ARG005, SLF001
    )


def _dress_anew(session: Session) -> None:
    """Another part of the day may want another look."""
    theme.dress(session.page, session.state.preferences, session.state.now)
    session.page.update()


def _note_width(session: Session) -> None:
    session.state.width = session.page.width or session.state.width


def _note_brightness(session: Session) -> None:
    """Charts are pictures: in the system's other theme they are drawn anew."""
    session.state.revision += 1


async def _leave(session: Session, tasks: PageTasks) -> None:
    """The page has no connection: its tab is closed or reloading."""
    tasks.end()
    await session.drafts.leave_page(session.page)


async def _come_back(session: Session, clock: PageClock, tasks: PageTasks, main: Main) -> None:
    """The page has a connection again: another page may have acted, and the day gone on, meanwhile.

    After something unforeseen it begins from its beginning: that is what loading it anew is for.
    """
    page = session.page
    if take_failure(page):
        page.pubsub.unsubscribe_topic(CHANGED)
        clear(page)
        await begin_page(page, main)
        return
    clock.look()
    _hear(session)
    session.drafts.come_back(page)
    tasks.begin()


def _hear(session: Session) -> None:
    """Another page acted. A page without a connection (its tab is closed or reloading) reads when it comes back."""
    if session.is_connected():
        session.page.run_task(tell_failure, session.page, _read_anew(session))


async def _read_anew(session: Session) -> None:
    session.hold(PREFERENCES, await session.read(session.book.person.preferences))
    session.state.catalogue = await session.read(session.book.questions.catalogue)
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
                    ft.Route(path="catch-up", component=CatchUpScreen),
                    ft.Route(path="diary", component=DiaryScreen),
                    ft.Route(path="trends", component=TrendsScreen),
                    ft.Route(path="triggers", component=TriggersScreen),
                    ft.Route(path="triggers/:key", component=TriggerScreen),
                    ft.Route(path="report", component=ReportScreen),
                    ft.Route(path="settings", component=SettingsScreen),
                    ft.Route(path="settings/:section", component=SettingsScreen),
                ],
            ),
            ft.Route(path="now", component=CrampNowScreen),
            ft.Route(path="trends/:name", component=ChartScreen),
            ft.Route(path="report/pages", component=ReportPagesScreen),
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
                ft.FilledButton(tr("Open the diary"), height=theme.TARGET, on_click=way(page, "/")),
            ]
        ),
    )
