"""What each touch in Settings changes in the profile and among the markers."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.errors import BackwardsError, EmptyTextError, OutOfRangeError
from diary.model.profile import Condition, FirstCramp, Helpfulness, Marker, Medicine, Pregnancy, Profile, Treatment
from diary.model.profile_questions import ProfileAnswer
from diary.ui.page.content.person_edits import (
    amend_marker,
    amend_medicine,
    amend_tried,
    condition_since,
    with_answer,
    with_condition,
    with_doctor_question,
    with_first_cramp,
    with_marker,
    with_medicine,
    with_pregnant,
    with_tried,
    with_weeks,
    without_condition,
    without_marker,
    without_medicine,
    without_tried,
)

TODAY = dt.date(2026, 11, 22)
TOMORROW = dt.date(2026, 11, 23)
MAGNESIUM = Medicine("Magnesium", TODAY, key=1)
IRON = Medicine("Iron", TODAY, key=2)
TAKING_BOTH = Profile(medicines=(MAGNESIUM, IRON))


def test_a_condition_told_twice_is_kept_once_with_the_day_it_was_first_noted() -> None:
    once = with_condition(Profile(), "diabetes", TODAY)
    assert with_condition(once, "diabetes", TODAY + dt.timedelta(days=9)) == once


def test_conditions_stay_in_the_order_in_which_they_are_asked() -> None:
    profile = with_condition(with_condition(Profile(), "heart", TODAY), "arteriosclerosis", TODAY)
    assert [condition.key for condition in profile.conditions] == ["arteriosclerosis", "heart"]


def test_taking_a_condition_back_leaves_the_others() -> None:
    profile = Profile(conditions=(Condition("diabetes", TODAY), Condition("heart", TODAY)))
    assert without_condition(profile, "diabetes").conditions == (Condition("heart", TODAY),)


def test_the_year_since_when_is_told_of_its_condition_only() -> None:
    profile = Profile(conditions=(Condition("diabetes", TODAY), Condition("heart", TODAY)))
    assert [each.since for each in condition_since(profile, "heart", 1999).conditions] == [None, 1999]


def test_a_year_to_come_is_refused() -> None:
    with pytest.raises(OutOfRangeError):
        condition_since(Profile(conditions=(Condition("heart", TODAY),)), "heart", 2027)


def test_pregnant_not_pregnant_and_not_answered_are_three_states() -> None:
    pregnant = with_pregnant(Profile(), True, TODAY)
    assert pregnant == Profile(pregnancy=Pregnancy(None, TODAY))
    assert with_pregnant(pregnant, False, TODAY) == Profile(not_pregnant=TODAY)
    assert with_pregnant(pregnant, None, TODAY) == Profile()


def test_the_week_of_a_pregnancy_is_dated_and_can_be_taken_back() -> None:
    told = with_weeks(with_pregnant(Profile(), True, TODAY), 12, TOMORROW)
    assert told.pregnancy == Pregnancy(12, TOMORROW)
    assert with_weeks(told, None, TODAY).pregnancy == Pregnancy(None, TODAY)
    assert with_pregnant(told, True, TODAY) == told


def test_an_answer_is_given_changed_and_taken_back_without_touching_others() -> None:
    other = with_answer(Profile(), "apart_jerks", False, TODAY)
    told = with_answer(other, "apart_urge", True, TODAY)
    assert told.answers == {"apart_jerks": ProfileAnswer(False, TODAY), "apart_urge": ProfileAnswer(True, TODAY)}
    assert with_answer(told, "apart_urge", False, TOMORROW).answers["apart_urge"] == ProfileAnswer(False, TOMORROW)
    assert with_answer(told, "apart_urge", None, TODAY) == other


def test_the_first_cramp_is_a_year_a_day_or_not_told() -> None:
    assert with_first_cramp(Profile(), 1999, TODAY).first_cramp == FirstCramp(1999, TODAY)
    told = with_first_cramp(Profile(), dt.date(2019, 5, 3), TODAY)
    assert told.first_cramp == FirstCramp(dt.date(2019, 5, 3), TODAY)
    assert with_first_cramp(told, None, TODAY) == Profile()


def test_a_question_to_the_doctor_keeps_its_line() -> None:
    third = with_doctor_question(Profile(), 2, " Is it the spine? ")
    assert third.doctor_questions == ("", "", "Is it the spine?")
    assert with_doctor_question(third, 2, "").asked_of_doctor == ()


def test_what_was_tried_is_added_told_more_of_and_removed() -> None:
    assert with_tried(Profile(), " Socks ", TODAY).treatments == (Treatment("Socks", TODAY),)
    two = Profile(treatments=(Treatment("Socks", TODAY, key=1), Treatment("Tea", TODAY, key=2)))
    helped = amend_tried(two, 2, verdict=Helpfulness.HELPED)
    assert [one.verdict for one in helped.treatments] == [None, Helpfulness.HELPED]
    assert [one.what for one in without_tried(two, 1).treatments] == ["Tea"]
    with pytest.raises(EmptyTextError):
        with_tried(Profile(), "  ", TODAY)


def test_a_medicine_is_added_last_with_the_spaces_around_its_name_taken_off() -> None:
    assert with_medicine(TAKING_BOTH, "  Vitamin D ", TODAY).medicines[-1] == Medicine("Vitamin D", TODAY)


def test_a_medicine_without_a_name_is_refused() -> None:
    with pytest.raises(EmptyTextError):
        with_medicine(Profile(), "  ", TODAY)


def test_more_is_told_of_one_medicine_and_the_others_stay() -> None:
    profile = amend_medicine(TAKING_BOTH, 2, dose="20 mg", started=TODAY)
    assert profile.medicines == (MAGNESIUM, Medicine("Iron", TODAY, dose="20 mg", started=TODAY, key=2))


def test_a_medicine_stopped_before_it_was_started_is_refused() -> None:
    profile = amend_medicine(TAKING_BOTH, 1, started=TODAY)
    with pytest.raises(BackwardsError):
        amend_medicine(profile, 1, stopped=TODAY - dt.timedelta(days=1))


def test_removing_a_medicine_leaves_the_others() -> None:
    assert without_medicine(TAKING_BOTH, 1).medicines == (IRON,)


def test_markers_are_added_changed_and_removed_one_at_a_time() -> None:
    mattress, move = Marker(TODAY, "New mattress", 1), Marker(TODAY, "Moved", 2)
    assert with_marker((mattress,), " Moved ", TODAY) == (mattress, Marker(TODAY, "Moved"))
    assert amend_marker((mattress, move), 2, text="Moved house") == (mattress, Marker(TODAY, "Moved house", 2))
    assert without_marker((mattress, move), 1) == (move,)
