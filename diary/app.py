"""The one place that wires things: paths, book, screens, guard, and the window they show in."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
import tempfile
import webbrowser
from concurrent.futures import Future, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, TextIO, TypeVar

from diary import paths
from diary.book.startup import Startup
from diary.clock import Clock, local_now
from diary.language import tr, use
from diary.model.backdrop import Backdrop, backdrop_at
from diary.model.errors import DiaryError, DiaryIsOpenError
from diary.model.period import Period
from diary.model.risky_place import WarnedAt
from diary.server import control
from diary.server.addresses import Addresses, remove_files
from diary.server.control import InstanceFile
from diary.server.downloads import Downloads
from diary.server.open_pages import OpenPages
from diary.server.resume import Resume, read_last
from diary.server.serve import Parts, PortNotUsableError, Server, listen
from diary.server.tokens import Tokens
from diary.ui.page.draft_file import DRAFTS_NAME, DraftFile
from diary.ui.page.drafts import Drafts
from diary.ui.page.workers import Workers
from diary.window import client
from diary.window.flet_settings import settle_flet
from diary.window.show import Showing, has_display, show_window, showing

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable, Iterator

    import flet as ft

    from diary.book import Diary

Result = TypeVar("Result")

GRACE = 600.0
"""Seconds that the program goes on after its last page closed."""
BROWSER_STARTS = 10.0
"""Seconds that a browser may take to start."""
BACKUPS_LOOK = 10.0
"""Seconds between two looks whether a backup is due: long enough after a tap that it does not compete with it."""
INTERRUPTIONS = (signal.SIGINT, signal.SIGTERM)
DRAFTS_SETTLE, ACTS_SETTLE, CLOSES = 0.5, 1.0, 2.0
"""Seconds that drafts, the acts under way and the file have when the program ends: who presses Ctrl-C waits no longer
than a moment, and a file in use by another program would keep each of them for five seconds."""


class ActsLeftError(DiaryError):
    """The program had to end before an act was done."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The diary was closed while another program kept its file in use, so what you tapped last may not be "
                "saved: look at it when you open the diary again."
            )
        )


@dataclass(frozen=True, slots=True)
class OpenOptions:
    """How the diary is opened."""

    data: Path | None = None
    demo: bool = False
    window: bool = False
    """In the native window, whose client may have to be fetched; else in the browser."""
    no_open: bool = False
    port: int | None = None
    """None takes any free one."""
    grace: float = GRACE
    """Seconds that the program goes on after its last page closed."""


def run_app(options: OpenOptions, clock: Clock = local_now) -> int:
    """Open the diary and stay until it is closed. 0: done; 2: refused, in one sentence on standard error.

    The clock gives the present moment with its time zone. Takes the process for itself: its signals, its Flet
    settings, and that the files it makes are the person's alone.
    """
    use(paths.assets() / "locale", ["en"])
    settle_flet(os.environ, forget_pages_after=options.grace)
    for interruption in INTERRUPTIONS:
        signal.signal(interruption, signal.default_int_handler)
    os.umask(0o077)
    workers = Workers()
    code = _run(options, clock, workers)
    if workers.are_busy:
        _end_now(code)
    return code


def _end_now(code: int) -> None:
    """End the process though a thread is at work, which Python would not do without waiting for it, or a crash.

    All that is to be kept is kept. What is drawn, counted, loaded or read then is of no use any more.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _run(options: OpenOptions, clock: Clock, workers: Workers) -> int:
    try:
        with _folder(options) as folder:
            _open(folder, options, clock, workers)
    except DiaryError as refusal:
        _say(str(refusal), sys.stderr)
        return 2
    except KeyboardInterrupt:
        pass  # the ordinary way to end it; everything is saved already
    return 0


@contextmanager
def _folder(options: OpenOptions) -> Iterator[Path]:
    """The diary's folder; for a demo a throw-away one."""
    if not options.demo:
        yield paths.data_folder(options.data, os.environ)
        return
    folder = Path(tempfile.mkdtemp(prefix="night-cramp-diary-demo-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _open(folder: Path, options: OpenOptions, clock: Clock, workers: Workers) -> None:
    startup = Startup(folder, clock=clock, backups=not options.demo)
    try:
        _wait(workers.start.submit(startup.open))
    except DiaryIsOpenError:
        _open_running_program(folder, options)
        return
    try:
        if options.demo and startup.book:
            _fill_with_demo(startup.book)
        elif startup.book and (warning := startup.book.files.place_warning(WarnedAt.TERMINAL)):
            _say(warning, sys.stderr)
        with _backups_in_time(startup, workers):
            _show(startup, options, workers)
    finally:
        control.forget(folder)
        remove_files(folder)
        _close(startup, workers)


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
                _say(trouble, sys.stderr)


def _open_running_program(folder: Path, options: OpenOptions) -> None:
    instance = control.read_instance(folder)
    if instance and instance.port is None:
        _say(tr("The diary is open already, in its window."))
        return
    fresh = control.request_address(instance) if instance else None
    if instance is None or fresh is None:
        raise DiaryIsOpenError
    _say(tr("Open {address}").format(address=fresh))
    if not options.no_open and has_display(os.environ, sys.platform):
        thread = _open_in_browser(control.request_file(instance))
        thread.join(BROWSER_STARTS)  # its thread would end with this program


def _fill_with_demo(book: Diary) -> None:
    from diary.demo.date_shift import demo_contents  # only for a demo

    book.files.import_contents(demo_contents(paths.assets() / "demo" / "diary.json", book.now().date()))


def _show(startup: Startup, options: OpenOptions, workers: Workers) -> None:
    # A port is asked for only to reach the diary by a browser.
    window = options.window and options.port is None
    how = showing(os.environ, sys.platform, window=window, no_open=options.no_open, client=_client_or_say)
    downloads, drafts = Downloads(), Drafts(DraftFile(startup.folder / DRAFTS_NAME))
    main = _page_main(startup, downloads=downloads, drafts=drafts, workers=workers, demo=options.demo)
    if how is Showing.WINDOW:
        InstanceFile(None).write(startup.folder)
        try:
            if show_window(main, assets=paths.assets()):
                return
        finally:  # Ctrl-C too
            asyncio.run(_settle(drafts, workers))
        _say(tr("The window did not come up, so the diary opens in your browser."), sys.stderr)
    open_browser = how is not Showing.ADDRESS
    _serve(startup, main, options, downloads=downloads, drafts=drafts, workers=workers, open_browser=open_browser)


def _page_main(
    startup: Startup, *, downloads: Downloads, drafts: Drafts, workers: Workers, demo: bool
) -> Callable[[ft.Page], Awaitable[None]]:
    """What Flet calls for each page that opens; the first one may have to wait for the screens to load."""

    async def draw(page: ft.Page) -> None:
        loop = asyncio.get_running_loop()
        if startup.obstacle or startup.book is None:
            mending_main = await loop.run_in_executor(workers.loading, _load_mending_screen)
            await mending_main(startup, workers=workers, draw=draw)(page)
            return
        page_main = await loop.run_in_executor(workers.loading, _load_screens)
        book, news = startup.book, startup.take_news()
        await page_main(book, downloads=downloads, drafts=drafts, workers=workers, demo=demo, news=news)(page)

    async def main(page: ft.Page) -> None:
        from diary.ui.page.start import begin_page  # Flet has come by now

        await begin_page(page, draw)
        if page.session.connection is None:
            raise BrokenPipeError  # as Flet wants to hear that a page has gone meanwhile

    return main


def _load_screens() -> Callable[..., Callable[[ft.Page], Awaitable[None]]]:
    from diary.ui.root import page_main  # about 0.3 s

    return page_main


def _load_mending_screen() -> Callable[..., Callable[[ft.Page], Awaitable[None]]]:
    from diary.ui.mend.screen import mending_main  # only for a diary that cannot be opened

    return mending_main


def _get_ready(startup: Startup) -> None:
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


def _backdrop(startup: Startup) -> Backdrop | None:
    """The ground on which a page comes up; that of the system's theme where the diary cannot tell."""
    book = startup.book
    if book is None:
        return None
    try:
        return backdrop_at(book.person.preferences(), book.now())
    except DiaryError:  # the page itself says so
        return None


def _client_or_say() -> bool:
    os.environ[client.FLAVOR] = client.flavor(os.environ, sys.platform)
    if client.is_there(os.environ, sys.platform, home=Path.home()):
        return True
    _say(
        tr(
            "The window needs a program that is not on this computer yet: about 30 MB, fetched now from {place}, and "
            "not checked by the diary. Ctrl-C stops it; without --window the diary opens in your browser."
        ).format(place=client.place(os.environ)),
        sys.stderr,
    )
    if client.fetch(os.environ):
        return True
    _say(tr("The window could not be fetched, so the diary opens in your browser."), sys.stderr)
    return False


def _serve(
    startup: Startup,
    main: Callable[[ft.Page], Awaitable[None]],
    options: OpenOptions,
    *,
    downloads: Downloads,
    drafts: Drafts,
    workers: Workers,
    open_browser: bool,
) -> None:
    folder = startup.folder
    last = read_last(folder)
    listener = _listen(options.port, last)
    port = int(listener.getsockname()[1])
    remove_files(folder)
    addresses = Addresses(port, Tokens(), folder)
    instance, resume = InstanceFile(port), replace(last, port=port) if last else Resume(port)
    parts = Parts(
        main,
        paths.assets(),
        addresses,
        instance,
        downloads,
        OpenPages(options.grace),
        resume,
        get_ready=lambda: _get_ready(startup),
        get_backdrop=lambda: _backdrop(startup),
        thread=workers.start,
    )
    server = Server(parts, listener)
    # From here on an interruption ends the server in peace, at whatever moment it comes.
    for interruption in INTERRUPTIONS:
        signal.signal(interruption, lambda *_: server.stop())
    instance.write(folder)
    resume.write(folder)
    _say(tr("Open {address}").format(address=addresses.fresh()))
    if open_browser:
        _open_in_browser(addresses.file())
    asyncio.run(_serve_and_settle(server, drafts, workers))


async def _serve_and_settle(server: Server, drafts: Drafts, workers: Workers) -> None:
    try:
        await server.serve()
    finally:
        await _settle(drafts, workers)


async def _settle(drafts: Drafts, workers: Workers) -> None:
    await drafts.settle(DRAFTS_SETTLE)
    if not await workers.settle(ACTS_SETTLE):
        raise ActsLeftError


def _listen(port: int | None, last: Resume | None) -> socket.socket:
    """At the port that was asked for; else that of last time, where its pages still look for the diary; else any."""
    if port is None and last is not None:
        with suppress(PortNotUsableError):
            return listen(last.port)
    return listen(port or 0)


def _open_in_browser(file: Path | None) -> Thread:
    """Let the browser open the file that leads to the diary; where there is none, the printed address is left.

    Some browsers take seconds to answer, and the server is to run meanwhile.
    """
    thread = Thread(target=lambda: file and webbrowser.open(file.as_uri()), daemon=True)
    thread.start()
    return thread


def _say(words: str, stream: TextIO | None = None) -> None:
    out = stream or sys.stdout
    out.write(f"{words}\n")
    out.flush()
