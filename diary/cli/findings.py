"""`cramp-diary findings`: what goes with the cramps."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.listing import finding_lines, print_damaged_nights
from diary.cli.options import data_option, json_option, open_diary, period_options
from diary.language import tr
from diary.model.night_tally import LOG_QUIET_NIGHTS, NightTally
from diary.model.period import Period

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.clock import Clock


@click.command(
    "findings", help=tr("Tell what goes with the cramps. The dates choose which nights are counted; verdicts use all.")
)
@json_option
@period_options
@data_option
@click.pass_obj
def findings_command(
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
    from diary.analysis.words import analysis_sentence
    from diary.model.exposure import SECTION_NAMES, Section
    from diary.model.exposures import exposures_by_key, unanswered_keys

    period = Period.between(first, last)
    with closing(open_diary(data, clock=clock)) as book:
        print_damaged_nights(book, period)
        results, exposures = book.results.findings(period), exposures_by_key(book.results.exposures())
        weighed = {finding.key: finding for finding in book.results.findings()}
        nights = book.nights.all()
        is_logged = any(night.logged for night in nights)
        unanswered = unanswered_keys(exposures.values(), nights) if is_logged else frozenset()
        no_rate = NightTally.of(nights, period).no_rate_words
    if as_json:
        rows = [
            to_plain(finding)
            | {"section": exposures[finding.key].section, "name": tr(exposures[finding.key].name)}
            | ({"never_answered": True} if finding.key in unanswered else {})
            for finding in results
        ]
        click.echo(json.dumps(rows, indent=1))
        return
    if no_rate:
        click.echo(f"{no_rate} {tr(LOG_QUIET_NIGHTS)}\n")
    for section in Section:
        click.echo(f"{tr(SECTION_NAMES[section])}\n")
        for finding in results:
            if exposures[finding.key].section is section:
                lines = finding_lines(
                    finding, exposures[finding.key], weighed[finding.key], answered=finding.key not in unanswered
                )
                click.echo("\n".join(lines))
        click.echo()
    click.echo(analysis_sentence(results[0]))
