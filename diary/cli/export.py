"""`cramp-diary export`: the diary as files that other programs read."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.errors import NotAnExportError, OnlyWholeError
from diary.cli.listing import print_damaged_nights
from diary.cli.options import data_option, open_diary, period_options
from diary.cli.out import out_option, save
from diary.exchange.streams import is_stream
from diary.language import tr
from diary.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.book import Diary
    from diary.clock import Clock
    from diary.exchange.whole_file import FileKind

    Make = Callable[[Diary, Period], dict[Path, bytes]]

FHIR = ".fhir.json"
"""How the name of a bundle ends."""


@click.command(
    "export",
    short_help=tr("Write the diary to files for other programs."),
    help=tr(
        "Write the diary to files for other programs: everything to a .json file; the nights and their cramps as tables "
        "to a .csv file and others beside it, or to a folder; what the report shows as a FHIR bundle to a .fhir.json "
        "file. The dates choose the nights of the tables and the bundle."
    ),
)
@out_option(
    "FILE_OR_FOLDER",
    tr("A file that ends in .json, .csv or .fhir.json, or a folder; “-” is everything on standard output."),
)
@period_options
@data_option
@click.pass_obj
def export_command(
    clock: Clock,
    /,
    *,
    out: Path,
    first: dt.date | None,
    last: dt.date | None,
    data: Path | None,
) -> None:
    """Write the files."""
    period = Period.between(first, last)
    kinds, make = _plan(out, chosen=first is not None or last is not None)

    def files() -> dict[Path, bytes]:
        with closing(open_diary(data, clock=clock)) as book:
            print_damaged_nights(book, period)
            return make(book, period)

    save(kinds, files)


def _plan(out: Path, *, chosen: bool) -> tuple[dict[Path, FileKind], Make]:
    """Which files are written and of which kind, and how they are made. Raises a refusal where that is not clear."""
    if out.is_dir():
        return _tables(*(out / f"{name}.csv" for name in ("nights", "cramps", "columns", "person")))
    if out.suffix.lower() == ".csv":
        return _tables(
            out, *(out.with_name(f"{out.stem}-{name}{out.suffix}") for name in ("cramps", "columns", "person"))
        )
    if out.name.lower().endswith(FHIR):
        return _fhir(out)
    if out.suffix.lower() != ".json" and not is_stream(out):
        raise NotAnExportError(out)
    if chosen:
        raise OnlyWholeError(out)
    return _own_json(out)


def _tables(nights: Path, cramps: Path, columns: Path, person: Path) -> tuple[dict[Path, FileKind], Make]:
    from diary.exchange.csv_tables import COLUMNS_TABLE, CRAMPS_TABLE, NIGHTS_TABLE
    from diary.exchange.person_table import PERSON_TABLE

    def make(book: Diary, period: Period) -> dict[Path, bytes]:
        tables = book.files.export_csv(period)
        return {
            nights: tables.nights,
            cramps: tables.cramps,
            columns: tables.columns,
            person: book.files.export_person(),
        }

    return {nights: NIGHTS_TABLE, cramps: CRAMPS_TABLE, columns: COLUMNS_TABLE, person: PERSON_TABLE}, make


def _own_json(out: Path) -> tuple[dict[Path, FileKind], Make]:
    from diary.exchange.own_json import OWN_JSON

    return {out: OWN_JSON}, lambda book, _period: {out: book.files.export_json()}


def _fhir(out: Path) -> tuple[dict[Path, FileKind], Make]:
    from diary.exchange.fhir.bundle import FHIR_BUNDLE

    def make(book: Diary, period: Period) -> dict[Path, bytes]:
        # A bundle says of which days it is, so an open end is the diary's own.
        end = book.now().date() if period.last == dt.date.max else period.last
        start = period.first
        if start == dt.date.min:
            start = min((night.morning for night in book.nights.between(Period(last=end))), default=end)
        return {out: book.results.report_fhir(Period(start, end))}

    return {out: FHIR_BUNDLE}, make
