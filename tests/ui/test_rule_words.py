from __future__ import annotations

import pytest

from diary.analysis.cold_line import ColdLine, LineKind
from diary.model.preferences import TemperatureUnit
from diary.model.triggers import TRIGGERS, Lines, Trigger
from diary.ui.rule_words import RULES, cold_line_words, rule_words

LINES = Lines(cold_below=17.5, calcium_aim=3)
CELSIUS, FAHRENHEIT = TemperatureUnit.CELSIUS, TemperatureUnit.FAHRENHEIT


def test_every_trigger_of_the_article_says_in_words_when_a_night_counts() -> None:
    assert set(RULES) == {trigger.key for trigger in TRIGGERS}


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.key)
def test_the_words_of_a_rule_give_no_advice_and_claim_no_cause(trigger: Trigger) -> None:
    words = rule_words(trigger.key, LINES, CELSIUS).lower()
    assert words.startswith("a night counts when")
    assert not any(claim in words for claim in ("cause", "risk", "should", "{", "}"))


def test_the_rule_for_a_cold_room_names_the_line_in_the_unit_that_is_shown() -> None:
    assert "colder than 17.5 °C" in rule_words("cold_room", LINES, CELSIUS)
    assert "colder than 63.5 °F" in rule_words("cold_room", LINES, FAHRENHEIT)


def test_the_rule_for_calcium_names_the_persons_own_aim() -> None:
    assert "fewer than 3 calcium-rich portions" in rule_words("low_calcium", LINES, CELSIUS)


@pytest.mark.parametrize(
    ("kind", "words"), [("default", "unless you set"), ("own", "your own"), ("coldest_third", "the coldest third")]
)
def test_where_the_cold_line_comes_from_is_said(kind: LineKind, words: str) -> None:
    line = ColdLine(below=16.5, kind=kind)
    assert words in cold_line_words(line, CELSIUS)
    assert "16.5 °C" in cold_line_words(line, CELSIUS)
