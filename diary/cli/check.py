"""`cramp-diary check`: whether the diary's file is whole."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.mend import remedy_lines
from diary.cli.options import data_option, open_diary
from diary.language import tr, trn
from diary.model.clean_text import path_words
from diary.paths import data_folder

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
    from diary.book.mending import problems_in, remedies_in

    folder = data_folder(data, os.environ)
    if seen:
        with closing(open_diary(data, clock=clock, writable=True)) as book:
            book.files.forget_notices()
    wrong = problems_in(folder, clock=clock)
    if wrong:
        click.echo("\n".join((*wrong, *remedy_lines(remedies_in(folder, wrong), clock))))
        return DAMAGE_FOUND
    with closing(open_diary(data, clock=clock)) as book:
        count = len(book.nights.all())
    words = trn("The diary in {folder} is whole: {n} night.", "The diary in {folder} is whole: {n} nights.", count)
    click.echo(words.format(folder=path_words(folder), n=count))
    return 0
