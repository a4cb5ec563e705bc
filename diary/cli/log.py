"""`cramp-diary log`: a night told from the terminal."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from diary.cli.cramp_words import cramp_from_words
from diary.cli.errors import (
    CrampsWouldBeLostError,
    DuplicateAnswerError,
    NotASettingError,
    NothingToLogError,
    QuietAndCrampsError,
)
from diary.cli.listing import night_lines
from diary.cli.options import Date, Text, data_option, diary_exists, diary_to_write, open_diary
from diary.language import tr
from diary.model.value_text import value_from_text

if TYPE_CHECKING:
    import datetime as dt

    from diary.book import Diary
    from diary.clock import Clock
    from diary.model.factors import Catalogue, Value
    from diary.model.night import Cramp, Night
    from diary.model.preferences import TemperatureUnit


@dataclass(frozen=True, slots=True)
class LogRequest:
    """What one `log` command says of a night."""

    quiet: bool
    cramps: tuple[str, ...]
    settings: tuple[str, ...]
    note: str | None

    def refuse_contradictions(self) -> None:
        """Refuse a night that is quiet and had cramps, and a command that says nothing."""
        if self.quiet and self.cramps:
            raise QuietAndCrampsError
        if not (self.quiet or self.cramps or self.settings or self.note is not None):
            raise NothingToLogError


@click.command(
    "log",
    short_help=tr("Log a night."),
    help=tr("Log a night: that it was quiet, which cramps it had, what was answered. Cramps add to those told before."),
)
@click.option("--quiet", is_flag=True, help=tr("The night had no cramps."))
@click.option(
    "--cramp",
    "cramps",
    type=Text(),
    multiple=True,
    metavar="WORDS",
    help=tr(
        "A cramp, like “03:10 calf left 7 4min”; words in any order, “unknown” where nothing is known. Repeatable."
    ),
)
@click.option("--morning", type=Date(), metavar="DATE", help=tr("The morning on which the night ended; else today."))
@click.option(
    "--set",
    "settings",
    type=Text(),
    multiple=True,
    metavar="KEY=VALUE",
    help=tr("An answer, like socks=yes or own_tea=no; “questions” lists the keys. Repeatable."),
)
@click.option("--note", type=Text(), help=tr("A note to keep with the night."))
@data_option
@click.pass_obj
def log_command(clock: Clock, /, *, morning: dt.date | None, data: Path | None, **options: Any) -> None:
    """Log a night."""
    request = LogRequest(**options)
    request.refuse_contradictions()
    if not diary_exists(data):
        # A night that is refused must not leave an empty diary behind, so it is logged in a throw-away one first.
        with (
            TemporaryDirectory() as rehearsal,
            closing(open_diary(Path(rehearsal), clock=clock, writable=True)) as book,
        ):
            _log_night(book, morning, request)
    with diary_to_write(data, clock=clock) as book:
        night = _log_night(book, morning, request)
        catalogue, temperature = book.questions.catalogue(), book.person.preferences().temperature
        answer_keys = answers_from_settings(request.settings, catalogue, temperature)
        click.echo("\n".join(night_lines(night, catalogue, answer_keys, temperature)))


def _log_night(book: Diary, morning: dt.date | None, request: LogRequest) -> Night:
    day = morning or book.now().date()
    answers = answers_from_settings(request.settings, book.questions.catalogue(), book.person.preferences().temperature)
    return book.nights.log(day, cramps=_cramps_to_keep(book, day, request=request), answers=answers, note=request.note)


def answers_from_settings(
    settings: tuple[str, ...], catalogue: Catalogue, temperature: TemperatureUnit
) -> dict[str, Value]:
    """The answers that `key=value` texts give, by factor. Raises a refusal in words."""
    answers: dict[str, Value] = {}
    for setting in settings:
        name, equals, text = (part.strip() for part in setting.partition("="))
        key = name.lower() if name.lower() in catalogue else name
        if not (key and equals):
            raise NotASettingError(setting)
        if key in answers:
            raise DuplicateAnswerError(key)
        answers[key] = value_from_text(catalogue.get(key), text, temperature)
    return answers


def _cramps_to_keep(book: Diary, day: dt.date, *, request: LogRequest) -> tuple[Cramp, ...] | None:
    """The cramps of the night after this command; None leaves them as they are."""
    if not (request.quiet or request.cramps):
        return None
    present = book.nights.get(day).cramps or ()
    if request.quiet and present:
        raise CrampsWouldBeLostError(day, len(present))
    return (*present, *(cramp_from_words(words, day) for words in request.cramps))
