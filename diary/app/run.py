"""The program from its start to its end: the process, the folder, and the exit code."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from diary import paths
from diary.app.console import say
from diary.app.open_diary import open_diary
from diary.app.serving import INTERRUPTIONS
from diary.clock import Clock, local_now
from diary.language import use
from diary.model.errors import DiaryError
from diary.ui.page.workers import Workers
from diary.window.flet_settings import settle_flet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.app.options import OpenOptions


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
            open_diary(folder, options, clock, workers)
    except DiaryError as refusal:
        say(str(refusal), sys.stderr)
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
