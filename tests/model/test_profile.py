from __future__ import annotations

import datetime as dt

import pytest

from diary.model.errors import (
    BackwardsError,
    DateInFutureError,
    DiaryError,
    EmptyTextError,
    NotWholeError,
    OutOfRangeError,
    TextTooLongError,
)
from diary.model.profile import CONDITIONS, MOST_NAME, Condition, Marker, Medicine, Pregnancy, Profile

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
