from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.analysis.diary_findings import diary_findings
from diary.analysis.finding import Direction, Verdict
from diary.analysis.twins import mirror
from diary.model.built_in import BUILT_IN
from diary.model.factors import Catalogue, Choice, Factor, Group, Option
from diary.model.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.analysis.finding import Finding
    from diary.model.night import Night

BED = Factor(
    "own_bed",
    Group.OWN,
    "Which bed?",
    "Bed",
    Choice((Option("old", "Old"), Option("new", "New"), Option("other", "Other"))),
)
ASKED = Catalogue((*BUILT_IN.factors, BED))


def _findings(night: Callable[..., Night], beds: list[str]) -> list[Finding]:
    """Cramps on five of six nights in the old bed and on one of six in the others."""
    nights = [night(day, cramps=int((day % 6 == 0) != (bed == "old")), own_bed=bed) for day, bed in enumerate(beds)]
    return diary_findings(nights, Preferences(), catalogue=ASKED)[-3:]


@pytest.mark.parametrize("others", [0, 4])
def test_between_two_options_one_comparison_is_told_from_both_sides(night: Callable[..., Night], others: int) -> None:
    beds = [("old", "new")[day // 7 % 2] for day in range(112 - others)] + ["other"] * others
    old, new, other = _findings(night, beds)
    assert (old.verdict, old.direction) == (Verdict.STANDS_OUT, Direction.MORE)
    assert (new.verdict, new.direction) == (Verdict.STANDS_OUT, Direction.LESS)
    assert (new.probability, new.with_) == (old.probability, ())
    assert old.low is not None
    assert old.high is not None
    assert (new.low, new.high) == (-old.high, -old.low)
    assert (old.exposed, new.exposed) == (new.unexposed - others, old.unexposed - others)
    assert other.verdict is Verdict.NOT_ENOUGH_NIGHTS


def test_three_options_that_are_all_chosen_are_three_questions(night: Callable[..., Night]) -> None:
    old, new, other = _findings(night, [("old", "new", "other")[day // 7 % 3] for day in range(112)])
    assert (old.verdict, old.direction) == (Verdict.STANDS_OUT, Direction.MORE)
    assert new.probability != old.probability
    assert not new.verdict.highlighted
    assert not other.verdict.highlighted


def test_what_came_together_with_one_did_not_come_with_the_other(finding: Callable[..., Finding]) -> None:
    told = finding(verdict=Verdict.CANNOT_TELL_APART, probability=0.5, with_=("thin_quilt",))
    other = mirror(told, "own_bed-new")
    assert (other.key, other.verdict, other.with_) == ("own_bed-new", Verdict.NO_CLEAR_PATTERN, ())
    assert other.direction is Direction.LESS
    assert other.log_odds_ratio is None
