"""How the parts of the profile that are asked once are summed up, and how a warning sign is told."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.profile import FirstCramp, Helpfulness, Profile, Treatment
from diary.model.profile_questions import ProfileAnswer
from diary.model.warning_signs import WARNING_SIGNS, Level
from diary.ui.page.content.profile import (
    answered_on,
    cramps_words,
    doctor_questions_words,
    doctor_words,
    level_heading,
    level_lines,
    number_words,
    tried_line,
    tried_words,
    warning_words,
)

TODAY = dt.date(2026, 11, 22)
EARLIER = dt.date(2026, 10, 1)


def _yes(*keys: str, number: str = "") -> Profile:
    return Profile(answers={key: ProfileAnswer(True, TODAY) for key in keys}, emergency_number=number)


def test_a_yes_is_summed_up_calmly_for_what_to_do_stands_on_its_page() -> None:
    assert warning_words(_yes("sign_walking", "sign_cold_leg")) == "2 answered yes: see what to do"


def test_no_yes_is_not_summed_up_as_no_to_all() -> None:
    noes = {sign.key: ProfileAnswer(False, TODAY) for sign in WARNING_SIGNS}
    assert warning_words(Profile()) == "When not to wait"
    assert warning_words(Profile(answers=noes)) == "All answered no"
    del noes["sign_walking"]
    assert warning_words(Profile(answers=noes)) == "No yes; 1 not answered"


def test_a_level_says_what_to_do_once_however_many_of_its_signs_stand() -> None:
    lines = level_lines(_yes("sign_walking", "sign_numbness", "sign_cold_leg", number="999"), TODAY)
    assert lines == (
        (Level.EMERGENCY, "Call 999 now."),
        (Level.APPOINTMENT, "Make an appointment."),
    )
    assert level_lines(Profile(), TODAY) == ()


def test_a_yes_of_an_earlier_day_asks_whether_it_is_still_so() -> None:
    old = Profile(answers={"sign_walking": ProfileAnswer(True, EARLIER), "sign_numbness": ProfileAnswer(True, EARLIER)})
    assert level_lines(old, TODAY) == ((Level.APPOINTMENT, "Still so? Make an appointment."),)
    new = Profile(answers={**old.answers, "sign_sleep": ProfileAnswer(True, TODAY)})
    assert level_lines(new, TODAY) == ((Level.APPOINTMENT, "Make an appointment."),)


def test_the_head_of_the_emergencies_names_the_number_to_call() -> None:
    assert "112" in level_heading(Level.EMERGENCY, Profile())
    assert "911" in level_heading(Level.EMERGENCY, Profile(emergency_number="911"))


def test_under_findings_stands_the_articles_advice_until_a_sign_does() -> None:
    assert doctor_words(Profile()).startswith("See a doctor if cramps are frequent")
    assert doctor_words(Profile(), short=True) == "When to see a doctor"
    assert doctor_words(_yes("sign_walking"), short=True) == doctor_words(_yes("sign_walking"))
    assert doctor_words(_yes("sign_walking")) == "You answered yes to a warning sign. See what to do."
    assert "2 warning signs" in doctor_words(_yes("sign_walking", "sign_one_leg"))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (ProfileAnswer(True, EARLIER), "Answered on 1 Oct 2026."),
        (ProfileAnswer(True, TODAY), ""),
        (ProfileAnswer(False, EARLIER), ""),
        (None, ""),
    ],
)
def test_a_yes_of_an_earlier_day_shows_its_day(told: ProfileAnswer | None, words: str) -> None:
    assert answered_on(told, TODAY) == words


def test_what_is_told_of_the_cramps_is_counted() -> None:
    assert cramps_words(Profile()) == "When they began, what comes with them"
    told = Profile(
        first_cramp=FirstCramp(dt.date(2019, 5, 3), TODAY), answers={"apart_urge": ProfileAnswer(False, TODAY)}
    )
    assert cramps_words(told) == "since 2019, 1 of 21 questions answered"


def test_what_was_tried_is_named_with_its_verdict_and_days() -> None:
    assert tried_words(Profile(treatments=(Treatment("Tea", TODAY), Treatment("Socks", TODAY)))) == "Tea, Socks"
    assert tried_line(Treatment("Tea", TODAY)) == "How it went is not told"
    assert tried_line(Treatment("Tea", TODAY, Helpfulness.NOT_KNOWN, started=EARLIER)) == "Not known, since 1 Oct 2026"
    whole = Treatment("Tea", TODAY, Helpfulness.A_LITTLE, started=EARLIER, stopped=TODAY)
    assert tried_line(whole) == "A little, 1 Oct 2026 to 22 Nov 2026"
    assert tried_line(Treatment("Tea", TODAY, stopped=TODAY)) == "until 22 Nov 2026"


def test_questions_to_the_doctor_are_counted_without_empty_lines() -> None:
    assert doctor_questions_words(Profile(doctor_questions=("Why?", "", ""))) == "1 question noted"
    assert doctor_questions_words(Profile()) == "Up to three, for the report"


def test_a_number_to_call_is_shown_with_where_it_is_one() -> None:
    assert number_words("999") == "999 United Kingdom"
    assert number_words("12345") == "12345"
