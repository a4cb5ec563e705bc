"""`cramp-diary restore`: a backup in the place of the diary."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.options import data_option, diary_exists, diary_to_write, open_diary
from diary.cli.waiting import waited_for
from diary.language import tr, trn
from diary.paths import data_folder
from diary.store.errors import DamagedDiaryError, NoDiaryError, NotADiaryError, OlderDiaryError

if TYPE_CHECKING:
    from pathlib import Path

    from diary.clock import Clock


@click.command(
    "restore",
    short_help=tr("Put a backup in the place of the diary."),
    help=tr(
        "Put a backup in the place of the diary: one that “backups” lists, by its name, or any file that is a diary. The "
        "diary as it is now is backed up before, so that this can be taken back. A damaged file that “mend” set aside is put "
        "back where it lay."
    ),
)
@click.argument("backup")
@click.option("--dry-run", is_flag=True, help=tr("Only try it, and say what the diary would hold."))
@data_option
@click.pass_obj
def restore_command(clock: Clock, /, *, backup: str, dry_run: bool, data: Path | None) -> None:
    """Restore a backup."""
    from diary.book.put_back import damaged_file_named

    if damaged_file_named(data_folder(data, os.environ), backup):
        put_back = _try_damaged if dry_run else _put_back
        put_back(clock, backup, data)
        return
    if dry_run:
        _try(clock, backup, data)
        return
    if diary_exists(data):
        try:
            _restore_over_diary(clock, backup, data)
        except (DamagedDiaryError, NotADiaryError):
            _restore_unopened(clock, backup, data)
    else:
        _restore_unopened(clock, backup, data)


def _try(clock: Clock, backup: str, data: Path | None) -> None:
    try:
        with closing(open_diary(data, clock=clock)) as book:
            holdings, present = book.backups.try_restore(backup), len(book.nights.all())
    except (DamagedDiaryError, NoDiaryError, NotADiaryError, OlderDiaryError):
        from diary.book.backup_sources import try_unopened

        holdings, present = try_unopened(data_folder(data, os.environ), backup), 0
    words = trn(
        "The diary would hold {holdings}. Now {n} night of it can be read; nothing was changed.",
        "The diary would hold {holdings}. Now {n} nights of it can be read; nothing was changed.",
        present,
    )
    click.echo(words.format(holdings=holdings.words, n=present))


def _try_damaged(_: Clock, name: str, data: Path | None) -> None:
    from diary.book.put_back import try_damaged_file

    with waited_for() as progress:
        found = try_damaged_file(data_folder(data, os.environ), name, progress)
    click.echo(
        tr("It is a damaged file, of which can be read: {nights}. Nothing was changed.").format(nights=found.words)
    )


def _put_back(clock: Clock, name: str, data: Path | None) -> None:
    from diary.book.put_back import put_back_damaged

    before = put_back_damaged(data_folder(data, os.environ), name, clock=clock)
    click.echo(tr("The damaged file lies where it lay before. “cramp-diary mend” says what can be saved of it."))
    if before:
        _say_before(before)


def _restore_over_diary(clock: Clock, backup: str, data: Path | None) -> None:
    with diary_to_write(data, clock=clock) as book, waited_for() as progress:
        restoration = book.backups.restore(backup, progress)
    click.echo(tr("The diary holds {holdings}.").format(holdings=restoration.holdings.words))
    if restoration.is_damaged:
        _say_aside(restoration.before)
    elif restoration.before:
        _say_before(restoration.before)


def _restore_unopened(clock: Clock, backup: str, data: Path | None) -> None:
    from diary.book.backup_sources import restore_unopened_diary

    with waited_for() as progress:
        aside = restore_unopened_diary(data_folder(data, os.environ), backup, moment=clock(), progress=progress)
    with closing(open_diary(data, clock=clock)) as book:
        words = trn("The diary holds {n} night.", "The diary holds {n} nights.", len(book.nights.all()))
        click.echo(words.format(n=len(book.nights.all())))
    if aside:
        _say_aside(aside)


def _say_before(name: str) -> None:
    words = tr("As it was before, it is the backup {name}: “cramp-diary restore {name}” takes this back.")
    click.echo(words.format(name=name))


def _say_aside(name: str) -> None:
    click.echo(tr("The damaged file that lay there is “{name}” in the folder of the backups.").format(name=name))
