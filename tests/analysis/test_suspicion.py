"""The suspicion in the findings: believed more where it was named in time and answered before the night, else not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diary.analysis.diary_findings import diary_findings
from diary.analysis.finding import Finding, Suspected, Verdict, to_plain
from diary.analysis.suspicion_words import suspicion_note, suspicion_sentence
from diary.model.built_in import BUILT_IN
from diary.model.factors import Catalogue, Choice, Factor, Group, Option
from diary.model.preferences import Preferences
from diary.model.suspicion import Suspicion
from tests.analysis.conftest import MONDAY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.model.night import Night

    Nights = Callable[..., Night]

IN_TIME = Suspicion("alcohol", MONDAY)
TOO_LATE = Suspicion("alcohol", MONDAY + dt.timedelta(28))
ASKED = ("alcohol", "caffeine", "socks", "long_standing", "fluids")


def _diary(night: Nights, *, up: Sequence[int] = (), days: int = 112) -> list[Night]:
    """Cramps somewhat more often after alcohol; on the days `up` that was answered in the morning."""
    return [
        night(
            day,
            cramps=day % 4 == 0 or day % 11 == 3,
            alcohol=float(day % 8 == 0 or day % 3 == 1),
            caffeine=day % 5 == 0,
            socks=day % 7 < 3,
            long_standing=day % 6 == 0,
            fluids=4.0 + day % 9,
            up=["alcohol"] if day in up else [],
        )
        for day in range(days)
    ]


def _alcohol(nights: Sequence[Night], suspicion: Suspicion | None) -> Finding:
    found = diary_findings(nights, Preferences(), suspicion=suspicion)
    return next(each for each in found if each.key == "alcohol")


def test_what_was_suspected_before_the_first_look_is_believed_more(night: Nights) -> None:
    nights = _diary(night)
    plain, named = _alcohol(nights, None), _alcohol(nights, IN_TIME)
    assert plain.probability is not None
    assert named.probability is not None
    # Of 14 questions, the odds before the nights are 1 to 3 in the place of 1.2 to 12.8.
    assert named.probability / (1 - named.probability) > 2 * plain.probability / (1 - plain.probability)
    assert (plain.suspected, named.suspected) == (None, Suspected.BELIEVED)
    assert (named.exposed, named.unexposed) == (plain.exposed, plain.unexposed)


def test_of_all_others_nothing_is_told_of_a_suspicion(night: Nights) -> None:
    found = diary_findings(_diary(night), Preferences(), suspicion=IN_TIME)
    assert [each.key for each in found if each.suspected] == ["alcohol"]


@pytest.mark.parametrize("suspicion", [TOO_LATE, Suspicion("gone", MONDAY), Suspicion("legs_uncovered", MONDAY)])
def test_a_suspicion_named_late_of_nothing_or_never_answered_changes_no_verdict(
    night: Nights, suspicion: Suspicion
) -> None:
    nights = _diary(night)
    plain, named = (diary_findings(nights, Preferences(), suspicion=each) for each in (None, suspicion))
    assert [replace(each, suspected=None) for each in named] == plain


def test_a_suspicion_named_late_is_told_as_such(night: Nights) -> None:
    assert _alcohol(_diary(night), TOO_LATE).suspected is Suspected.NAMED_LATE


def test_a_suspicion_answered_from_memory_is_weighed_like_everything_else(night: Nights) -> None:
    nights = _diary(night, up=range(0, 112, 2))
    named = _alcohol(nights, IN_TIME)
    assert named.suspected is Suspected.FROM_MEMORY
    assert named.probability == _alcohol(nights, None).probability


def test_of_a_believed_suspicion_only_answers_from_before_the_night_are_weighed(night: Nights) -> None:
    mornings = range(0, 112, 8)
    without = [
        replace(each, answers={key: answer for key, answer in each.answers.items() if key != "alcohol"})
        if day in mornings
        else each
        for day, each in enumerate(_diary(night))
    ]
    named = _alcohol(_diary(night, up=mornings), IN_TIME)
    assert named.suspected is Suspected.BELIEVED
    assert named.probability == _alcohol(without, IN_TIME).probability
    assert named.exposed == _alcohol(_diary(night), None).exposed  # the counts are of all nights


def test_who_suspects_the_other_side_of_a_comparison_suspects_the_comparison(night: Nights) -> None:
    bed = Factor(
        "own_bed", Group.OWN, "Bed?", "Bed", Choice(tuple(Option(k, k) for k in ("a", "b", "c"))), evening=True
    )
    nights = [
        night(day, cramps=day % 3 == 0, own_bed="a" if day % 3 == 0 or day % 4 == 1 else "b") for day in range(84)
    ]
    both = [
        {
            each.key: each
            for each in diary_findings(
                nights, Preferences(), catalogue=Catalogue((*BUILT_IN, bed)), suspicion=Suspicion(key, MONDAY)
            )
        }
        for key in ("own_bed-a", "own_bed-b")
    ]
    assert both[0]["own_bed-b"].probability == both[1]["own_bed-b"].probability
    assert both[1]["own_bed-b"].suspected is Suspected.BELIEVED
    assert both[1]["own_bed-a"].suspected is None


def test_before_the_first_look_a_suspicion_is_only_told(night: Nights) -> None:
    named = _alcohol(_diary(night, days=20), IN_TIME)
    assert named.verdict is Verdict.NOT_ENOUGH_NIGHTS
    assert suspicion_sentence(named) == "You suspected this before the first look."


def test_json_says_how_the_suspicion_stands(night: Nights) -> None:
    nights = _diary(night)
    assert to_plain(_alcohol(nights, IN_TIME))["suspected"] == "believed"
    assert to_plain(_alcohol(nights, TOO_LATE))["suspected"] == "named_late"
    assert to_plain(_alcohol(nights, None))["suspected"] is None


def test_each_standing_has_words_for_the_card_and_for_the_table(finding: Callable[..., Finding]) -> None:
    for standing in Suspected:
        told = finding(suspected=standing)
        assert "susp" in suspicion_sentence(told)
        assert suspicion_note(told).startswith("suspected")
    assert suspicion_sentence(finding()) == suspicion_note(finding()) == ""
