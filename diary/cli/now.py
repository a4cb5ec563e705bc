"""`cramp-diary now`: a cramp begins, and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diary.cli.options import data_option, diary_to_write
from diary.language import tr
from diary.model.answer_words import cramp_words
from diary.model.mornings import night_name

if TYPE_CHECKING:
    from pathlib import Path

    from diary.clock import Clock


@click.command(
    "now",
    short_help=tr("Begin a cramp that you have now; again, and it is over."),
    help=tr(
        "Begin a cramp that you have at this moment, in the night under way; given again, the cramp is over and its "
        "minutes are measured. One that nobody ends within two hours stays without its minutes. From 18:00 to 10:00."
    ),
)
@data_option
@click.pass_obj
def now_command(clock: Clock, /, *, data: Path | None) -> None:
    """Begin a cramp, or end the one that is timed."""
    with diary_to_write(data, clock=clock) as book:
        running = book.cramp_now.running()
        if running is None:
            start = book.cramp_now.start().start
            words = tr("A cramp since {time}, {night}. Give the same command when it is over.")
            click.echo(words.format(time=f"{start.at:%H:%M}", night=night_name(start.morning)))
        else:
            cramp = book.cramp_now.end()
            words = tr("Over and saved, {night}: {cramp}.")
            click.echo(words.format(night=night_name(running.start.morning), cramp=cramp_words(cramp)))
