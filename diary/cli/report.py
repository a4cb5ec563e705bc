"""`cramp-diary report`: the doctor's report, to a file."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.errors import NotAReportNameError
from diary.cli.listing import print_damaged_nights
from diary.cli.options import data_option, open_diary, period_options
from diary.cli.out import out_option, save
from diary.cli.report_options import choices_options
from diary.cli.waiting import waited_for
from diary.exchange.whole_file import REPORT
from diary.language import tr
from diary.model.period import Period
from diary.model.report_choices import first_logged

if TYPE_CHECKING:
    from pathlib import Path

    from diary.book import Diary
    from diary.clock import Clock
    from diary.exchange.whole_file import FileKind
    from diary.model.report_choices import ReportChoices

USUAL_DAYS = 90
WEB_PAGES = (".html", ".htm")


@click.command(
    "report",
    short_help=tr("Write the doctor's report to a file."),
    help=tr(
        "Write the doctor's report to a PDF file, or to a .html file as a web page; by default of the last 90 days."
    ),
)
@out_option("FILE", tr("The file, like report.pdf or report.html; “-” is standard output."))
@period_options
@click.option("--since-last", is_flag=True, help=tr("From the night after the last report that was saved on screen."))
@choices_options
@data_option
@click.pass_obj
def report_command(
    clock: Clock,
    /,
    *,
    out: Path,
    first: dt.date | None,
    last: dt.date | None,
    since_last: bool,
    choices: ReportChoices,
    data: Path | None,
) -> None:
    """Write the report."""
    if out.suffix.lower() not in ("", ".pdf", *WEB_PAGES):
        raise NotAReportNameError(out)
    as_page = out.suffix.lower() in WEB_PAGES

    def file() -> dict[Path, bytes]:
        with closing(open_diary(data, clock=clock)) as book:
            end = last or book.nights.latest()
            start = first or (_after_last(book, end) if since_last else None) or _usual_start(book, end)
            period = Period(start, end)
            print_damaged_nights(book, period)
            write = book.results.report_html if as_page else book.results.report_pdf
            with waited_for() as progress:
                return {out: write(period, choices, progress)}

    save({out: _web_page() if as_page else REPORT}, file)


def _after_last(book: Diary, end: dt.date) -> dt.date | None:
    last = book.person.report_choices().last_before(end)
    return last + dt.timedelta(days=1) if last else None


def _usual_start(book: Diary, end: dt.date) -> dt.date:
    """So many days back, and no night before the diary was begun: that would be no gap in it."""
    start = end - dt.timedelta(days=USUAL_DAYS - 1)
    return max(start, first_logged(book.nights.all(), today=end) or start)


def _web_page() -> FileKind:
    from diary.report.html import WEB_PAGE  # the other kind needs none of it

    return WEB_PAGE
