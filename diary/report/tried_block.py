"""The end of page one: what was tried against the cramps, with the nights before and since, and the questions to the doctor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.profile import HELPFULNESS_NAMES
from diary.model.report_choices import Part
from diary.report.events import before_since_words, four_weeks_around
from diary.report.short_text import short_names

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Treatment
    from diary.report.fit import Fit
    from diary.report.material import BlockSource

LONGEST_NAME = 34


@dataclass(frozen=True, slots=True)
class TriedRow:
    """Something that was tried."""

    what: str
    verdict: str
    """How it went, in the person's own judgement."""
    counts: str
    """Cramp nights in the four weeks before and since; empty where no day is known, or no night."""


@dataclass(frozen=True, slots=True)
class TriedBlock:
    """What was tried, as far as page one has room."""

    rows: tuple[TriedRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class QuestionsBlock:
    """The questions to the doctor, as far as page one has room."""

    lines: tuple[str, ...]
    more: str


def tried_block(source: BlockSource, fit: Fit) -> TriedBlock | None:
    """What was tried before the period; what was begun in it stands among its changes.

    None where nothing was, or where the person leaves medicines out.
    """
    period = source.nights.period
    treatments = [
        each for each in latest_first(source.profile.treatments) if each.started is None or each.started not in period
    ]
    if not treatments or not source.shows(Part.MEDICINES):
        return None
    if not fit.tried:
        return None
    shown, more = treatments[: fit.tried], len(treatments) - fit.tried
    names = short_names([treatment.what for treatment in shown], LONGEST_NAME)
    return TriedBlock(
        tuple(_tried_row(treatment, name, source) for treatment, name in zip(shown, names, strict=True)),
        tr("{n} more").format(n=more) if more > 0 else "",
    )


def latest_first(treatments: tuple[Treatment, ...]) -> list[Treatment]:
    """What was tried, the latest first."""

    def day(treatment: Treatment) -> dt.date:
        return treatment.started or treatment.noted_on

    return sorted(treatments, key=day, reverse=True)


def _tried_row(treatment: Treatment, name: str, source: BlockSource) -> TriedRow:
    return TriedRow(
        name,
        tr(HELPFULNESS_NAMES[treatment.verdict]).lower() if treatment.verdict else "",
        trial_counts(treatment, source),
    )


def trial_counts(treatment: Treatment, source: BlockSource) -> str:
    """Cramp nights in the four weeks before a trial and since; empty where its start or these nights are not known."""
    day = treatment.started
    if day is None or not any(
        night.logged and night.cramps for night in four_weeks_around(day).nights_in(source.material.included_nights)
    ):
        return ""
    return before_since_words(source, day, four_weeks_around(day))


def questions_block(source: BlockSource, fit: Fit) -> QuestionsBlock | None:
    """The questions; None where there is none, or where the person leaves them out."""
    questions = source.profile.asked_of_doctor
    if not questions or not fit.questions or not source.shows(Part.QUESTIONS):
        return None
    shown = short_names(questions[: fit.questions], fit.text)
    more = len(questions) - len(shown)
    return QuestionsBlock(shown, tr("{n} more").format(n=more) if more else "")
