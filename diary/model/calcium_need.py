"""Times of life with a higher need for calcium, as the article names them: growing up, pregnancy, old age.

A fact of the profile and no finding; that one of them holds says nothing about the calcium in anyone's blood.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from diary.language import mark

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Profile

ADOLESCENT = range(10, 20)
"""Years of age; the World Health Organization's adolescence."""
OLDER_FROM = 65
"""Years of age."""


class CalciumNeed(StrEnum):
    """Why the need is higher."""

    ADOLESCENCE = "adolescence"
    PREGNANCY = "pregnancy"
    OLD_AGE = "old_age"


NEED_NAMES = {
    CalciumNeed.ADOLESCENCE: mark("Adolescence"),
    CalciumNeed.PREGNANCY: mark("Pregnancy"),
    CalciumNeed.OLD_AGE: mark("Aged 65 or over"),
}


def calcium_needs(profile: Profile, today: dt.date) -> tuple[CalciumNeed, ...]:
    """Which of the three hold on this day. Of an age only the year is known, so it can be one too high."""
    needs = []
    if profile.year_of_birth is not None:
        age = today.year - profile.year_of_birth
        needs += [CalciumNeed.ADOLESCENCE] if age in ADOLESCENT else []
        needs += [CalciumNeed.OLD_AGE] if age >= OLDER_FROM else []
    if profile.pregnancy and not profile.pregnancy.over_by(today):
        needs.append(CalciumNeed.PREGNANCY)
    return tuple(sorted(needs, key=list(CalciumNeed).index))
