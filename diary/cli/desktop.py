"""`cramp-diary desktop`: the diary in the system's menu of programs."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import click

from diary import paths
from diary.cli.options import data_option
from diary.exchange.whole_file import write_all
from diary.language import tr
from diary.model.clean_text import path_words
from diary.window.menu_entry import MenuEntry, NoMenuEntryError


@click.command(
    "desktop",
    short_help=tr("Put the diary into the menu of programs."),
    help=tr("Put the diary into the system's menu of programs, with its icon, or take it out again."),
)
@click.option("--remove", is_flag=True, help=tr("Take it out again; the diary itself stays."))
@data_option
def desktop_command(*, remove: bool, data: Path | None) -> None:
    """Put the entry there, or take it away."""
    command = [sys.executable, "-m", "diary", "open", *(["--data", str(data.absolute())] if data else [])]
    if sys.platform in {"win32", "darwin"}:
        raise NoMenuEntryError(sys.platform, shlex.join(command))
    entry = MenuEntry.of(os.environ, Path.home(), paths.assets() / "icons")
    if not remove:
        files = entry.files(command)
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        write_all(files)
        click.echo(tr("The diary is in the menu of programs: {path}").format(path=path_words(entry.path)))
    elif entry.take_away():
        click.echo(tr("The diary is no more in the menu of programs. What you logged stays where it is."))
    else:
        click.echo(tr("The diary was not in the menu of programs."))
