"""All commands of `cramp-diary`."""

from __future__ import annotations

import click

import diary
from diary.cli.check import check
from diary.cli.export import export
from diary.cli.findings import findings
from diary.cli.log import log
from diary.cli.nights import nights
from diary.cli.open import open_
from diary.cli.questions import questions
from diary.cli.report import report
from diary.language import tr


@click.group(
    help=tr("A private diary of night cramps. Without a command it opens the diary."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(diary.__version__, prog_name="cramp-diary")
def commands() -> None:
    """A private diary of night cramps."""


for command in (open_, log, nights, questions, findings, report, export, check):
    commands.add_command(command)
