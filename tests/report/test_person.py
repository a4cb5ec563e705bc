from __future__ import annotations

import datetime as dt

from diary.model.profile import Condition, Medicine, Pregnancy, Profile, Sex
from diary.report.person import conditions, facts, medicines

TODAY = dt.date(2026, 11, 22)


def test_only_what_was_told_of_the_person_is_printed() -> None:
    assert facts(Profile()) == ()
    person = Profile(year_of_birth=1990, sex=Sex.FEMALE, pregnancy=Pregnancy(20, TODAY))
    assert facts(person) == ("Born 1990", "Female", "Pregnant, 20 weeks on 22 Nov 2026")


def test_the_articles_conditions_stand_first() -> None:
    told = (Condition("kidney", TODAY), Condition("diabetes", TODAY, 2001))
    assert conditions(Profile(conditions=told)) == ("Diabetes, since 2001", "Kidney disease or dialysis")


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
