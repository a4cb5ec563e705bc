"""`cramp-diary open`: the diary in its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diary.cli.options import data_option
from diary.language import tr

if TYPE_CHECKING:
    from pathlib import Path


@click.command("open", help=tr("Open the diary: in a window of its own, else in the browser."))
@data_option
@click.option("--demo", is_flag=True, help=tr("Open a throw-away copy of a made-up year."))
@click.option("--browser", is_flag=True, help=tr("Open in the browser, also where a window could be had."))
@click.option("--no-open", is_flag=True, help=tr("Only print the address to open."))
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help=tr("The port to listen on; else a free one."))
def open_(*, data: Path | None, demo: bool, browser: bool, no_open: bool, port: int | None) -> int:
    """Open the diary."""
    from diary.app import Options, run  # brings Flet, 0.5 s

    return run(Options(data=data, demo=demo, browser=browser, no_open=no_open, port=port))
