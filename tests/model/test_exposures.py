from __future__ import annotations

import re

import pytest

from diary.model.built_in import BUILT_IN
from diary.model.exposure import FEW_GLASSES, Exposure, ExposureState, Section, Thresholds
from diary.model.exposures import ALSO_TRACKED, exposures_by_key, exposures_of
from diary.model.factors import Catalogue, Choice, Factor, Group, Number, Option, Value, YesNo
from diary.model.triggers import TRIGGERS

EXPOSED, NOT_EXPOSED, UNKNOWN = ExposureState.EXPOSED, ExposureState.NOT_EXPOSED, ExposureState.UNKNOWN
LINES = Thresholds(warm_from=21.0, medians={"own_steps": 4000})


def _own(kind: YesNo | Number | Choice, key: str = "own_steps", name: str = "Steps") -> tuple[Exposure, ...]:
    factor = Factor(key, Group.OWN, name, name, kind)
    return exposures_of(Catalogue((*BUILT_IN.factors, factor)))[len(exposures_of()) :]


def test_the_article_comes_first_then_what_the_diary_asks_beside_it() -> None:
    assert exposures_of() == (*TRIGGERS, *ALSO_TRACKED)
    assert [one.key for one in ALSO_TRACKED] == [
        "warm_night",
        "no_exercise",
        "alcohol",
        "caffeine",
        "few_fluids",
        "long_standing",
        "no_socks",
    ]
    assert {one.section for one in TRIGGERS} == {Section.ARTICLE}
    assert {one.section for one in ALSO_TRACKED} == {Section.TRACKED}


@pytest.mark.parametrize(
    ("key", "answers", "exposure"),
    [
        ("warm_night", {"room_temperature": 21.0}, EXPOSED),
        ("warm_night", {"room_temperature": 20.9}, NOT_EXPOSED),
        ("warm_night", {"room_felt": "warm"}, UNKNOWN),
        ("no_exercise", {"exercise": "none"}, EXPOSED),
        ("no_exercise", {"exercise": "light"}, NOT_EXPOSED),
        ("no_exercise", {"exercise_kind": "walking"}, UNKNOWN),
        ("alcohol", {"alcohol": 1.0}, EXPOSED),
        ("alcohol", {"alcohol": 0.0}, NOT_EXPOSED),
        ("caffeine", {"caffeine": True}, EXPOSED),
        ("caffeine", {"caffeine": False}, NOT_EXPOSED),
        ("few_fluids", {"fluids": FEW_GLASSES - 1.0}, EXPOSED),
        ("few_fluids", {"fluids": float(FEW_GLASSES)}, NOT_EXPOSED),
        ("long_standing", {"long_standing": True}, EXPOSED),
        ("long_standing", {"long_standing": False}, NOT_EXPOSED),
        ("no_socks", {"socks": False}, EXPOSED),
        ("no_socks", {"socks": True}, NOT_EXPOSED),
    ],
)
def test_a_night_counts_by_its_rule(key: str, answers: dict[str, Value], exposure: ExposureState) -> None:
    assert exposures_by_key(exposures_of())[key].state(answers, LINES) is exposure


@pytest.mark.parametrize("one", ALSO_TRACKED, ids=lambda one: one.key)
def test_a_night_without_answers_is_unknown(one: Exposure) -> None:
    assert one.state({}, LINES) is UNKNOWN
    assert {factor for factor in one.factors if factor not in BUILT_IN} == set()


def test_no_night_is_warm_where_none_was_measured() -> None:
    assert exposures_by_key(exposures_of())["warm_night"].state({"room_temperature": 30.0}, Thresholds()) is UNKNOWN


def test_an_own_yes_or_no_counts_as_it_is() -> None:
    (one,) = _own(YesNo(), "own_walk", "Evening walk")
    assert (one.key, one.name, one.nights_with) == ("own_walk", "Evening walk", "nights with “Evening walk”")
    assert [one.state({"own_walk": told}, LINES) for told in (True, False)] == [EXPOSED, NOT_EXPOSED]


def test_an_own_number_counts_above_the_middle_of_its_answers() -> None:
    (one,) = _own(Number(0, 50_000))
    assert (one.name, one.nights_with) == ("Steps: above your usual", "nights with “Steps” above your usual")
    assert [one.state({"own_steps": told}, LINES) for told in (4001.0, 4000.0)] == [EXPOSED, NOT_EXPOSED]
    assert one.state({"own_steps": 9000.0}, Thresholds()) is UNKNOWN


def test_each_option_of_an_own_choice_counts_against_the_rest() -> None:
    kind = Choice((Option("low", "Low"), Option("high", "High"), Option("none", "None")))
    low, high, none = _own(kind, "own_shoes", "Shoes")
    assert (low.key, low.name, low.nights_with) == ("own_shoes-low", "Shoes: Low", "nights with “Shoes: Low”")
    assert [one.state({"own_shoes": "high"}, LINES) for one in (low, high, none)] == [
        NOT_EXPOSED,
        EXPOSED,
        NOT_EXPOSED,
    ]


def test_of_two_options_one_is_enough_for_the_other_is_the_same_turned_round() -> None:
    assert [one.key for one in _own(Choice((Option("a", "A"), Option("b", "B"))), "own_x", "X")] == ["own_x-a"]


@pytest.mark.parametrize("one", ALSO_TRACKED, ids=lambda one: one.key)
def test_its_words_claim_no_reason_and_give_no_advice(one: Exposure) -> None:
    words = f"{one.name} {one.nights_with} {one.research}"
    assert all((one.name, one.nights_with, one.research))
    assert not re.search(r"cause|risk|should|article", words, re.IGNORECASE)
