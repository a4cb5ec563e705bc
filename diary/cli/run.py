"""Runs a command and turns every refusal into one sentence and an exit code."""

from __future__ import annotations

import io
import sys
import traceback
from typing import TYPE_CHECKING

import click

from diary.cli.terminal import clean_output, end_output
from diary.clock import local_now
from diary.language import tr, use
from diary.model.errors import DiaryError
from diary.paths import assets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.clock import Clock

DONE = 0
INTERRUPTED = 130
CALLERS_MISTAKE = 2
OUR_MISTAKE = 1

_OF_THE_GROUP = ("--help", "-h", "--version")


def run(arguments: Sequence[str] | None = None, clock: Clock = local_now) -> int:
    """Run the command that these arguments, or the program's own, ask for; gives the exit code.

    0 is done, 1 something wrong that the caller did not do, 2 a mistake of the caller, told in one sentence.
    """
    asked = list(sys.argv[1:] if arguments is None else arguments)
    _write_any_script()
    with clean_output():
        try:
            return _exit_code(asked, clock)
        except (BrokenPipeError, SystemExit):
            # Whoever read has enough, as “head” does; click turns the error into an exit, and nothing else.
            return DONE
        finally:
            end_output()


def _exit_code(asked: list[str], clock: Clock) -> int:
    try:
        return _answer(asked, clock)
    except BrokenPipeError:
        raise
    except (DiaryError, click.ClickException) as refusal:
        return _refuse(refusal)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except OSError as trouble:
        return _tell_trouble(trouble)
    except Exception as surprise:  # noqa: BLE001  # a person is told in one sentence, whatever it was
        return _tell_surprise(surprise)


def _answer(asked: list[str], clock: Clock) -> int:
    use(assets() / "locale", ["en"])
    from diary.cli.commands import commands  # reads its words in the language that is in use by now

    if not asked or (asked[0].startswith("-") and asked[0] not in _OF_THE_GROUP):
        asked = ["open", *asked]
    return int(commands.main(asked, prog_name="cramp-diary", standalone_mode=False, obj=clock) or DONE)


def _refuse(refusal: DiaryError | click.ClickException) -> int:
    words = refusal.format_message() if isinstance(refusal, click.ClickException) else str(refusal)
    click.echo(" ".join(words.split()), err=True)
    return CALLERS_MISTAKE


def _tell_trouble(trouble: OSError) -> int:
    """What the system refused: of a file, or, where it names none, of our own output."""
    why = trouble.strerror or str(trouble)
    words = tr("The output cannot be written ({why}); send it to another place.").format(why=why)
    click.echo(f"{trouble.filename}: {why}" if trouble.filename else words, err=True)
    return CALLERS_MISTAKE


def _tell_surprise(surprise: Exception) -> int:
    """What nobody foresaw, with the place in the program that a report of it needs."""
    place = traceback.extract_tb(surprise.__traceback__)[-1]
    click.echo(
        tr("This is a mistake in the program; please report it: {what} ({file}, line {line}).").format(
            what=" ".join(repr(surprise).split()), file=place.filename, line=place.lineno
        ),
        err=True,
    )
    return OUR_MISTAKE


def _write_any_script() -> None:
    """A terminal that lacks a character shows a question mark for it, rather than stopping us."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
