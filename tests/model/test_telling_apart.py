"""What tells cramps from other things is kept as answered, and names no diagnosis."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from diary.model.profile import Profile
from diary.model.profile_questions import COMES_WITH, USUAL_CRAMP, Question, Told
from diary.model.telling_apart import TELLING_APART, answered_no, answered_yes
from diary.model.warning_signs import WARNING_SIGNS

DAY = dt.date(2026, 11, 22)
DIAGNOSES = r"restless|claudication|neuropathy|nerve root|periodic|myo|thrombosis|tetan"


def test_yes_no_and_not_answered_stay_apart() -> None:
    profile = Profile(answers={"apart_back": Told(True, DAY), "apart_jerks": Told(False, DAY)})
    assert [one.key for one in answered_yes(profile)] == ["apart_back"]
    assert [one.key for one in answered_no(profile)] == ["apart_jerks"]
    assert answered_yes(Profile()) == answered_no(Profile()) == ()


def test_there_are_six_of_them() -> None:
    assert len(TELLING_APART) == 6


@pytest.mark.parametrize("asked", [*COMES_WITH, *USUAL_CRAMP, *TELLING_APART, *WARNING_SIGNS], ids=lambda one: one.key)
def test_a_question_is_asked_plainly_and_names_no_diagnosis(asked: Question) -> None:
    assert asked.question.endswith("?")
    assert not asked.name.endswith(("?", "."))
    assert not re.search(DIAGNOSES, f"{asked.question} {asked.name}".casefold())
