"""Anything usual is of more than half of all the cramps, and a pair of muscle and side of more than half that are that pair."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter

import pytest

from diary.model.mornings import DAY
from diary.model.night import Cramp, Muscle, Night, Side
from diary.report.place_block import place_block, usual_words
from diary.report.places import place_words
from tests.report.blocks import TODAY, nights_of, source_of

LEFT_CALF = Cramp(side=Side.LEFT, muscle=Muscle.CALF)
RIGHT_CALF = Cramp(side=Side.RIGHT, muscle=Muscle.CALF)
LEFT_FOOT = Cramp(side=Side.LEFT, muscle=Muscle.FOOT)


def _usual(*cramps: Cramp) -> str:
    return usual_words(source_of(nights_of(cramps)).nights)


def _at(hour: int, minute: int = 0) -> Cramp:
    evening = TODAY - DAY if hour >= 12 else TODAY
    return Cramp(at=dt.datetime.combine(evening, dt.time(hour, minute)))


def test_a_muscle_and_a_side_are_usual_together_only_where_more_than_half_are_that_pair() -> None:
    assert _usual(*[LEFT_CALF] * 3, *[RIGHT_CALF] * 3, *[LEFT_FOOT] * 3) == "Usually in the calf."
    assert _usual(*[LEFT_CALF] * 5, *[RIGHT_CALF] * 2, *[LEFT_FOOT] * 2) == "Usually in the left calf."
    assert _usual(*[LEFT_CALF] * 2, *[RIGHT_CALF] * 2, *[LEFT_FOOT] * 4) == ""


def test_a_cramp_that_was_not_answered_about_is_not_taken_for_one_of_the_usual() -> None:
    assert _usual(LEFT_CALF, LEFT_CALF, Cramp(), Cramp()) == ""
    assert _usual(_at(3), _at(3), Cramp(), Cramp()) == ""


def test_of_one_or_two_cramps_none_is_usual() -> None:
    assert _usual(LEFT_CALF, LEFT_CALF) == ""


def test_the_hour_is_told_across_midnight_and_only_where_most_lie_around_it() -> None:
    assert _usual(_at(23, 30), _at(0, 20), _at(0, 40)) == "Usually around 00:00."
    assert _usual(*[_at(hour) for hour in range(0, 12, 2)]) == ""


@pytest.mark.parametrize("seed", range(60))
def test_what_a_random_diary_calls_usual_is_so_of_more_than_half_of_its_cramps(seed: int) -> None:
    chance = random.Random(seed)
    cramps = tuple(
        Cramp(
            side=chance.choice([Side.LEFT, Side.LEFT, Side.LEFT, Side.RIGHT, None]),
            muscle=chance.choice([Muscle.CALF, Muscle.CALF, Muscle.CALF, Muscle.FOOT, None]),
        )
        for _ in range(chance.randint(3, 20))
    )
    words = _usual(*cramps)
    pairs = Counter((cramp.muscle, cramp.side) for cramp in cramps if cramp.muscle)
    muscles = Counter(cramp.muscle for cramp in cramps if cramp.muscle)
    true = {
        *(place_words(muscle, side) for (muscle, side), n in pairs.items() if side and 2 * n > len(cramps)),
        *(place_words(muscle, None) for muscle, n in muscles.items() if 2 * n > len(cramps)),
    }
    assert not words or words.removeprefix("Usually ").removesuffix(".") in true


def test_hours_are_counted_and_what_has_no_hour_is_told() -> None:
    block = place_block(source_of(nights_of((_at(23), _at(3), _at(3), Cramp()))), {})
    assert block is not None
    assert {bar.hour: bar.cramps for bar in block.hours if bar.cramps} == {"23": 1, "03": 2}
    assert block.untimed == "1 of 4 without a time here"
    assert place_block(source_of([Night(TODAY, ())]), {}) is None
