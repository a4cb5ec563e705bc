"""`cramp-diary findings`: what goes with the cramps."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.options import data_option, json_option, open_diary, period_options, refuse_backwards
from diary.cli.printed import finding_lines
from diary.language import tr

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.cli.options import Clock


@click.command(help=tr("Tell what goes with the cramps. The dates choose which nights are counted; verdicts use all."))
@json_option
@period_options
@data_option
@click.pass_obj
def findings(
    clock: Clock,
    /,
    *,
    as_json: bool,
    first: dt.date | None,
    last: dt.date | None,
    data: Path | None,
) -> None:
    """Tell what goes with the cramps."""
    from diary.analysis.finding import to_plain

    refuse_backwards(first, last)
    with closing(open_diary(data, clock=clock)) as book:
        found = book.findings(first, last)
    if as_json:
        click.echo(json.dumps([to_plain(finding) for finding in found], indent=1))
    else:
        click.echo("\n".join(line for finding in found for line in finding_lines(finding)))
