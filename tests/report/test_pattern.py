from __future__ import annotations

import datetime as dt

import pytest

from diary.model.night import Cramp, Muscle, Night, Relief, Side
from diary.model.period import Period
from diary.report.pattern import Pattern, patterns
from diary.report.period_nights import nights_in_period

MORNING = dt.date(2026, 11, 22)


def _patterns(*cramps: Cramp) -> dict[str, Pattern]:
    period = nights_in_period([Night(MORNING, cramps=cramps)], Period(MORNING, MORNING))
    return {pattern.heading: pattern for pattern in patterns(period)}


def _counts(pattern: Pattern) -> dict[str, int]:
    return {tally.name: tally.count for tally in pattern.tallies}


@pytest.mark.parametrize(
    ("moment", "part"),
    [
        ("2026-11-21 12:00", "before midnight"),
        ("2026-11-21 23:59", "before midnight"),
        ("2026-11-22 00:00", "midnight to 02"),
        ("2026-11-22 01:59", "midnight to 02"),
        ("2026-11-22 02:00", "02 to 04"),
        ("2026-11-22 04:00", "04 to 06"),
        ("2026-11-22 06:00", "after 06"),
        ("2026-11-22 11:59", "after 06"),
    ],
)
def test_every_moment_of_a_night_lies_in_one_part_of_it(moment: str, part: str) -> None:
    counts = _counts(_patterns(Cramp(at=dt.datetime.fromisoformat(moment)))["Time of night"])
    assert {name for name, count in counts.items() if count} == {part}


def test_a_pattern_says_of_how_many_cramps_it_was_told() -> None:
    side = _patterns(Cramp(side=Side.LEFT), Cramp(side=Side.LEFT), Cramp())["Side"]
    assert side.basis == "2 of 3 cramps"
    assert _counts(side) == {"Left": 2, "Right": 0, "Both": 0}


def test_muscles_stand_with_the_most_frequent_first() -> None:
    muscle = _patterns(Cramp(muscle=Muscle.CALF), Cramp(muscle=Muscle.FOOT), Cramp(muscle=Muscle.FOOT))["Muscle"]
    assert list(_counts(muscle).items()) == [("Foot or toes", 2), ("Calf", 1)]


def test_a_cramp_relieved_by_two_things_counts_for_both() -> None:
    both = frozenset({Relief.STRETCHING, Relief.HEAT})
    relief = _patterns(Cramp(relief=both), Cramp(relief=frozenset({Relief.HEAT})))["What relieved it"]
    assert relief.basis == "2 of 2 cramps"
    assert _counts(relief) == {"Heat": 2, "Stretching": 1}


def test_what_was_never_told_has_no_counts() -> None:
    for pattern in _patterns(Cramp()).values():
        assert (pattern.basis, pattern.tallies) == ("not recorded", ())
