"""The page of a diary that cannot be opened: what is wrong, in plain words, and the ways out, one tap each."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import flet as ft

from diary.book.startup import Startup
from diary.language import tr
from diary.model.clean_text import path_words
from diary.model.errors import DiaryError
from diary.model.progress import Progress
from diary.model.wall_time import to_the_minute
from diary.ui.page import theme
from diary.ui.page.component import component
from diary.ui.page.drawing import clear, render
from diary.ui.page.effects import tell_failure, use_effect
from diary.ui.page.folder import open_outside, opener
from diary.ui.page.hearing_clock import HearingClock
from diary.ui.page.start import Main, begin_page
from diary.ui.page.taps import TapKind
from diary.ui.page.waiting import Waiting, wait_for
from diary.ui.page.workers import Workers
from diary.ui.parts.backup_choice import BackupChoice
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.handlers import guard_taps, handler
from diary.ui.parts.layout import card, quiet_text, screen, scrolling, waiting
from diary.ui.parts.remedy_cards import problem_lines, remedy_cards
from diary.ui.parts.waiting_dialog import WaitingDialog

if TYPE_CHECKING:
    from diary.book.mending import Remedies

Result = TypeVar("Result")
Mend = Callable[[Callable[[Progress], object]], object]
"""Does an act on the file, and shows the diary."""
OPENED = "diary-opened"
"""The topic on which pages tell one another that the diary is open now."""


@dataclass(frozen=True, slots=True, repr=False)
class MendingPage:
    """A page of a diary that is not open."""

    startup: Startup
    page: ft.Page
    workers: Workers
    draw: Main
    """Draws the page anew, with the diary if it is open by then."""
    waiting: Waiting = field(default_factory=Waiting)

    async def run_long(self, method: Callable[[Progress], Result]) -> Result:
        """The same of a method that may take long enough to be waited for, and cancelled."""
        return await wait_for(self.waiting, lambda progress: self.run(partial(method, progress)))

    async def run(self, method: Callable[[], Result]) -> Result:
        """What a method gives, off the event loop, after those before it."""
        return await asyncio.get_running_loop().run_in_executor(self.workers.book, method)

    async def mend(self, method: Callable[[Progress], object]) -> None:
        """Do it, unless another page did something already, and show the diary on every page. Raises a refusal."""
        await self.run_long(lambda progress: method(progress) if self.startup.obstacle else None)
        self.page.pubsub.send_others_on_topic(OPENED, OPENED)
        await self.go_on()

    async def go_on(self) -> None:
        """Show the diary."""
        self.page.pubsub.unsubscribe_topic(OPENED)
        clear(self.page)
        await begin_page(self.page, self.draw)


def mending_main(startup: Startup, *, workers: Workers, draw: Main) -> Main:
    """What draws a page of a diary that is not open; `draw` draws it once it is."""

    async def main(page: ft.Page) -> None:
        guard_taps(page, time.monotonic, HearingClock(time.monotonic))
        page.title = tr("Night Cramp Diary")
        page.padding = 0
        if not page.web:
            page.fonts = theme.FONTS
        place = MendingPage(startup, page, workers, draw)
        theme.dress(page, await place.run(startup.preferences), to_the_minute(startup.clock()))
        page.pubsub.subscribe_topic(OPENED, lambda *_: page.run_task(tell_failure, page, place.go_on()))
        render(page, lambda: ft.SafeArea(expand=True, content=MendingScreen(place)))

    return main


@component
def MendingScreen(place: MendingPage) -> ft.Control:
    """What is wrong, the ways out, and where the file lies."""
    unknown: Remedies | None = None
    remedies, set_remedies = ft.use_state(unknown)
    trouble, set_trouble = ft.use_state("")
    width, set_width = ft.use_state(place.page.width or theme.COLUMN)
    place.page.on_resize = lambda _event: set_width(lambda _: place.page.width or theme.COLUMN)

    async def look() -> None:
        found = await place.run(place.startup.remedies)
        set_remedies(lambda _: found)

    async def mend(method: Callable[[Progress], object]) -> None:
        try:
            await place.mend(method)
        except DiaryError as refusal:
            words = str(refusal)
            set_trouble(lambda _: words)

    use_effect(look, [])
    shown = [
        _title(),
        *([card(None, ft.Text(trouble, color=ft.Colors.ERROR))] if trouble else []),
        *(_cards(place, remedies, mend) if remedies else [waiting(), _patience()]),
    ]
    column = ft.Container(
        width=min(width, theme.COLUMN), content=screen(scrolling(shown), WaitingDialog(place.waiting))
    )
    return ft.Row(
        [column],
        expand=True,
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _patience() -> ft.Control:
    words = quiet_text(tr("Looking for what can be saved. This may take a minute."))
    return ft.Container(alignment=ft.Alignment.CENTER, content=words)


def _title() -> ft.Control:
    words = ft.Text(tr("Your diary needs help"), theme_style=ft.TextThemeStyle.HEADLINE_SMALL)
    return ft.Container(
        padding=ft.Padding.only(left=4, top=12, bottom=12),
        content=ft.Semantics(header=True, heading_level=1, container=True, content=words),
    )


def _cards(place: MendingPage, remedies: Remedies, mend: Mend) -> list[ft.Control]:
    startup = place.startup
    return [
        card(tr("What is wrong"), *problem_lines(remedies.problems), quiet_text(_reassurance(startup))),
        *remedy_cards(
            remedies,
            startup.clock().tzinfo,
            lambda: mend(startup.mend_by_backup),
            lambda: mend(startup.mend_by_salvage),
        ),
        *([_read_card(startup, mend)] if startup.book else []),
        *([_other_backup_card(place)] if startup.can_be_mended else []),
        *([_new_diary_card(startup, mend)] if _is_hopeless(startup, remedies) else []),
        _folder_card(place, mend),
    ]


def _reassurance(startup: Startup) -> str:
    if startup.is_gone:
        return tr("If you moved it, put it back and look again.")
    if startup.can_be_mended:
        return tr("The file was not changed. Whatever you choose, it is set aside in “backups” and never deleted.")
    return tr("The file was not changed.")


def _is_hopeless(startup: Startup, remedies: Remedies) -> bool:
    return startup.can_be_mended and (startup.is_gone or not (remedies.backup or remedies.salvage))


def _read_card(startup: Startup, mend: Mend) -> ft.Control:
    return card(
        tr("Look at it as it is"),
        quiet_text(tr("What can be read is shown, and nothing can be logged. You can mend it later, in Settings.")),
        ft.TextButton(
            tr("Open it to read"),
            style=tall_enough(),
            on_click=handler(lambda: mend(lambda _: startup.read_as_it_is()), TapKind.CLOSING),
        ),
    )


def _other_backup_card(place: MendingPage) -> ft.Control:
    async def restore(chosen: str) -> None:
        await place.mend(partial(place.startup.mend_by_file, chosen))

    return card(
        tr("I have a backup elsewhere"),
        quiet_text(tr("On a stick, another disk or another machine: a file of it, or the folder that holds them.")),
        BackupChoice(restore),
    )


def _new_diary_card(startup: Startup, mend: Mend) -> ft.Control:
    return card(
        tr("Begin a new diary"),
        quiet_text(_new_diary_words(startup)),
        ft.OutlinedButton(
            tr("Begin a new diary"),
            style=tall_enough(),
            on_click=handler(lambda: mend(lambda _: startup.begin_anew()), TapKind.CLOSING),
        ),
    )


def _new_diary_words(startup: Startup) -> str:
    if startup.is_gone:
        return tr("The backups stay where they are, and can be restored later too.")
    return tr("Nothing of the file can be read, and there is no backup beside it. It is set aside all the same.")


def _folder_card(place: MendingPage, mend: Mend) -> ft.Control:
    folder, program = place.startup.folder, opener()

    async def show() -> None:
        if program:
            await place.run(lambda: open_outside(program, folder))

    return card(
        tr("Where it lies"),
        ft.Text(path_words(folder), selectable=True),
        ft.Row(
            [
                *([_button(tr("Open folder"), ft.Icons.FOLDER_OPEN, show)] if program else []),
                _button(tr("Look at it again"), ft.Icons.REFRESH, lambda: mend(lambda _: place.startup.try_again())),
            ],
            wrap=True,
        ),
    )


def _button(name: str, icon: ft.IconData, act: Callable[[], object]) -> ft.Control:
    return ft.OutlinedButton(name, icon=icon, height=theme.TARGET, on_click=handler(act))
