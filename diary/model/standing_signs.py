"""The warning signs of one person: which are asked, which stand, and how many were not answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.model.warning_signs import PREGNANCY_SIGN, WARNING_SIGNS, WarningSign

if TYPE_CHECKING:
    from diary.model.profile import Profile


@dataclass(frozen=True, slots=True)
class StandingSign:
    """A warning sign that was answered with yes and not taken back."""

    sign: WarningSign
    noted_on: dt.date


def signs_asked(profile: Profile) -> tuple[WarningSign, ...]:
    """The signs to ask of this person: the one of pregnancy only of whom it can concern, or who answered it."""
    asks_pregnancy = PREGNANCY_SIGN in profile.answers or profile.can_be_pregnant
    return tuple(sign for sign in WARNING_SIGNS if asks_pregnancy or sign.key != PREGNANCY_SIGN)


def standing_signs(profile: Profile) -> tuple[StandingSign, ...]:
    """The signs that stand, the most urgent first."""
    answers = profile.answers
    return tuple(
        StandingSign(sign, answers[sign.key].noted_on)
        for sign in WARNING_SIGNS
        if sign.key in answers and answers[sign.key].yes
    )


def signs_not_answered(profile: Profile) -> int:
    """How many of the signs that are asked were not answered: no yes is not the same as no to all."""
    return sum(sign.key not in profile.answers for sign in signs_asked(profile))
