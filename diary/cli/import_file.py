"""`cramp-diary import`: a file of this diary, another diary, or what a thermometer exported, taken in."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.options import data_option, diary_to_write, open_diary
from diary.cli.waiting import waited_for
from diary.language import tr
from diary.model.merging import Differing
from diary.model.preferences import TemperatureUnit

if TYPE_CHECKING:
    from diary.book.import_plan import ImportPlan
    from diary.clock import Clock


@click.command(
    "import",
    short_help=tr("Take in a file of this diary, another diary, or a thermometer."),
    help=tr(
        "Take in a .json file that this diary exported, the diary.db of another machine, or the CSV that a room "
        "thermometer exported. What only the file holds is added; the same file twice adds nothing. It is one step of undo (Settings, Your data)."
    ),
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--differing",
    type=click.Choice([each.value for each in Differing]),
    help=tr(
        "What counts where both hold something and it differs: “keep” the diary's, “take” the file's, or the “later” "
        "answer. By default keep for a .json file, later for a diary.db."
    ),
)
@click.option(
    "--unit",
    type=click.Choice([each.value for each in TemperatureUnit]),
    help=tr("The unit of a thermometer's file that does not say it."),
)
@click.option("--sensor", metavar="NAME", help=tr("The sensor in the bedroom, where a file has several."))
@click.option("--dry-run", is_flag=True, help=tr("Only say what would be done."))
@data_option
@click.pass_obj
def import_command(
    clock: Clock,
    /,
    *,
    file: Path,
    differing: str | None,
    unit: str | None,
    sensor: str | None,
    dry_run: bool,
    data: Path | None,
) -> None:
    """Take it in, or say what would be."""
    from diary.book.import_file import read_import
    from diary.book.import_words import room_lines
    from diary.exchange.room_file import RoomChoice

    room_choice = RoomChoice(TemperatureUnit(unit) if unit else None, sensor)
    with waited_for() as progress:
        imported = read_import(file, clock=clock, progress=progress)
        choice = Differing(differing) if differing else imported.differing
        if dry_run:
            with closing(open_diary(data, clock=clock)) as book:
                contents = imported.contents_for(book, room_choice)
                plan = book.files.plan_import(contents, choice, progress)
        else:
            with diary_to_write(data, clock=clock) as book:
                contents = imported.contents_for(book, room_choice)
                plan = book.files.import_contents(contents, choice, progress)
    _print_plan(plan, contents.text)
    if imported.room is not None:
        _print_lines(tr("Room temperature, measured:"), room_lines(plan, TemperatureUnit.CELSIUS))
    if plan.is_empty:
        click.echo(tr("Nothing was changed."))
    else:
        click.echo(tr("Nothing was changed: this was a dry run.") if dry_run else tr("Taken in, as one step of undo."))


def _print_plan(plan: ImportPlan, text: str) -> None:
    from diary.book.import_words import disagreement_lines, file_words, gain_lines, refusal_lines

    click.echo("\n".join([file_words(plan), *([text] if text else []), *gain_lines(plan)]))
    for head, lines in (
        (tr("Not the same in both:"), disagreement_lines(plan)),
        (tr("Left out:"), refusal_lines(plan)),
    ):
        _print_lines(head, lines)


def _print_lines(head: str, lines: tuple[str, ...]) -> None:
    if lines:
        click.echo("\n".join([head, *(f"  {line}" for line in lines)]))
