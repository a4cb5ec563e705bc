"""What the profile tells of the article's causes that do not change from night to night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.profile import CONDITIONS

if TYPE_CHECKING:
    from diary.model.profile import Condition, Profile
    from diary.model.triggers import Cause

CALCIUM_NEED = "calcium_need"
"""The one cause that the profile tells by age and pregnancy, not by a condition."""


def is_named(cause: Cause, profile: Profile) -> bool:
    """Whether the profile names this cause. An age alone names nothing."""
    if cause.key == CALCIUM_NEED:
        return profile.pregnancy is not None
    return any(each.key in cause.conditions for each in profile.conditions)


def in_profile(cause: Cause, profile: Profile) -> tuple[str, ...]:
    """What the profile tells of this cause, in words; empty where it tells nothing."""
    named = [_condition_words(each) for each in profile.conditions if each.key in cause.conditions]
    return tuple(_age_and_pregnancy(profile) if cause.key == CALCIUM_NEED else named)


def _condition_words(condition: Condition) -> str:
    name = tr(CONDITIONS[condition.key])
    return tr("{condition}, since {year}").format(condition=name, year=condition.since) if condition.since else name


def _age_and_pregnancy(profile: Profile) -> list[str]:
    pregnant = [tr("pregnant")] if profile.pregnancy else []
    born = [tr("born in {year}").format(year=profile.year_of_birth)] if profile.year_of_birth else []
    return pregnant + born
