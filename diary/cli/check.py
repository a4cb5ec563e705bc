"""`cramp-diary check`: whether the diary's file is whole."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.backups import hint_words
from diary.cli.options import data_option, open_diary
from diary.language import tr, trn
from diary.model.clean_text import path_words

if TYPE_CHECKING:
    from pathlib import Path

    from diary.clock import Clock

DAMAGE_FOUND = 1


@click.command("check", help=tr("Check that the diary's file is whole. Exit code 1 where it is not."))
@click.option(
    "--seen", is_flag=True, help=tr("Say no more what was noticed of the file, such as that it is an older copy.")
)
@data_option
@click.pass_obj
def check_command(clock: Clock, /, *, seen: bool, data: Path | None) -> int:
    """Check the diary."""
    with closing(open_diary(data, clock=clock, writable=seen)) as book:
        if seen:
            book.files.forget_notices()
        wrong = book.files.check()
        count = 0 if wrong else len(book.nights.all())
        folder = book.folder
        backup = book.backups.newest_sound() if wrong else None
    if wrong:
        click.echo("\n".join(wrong))
        if backup:
            click.echo(hint_words(backup, clock))
        return DAMAGE_FOUND
    words = trn("The diary in {folder} is whole: {n} night.", "The diary in {folder} is whole: {n} nights.", count)
    click.echo(words.format(folder=path_words(folder), n=count))
    return 0
