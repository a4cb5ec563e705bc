"""A page from its first moment, also where that goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

import flet as ft

from diary.language import tr
from diary.ui.page.component import failure_card
from diary.ui.page.unforeseen import error_words

Main = Callable[[ft.Page], Awaitable[None]]
"""What draws a page from its beginning."""


async def begin_page(page: ft.Page, main: Main) -> None:
    """Let `main` draw a page; where it fails say so, and let it try again when asked or when the page is loaded anew."""

    async def again(_event: object) -> None:
        await begin_page(page, main)

    try:
        await main(page)
    except Exception as error:  # whatever it is, no page stays blank
        logging.getLogger(__name__).exception("A page could not be drawn.")
        page.on_connect = again
        button = ft.FilledButton(tr("Try again"), height=56, on_click=again)
        page.controls = [ft.SafeArea(ft.Column([failure_card(error_words(error)), button], spacing=16))]
        page.update()
