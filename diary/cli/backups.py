"""`cramp-diary backups`: what each backup holds, and whether it is whole."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.errors import TwoSecondFoldersError
from diary.cli.options import FolderPath, data_option, diary_to_write, open_diary
from diary.language import tr
from diary.model.backups import REASON_WORDS, BackupState, ListedBackup, moment_words
from diary.model.clean_text import path_words
from diary.model.errors import DiaryError
from diary.paths import data_folder

if TYPE_CHECKING:
    from pathlib import Path

    from diary.clock import Clock

DAMAGE_FOUND = 1
STATE_WIDTH = 16


@click.command(
    "backups", help=tr("List the backups, each looked at again, newest first. Exit code 1 where one is damaged.")
)
@click.option("--second", type=FolderPath(), metavar="FOLDER", help=tr("Keep backups in this other folder too."))
@click.option("--no-second", is_flag=True, help=tr("Keep backups beside the diary only."))
@data_option
@click.pass_obj
def backups_command(clock: Clock, /, *, second: str | None, no_second: bool, data: Path | None) -> int:
    """List the backups."""
    from diary.book.backup_sources import damaged_files_in

    if second is not None and no_second:
        raise TwoSecondFoldersError
    if second is not None or no_second:
        with diary_to_write(data, clock=clock) as book:
            book.backups.choose_second_folder(second or "")
    backups = _backups(data, clock)
    for backup in backups:
        click.echo(backup_line(backup, clock))
    if not backups:
        click.echo(tr("No backups here yet."))
    for file in damaged_files_in(data_folder(data, os.environ)):
        moment = moment_words(file.moment, clock().tzinfo)
        click.echo(tr("{name}  {moment}  set aside damaged, by “mend”").format(name=file.name, moment=moment))
    return DAMAGE_FOUND if any(backup.state is BackupState.DAMAGED for backup in backups) else 0


def backup_line(backup: ListedBackup, clock: Clock) -> str:
    """A backup in a line: its name, its moment, whether it is whole, what it holds, why it was taken."""
    moment = moment_words(backup.moment, clock().tzinfo)
    words = f"{backup.name}  {moment:<20}  {backup.state_words:<{STATE_WIDTH}}  {backup.holdings_words}"
    reasons = [tr(REASON_WORDS[backup.reason])] if backup.reason else []
    reasons += [tr("in the second folder")] if backup.in_second_folder else []
    return f"{words} ({', '.join(reasons)})" if reasons else words


def _backups(data: Path | None, clock: Clock) -> list[ListedBackup]:
    """The backups of the diary; of one that cannot be opened, or is gone, those that lie beside its place."""
    try:
        with closing(open_diary(data, clock=clock)) as book:
            return book.backups.backups()
    except DiaryError:
        from diary.book.backup_sources import backups_in

        folder = data_folder(data, os.environ)
        if not folder.is_dir():
            raise
        click.echo(tr("Only what lies in {folder} is listed.").format(folder=path_words(folder)), err=True)
        return backups_in(folder)
