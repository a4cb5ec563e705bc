"""The options that commands share, and how their texts are read."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from diary.cli.errors import NoFolderNamedError, NotADateError, TextNotReadableError
from diary.language import tr
from diary.model.plain_characters import plain_characters
from diary.model.risky_place import WarnedAt

if TYPE_CHECKING:
    from diary.book import Diary
    from diary.clock import Clock

Command = TypeVar("Command", bound=Callable[..., object])

_FIRST_YEAR, _LAST_YEAR = 1900, 9000
"""The years of dates that are taken: beyond them a night has no evening before, or no morning after, that Python could name."""


class Date(click.ParamType[Any]):
    """A date like 2026-11-22."""

    name = "date"

    def convert(self, value: object, _param: click.Parameter | None, _ctx: click.Context | None) -> dt.date:
        """The date. Raises NotADateError."""
        try:
            day = dt.datetime.strptime(plain_characters(str(value)), "%Y-%m-%d").date()  # noqa: DTZ007  # a date has no zone
        except ValueError:
            raise NotADateError(str(value)) from None
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise NotADateError(str(value))
        return day


class Text(click.ParamType[Any]):
    """A text whose characters could all be read."""

    name = "text"

    def convert(self, value: object, param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """The text. Raises TextNotReadableError."""
        text = str(value)
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise TextNotReadableError(param.opts[0] if param else self.name)
        return text


class FolderPath(click.Path):
    """A folder by its name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The folder. Raises NoFolderNamedError, for to Python a path without a name is the present folder."""
        if value == "":
            raise NoFolderNamedError
        return super().convert(value, param, ctx)


def data_option(command: Command) -> Command:
    """`--data FOLDER`: where the diary lies."""
    return click.option(
        "--data",
        type=FolderPath(path_type=Path),
        metavar="FOLDER",
        help=tr("Where the diary lies. By default CRAMP_DIARY_DATA, or this system's place for it."),
    )(command)


def period_options(command: Command) -> Command:
    """`--from DATE --to DATE`: the mornings between which nights count."""
    first = click.option("--from", "first", type=Date(), metavar="DATE", help=tr("First morning, like 2026-11-22."))
    last = click.option("--to", "last", type=Date(), metavar="DATE", help=tr("Last morning."))
    return first(last(command))


def json_option(command: Command) -> Command:
    """`--json`: for programs to read."""
    return click.option("--json", "as_json", is_flag=True, help=tr("As JSON, for other programs."))(command)


@contextmanager
def diary_to_write(data: Path | None, *, clock: Clock) -> Iterator[Diary]:
    """The diary in this folder, or in the usual one, to be written; says last what kept it from being backed up."""
    book = open_diary(data, clock=clock, writable=True)
    try:
        if warning := book.files.place_warning(WarnedAt.TERMINAL):
            click.echo(warning, err=True)
        yield book
    finally:
        book.close()
        if trouble := book.backups.news():
            click.echo(trouble, err=True)


def diary_exists(data: Path | None) -> bool:
    """Whether a diary stands in this folder, or in the usual one."""
    from diary.book import Diary  # brings SQLAlchemy, 0.3 s
    from diary.paths import data_folder

    return Diary.exists_in(data_folder(data, os.environ))


def open_diary(data: Path | None, *, clock: Clock, writable: bool = False) -> Diary:
    """The diary in this folder, or in the usual one."""
    from diary.book import Diary  # brings SQLAlchemy, 0.3 s
    from diary.paths import data_folder

    return Diary.open(data_folder(data, os.environ), clock=clock, writable=writable)
