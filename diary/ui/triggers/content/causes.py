"""What the profile tells of the article's causes that do not change from night to night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.calcium_need import NEED_NAMES, calcium_needs

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Condition, Profile
    from diary.model.triggers import ArticleCause

CALCIUM_NEED = "calcium_need"
"""The one cause that the profile tells by age and pregnancy, not by a condition."""


def is_named(cause: ArticleCause, profile: Profile, today: dt.date) -> bool:
    """Whether the profile names this cause."""
    if cause.key == CALCIUM_NEED:
        return bool(calcium_needs(profile, today))
    return any(each.key in cause.conditions for each in profile.conditions)


def in_profile(cause: ArticleCause, profile: Profile, today: dt.date) -> tuple[str, ...]:
    """What the profile tells of this cause, in words; empty where it tells nothing."""
    named = [_condition_words(each) for each in profile.conditions if each.key in cause.conditions]
    return tuple(_age_and_pregnancy(profile, today) if cause.key == CALCIUM_NEED else named)


def _condition_words(condition: Condition) -> str:
    name = condition.name
    return tr("{condition}, since {year}").format(condition=name, year=condition.since) if condition.since else name


def _age_and_pregnancy(profile: Profile, today: dt.date) -> list[str]:
    """An age that the article does not name is told as it is, and names nothing."""
    needs = [tr(NEED_NAMES[need]).lower() for need in calcium_needs(profile, today)]
    born = [tr("born in {year}").format(year=profile.year_of_birth)] if profile.year_of_birth else []
    return needs + born
