from __future__ import annotations

import pytest

from diary.analysis.cold_threshold import ColdThreshold, ThresholdKind
from diary.model.built_in import BUILT_IN
from diary.model.exposure import Exposure, Thresholds
from diary.model.exposures import ALSO_TRACKED, exposures_of
from diary.model.factors import Catalogue, Choice, Factor, Group, Kind, Number, Option, YesNo
from diary.model.preferences import TemperatureUnit
from diary.model.triggers import trigger_of
from diary.ui.page.content.rule_words import card_notes, cold_threshold_words, rule_words

LINES = Thresholds(cold_below=17.5, calcium_aim=3)
CELSIUS, FAHRENHEIT = TemperatureUnit.CELSIUS, TemperatureUnit.FAHRENHEIT


def test_every_question_that_is_not_the_persons_own_says_in_words_when_a_night_counts() -> None:
    assert len({one.rule_words for one in exposures_of()}) == len(exposures_of()) == 16


@pytest.mark.parametrize("one", exposures_of(), ids=lambda one: one.key)
def test_the_words_of_a_rule_give_no_advice_and_claim_no_cause(one: Exposure) -> None:
    words = rule_words(one, LINES, CELSIUS).lower()
    assert words.startswith("a night counts when")
    assert not any(claim in words for claim in ("cause", "risk", "should", "{", "}"))


def test_the_rule_for_a_cold_room_names_the_line_in_the_unit_that_is_shown() -> None:
    assert "colder than 17.5 °C" in rule_words(trigger_of("cold_room"), LINES, CELSIUS)
    assert "colder than 63.5 °F" in rule_words(trigger_of("cold_room"), LINES, FAHRENHEIT)


def test_the_rule_for_calcium_names_the_persons_own_aim() -> None:
    assert "fewer than 3 calcium-rich portions" in rule_words(trigger_of("low_calcium"), LINES, CELSIUS)


@pytest.mark.parametrize(
    ("kind", "words"), [("default", "unless you set"), ("own", "your own"), ("coldest_third", "the coldest third")]
)
def test_where_the_cold_line_comes_from_is_said(kind: ThresholdKind, words: str) -> None:
    line = ColdThreshold(below=16.5, kind=kind)
    assert words in cold_threshold_words(line, CELSIUS)
    assert "16.5 °C" in cold_threshold_words(line, CELSIUS)


@pytest.mark.parametrize(
    ("kind", "lines", "words"),
    [
        (YesNo(), Thresholds(), "A night counts when you answered yes."),
        (
            Number(0, 50_000, unit="steps"),
            Thresholds(medians={"own_x": 4000.5}),
            "A night counts when the number lies above 4000.5 steps, the middle of your answers.",
        ),
        (
            Number(0, 9),
            Thresholds(),
            "A night counts when the number lies above the middle of your answers. None is given yet.",
        ),
        (
            Choice((Option("a", "A"), Option("b", "B"))),
            Thresholds(),
            "A night counts when you chose this answer; every other answer is a night without it.",
        ),
    ],
)
def test_an_own_question_says_when_a_night_counts_by_its_kind(kind: Kind, lines: Thresholds, words: str) -> None:
    catalogue = Catalogue((*BUILT_IN.factors, Factor("own_x", Group.OWN, "X?", "X", kind)))
    *_, own = exposures_of(catalogue)
    assert rule_words(own, lines, CELSIUS) == words


def test_the_rule_for_warm_nights_names_their_line_once_it_is_known() -> None:
    warm = next(one for one in ALSO_TRACKED if one.key == "warm_night")
    assert "at 21.5 °C or warmer" in rule_words(warm, Thresholds(warm_from=21.5), CELSIUS)
    assert "So far there is no such third." in rule_words(warm, Thresholds(), CELSIUS)


def test_a_card_says_that_the_coldest_third_is_used_and_that_a_supplement_was_taken() -> None:
    third = ColdThreshold(14.0, "coldest_third")
    by_key = {one.key: one for one in exposures_of()}
    assert card_notes(by_key["cold_room"], third, 0, CELSIUS) == (
        "Cold here means below 14 °C: the coldest third of your measured nights.",
    )
    assert card_notes(by_key["cold_room"], ColdThreshold(16.0), 0, CELSIUS) == ()
    (note,) = card_notes(by_key["low_calcium"], third, 1, CELSIUS)
    assert note.startswith("You noted a calcium supplement on 1 night.")
    assert card_notes(by_key["low_calcium"], third, 0, CELSIUS) == ()
    assert card_notes(by_key["alcohol"], third, 3, CELSIUS) == ()
