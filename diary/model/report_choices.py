"""What the person wants in the doctor's report, and how it is to look. The choices of last time are kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.language import mark
from diary.model.mornings import DAY
from diary.model.period import Period
from diary.model.preferences import TemperatureUnit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.model.night import Night


class ReportSpan(StrEnum):
    """Which nights the report is of."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"
    SINCE_LAST = "since_last"
    """Since the last report was saved."""
    OWN = "own"
    """Between two dates that the person chooses."""


class Part(StrEnum):
    """A part of the report that can be left out. Whose it is, warning signs, summary, burden and pattern always stand."""

    CONDITIONS = "conditions"
    MEDICINES = "medicines"
    FINDINGS = "findings"
    QUESTIONS = "questions"
    CHARTS = "charts"
    NIGHTS = "nights"
    ANSWERS = "answers"
    """All that was answered about each cramp night; without it, the person's own questions alone."""
    METHOD = "method"


class NameForm(StrEnum):
    """How much of the person's name the report shows."""

    WHOLE = "whole"
    INITIALS = "initials"
    NONE = "none"


class Paper(StrEnum):
    """The size of the pages."""

    A4 = "a4"
    LETTER = "us-letter"

    @property
    def points(self) -> tuple[float, float]:
        """Width and height."""
        return (595.28, 841.89) if self is Paper.A4 else (612.0, 792.0)


PART_NAMES = {
    Part.CONDITIONS: mark("Conditions"),
    Part.MEDICINES: mark("Medicines and supplements"),
    Part.FINDINGS: mark("What it goes with"),
    Part.QUESTIONS: mark("My questions"),
    Part.CHARTS: mark("Charts"),
    Part.NIGHTS: mark("The nights as a table"),
    Part.ANSWERS: mark("All answers of cramp nights"),
    Part.METHOD: mark("How the numbers were made"),
}
REPORT_SPAN_NAMES = {
    ReportSpan.MONTH: mark("30 days"),
    ReportSpan.QUARTER: mark("90 days"),
    ReportSpan.YEAR: mark("1 year"),
    ReportSpan.ALL: mark("All"),
    ReportSpan.SINCE_LAST: mark("Since the last report"),
    ReportSpan.OWN: mark("Own dates"),
}
NAMES_SHOWN = {
    NameForm.WHOLE: mark("Whole name"),
    NameForm.INITIALS: mark("Initials"),
    NameForm.NONE: mark("No name"),
}
PAPER_NAMES = {Paper.A4: mark("A4"), Paper.LETTER: mark("Letter")}
_NIGHTS = {ReportSpan.MONTH: 30, ReportSpan.QUARTER: 90, ReportSpan.YEAR: 365}


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """The person's choices for the report."""

    span: ReportSpan = ReportSpan.QUARTER
    own_first: dt.date | None = None
    own_last: dt.date | None = None
    """The person's own first and last morning; None where they have chosen none."""
    without: frozenset[Part] = frozenset({Part.ANSWERS})
    """Parts that are left out."""
    notes: bool = True
    """Whether the notes of the nights are printed."""
    left_out: frozenset[dt.date] = frozenset()
    """Mornings whose nights are left out of everything."""
    name: NameForm = NameForm.WHOLE
    paper: Paper = Paper.A4
    temperature: TemperatureUnit | None = None
    """None: as the rest of the diary shows it."""
    last_report: dt.date | None = None
    """The morning of the latest night that counted when a report was last saved."""
    report_before: dt.date | None = None
    """The morning of the latest night that counted when the report before that one was saved."""
    paper_chosen: bool = False
    """Whether the paper was chosen; else it is what the person's country prints on."""

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        Period.between(self.own_first, self.own_last)

    @property
    def own_period(self) -> Period | None:
        """The person's own dates; None where they have not chosen both."""
        return Period(self.own_first, self.own_last) if self.own_first and self.own_last else None

    def with_own_period(self, period: Period) -> ReportChoices:
        """The choices with these dates as the person's own."""
        return replace(self, own_first=period.first, own_last=period.last)

    def with_paper(self, paper: Paper) -> ReportChoices:
        """The choices with this paper as the person's own choice."""
        return replace(self, paper=paper, paper_chosen=True)

    def with_paper_of_country(self, temperature: TemperatureUnit, emergency_number: str) -> ReportChoices:
        """The choices with the paper that is printed on: Letter where the country writes °F or calls 911, unless chosen."""
        on_letter = temperature is TemperatureUnit.FAHRENHEIT or emergency_number == "911"
        return self if self.paper_chosen or not on_letter else replace(self, paper=Paper.LETTER)

    def shows(self, part: Part) -> bool:
        """Whether a part stands in the report."""
        return part not in self.without

    def shown_nights(self, nights: Iterable[Night]) -> list[Night]:
        """The nights without those that are left out, and without notes where these are not printed."""
        included = (night for night in nights if night.morning not in self.left_out)
        return [night if self.notes else replace(night, note="") for night in included]

    def toggle(self, part: Part) -> ReportChoices:
        """The choices with the part left out where it was shown, and shown where it was left out."""
        return replace(self, without=self.without ^ {part})

    def with_report_saved(self, night: dt.date) -> ReportChoices:
        """The choices with a report saved while the night to this morning was the latest that counted."""
        if self.last_report == night:
            return self
        return replace(self, last_report=night, report_before=self.last_report)

    def last_before(self, today: dt.date) -> dt.date | None:
        """The day of the last report before today: one that is saved again today is still since that one."""
        return next((day for day in (self.last_report, self.report_before) if day and day < today), None)


def report_period(choices: ReportChoices, *, today: dt.date, nights: Iterable[Night] = ()) -> Period:
    """The period of the report that is chosen.

    A span that ends today holds the night to today's morning. All is everything since the first night that was logged;
    a span of so many nights, or of own dates, begins no earlier, for a night before the diary was begun is no gap in it.
    Without a last report, or without own dates, it is the last 90 nights.
    """
    start = first_logged(nights, today=today)
    own = choices.own_period
    if choices.span is ReportSpan.OWN and own:
        return replace(own, first=max(own.first, start)) if start and start <= own.last else own
    last_report = choices.last_before(today)
    if choices.span is ReportSpan.SINCE_LAST and last_report:
        return Period(last_report + DAY, today)
    if choices.span is ReportSpan.ALL:
        return Period(start or today, today)
    first = today - (_NIGHTS.get(choices.span, _NIGHTS[ReportSpan.QUARTER]) - 1) * DAY
    return Period(max(first, start or first), today)


def first_logged(nights: Iterable[Night], *, today: dt.date) -> dt.date | None:
    """The first morning up to today whose night was logged; None where none was."""
    return min((night.morning for night in nights if night.logged and night.morning <= today), default=None)


def initials(name: str) -> str:
    """The first letters of a name's words: “A. P.”."""
    return " ".join(f"{word[0].upper()}." for word in name.split())


def shown_name(name: str, how: NameForm) -> str:
    """As much of a name as the person wants on the report."""
    if how is NameForm.NONE:
        return ""
    return initials(name) if how is NameForm.INITIALS else name.strip()
