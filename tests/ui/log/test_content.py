"""The form asks what is asked, and shows what was answered."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.factors import Group, YesNo
from diary.model.night import Night
from diary.model.questions import Questions
from diary.ui.log.content import form_factors

NOW = dt.datetime(2026, 11, 22, 7, tzinfo=dt.UTC)
QUESTIONS = (
    Questions()
    .add("Tea?", kind=YesNo())
    .add("Dreams?", kind=YesNo(), evening=False)
    .add("Wine?", kind=YesNo())
    .archive("own_wine")
    .hide("exercise", hidden=True)
    .hide("socks", hidden=True)
)


def _night(**answers: bool | str | float) -> Night:
    night = Night(dt.date(2026, 11, 22))
    for key, value in answers.items():
        night = night.with_answer(QUESTIONS.catalogue.get(key), value, NOW)
    return night


def _keys(night: Night, group: Group, *, evening: bool = False) -> list[str]:
    return [factor.key for factor in form_factors(night, QUESTIONS.catalogue, group, evening=evening)]


def test_own_questions_are_asked_in_the_evening_only_where_the_person_wants_it() -> None:
    assert _keys(_night(), Group.OWN) == ["own_tea", "own_dreams"]
    assert _keys(_night(), Group.OWN, evening=True) == ["own_tea"]


@pytest.mark.parametrize("evening", [True, False])
def test_a_hidden_question_is_not_asked_but_shown_where_the_night_answers_it(evening: bool) -> None:
    assert "socks" not in _keys(_night(), Group.BEDDING, evening=evening)
    assert "socks" in _keys(_night(socks=False), Group.BEDDING, evening=evening)


def test_an_archived_question_is_shown_where_the_night_answers_it() -> None:
    assert _keys(_night(own_wine=True), Group.OWN) == ["own_tea", "own_dreams", "own_wine"]


def test_what_hangs_on_a_hidden_question_is_shown_with_its_answer_and_not_asked_otherwise() -> None:
    assert not {"exercise_kind", "exercise_minutes"} & set(_keys(_night(exercise="light"), Group.DAY))
    told = _keys(_night(exercise="light", exercise_minutes=30), Group.DAY)
    assert {"exercise", "exercise_minutes"} <= set(told)
    assert "exercise_kind" not in told


def test_what_hangs_on_an_answer_waits_for_it() -> None:
    assert "toes_pushed" not in _keys(_night(), Group.BEDDING)
    assert "toes_pushed" in _keys(_night(position="front"), Group.BEDDING)
