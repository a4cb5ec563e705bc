"""The diary of one run: opened, shown, backed up in time and closed."""

from __future__ import annotations

import sys
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import replace
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

from diary import paths
from diary.app.console import say
from diary.app.program import Program
from diary.app.second_start import show_running_diary
from diary.app.show import show
from diary.book.startup import Startup
from diary.model.errors import DiaryIsOpenError
from diary.model.risky_place import WarnedAt
from diary.server import control
from diary.server.addresses import remove_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diary.app.options import OpenOptions
    from diary.book import Diary
    from diary.clock import Clock
    from diary.ui.page.workers import Workers

Result = TypeVar("Result")

BACKUPS_LOOK = 10.0
"""Seconds between two looks whether a backup is due: long enough after a tap that it does not compete with it."""
CLOSES = 2.0
"""Seconds that the file has to close: one in use by another program would keep the program for five."""


def open_diary(folder: Path, options: OpenOptions, clock: Clock, workers: Workers) -> None:
    """Open the diary in this folder and show it until it is closed; where it is open already, show that one."""
    startup = Startup(folder, clock=clock, backups=not options.demo)
    try:
        _wait(workers.start.submit(startup.open))
    except DiaryIsOpenError:
        show_running_diary(folder, options)
        return
    try:
        _get_book_ready(startup, options)
        with _backups_in_time(startup, workers):
            show(Program.of(startup, options, workers))
    finally:
        control.forget(folder)
        remove_files(folder)
        _close(startup, workers)


def _get_book_ready(startup: Startup, options: OpenOptions) -> None:
    book = startup.book
    if book is None:
        return
    if options.demo:
        _fill_with_demo(book)
        return
    if warning := book.files.place_warning(WarnedAt.TERMINAL):
        say(warning, sys.stderr)
    if options.window:
        _remember(options, book)


def _remember(options: OpenOptions, book: Diary) -> None:
    """In what the diary was asked to open holds for the next starts too."""
    preferences = book.person.preferences()
    if options.window and options.window is not preferences.window and not book.is_damaged:
        book.person.keep_preferences(replace(preferences, window=options.window))


def _fill_with_demo(book: Diary) -> None:
    from diary.demo.date_shift import demo_contents  # only for a demo

    book.files.import_contents(demo_contents(paths.assets() / "demo" / "diary.json", book.now().date()))


@contextmanager
def _backups_in_time(startup: Startup, workers: Workers) -> Iterator[None]:
    """Look now and then whether a backup is due, and take it on a thread on which no tap waits."""
    end = Event()

    def look() -> None:
        while not end.wait(BACKUPS_LOOK):
            if startup.book and not workers.backups.is_busy:
                workers.backups.submit(startup.book.backups.tend)

    Thread(target=look, daemon=True).start()
    try:
        yield
    finally:
        end.set()


def _wait(future: Future[Result]) -> Result:
    """What a worker's job gives. Ctrl-C is heard meanwhile, as it is not while this thread waits for a locked file."""
    while not future.done():
        wait({future}, timeout=0.1)
    return future.result()


def _close(startup: Startup, workers: Workers) -> None:
    """Close the diary, unless an act that cannot be waited for holds it: SQLite bears that, as it bears a power cut."""
    book = startup.book
    if not workers.book.is_busy:
        closed, _ = wait({workers.start.submit(startup.close)}, timeout=CLOSES)
        for each in closed:
            each.result()
            if book and (trouble := book.backups.news()):  # there is no page any more that could
                say(trouble, sys.stderr)
