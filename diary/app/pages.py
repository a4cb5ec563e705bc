"""What Flet calls for each page, and what is loaded for the first of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from diary.model.backdrop import Backdrop, backdrop_at
from diary.model.errors import DiaryError
from diary.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import flet as ft

    from diary.app.program import Program
    from diary.book.startup import Startup


def page_main_of(program: Program) -> Callable[[ft.Page], Awaitable[None]]:
    """What Flet calls for each page that opens; the first one may have to wait for the screens to load."""
    startup, workers = program.startup, program.workers

    async def draw(page: ft.Page) -> None:
        loop = asyncio.get_running_loop()
        if startup.obstacle or startup.book is None:
            mending_main = await loop.run_in_executor(workers.loading, _load_mending_screen)
            await mending_main(startup, workers=workers, draw=draw)(page)
            return
        page_main = await loop.run_in_executor(workers.loading, _load_screens)
        book, news = startup.book, startup.take_news()
        shared = {"downloads": program.downloads, "drafts": program.drafts, "workers": workers}
        await page_main(book, **shared, demo=program.options.demo, news=news)(page)

    async def main(page: ft.Page) -> None:
        from diary.ui.page.start import begin_page  # Flet has come by now

        await begin_page(page, draw)
        if page.session.connection is None:
            raise BrokenPipeError  # as Flet wants to hear that a page has gone meanwhile

    return main


def get_ready(startup: Startup) -> None:
    """Load the screens, and ask once what the first of them will ask: while the browser fetches the client."""
    from diary.ui.ready import load_first_screen

    _load_screens()
    load_first_screen()
    book = startup.book
    if book is None or startup.obstacle:
        return
    book.person.preferences()
    book.questions.catalogue()
    book.nights.between(Period(book.now().date(), book.now().date()))
    book.nights.missed()


def backdrop_of(startup: Startup) -> Backdrop | None:
    """The ground on which a page comes up; that of the system's theme where the diary cannot tell."""
    book = startup.book
    if book is None:
        return None
    try:
        return backdrop_at(book.person.preferences(), book.now())
    except DiaryError:  # the page itself says so
        return None


def _load_screens() -> Callable[..., Callable[[ft.Page], Awaitable[None]]]:
    from diary.ui.root import page_main  # about 0.3 s

    return page_main


def _load_mending_screen() -> Callable[..., Callable[[ft.Page], Awaitable[None]]]:
    from diary.ui.mend.screen import mending_main  # only for a diary that cannot be opened

    return mending_main
