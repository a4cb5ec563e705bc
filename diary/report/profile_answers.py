"""What was asked once in the profile, as the report tells it: as it was answered, each with its day, and no diagnosis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.mornings import day_name
from diary.model.profile import HELPFULNESS_NAMES, Profile, Treatment
from diary.model.profile_questions import COMES_WITH
from diary.model.report_choices import Part
from diary.model.standing_signs import signs_not_answered, standing_signs
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import WARNING_SIGNS
from diary.report.seven_features import seven_features

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.model.night import Night
    from diary.model.profile_questions import ProfileQuestion
    from diary.report.material import BlockSource


@dataclass(frozen=True, slots=True)
class FeatureRow:
    """One of the seven features of a nocturnal leg cramp, as the report shows it."""

    name: str
    answer: str
    """Yes, no, or not recorded."""
    basis: str
    """The count behind it, or the day of the answer in the profile."""
    recorded: bool
    """Whether there is an answer at all."""


def warnings(profile: Profile) -> tuple[str, ...]:
    """The warning signs that stand, the most urgent first, each with its day."""
    return tuple(
        tr("{sign} ({day})").format(sign=tr(standing.sign.name), day=day_name(standing.noted_on, year=True))
        for standing in standing_signs(profile)
    )


def warnings_note(profile: Profile) -> str:
    """What the report says where no sign stands: none reported, or how many were not answered; empty where one stands."""
    if standing_signs(profile):
        return ""
    unanswered_count = signs_not_answered(profile)
    if not any(sign.key in profile.answers for sign in WARNING_SIGNS):
        return tr("Warning signs: not asked yet.")
    if unanswered_count:
        return tr("Warning signs: none reported; {n} not answered.").format(n=unanswered_count)
    return tr("Warning signs: asked, none reported.")


def answer_sentences(profile: Profile) -> tuple[str, ...]:
    """What comes with the cramps, and what tells them from other things: a line for yes and one for no."""
    questions = (*COMES_WITH, *TELLING_APART)
    yes = [question for question in questions if (answer := profile.answers.get(question.key)) and answer.yes]
    no = [question for question in questions if (answer := profile.answers.get(question.key)) and not answer.yes]
    lines = []
    if yes:
        lines.append(tr("The patient answers yes to: {questions}.").format(questions=_dated_names(yes, profile)))
    if no:
        lines.append(tr("No to: {questions}.").format(questions=_names(no)))
    unanswered_count = len(questions) - len(yes) - len(no)
    if unanswered_count and lines:
        lines.append(tr("{n} of {all} questions not answered.").format(n=unanswered_count, all=len(questions)))
    return tuple(lines)


def _dated_names(questions: Sequence[ProfileQuestion], profile: Profile) -> str:
    """The questions with the days of their answers; a day that they share stands once."""
    days = [profile.answers[question.key].noted_on for question in questions]
    if len(set(days)) == 1:
        return tr("{questions} ({day})").format(questions=_names(questions), day=day_name(days[0], year=True))
    return "; ".join(
        tr("{questions} ({day})").format(questions=_names([question]), day=day_name(day, year=True))
        for question, day in zip(questions, days, strict=True)
    )


def _names(questions: Sequence[ProfileQuestion]) -> str:
    return "; ".join(_lower_first(tr(question.name)) for question in questions)


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def features(nights: Sequence[Night], profile: Profile) -> tuple[FeatureRow, ...]:
    """The seven features over these nights, or as the profile has them where no night says."""
    return tuple(
        FeatureRow(feature.name, feature.answer, feature.basis, recorded=feature.holds is not None)
        for feature in seven_features(nights, profile)
    )


def treatments_block(source: BlockSource) -> tuple[str, ...] | None:
    """What was tried, for the report; None where the person leaves medicines out."""
    return treatments(source.profile) if source.shows(Part.MEDICINES) else None


def treatments(profile: Profile) -> tuple[str, ...]:
    """What was tried against the cramps and how it went, in the person's own judgement; the latest first."""
    return tuple(map(_treatment_line, sorted(profile.treatments, key=_treatment_day, reverse=True)))


def _treatment_day(treatment: Treatment) -> dt.date:
    return treatment.started or treatment.noted_on


def _treatment_line(treatment: Treatment) -> str:
    days = (
        tr("from {day}").format(day=day_name(treatment.started, year=True)) if treatment.started else "",
        tr("until {day}").format(day=day_name(treatment.stopped, year=True)) if treatment.stopped else "",
    )
    head = ", ".join(words for words in (treatment.what, *days) if words)
    verdict = tr(HELPFULNESS_NAMES[treatment.verdict]).lower() if treatment.verdict else tr("not told how it went")
    line = tr("{what}: {verdict}").format(what=head, verdict=verdict)
    return tr("{line}. {story}").format(line=line, story=treatment.how.strip()) if treatment.how.strip() else line
