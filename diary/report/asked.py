"""What was asked once in the profile, as the report tells it: as it was answered, each with its day, and no diagnosis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.mornings import day_name
from diary.model.profile import VERDICT_NAMES, Profile, Tried
from diary.model.profile_questions import COMES_WITH
from diary.model.standing_signs import signs_not_answered, standing_signs
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import WARNING_SIGNS
from diary.report.seven_features import seven_features

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.model.night import Night
    from diary.model.profile_questions import Question


@dataclass(frozen=True, slots=True)
class FeatureShown:
    """One of the seven features of a nocturnal leg cramp."""

    name: str
    answer: str
    """Yes, no, or not recorded."""
    basis: str
    """The count behind it, or the day of the answer in the profile."""
    recorded: bool


def warnings(profile: Profile) -> tuple[str, ...]:
    """The warning signs that stand, the most urgent first, each with its day."""
    return tuple(
        tr("{sign} ({day})").format(sign=tr(one.sign.name), day=day_name(one.noted_on, year=True))
        for one in standing_signs(profile)
    )


def no_warnings(profile: Profile) -> str:
    """What is told where no sign stands: none reported, or how many were not answered; empty where one stands."""
    if standing_signs(profile):
        return ""
    left = signs_not_answered(profile)
    if not any(sign.key in profile.answers for sign in WARNING_SIGNS):
        return tr("Warning signs: not asked yet.")
    if left:
        return tr("Warning signs: none reported; {n} not answered.").format(n=left)
    return tr("Warning signs: asked, none reported.")


def told(profile: Profile) -> tuple[str, ...]:
    """What comes with the cramps, and what tells them from other things: a line for yes and one for no."""
    questions = (*COMES_WITH, *TELLING_APART)
    yes = [one for one in questions if (answer := profile.answers.get(one.key)) and answer.yes]
    no = [one for one in questions if (answer := profile.answers.get(one.key)) and not answer.yes]
    lines = []
    if yes:
        lines.append(tr("The patient answers yes to: {questions}.").format(questions=_dated(yes, profile)))
    if no:
        lines.append(tr("No to: {questions}.").format(questions=_names(no)))
    left = len(questions) - len(yes) - len(no)
    if left and lines:
        lines.append(tr("{n} of {all} questions not answered.").format(n=left, all=len(questions)))
    return tuple(lines)


def _dated(questions: Sequence[Question], profile: Profile) -> str:
    """The questions with the days of their answers; a day that they share stands once."""
    days = [profile.answers[one.key].noted_on for one in questions]
    if len(set(days)) == 1:
        return tr("{questions} ({day})").format(questions=_names(questions), day=day_name(days[0], year=True))
    return "; ".join(
        tr("{questions} ({day})").format(questions=_names([one]), day=day_name(day, year=True))
        for one, day in zip(questions, days, strict=True)
    )


def _names(questions: Sequence[Question]) -> str:
    return "; ".join(_lower_first(tr(one.name)) for one in questions)


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def features(nights: Sequence[Night], profile: Profile) -> tuple[FeatureShown, ...]:
    """The seven over these nights, or as the profile tells them where no night does."""
    return tuple(
        FeatureShown(one.name, one.answer, one.behind, recorded=one.holds is not None)
        for one in seven_features(nights, profile)
    )


def tried(profile: Profile) -> tuple[str, ...]:
    """What was tried against the cramps and how it went, in the person's own judgement; the latest first."""
    return tuple(map(_tried, sorted(profile.tried, key=_when_tried, reverse=True)))


def _when_tried(one: Tried) -> dt.date:
    return one.started or one.noted_on


def _tried(one: Tried) -> str:
    when = (
        tr("from {day}").format(day=day_name(one.started, year=True)) if one.started else "",
        tr("until {day}").format(day=day_name(one.stopped, year=True)) if one.stopped else "",
    )
    head = ", ".join(words for words in (one.what, *when) if words)
    verdict = tr(VERDICT_NAMES[one.verdict]).lower() if one.verdict else tr("not told how it went")
    line = tr("{what}: {verdict}").format(what=head, verdict=verdict)
    return tr("{line}. {story}").format(line=line, story=one.how.strip()) if one.how.strip() else line
