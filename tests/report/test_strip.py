from __future__ import annotations

import datetime as dt

import pytest

from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from diary.model.profile import Pregnancy, Profile, Sex
from diary.report.strip import early_share, person_facts, quality_words, strip
from tests.report.blocks import NOW, TODAY, nights_of, source_of

BAD = (Cramp(),)


def test_age_sex_and_a_pregnancy_of_now_are_told() -> None:
    profile = Profile(year_of_birth=1990, sex=Sex.FEMALE, pregnancy=Pregnancy(20, TODAY - 9 * DAY))
    assert person_facts(profile, TODAY) == ("aged 35\u201336", "female", "pregnant, 20 weeks on 13 Nov 2026")
    assert person_facts(Profile(), TODAY) == ()


@pytest.mark.parametrize("weeks", [20, None])
def test_a_pregnancy_of_last_year_heads_no_page(weeks: int | None) -> None:
    assert person_facts(Profile(pregnancy=Pregnancy(weeks, TODAY - 365 * DAY)), TODAY) == ()


@pytest.mark.parametrize(
    ("logged", "words"),
    [(89, "good record"), (60, "fair record"), (30, "thin record"), (1, "thin record")],
)
def test_how_much_was_logged_makes_the_record_good_fair_or_thin(logged: int, words: str) -> None:
    nights = nights_of(*[()] * logged)
    assert quality_words(source_of(nights).nights) == f"{logged} of 90 nights logged: {words}."


def test_bad_nights_alone_give_no_rate_and_the_strip_says_so() -> None:
    nights = nights_of(*[BAD, None, None] * 30)
    assert quality_words(source_of(nights).nights) == (
        "30 of 90 nights logged, hardly one of them quiet: a rate cannot be given."
    )
    assert quality_words(source_of().nights) == "None of 90 nights was logged: there is nothing to count."


def test_answers_given_before_the_night_or_measured_are_told_from_those_of_memory() -> None:
    evening, morning = NOW - dt.timedelta(hours=12), NOW - dt.timedelta(minutes=5)
    answers = {
        "bedding": Answer("thin", evening),
        "room_temperature": Answer(16.0, morning),  # measured, whenever it is written down
        "socks": Answer(value=True, given_at=morning),
        "position": Answer("back", morning),  # can only be told afterwards
    }
    nights = source_of([Night(TODAY, BAD, NOW, answers)], days=1).nights
    assert early_share(nights) == pytest.approx(2 / 3)
    assert quality_words(nights) == "1 of 1 night logged, 67 % of answers before the night: good record."
    told_late = source_of([Night(TODAY, (), NOW, {"socks": Answer(value=True, given_at=morning)})], days=1).nights
    assert quality_words(told_late).endswith("0 % of answers before the night: well logged, much of it from memory.")


def test_the_day_of_the_report_stands_where_it_is_not_the_last_of_the_period() -> None:
    assert strip(source_of()).period == "25 Aug\u201322 Nov 2026"
