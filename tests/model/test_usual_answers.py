from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.model.built_in import BUILT_IN
from diary.model.mornings import DAY
from diary.model.night import Answer, Night
from diary.model.questions import Questions
from diary.model.usual_answers import FEWEST_NIGHTS, MOST_ANSWERS, nights_before, usual_answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.model.factors import Value

GIVEN_AT = dt.datetime(2026, 11, 21, 21, tzinfo=dt.UTC)
MORNING = dt.date(2026, 11, 22)


def nights(**answers: Sequence[Value]) -> list[Night]:
    """A night for each of the answers to these questions."""
    longest = max(map(len, answers.values()))
    return [
        Night(
            MORNING - (back + 1) * DAY,
            answers={key: Answer(values[back], GIVEN_AT) for key, values in answers.items() if back < len(values)},
        )
        for back in range(longest)
    ]


def usual(*given: Night, evening: bool = False) -> list[tuple[str, Value]]:
    return [(each.factor.key, each.value) for each in usual_answers(given, BUILT_IN, evening=evening)]


def test_the_answers_given_most_often_come_first() -> None:
    given = nights(socks=[True] * 6, bedding=["thin"] * 9, caffeine=[False] * 6)
    assert usual(*given) == [("bedding", "thin"), ("socks", True), ("caffeine", False)]


def test_an_answer_of_few_nights_or_of_half_of_them_is_not_usual() -> None:
    assert usual(*nights(socks=[True] * (FEWEST_NIGHTS - 1))) == []
    assert usual(*nights(socks=[True] * 6 + [False] * 6)) == []


def test_no_more_are_offered_than_are_read_at_a_glance() -> None:
    keys = ("socks", "covers_pressed", "legs_outside", "stretched", "long_standing", "caffeine", "stomach_upset")
    assert len(usual(*nights(**{key: [True] * 9 for key in keys}))) == MOST_ANSWERS


def test_what_a_cramp_colours_what_hangs_on_another_answer_and_what_is_hidden_is_not_offered() -> None:
    given = nights(sleep_disturbance=[5.0] * 9, exercise_kind=["walking"] * 9, socks=[True] * 9)
    assert usual(*given) == [("socks", True)]
    hidden = Questions().hide("socks", hidden=True).catalogue
    assert usual_answers(given, hidden) == ()


def test_before_the_night_only_what_can_be_answered_then_is_offered() -> None:
    given = nights(position=["side"] * 9, socks=[True] * 9)
    assert usual(*given, evening=True) == [("socks", True)]


def test_the_night_itself_does_not_count_among_those_that_tell_what_is_usual() -> None:
    assert MORNING not in nights_before(MORNING)
    assert MORNING - DAY in nights_before(MORNING)
