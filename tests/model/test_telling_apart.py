"""What tells cramps from other things is kept as answered, and names no diagnosis."""

from __future__ import annotations

import re

import pytest

from diary.model.profile_questions import COMES_WITH, USUAL_CRAMP, ProfileQuestion
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import WARNING_SIGNS

DIAGNOSES = r"restless|claudication|neuropathy|nerve root|periodic|myo|thrombosis|tetan"


def test_there_are_six_of_them() -> None:
    assert len(TELLING_APART) == 6


@pytest.mark.parametrize("asked", [*COMES_WITH, *USUAL_CRAMP, *TELLING_APART, *WARNING_SIGNS], ids=lambda one: one.key)
def test_a_question_is_asked_plainly_and_names_no_diagnosis(asked: ProfileQuestion) -> None:
    assert asked.question.endswith("?")
    assert not asked.name.endswith(("?", "."))
    assert not re.search(DIAGNOSES, f"{asked.question} {asked.name}".casefold())
