from __future__ import annotations

import datetime as dt

import pytest

from diary.model.errors import (
    BackwardsError,
    DateInFutureError,
    DiaryError,
    EmptyTextError,
    NotANumberToCallError,
    NotWholeError,
    OutOfRangeError,
    TextTooLongError,
    UnknownQuestionError,
)
from diary.model.profile import (
    CONDITIONS,
    MOST_NAME,
    MOST_STORY,
    Condition,
    FirstCramp,
    Marker,
    Medicine,
    Pregnancy,
    Profile,
    Sex,
    Treatment,
)
from diary.model.profile_questions import ProfileAnswer

TODAY = dt.date(2026, 11, 22)
TOMORROW = TODAY + dt.timedelta(days=1)


def test_an_empty_profile_is_a_profile() -> None:
    Profile().refuse_future(TODAY)


@pytest.mark.parametrize("year", [1906, 1950, 2026])
def test_a_year_of_birth_lies_within_the_last_hundred_and_twenty_years(year: int) -> None:
    Profile(year_of_birth=year).refuse_future(TODAY)


@pytest.mark.parametrize("year", [1905, 2027, 0, -1])
def test_any_other_year_of_birth_is_refused(year: int) -> None:
    with pytest.raises(OutOfRangeError):
        Profile(year_of_birth=year).refuse_future(TODAY)


def test_a_year_of_birth_is_whole() -> None:
    with pytest.raises(NotWholeError):
        Profile(year_of_birth=1960.5)  # type: ignore[arg-type]  # what a form could hand over


@pytest.mark.parametrize("key", CONDITIONS)
def test_every_condition_that_is_asked_can_be_kept(key: str) -> None:
    assert Condition(key, TODAY, since=2020).key == key


@pytest.mark.parametrize("since", [1899, 2027])
def test_a_condition_began_in_a_year_that_was(since: int) -> None:
    with pytest.raises(OutOfRangeError):
        Condition("diabetes", TODAY, since=since)


def test_a_condition_that_is_not_asked_is_refused() -> None:
    with pytest.raises(DiaryError):
        Condition("hiccups", TODAY)


def test_a_medicine_has_a_name_and_stops_after_it_starts() -> None:
    assert Medicine("Amlodipine", TODAY, started=TODAY, stopped=TODAY).stopped == TODAY
    with pytest.raises(EmptyTextError):
        Medicine(" ", TODAY)
    with pytest.raises(BackwardsError):
        Medicine("Amlodipine", TODAY, started=TOMORROW, stopped=TODAY)
    with pytest.raises(TextTooLongError):
        Medicine("x" * (MOST_NAME + 1), TODAY)
    with pytest.raises(TextTooLongError):
        Medicine("Amlodipine", TODAY, dose="x" * (MOST_NAME + 1))


def test_a_medicine_cannot_have_been_started_in_the_future() -> None:
    Profile(medicines=(Medicine("Amlodipine", TODAY, started=TODAY),)).refuse_future(TODAY)
    with pytest.raises(DateInFutureError):
        Profile(medicines=(Medicine("Amlodipine", TODAY, started=TOMORROW),)).refuse_future(TODAY)


def test_a_pregnancy_is_kept_in_weeks() -> None:
    assert Pregnancy(0, TODAY).weeks == 0
    assert Pregnancy(43, TODAY).weeks == 43
    for weeks in (-1, 44):
        with pytest.raises(OutOfRangeError):
            Pregnancy(weeks, TODAY)


def test_a_marker_says_something_short() -> None:
    assert Marker(TODAY, "new mattress").text
    with pytest.raises(EmptyTextError):
        Marker(TODAY, "  ")
    with pytest.raises(TextTooLongError):
        Marker(TODAY, "x" * (MOST_NAME + 1))


def test_a_name_has_a_longest_length() -> None:
    assert Profile(name="x" * MOST_NAME).name
    with pytest.raises(TextTooLongError):
        Profile(name="x" * (MOST_NAME + 1))


def test_a_pregnancy_of_an_unknown_week_is_a_pregnancy() -> None:
    assert Pregnancy(None, TODAY).weeks is None


def test_a_pregnancy_ends_by_its_last_week() -> None:
    pregnancy = Pregnancy(40, TODAY)
    assert not pregnancy.over_by(TODAY + dt.timedelta(weeks=3))
    assert pregnancy.over_by(TODAY + dt.timedelta(weeks=4))
    assert not Pregnancy(None, TODAY).over_by(TODAY + dt.timedelta(weeks=43))


@pytest.mark.parametrize(
    ("profile", "can"),
    [
        (Profile(), True),
        (Profile(sex=Sex.FEMALE), True),
        (Profile(sex=Sex.MALE), False),
        (Profile(sex=Sex.FEMALE, not_pregnant=TODAY), False),
        (Profile(sex=Sex.MALE, pregnancy=Pregnancy(None, TODAY)), True),
    ],
)
def test_nothing_but_an_answer_rules_a_pregnancy_out(profile: Profile, can: bool) -> None:
    assert profile.can_be_pregnant is can


def test_the_first_cramp_is_a_year_or_a_day_that_was() -> None:
    assert FirstCramp(1999, TODAY).year == FirstCramp(dt.date(1999, 5, 3), TODAY).year == 1999
    for when in (1899, 2027):
        with pytest.raises(OutOfRangeError):
            FirstCramp(when, TODAY)
    with pytest.raises(DateInFutureError):
        FirstCramp(TOMORROW, TODAY)
    with pytest.raises(NotWholeError):
        FirstCramp(1999.5, TODAY)  # type: ignore[arg-type]  # what a form could hand over


def test_a_first_cramp_noted_for_the_future_is_refused() -> None:
    next_year = dt.date(2027, 3, 1)
    with pytest.raises(OutOfRangeError):
        Profile(first_cramp=FirstCramp(2027, next_year)).refuse_future(TODAY)
    with pytest.raises(DateInFutureError):
        Profile(first_cramp=FirstCramp(TOMORROW, next_year)).refuse_future(TODAY)


def test_what_was_tried_has_a_name_and_ends_after_it_begins() -> None:
    assert Treatment("Socks", TODAY, started=TODAY, stopped=TODAY).verdict is None
    with pytest.raises(EmptyTextError):
        Treatment(" ", TODAY)
    with pytest.raises(BackwardsError):
        Treatment("Socks", TODAY, started=TOMORROW, stopped=TODAY)
    with pytest.raises(TextTooLongError):
        Treatment("x" * (MOST_NAME + 1), TODAY)
    with pytest.raises(TextTooLongError):
        Treatment("Socks", TODAY, how="x" * (MOST_STORY + 1))
    with pytest.raises(DateInFutureError):
        Profile(treatments=(Treatment("Socks", TODAY, started=TOMORROW),)).refuse_future(TODAY)


def test_only_what_the_profile_asks_can_be_answered() -> None:
    assert Profile(answers={"apart_urge": ProfileAnswer(True, TODAY)}).answers
    with pytest.raises(UnknownQuestionError):
        Profile(answers={"hiccups": ProfileAnswer(True, TODAY)})


def test_three_questions_can_be_put_to_the_doctor_and_empty_lines_are_none() -> None:
    profile = Profile(doctor_questions=("Why me?", "", " Is it the spine? "))
    assert profile.asked_of_doctor == ("Why me?", "Is it the spine?")
    with pytest.raises(OutOfRangeError):
        Profile(doctor_questions=("", "", "", ""))
    with pytest.raises(TextTooLongError):
        Profile(doctor_questions=("x" * (MOST_NAME + 1),))


def test_the_number_to_call_is_112_until_another_is_chosen() -> None:
    assert Profile().number_to_call == "112"
    assert Profile(emergency_number="911").number_to_call == "911"
    for number in ("call me", "1", "+", "1" * 30):
        with pytest.raises(NotANumberToCallError):
            Profile(emergency_number=number)


@pytest.mark.parametrize(("key", "name"), [("other", " "), ("other", ""), ("diabetes", "Raynaud")])
def test_the_other_condition_alone_has_a_name_of_its_own(key: str, name: str) -> None:
    with pytest.raises(EmptyTextError):
        Condition(key, TODAY, own_name=name)


def test_a_name_of_a_condition_has_an_end() -> None:
    with pytest.raises(TextTooLongError):
        Condition("other", TODAY, own_name="x" * 201)
