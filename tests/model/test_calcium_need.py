"""The three times of life that the article names, from year of birth and pregnancy."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.calcium_need import CalciumNeed, calcium_needs
from diary.model.profile import Pregnancy, Profile

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("year", "needs"),
    [
        (2017, ()),
        (2016, (CalciumNeed.ADOLESCENCE,)),
        (2007, (CalciumNeed.ADOLESCENCE,)),
        (2006, ()),
        (1962, ()),
        (1961, (CalciumNeed.OLD_AGE,)),
        (None, ()),
    ],
)
def test_an_age_tells_a_higher_need(year: int | None, needs: tuple[CalciumNeed, ...]) -> None:
    assert calcium_needs(Profile(year_of_birth=year), TODAY) == needs


def test_a_pregnancy_tells_one_until_it_must_be_over() -> None:
    profile = Profile(year_of_birth=2008, pregnancy=Pregnancy(None, TODAY))
    assert calcium_needs(profile, TODAY) == (CalciumNeed.ADOLESCENCE, CalciumNeed.PREGNANCY)
    assert calcium_needs(profile, TODAY + dt.timedelta(weeks=50)) == (CalciumNeed.ADOLESCENCE,)
