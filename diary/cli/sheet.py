"""`cramp-diary sheet`: a page for fourteen nights, to be filled in by hand."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.errors import NotASheetNameError
from diary.cli.options import Date, data_option, open_diary
from diary.cli.out import out_option, save
from diary.cli.report_options import PAPERS, paper_option
from diary.exchange.whole_file import SHEET
from diary.language import tr

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.clock import Clock


@click.command(
    "sheet",
    short_help=tr("Write a sheet to fill in by hand at the bed."),
    help=tr(
        "Write a page for 14 nights to a PDF file, with your own questions, to print and fill in by hand at the bed."
    ),
)
@out_option("FILE", tr("The file, like sheet.pdf; “-” is standard output."))
@click.option(
    "--from",
    "first",
    type=Date(),
    metavar="DATE",
    help=tr("The morning on which its first night ends, like 2026-11-22; by default of the coming night."),
)
@paper_option
@data_option
@click.pass_obj
def sheet_command(clock: Clock, /, *, out: Path, first: dt.date | None, paper: str | None, data: Path | None) -> None:
    """Write the sheet."""
    if out.suffix.lower() not in ("", ".pdf"):
        raise NotASheetNameError(out)

    def file() -> dict[Path, bytes]:
        with closing(open_diary(data, clock=clock)) as book:
            return {out: book.results.bedside_sheet(first, PAPERS[paper] if paper else None)}

    save({out: SHEET}, file)
