"""`cramp-diary reminders`: a file for any calendar program, which then reminds each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diary.cli.out import out_option, save
from diary.exchange.reminders import EVENING, MORNING, REMINDERS, Reminders, reminders_calendar
from diary.language import tr
from diary.model.clock_text import TimeOf, clock_from_text

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.clock import Clock


@click.command(
    "reminders",
    short_help=tr("Write a file that lets your calendar remind you."),
    help=tr(
        "Write an .ics file that lets your calendar remind you each evening and each morning. Without times it is at "
        "21:30 and at 08:00; with one of them, only then. Nothing of the diary is in it, nor what it is about."
    ),
)
@click.option("--evening", metavar="TIME", help=tr("When to answer about the day and the bed."))
@click.option("--morning", metavar="TIME", help=tr("When to say how the night was."))
@out_option("FILE", tr("A file that ends in .ics; “-” is standard output."))
@click.pass_obj
def reminders_command(clock: Clock, /, *, evening: str | None, morning: str | None, out: Path) -> None:
    """Write the file."""
    if evening is None and morning is None:
        reminders = Reminders(EVENING, MORNING)
    else:
        reminders = Reminders(
            _time(evening, tr("The evening"), TimeOf.BED), _time(morning, tr("The morning"), TimeOf.WAKE)
        )
    save({out: REMINDERS}, lambda: {out: reminders_calendar(reminders, clock())})


def _time(text: str | None, what: str, of: TimeOf) -> dt.time | None:
    return None if text is None else clock_from_text(text, what, of)
