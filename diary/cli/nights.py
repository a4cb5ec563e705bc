"""`cramp-diary nights`: the nights of the diary, listed."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.listing import night_lines, print_damaged_nights
from diary.cli.options import data_option, json_option, open_diary, period_options
from diary.language import tr
from diary.model.period import Period
from diary.model.plain import plain_data

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.clock import Clock


@click.command("nights", help=tr("List the nights of the diary, oldest first."))
@json_option
@period_options
@data_option
@click.pass_obj
def nights_command(
    clock: Clock,
    /,
    *,
    as_json: bool,
    first: dt.date | None,
    last: dt.date | None,
    data: Path | None,
) -> None:
    """List nights."""
    with closing(open_diary(data, clock=clock)) as book:
        period = Period.between(first, last)
        results, catalogue = book.nights.between(period), book.questions.catalogue()
        print_damaged_nights(book, period)
    if as_json:
        # One night a line; plain ASCII, which every terminal and pipe carries.
        click.echo("[" + ",\n ".join(json.dumps(plain_data(night)) for night in results) + "]")
    elif results:
        click.echo("\n".join(line for night in results for line in night_lines(night, catalogue)))
    else:
        click.echo(tr("No nights here yet."))
