from __future__ import annotations

import datetime as dt

from diary.model.profile import Condition, Pregnancy, Profile
from diary.model.triggers import ARTICLE_CAUSES
from diary.ui.triggers.content.causes import in_profile, is_named

TODAY = dt.date(2026, 11, 24)
BY_KEY = {cause.key: cause for cause in ARTICLE_CAUSES}


def test_an_empty_profile_names_no_cause() -> None:
    assert [in_profile(cause, Profile(), TODAY) for cause in ARTICLE_CAUSES] == [()] * len(ARTICLE_CAUSES)


def test_a_condition_is_named_under_its_cause_with_its_year_and_under_no_other() -> None:
    profile = Profile(conditions=(Condition("diabetes", TODAY, since=2011),))
    named = {key: in_profile(cause, profile, TODAY) for key, cause in BY_KEY.items()}
    assert named.pop("diabetes") == ("Diabetes, since 2011",)
    assert not any(named.values())


def test_both_conditions_of_the_spine_stand_under_the_lower_spine() -> None:
    profile = Profile(conditions=(Condition("lumbar_spine", TODAY), Condition("spinal_stenosis", TODAY)))
    assert in_profile(BY_KEY["lumbar_spine"], profile, TODAY) == (
        "Slipped disc or worn lower spine",
        "Narrow spinal canal (stenosis)",
    )


def test_the_need_for_calcium_tells_age_and_pregnancy_as_the_article_names_them() -> None:
    need = BY_KEY["calcium_need"]
    pregnant = Profile(year_of_birth=1990, pregnancy=Pregnancy(20, TODAY))
    assert in_profile(need, pregnant, TODAY) == ("pregnancy", "born in 1990")
    old = Profile(year_of_birth=1950)
    assert in_profile(need, old, TODAY) == ("aged 65 or over", "born in 1950")
    assert is_named(need, pregnant, TODAY)
    assert is_named(need, old, TODAY)


def test_an_age_that_the_article_does_not_name_is_told_and_names_nothing() -> None:
    assert in_profile(BY_KEY["calcium_need"], Profile(year_of_birth=1980), TODAY) == ("born in 1980",)
    assert not is_named(BY_KEY["calcium_need"], Profile(year_of_birth=1980), TODAY)


def test_a_pregnancy_of_long_ago_is_over_and_names_nothing() -> None:
    profile = Profile(pregnancy=Pregnancy(20, TODAY - dt.timedelta(days=300)))
    assert in_profile(BY_KEY["calcium_need"], profile, TODAY) == ()
    assert not is_named(BY_KEY["calcium_need"], profile, TODAY)
