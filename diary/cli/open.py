"""`cramp-diary open`: the diary in its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diary.cli.options import data_option
from diary.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from diary.clock import Clock


@click.command("open", help=tr("Open the diary in the browser, or in a window of its own."))
@data_option
@click.option("--demo", is_flag=True, help=tr("Open a throw-away copy of a made-up year."))
@click.option("--window", is_flag=True, help=tr("Open in a window of its own; what it needs may have to be fetched."))
@click.option("--browser", is_flag=True, help=tr("Open in the browser, as without --window."))
@click.option("--no-open", is_flag=True, help=tr("Only print the address to open."))
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help=tr("The port to listen on; else a free one."))
@click.pass_obj
def open_command(  # each is an option of the command
    clock: Clock, /, *, data: Path | None, demo: bool, window: bool, browser: bool, no_open: bool, port: int | None
) -> int:
    """Open the diary."""
    from diary.app import OpenOptions, run_app  # brings Flet, 0.5 s

    return run_app(OpenOptions(data=data, demo=demo, window=window and not browser, no_open=no_open, port=port), clock)
