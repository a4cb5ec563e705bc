"""`cramp-diary mend`: the ways out of a damaged file."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.backups import DAMAGE_FOUND
from diary.cli.errors import TwoRemediesError
from diary.cli.options import data_option, open_diary
from diary.cli.waiting import waited_for
from diary.language import tr, trn
from diary.model.backups import moment_words
from diary.paths import data_folder

if TYPE_CHECKING:
    from pathlib import Path

    from diary.book.mending import Mending, Remedies
    from diary.clock import Clock


@click.command(
    "mend",
    short_help=tr("Bring a damaged diary back."),
    help=tr(
        "Bring a damaged diary back: by its newest whole backup, or by what can be read of the file itself. Without an "
        "option it only says what is wrong and what each would bring. The damaged file is set aside, never deleted. Exit "
        "code 1 where the diary is damaged and was not mended."
    ),
)
@click.option("--backup", "by_backup", is_flag=True, help=tr("Put the newest whole backup in its place."))
@click.option("--salvage", "by_salvage", is_flag=True, help=tr("Save what can be read into a new diary in its place."))
@click.option("--dry-run", is_flag=True, help=tr("Only say what would be done, with all that would be lost."))
@data_option
@click.pass_obj
def mend_command(clock: Clock, /, *, by_backup: bool, by_salvage: bool, dry_run: bool, data: Path | None) -> int:
    """Mend the diary."""
    from diary.book.mending import NothingToMendError, mend_by_backup, mend_by_salvage, problems_in, remedies_in

    if by_backup and by_salvage:
        raise TwoRemediesError
    folder = data_folder(data, os.environ)
    problems = problems_in(folder, clock=clock)
    if not problems:
        raise NothingToMendError
    if not (by_backup or by_salvage) or dry_run:
        with waited_for() as progress:
            remedies = remedies_in(folder, problems, progress)
        _say_remedies(remedies, clock, with_losses=by_salvage)
        return DAMAGE_FOUND
    mend = mend_by_backup if by_backup else mend_by_salvage
    with waited_for() as progress:
        mending = mend(folder, moment=clock(), progress=progress)
    _say_mended(mending, clock, data)
    return 0


def _say_remedies(remedies: Remedies, clock: Clock, *, with_losses: bool) -> None:
    click.echo("\n".join(remedies.problems))
    for line in remedy_lines(remedies, clock):
        click.echo(line)
    if with_losses and remedies.salvage:
        click.echo("\n".join(remedies.salvage.losses))
    click.echo(tr("Nothing was changed."))


def remedy_lines(remedies: Remedies, clock: Clock) -> list[str]:
    """The ways out, each with what it brings and the command that takes it."""
    lines = []
    if remedies.backup:
        moment = moment_words(remedies.backup.moment, clock().tzinfo)
        words = tr("The newest whole backup is of {moment}: {holdings}. To restore it: cramp-diary mend --backup")
        lines.append(words.format(moment=moment, holdings=remedies.backup.holdings_words))
    else:
        lines.append(tr("There is no whole backup of this diary."))
    if remedies.salvage:
        words = tr("Of the file itself can be read: {nights}. To save them in a new diary: cramp-diary mend --salvage")
        lines.append(words.format(nights=remedies.salvage.words))
    else:
        lines.append(tr("Nothing of the file itself can be read."))
    return lines


def _say_mended(mending: Mending, clock: Clock, data: Path | None) -> None:
    if mending.salvage:
        click.echo(tr("Saved: {nights}.").format(nights=mending.salvage.words))
        for loss in mending.salvage.losses:
            click.echo(loss)
    with closing(open_diary(data, clock=clock)) as book:
        n = len(book.nights.all())
    click.echo(trn("The diary holds {n} night.", "The diary holds {n} nights.", n).format(n=n))
    words = tr("The damaged file that lay there is “{name}” in the folder of the backups.")
    click.echo(words.format(name=mending.aside))
