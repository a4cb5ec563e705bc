from __future__ import annotations

import datetime as dt

from diary.model.profile import Condition, FirstCramp, Medicine, Pregnancy, Profile, Sex
from diary.report.person import conditions, facts, medicines

TODAY = dt.date(2026, 11, 22)


def test_only_what_was_told_of_the_person_is_printed() -> None:
    assert facts(Profile()) == ()
    person = Profile(year_of_birth=1990, sex=Sex.FEMALE, pregnancy=Pregnancy(20, TODAY))
    assert facts(person) == ("Born 1990", "Female", "Pregnant, 20 weeks on 22 Nov 2026")


def test_the_articles_conditions_stand_first() -> None:
    told = (Condition("kidney", TODAY), Condition("diabetes", TODAY, 2001))
    assert conditions(Profile(conditions=told), TODAY) == ("Diabetes, since 2001", "Kidney disease or dialysis")


def test_a_time_of_higher_calcium_need_stands_below_the_conditions() -> None:
    assert conditions(Profile(year_of_birth=1950), TODAY) == ("Time of higher calcium need: aged 65 or over",)


def test_medicines_that_are_reported_with_leg_cramps_are_marked_so_and_no_more() -> None:
    told = (Medicine("Simvastatin", TODAY, dose="20 mg"), Medicine("Quinine", TODAY, for_cramps=True))
    assert medicines(Profile(medicines=told), TODAY) == (
        "Simvastatin 20 mg · reported with leg cramps",
        "Quinine, taken against the cramps",
    )


def test_the_first_cramp_ever_and_that_there_is_no_pregnancy_are_told_as_known() -> None:
    person = Profile(not_pregnant=TODAY, first_cramp=FirstCramp(2019, TODAY))
    assert facts(person) == ("Not pregnant on 22 Nov 2026", "First cramp ever 2019")


def test_past_the_age_of_bearing_children_no_pregnancy_is_no_news_but_a_pregnancy_is() -> None:
    assert facts(Profile(year_of_birth=TODAY.year - 60, not_pregnant=TODAY)) == ("Born 1966",)
    assert "Not pregnant on 22 Nov 2026" in facts(Profile(year_of_birth=TODAY.year - 59, not_pregnant=TODAY))
    assert "Pregnant, 20 weeks on 22 Nov 2026" in facts(Profile(year_of_birth=1966, pregnancy=Pregnancy(20, TODAY)))


def test_what_is_taken_stands_before_what_was_stopped_and_the_newest_first() -> None:
    told = (
        Medicine("Old", TODAY, dose="5 mg", started=dt.date(2019, 1, 2)),
        Medicine("Stopped", TODAY, started=dt.date(2026, 1, 2), stopped=dt.date(2026, 9, 3)),
        Medicine("New", TODAY, started=dt.date(2026, 8, 4)),
        Medicine("Undated", TODAY),
    )
    assert medicines(Profile(medicines=told), TODAY) == (
        "New, from 4 Aug 2026",
        "Old 5 mg, from 2 Jan 2019",
        "Undated",
        "Stopped, from 2 Jan 2026, stopped 3 Sep 2026",
    )
