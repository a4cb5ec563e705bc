"""The options of `cramp-diary report` that say what goes in and how it looks."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from diary.cli.options import Command, Date
from diary.language import tr
from diary.model.preferences import TemperatureUnit
from diary.model.report_choices import NameForm, Paper, Part, ReportChoices

if TYPE_CHECKING:
    import datetime as dt

PAPERS = {"a4": Paper.A4, "letter": Paper.LETTER}
OPTIONAL_PARTS = tuple(part for part in Part if part is not Part.ANSWERS)


def choices_options(command: Command) -> Command:
    """Add the options; the command gets them as one value, `choices`. The choices of the Report screen do not count."""

    @wraps(command)
    def with_choices(*args: object, **options: Any) -> object:
        choices = _choices(**{name: options.pop(name) for name in _NAMES})
        return command(*args, choices=choices, **options)

    for option in reversed(_OPTIONS):
        with_choices = option(with_choices)
    return with_choices  # type: ignore[return-value]  # click's decorators give back what they were given


def _choices(  # one for each option
    *,
    paper: str | None,
    no_notes: bool,
    without: tuple[str, ...],
    all_answers: bool,
    leave_out: tuple[dt.date, ...],
    name: str,
    temperature: str | None,
) -> ReportChoices:
    without_parts = {Part(part) for part in without} | (set() if all_answers else {Part.ANSWERS})
    choices = ReportChoices(
        without=frozenset(without_parts),
        notes=not no_notes,
        left_out=frozenset(leave_out),
        name=NameForm(name),
        temperature=TemperatureUnit(temperature) if temperature else None,
    )
    return choices.with_paper(PAPERS[paper]) if paper else choices


paper_option = click.option(
    "--paper",
    type=click.Choice(list(PAPERS)),
    help=tr("The size of the pages; by default Letter where your diary has °F or 911, else A4."),
)
_OPTIONS = (
    paper_option,
    click.option("--no-notes", is_flag=True, help=tr("Leave the notes of the nights out.")),
    click.option(
        "--without",
        type=click.Choice([part.value for part in OPTIONAL_PARTS]),
        multiple=True,
        help=tr("Leave a part out; once for each."),
    ),
    click.option("--all-answers", is_flag=True, help=tr("Print all that was answered about cramp nights.")),
    click.option(
        "--leave-out",
        type=Date(),
        multiple=True,
        metavar="DATE",
        help=tr("Leave the night to this morning out of everything; once for each."),
    ),
    click.option(
        "--name",
        type=click.Choice([how.value for how in NameForm]),
        default=NameForm.WHOLE.value,
        help=tr("How much of your name to print."),
    ),
    click.option(
        "--temperature",
        type=click.Choice([unit.value for unit in TemperatureUnit]),
        help=tr("The unit of temperatures; by default as in Settings."),
    ),
)
_NAMES = ("paper", "no_notes", "without", "all_answers", "leave_out", "name", "temperature")
