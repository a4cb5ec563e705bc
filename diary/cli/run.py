"""Runs a command and turns every refusal into one sentence and an exit code."""

from __future__ import annotations

import io
import sys
import traceback
from typing import TYPE_CHECKING

import click

from diary.cli.terminal import clean_output, flush_output
from diary.clock import local_now
from diary.language import tr, use
from diary.model.causes import cause_of
from diary.model.errors import DiaryError
from diary.model.progress import WorkCancelledError
from diary.paths import assets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.clock import Clock

SUCCESS = 0
INTERRUPT = 130
USAGE_ERROR = 2
PROGRAM_ERROR = 1

_GROUP_OPTIONS = ("--help", "-h", "--version")


def run(arguments: Sequence[str] | None = None, clock: Clock = local_now) -> int:
    """Run the command that these arguments, or the program's own, ask for; gives the exit code.

    0 is done, 1 something wrong that the caller did not do, 2 a mistake of the caller, told in one sentence.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _write_any_script()
    with clean_output():
        try:
            return _exit_code(words, clock)
        except (BrokenPipeError, SystemExit):
            # Whoever read has enough, as “head” does; click turns the error into an exit, and nothing else.
            return SUCCESS
        finally:
            flush_output()


def _exit_code(words: list[str], clock: Clock) -> int:
    try:
        return _run_command(words, clock)
    except BrokenPipeError:
        raise
    except WorkCancelledError as cancelled:
        _print_refusal(cancelled)
        return INTERRUPT
    except (DiaryError, click.ClickException) as refusal:
        return _print_refusal(refusal)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPT
    except OSError as trouble:
        return _print_system_error(trouble)
    except Exception as fault:  # noqa: BLE001  # a person is told in one sentence, whatever it was
        return _print_fault(fault)


def _run_command(words: list[str], clock: Clock) -> int:
    use(assets() / "locale", ["en"])
    from diary.cli.commands import commands  # reads its words in the language that is in use by now

    if not words or (words[0].startswith("-") and words[0] not in _GROUP_OPTIONS):
        words = ["open", *words]
    return int(commands.main(words, prog_name="cramp-diary", standalone_mode=False, obj=clock) or SUCCESS)


def _print_refusal(refusal: DiaryError | click.ClickException) -> int:
    words = refusal.format_message() if isinstance(refusal, click.ClickException) else str(refusal)
    click.echo(" ".join(words.split()), err=True)
    return USAGE_ERROR


def _print_system_error(trouble: OSError) -> int:
    """Print what the system refused: of a file, or, where it names none, of our own output."""
    cause = cause_of(trouble)
    words = tr("The output cannot be written ({reason}). Send it to another place.").format(reason=cause.reason)
    if trouble.filename is not None:
        words = tr("{path} cannot be used ({reason}). {Remedy}.").format(
            path=trouble.filename, reason=cause.reason, Remedy=cause.advice
        )
    click.echo(words, err=True)
    return USAGE_ERROR


def _print_fault(fault: Exception) -> int:
    """Print what nobody foresaw, with the place in the program that a report of it needs."""
    place = traceback.extract_tb(fault.__traceback__)[-1]
    click.echo(
        tr("This is a mistake in the program; please report it: {what} ({file}, line {line}).").format(
            what=" ".join(repr(fault).split()), file=place.filename, line=place.lineno
        ),
        err=True,
    )
    return PROGRAM_ERROR


def _write_any_script() -> None:
    """A terminal that lacks a character shows a question mark for it, rather than stopping us."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
