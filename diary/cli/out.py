"""`--out`: where a command writes its files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from diary.cli.errors import NoFileNamedError
from diary.exchange.streams import is_stream
from diary.exchange.whole_file import refuse_other_file, write_all
from diary.language import tr
from diary.model.clean_text import path_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diary.cli.options import Command
    from diary.exchange.whole_file import FileKind


class OutputPath(click.Path):
    """A place to write to, by its name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The place. Raises NoFileNamedError, for to Python a path without a name is the present folder."""
        if value == "":
            raise NoFileNamedError
        return super().convert(value, param, ctx)


def out_option(metavar: str, words: str) -> Callable[[Command], Command]:
    """`--out`: the command has to be given it."""
    return click.option("--out", type=OutputPath(path_type=Path), required=True, metavar=metavar, help=words)


def save(kinds: Mapping[Path, FileKind], make: Callable[[], Mapping[Path, bytes]]) -> None:
    """Make these files and write them, and say so; first of all refuse to write over anything else."""
    for path, kind in kinds.items():
        refuse_other_file(path, kind)
    write_all(make())
    for path in kinds:
        if not is_stream(path):  # there, the words would run into what was written
            click.echo(tr("Saved {path}.").format(path=path_words(path)))
