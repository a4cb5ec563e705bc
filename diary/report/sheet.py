"""The bedside sheet: fourteen nights on one page, to be filled in by hand where no screen is wanted.

Every box is explained on the page itself, so that whoever finds it in a drawer knows what it says.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diary import __version__
from diary.exchange.whole_file import SHEET_SIGN
from diary.language import tr, trn
from diary.model.factors import Choice, Factor, Number, TimeOfDay, Unit, YesNo
from diary.model.mornings import DAY, day_name, evening_of, two_days_name
from diary.model.night import MUSCLE_NAMES
from diary.model.plain_number import plain_number
from diary.model.preferences import TemperatureUnit
from diary.report.sheet_words import SheetWords, sheet_words
from diary.report.short_text import short_names
from diary.report.typesetting import tagged_pdf, template_inputs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from diary.model.report_choices import Paper
    from diary.report.sheet_questions import SheetQuestions

TEMPLATE = Path(__file__).with_name("sheet.typ")
NIGHTS = 14
LONGEST_NAME = 34
"""Columns of a question's name above its box: two lines of it."""
LONGEST_OPTION = 14
"""Columns of an answer to choose from where the whole words have no room."""
LONGEST_LEFT_OUT = 34
"""Columns of the name of a question that has no box."""


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """One column of boxes, and how it is explained."""

    letter: str
    name: str
    """As short as the head of a column is."""
    question: str
    answers: str
    """What to write into the box; empty where it is ticked."""
    short_answers: str
    """The same where the page is full."""


@dataclass(frozen=True, slots=True)
class SheetContent:
    """Everything that the page says."""

    title: str
    language: str
    program: str
    nights: tuple[str, ...]
    evening: tuple[SheetQuestion, ...]
    morning: tuple[SheetQuestion, ...]
    left_out: str
    words: SheetWords


def sheet_content(first: dt.date, questions: SheetQuestions, *, temperature: TemperatureUnit) -> SheetContent:
    """The sheet whose first night ends on this morning."""
    letters, names = _letters(), iter(short_names(_names((*questions.evening, *questions.morning)), LONGEST_NAME))

    def column(factor: Factor) -> SheetQuestion:
        return SheetQuestion(
            next(letters),
            next(names),
            tr(factor.question).removesuffix(" …"),
            _answers(factor, temperature),
            _answers(factor, temperature, LONGEST_OPTION),
        )

    mornings = [first + n * DAY for n in range(NIGHTS)]
    return SheetContent(
        title=_title(mornings),
        language=tr("en"),  # translators put their language's code
        program=tr("Night Cramp Diary {version}").format(version=__version__),
        nights=tuple(map(two_days_name, mornings)),
        evening=tuple(map(column, questions.evening)),
        morning=tuple(map(column, questions.morning)),
        left_out=_left_out(questions.left_out),
        words=sheet_words(muscles=_numbered(tuple(MUSCLE_NAMES.values()))),
    )


def sheet_pdf(content: SheetContent, *, fonts: Path, paper: Paper) -> bytes:
    """The sheet as a tagged PDF of one page, across. The same content gives the same bytes."""
    height, width = paper.points
    data = {**asdict(content), "sign": SHEET_SIGN, "paper": [width, height]}
    return tagged_pdf(TEMPLATE, template_inputs(data, fonts), fonts)


def _title(mornings: list[dt.date]) -> str:
    evening, morning = evening_of(mornings[0]), mornings[-1]
    return tr("Night cramps, {first} to {last}").format(
        first=day_name(evening, year=evening.year != morning.year), last=day_name(morning, year=True)
    )


def _letters() -> Iterator[str]:
    """A letter for each column; there are never more columns than letters."""
    return map(chr, range(ord("A"), ord("Z") + 1))


def _names(factors: Iterable[Factor]) -> list[str]:
    return [tr(factor.name) for factor in factors]


def _answers(factor: Factor, temperature: TemperatureUnit, longest: int | None = None) -> str:
    """What to write into a factor's box, each option at most so long."""
    match factor.kind:
        case YesNo():
            return ""
        case Choice(options):
            return _numbered((option.name for option in options), longest)
        case TimeOfDay():
            return tr("the time")
        case Number(unit=Unit.CELSIUS):
            return tr("in °F") if temperature is TemperatureUnit.FAHRENHEIT else tr("in °C")
        case Number() as kind:
            return _number(kind)


def _numbered(names: Iterable[str], longest: int | None = None) -> str:
    """Words in the language in use, each with the number that is written for it."""
    words = [tr(name) for name in names]
    shown = short_names(words, longest) if longest else words
    return " · ".join(f"{number} {name}" for number, name in enumerate(shown, 1))


def _number(kind: Number) -> str:
    if kind.unit_words and not kind.open_ended:
        return tr("how many {unit}").format(unit=kind.unit_words)
    numbers = tr("{low} to {high}").format(low=plain_number(kind.low), high=plain_number(kind.high))
    return tr("{numbers} or more").format(numbers=numbers) if kind.open_ended else numbers


def _left_out(factors: tuple[Factor, ...]) -> str:
    """What the diary also asks, in one sentence; empty where it asks no more."""
    if not factors:
        return ""
    names = ", ".join(short_names(_names(factors), LONGEST_LEFT_OUT))
    return trn(
        "{n} more question has no room here and stands in the diary: {names}.",
        "{n} more questions have no room here and stand in the diary: {names}.",
        len(factors),
    ).format(n=len(factors), names=names)
