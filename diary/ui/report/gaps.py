"""What would make the report's first page better, told before it is saved, each one tap away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.early_answers import MEASURED, is_before_the_night
from diary.model.mornings import DAY
from diary.model.profile_questions import HAS_CONDITIONS, TAKES_MEDICINES
from diary.model.standing_signs import signs_asked, signs_not_answered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.model.night import Night
    from diary.model.profile import Profile
    from diary.ui.page.content.looking_back import LookBack

OUTDATED = 28 * DAY
"""Answers about warning signs that are older are asked again."""


class GapPlace(StrEnum):
    """Where a gap is filled."""

    WARNING_SIGNS = "/settings/warning"
    MEDICINES = "/settings/medicines"
    CONDITIONS = "/settings/conditions"
    LOG = "/"


@dataclass(frozen=True, slots=True)
class ReportGap:
    """One thing that is missing, and where it is told."""

    words: str
    place: GapPlace


def report_gaps(profile: Profile, nights: Iterable[Night], look: LookBack, today: dt.date) -> tuple[ReportGap, ...]:
    """The gaps of a report over the period that is looked at."""
    gaps = (
        _signs(profile, today),
        _medicines(profile),
        _conditions(profile),
        _quiet_nights(look),
        _early_answers(look.period.nights_in(nights)),
    )
    return tuple(gap for gap in gaps if gap)


def _signs(profile: Profile, today: dt.date) -> ReportGap | None:
    missing = signs_not_answered(profile)
    if missing == len(signs_asked(profile)):
        return ReportGap(tr("The warning signs were not asked yet."), GapPlace.WARNING_SIGNS)
    if missing:
        words = tr("{n} of the warning signs are not answered.").format(n=missing)
        return ReportGap(words, GapPlace.WARNING_SIGNS)
    oldest = min(profile.answers[sign.key].noted_on for sign in signs_asked(profile))
    if today - oldest > OUTDATED:
        return ReportGap(tr("The warning signs were answered over four weeks ago."), GapPlace.WARNING_SIGNS)
    return None


def _medicines(profile: Profile) -> ReportGap | None:
    if profile.medicines or TAKES_MEDICINES.key in profile.answers:
        return None
    return ReportGap(tr("No medicine is told, and not that you take none."), GapPlace.MEDICINES)


def _conditions(profile: Profile) -> ReportGap | None:
    if profile.conditions or HAS_CONDITIONS.key in profile.answers:
        return None
    return ReportGap(tr("No condition is told, and not that you have none."), GapPlace.CONDITIONS)


def _quiet_nights(look: LookBack) -> ReportGap | None:
    if not look.tally.no_rate_words:
        return None
    return ReportGap(tr("Hardly a quiet night was logged, so the page gives no rate."), GapPlace.LOG)


def _early_answers(nights: Iterable[Night]) -> ReportGap | None:
    """Whether answers were given, and none of them before its night."""
    early = [
        key in MEASURED or is_before_the_night(night, key) for night in nights if night.logged for key in night.answers
    ]
    if not early or any(early):
        return None
    words = tr("All answers were given after the night. From 18:00 Log offers Tonight.")
    return ReportGap(words, GapPlace.LOG)
