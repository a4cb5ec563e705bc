"""All commands of `cramp-diary`."""

from __future__ import annotations

import click

import diary
from diary.cli.backups import backups_command
from diary.cli.check import check_command
from diary.cli.desktop import desktop_command
from diary.cli.export import export_command
from diary.cli.findings import findings_command
from diary.cli.import_file import import_command
from diary.cli.log import log_command
from diary.cli.mend import mend_command
from diary.cli.nights import nights_command
from diary.cli.now import now_command
from diary.cli.open import open_command
from diary.cli.questions import questions_command
from diary.cli.reminders import reminders_command
from diary.cli.report import report_command
from diary.cli.restore import restore_command
from diary.cli.sheet import sheet_command
from diary.language import tr


@click.group(
    help=tr("A private diary of night cramps. Without a command it opens the diary."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(diary.__version__, prog_name="cramp-diary")
def commands() -> None:
    """A private diary of night cramps."""


for command in (
    open_command,
    log_command,
    now_command,
    nights_command,
    questions_command,
    findings_command,
    report_command,
    sheet_command,
    reminders_command,
    export_command,
    import_command,
    backups_command,
    restore_command,
    check_command,
    mend_command,
    desktop_command,
):
    commands.add_command(command)
