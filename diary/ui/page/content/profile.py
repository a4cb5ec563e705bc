"""What Settings, Triggers and Report say of the parts of the profile that are asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.mornings import day_name
from diary.model.profile import EMERGENCY_PLACES, HELPFULNESS_NAMES
from diary.model.profile_questions import COMES_WITH, USUAL_CRAMP
from diary.model.standing_signs import signs_asked, signs_not_answered, standing_signs
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import Level, what_to_do

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Profile, Treatment
    from diary.model.profile_questions import ProfileAnswer


def cramps_words(profile: Profile) -> str:
    """How much is told of the cramps in general."""
    asked = (*COMES_WITH, *USUAL_CRAMP, *TELLING_APART)
    answered = sum(question.key in profile.answers for question in asked)
    words = [tr("since {year}").format(year=profile.first_cramp.year)] if profile.first_cramp else []
    words += [tr("{n} of {asked} questions answered").format(n=answered, asked=len(asked))] if answered else []
    return ", ".join(words) or tr("When they began, what comes with them")


def warning_words(profile: Profile) -> str:
    """How the warning signs stand: a yes first, calmly; no yes is not told as no to all."""
    standing, open_ones = standing_signs(profile), signs_not_answered(profile)
    if standing:
        count = len(standing)
        return trn("{n} answered yes: see what to do", "{n} answered yes: see what to do", count).format(n=count)
    if open_ones == len(signs_asked(profile)):
        return tr("When not to wait")
    if open_ones:
        return trn("No yes; {n} not answered", "No yes; {n} not answered", open_ones).format(n=open_ones)
    return tr("All answered no")


def level_lines(profile: Profile, today: dt.date) -> tuple[tuple[Level, str], ...]:
    """One line for each level on which a yes stands, the most urgent first, and never two for one.

    A yes of an earlier day is asked back first: what was so then may have passed.
    """
    noted: dict[Level, dt.date] = {}
    for standing in standing_signs(profile):
        level = standing.sign.level
        noted[level] = max(standing.noted_on, noted.get(level, standing.noted_on))
    return tuple((level, _line(level, profile, day < today)) for level, day in noted.items())


def _line(level: Level, profile: Profile, earlier: bool) -> str:
    words = what_to_do(level, profile.number_to_call)
    return tr("Still so? {what}").format(what=words) if earlier else words


def level_heading(level: Level, profile: Profile) -> str:
    """What a yes on this level asks for, as the head of its questions."""
    if level is Level.EMERGENCY:
        return tr("If one is so now: call {number}").format(number=profile.number_to_call)
    if level is Level.TODAY:
        return tr("If one is so: a doctor today")
    return tr("If one is so: make an appointment")


def doctor_words(profile: Profile, *, short: bool = False) -> str:
    """The line under findings and report: calm, and said once; what to do stands where it leads."""
    count = len(standing_signs(profile))
    if not count and short:
        return tr("When to see a doctor")
    if not count:
        return tr("See a doctor if cramps are frequent, severe, or come with a warning sign.")
    return trn(
        "You answered yes to a warning sign. See what to do.",
        "You answered yes to {n} warning signs. See what to do.",
        count,
    ).format(n=count)


def answered_on(answer: ProfileAnswer | None, today: dt.date) -> str:
    """When a yes was given, where that was not today: a sign of long ago may have passed."""
    if answer is None or not answer.yes or answer.noted_on == today:
        return ""
    return tr("Answered on {day}.").format(day=day_name(answer.noted_on, year=True))


def tried_words(profile: Profile) -> str:
    """The names of what was tried."""
    return ", ".join(treatment.what for treatment in profile.treatments) or tr("Stretching, a supplement, another bed")


def tried_line(tried: Treatment) -> str:
    """Verdict and days of one thing that was tried: “A little, 3 Mar 2025 to 1 Apr 2026”."""
    started = day_name(tried.started, year=True) if tried.started else ""
    stopped = day_name(tried.stopped, year=True) if tried.stopped else ""
    days = tr("since {day}").format(day=started) if started else ""
    if stopped:
        days = tr("{first} to {last}").format(first=started, last=stopped) if started else ""
        days = days or tr("until {day}").format(day=stopped)
    verdict = tr(HELPFULNESS_NAMES[tried.verdict]) if tried.verdict else ""
    return ", ".join(word for word in (verdict, days) if word) or tr("How it went is not told")


def doctor_questions_words(profile: Profile) -> str:
    """How many questions are noted, or what they are for."""
    count = len(profile.asked_of_doctor)
    if not count:
        return tr("Up to three, for the report")
    return trn("{n} question noted", "{n} questions noted", count).format(n=count)


def number_words(number: str) -> str:
    """A number to call with where it is one: “999 United Kingdom”."""
    place = EMERGENCY_PLACES.get(number)
    return tr("{number} {place}").format(number=number, place=tr(place)) if place else number
