"""What the profile holds, whole, on the pages after the first: page one tells it short, and here it can be checked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.calcium_need import NEED_NAMES, calcium_needs
from diary.model.linked_medicines import REPORTED, linked_class
from diary.model.mornings import day_name
from diary.model.profile import HELPFULNESS_NAMES
from diary.model.profile_questions import COMES_WITH, USUAL_CRAMP
from diary.model.report_choices import Part
from diary.model.standing_signs import signs_asked
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import Level
from diary.report.day_sums import day_sums
from diary.report.record_block import condition_words, in_order
from diary.report.sections import ListBlock, ReportSection, TableBlock, TextBlock
from diary.report.tried_block import latest_first, trial_counts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.model.profile import Medicine, Profile
    from diary.model.profile_questions import ProfileQuestion
    from diary.report.events import Event
    from diary.report.material import BlockSource


def profile_sections(source: BlockSource, all_events: tuple[Event, ...]) -> tuple[ReportSection, ...]:
    """The sections that have something to tell, in the order of page one."""
    sections = (
        _signs(source.profile),
        _asked(source.profile),
        _medicines(source),
        _conditions(source),
        _tried(source),
        _changes(all_events),
        _questions(source),
    )
    return tuple(section for section in sections if section)


def _signs(profile: Profile) -> ReportSection | None:
    """Every sign that is asked, with its answer: what was not asked is seen to be so."""
    asked = signs_asked(profile)
    if not any(sign.key in profile.answers for sign in asked):
        return None
    urgency = {Level.EMERGENCY: tr("now"), Level.TODAY: tr("today"), Level.APPOINTMENT: tr("a visit")}
    rows = tuple((tr(sign.name), urgency[sign.level], *_answer_words(sign, profile)) for sign in asked)
    columns = (tr("Warning sign"), tr("If yes, a doctor"), tr("Answer"), tr("On"))
    return ReportSection("signs", tr("Warning signs, as answered"), (TableBlock(columns, rows),))


def _asked(profile: Profile) -> ReportSection | None:
    questions = [each for each in (*TELLING_APART, *COMES_WITH, *USUAL_CRAMP) if each.key in profile.answers]
    rows = [(tr(question.name), *_answer_words(question, profile)) for question in questions]
    if profile.first_cramp:
        first = profile.first_cramp
        when = day_name(first.when, year=True) if isinstance(first.when, dt.date) else str(first.when)
        rows.append((tr("First cramp ever"), when, day_name(first.noted_on, year=True)))
    if not rows:
        return None
    columns = (tr("Asked apart from the nights"), tr("Answer"), tr("On"))
    return ReportSection("asked", tr("Asked apart from the nights"), (TableBlock(columns, tuple(rows)),))


def _answer_words(question: ProfileQuestion, profile: Profile) -> tuple[str, str]:
    answer = profile.answers.get(question.key)
    if answer is None:
        return tr("not asked"), ""
    return tr("yes") if answer.yes else tr("no"), day_name(answer.noted_on, year=True)


def _medicines(source: BlockSource) -> ReportSection | None:
    if not source.medicines:
        return None
    by_name = sorted(source.medicines, key=lambda medicine: medicine.name.casefold())
    newest = sorted(by_name, key=lambda medicine: _iso(medicine.started), reverse=True)
    columns = (tr("Medicine or supplement"), tr("Dose"), tr("From"), tr("Until"), tr("Note"))
    rows = tuple(_medicine_row(medicine) for medicine in newest)
    note = tr("A medicine without a mark is not thereby cleared.")
    return ReportSection("medicines", tr("Medicines and supplements"), (TextBlock(note), TableBlock(columns, rows)))


def _medicine_row(medicine: Medicine) -> tuple[str, ...]:
    notes = (
        tr(REPORTED) if linked_class(medicine.name) else "",
        tr("taken against the cramps") if medicine.for_cramps else "",
        tr("supplement") if medicine.supplement else "",
    )
    return (
        medicine.name,
        medicine.dose,
        _day(medicine.started),
        _day(medicine.stopped),
        ", ".join(note for note in notes if note),
    )


def _conditions(source: BlockSource) -> ReportSection | None:
    if not source.shows(Part.CONDITIONS):
        return None
    lines = [condition_words(condition) for condition in in_order(source.profile)]
    needs = [tr(NEED_NAMES[need]).lower() for need in calcium_needs(source.profile, source.report_date)]
    if needs:
        words = tr("Named by the article that this diary follows, as a time of higher calcium need: {needs}")
        lines.append(words.format(needs=", ".join(needs)))
    sums = day_sums(source.nights)
    if sums:
        lines.append(tr("In this period: {sums}").format(sums="; ".join(sums)))
    if not lines:
        return None
    return ReportSection("conditions", tr("Conditions, as told"), (ListBlock(tuple(lines)),))


def _tried(source: BlockSource) -> ReportSection | None:
    treatments = latest_first(source.profile.treatments)
    if not treatments or not source.shows(Part.MEDICINES):
        return None
    rows = tuple(
        (
            each.what,
            _day(each.started),
            _day(each.stopped),
            trial_counts(each, source),
            ". ".join(_story(HELPFULNESS_NAMES[each.verdict] if each.verdict else "", each.how)),
        )
        for each in treatments
    )
    columns = (tr("Tried"), tr("From"), tr("Until"), tr("Four weeks before → since"), tr("How it went"))
    return ReportSection("tried", tr("Tried against the cramps"), (TableBlock(columns, rows),))


def _story(verdict: str, how: str) -> Iterable[str]:
    return (words for words in (tr(verdict) if verdict else "", how.strip()) if words)


def _changes(all_events: tuple[Event, ...]) -> ReportSection | None:
    """What began, ended or was marked within the period, oldest first."""
    if not all_events:
        return None
    rows = tuple((event.letter, day_name(event.day, year=True), event.text, event.counts) for event in all_events)
    columns = (tr("Sign"), tr("Day"), tr("What changed"), tr("Cramp nights before → since"))
    return ReportSection("changes", tr("What changed when"), (TableBlock(columns, rows),))


def _questions(source: BlockSource) -> ReportSection | None:
    questions = source.profile.asked_of_doctor
    if not questions or not source.shows(Part.QUESTIONS):
        return None
    return ReportSection("questions", tr("Questions the patient wants to ask"), (ListBlock(tuple(questions)),))


def _day(day: dt.date | None) -> str:
    return day_name(day, year=True) if day else ""


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
