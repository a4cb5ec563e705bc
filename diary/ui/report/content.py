"""What the Report screen shows of its choices."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.profile import EMERGENCY_NUMBER
from diary.model.report_choices import NAMES_SHOWN, PAPER_NAMES, Part, ReportChoices, ReportSpan, report_period
from diary.ui.page.content.looking_back import LookBack, look_back_over
from diary.ui.report.gaps import ReportGap, report_gaps

if TYPE_CHECKING:
    from diary.book import Diary

PARTS = tuple(Part)
"""In the order of the report."""


@dataclass(frozen=True, slots=True)
class ReportLook:
    """What is chosen, and how much was logged of what it covers."""

    choices: ReportChoices
    look: LookBack
    name: str
    """The person's, from the profile."""
    today: dt.date
    """The morning of the latest night that counts."""
    ever_logged: bool
    """Whether any night of the diary was logged, left out or not."""
    number_to_call: str = EMERGENCY_NUMBER
    """The emergency number, which tells the country whose paper is printed on."""
    gaps: tuple[ReportGap, ...] = ()
    """What would make the page better, before it is saved."""


def report_look(book: Diary) -> ReportLook:
    """The choices as they are kept, and the look back over their period."""
    choices, nights, today = book.person.report_choices(), book.nights.all(), book.nights.latest()
    period = report_period(choices, today=today, nights=nights)
    included = [night for night in nights if night.morning not in choices.left_out]
    ever_logged = any(night.logged for night in nights)
    look = look_back_over(included, period, book.nights.damaged(), book.files.missing_sentences())
    profile = book.person.profile()
    gaps = report_gaps(profile, included, look, today)
    return ReportLook(choices, look, profile.name.strip(), today, ever_logged, profile.number_to_call, gaps)


def spans_offered(choices: ReportChoices, today: dt.date) -> tuple[ReportSpan, ...]:
    """All spans; since the last report only where there was one."""
    since = choices.last_before(today) is not None
    return tuple(span for span in ReportSpan if since or span is not ReportSpan.SINCE_LAST)


def choices_words(choices: ReportChoices) -> str:
    """The choices in a line, for the heading that they fold away under."""
    shown = [part for part in PARTS if part is not Part.ANSWERS]
    missing = sum(not choices.shows(part) for part in shown)
    words = (
        tr(PAPER_NAMES[choices.paper]),
        tr(NAMES_SHOWN[choices.name]).lower(),
        trn("{n} part left out", "{n} parts left out", missing).format(n=missing) if missing else tr("all parts"),
        tr("with notes") if choices.notes else tr("without notes"),
        left_out_words(choices),
    )
    return ", ".join(words for words in words if words)


def left_out_words(choices: ReportChoices) -> str:
    """How many nights are left out; empty where none is."""
    n = len(choices.left_out)
    return trn("{n} night left out", "{n} nights left out", n).format(n=n) if n else ""
