from __future__ import annotations

import pytest

from tests.bench.monkey import TODAY, night_names
from tests.bench.tapped_nights import ANOTHER, CRAMPS, HIT, QUIET, UNDO, Tap, TappedNights

NIGHT = "Tue 24 → Wed 25 Nov"
SIDE, MORE, HEAT = "Which side?\nLeft", "Glasses of fluids: more", "What relieved it?\nHeat"


class Taps:
    """Taps a model, each half a moment or more after the one before."""

    def __init__(self) -> None:
        self.model = TappedNights(night_names(TODAY, 3))
        self.at = 0.0

    def tap(self, name: str, *, after: float = 1.0, cramp: int | None = None, notice: str = "") -> str:
        self.at += after
        cramps = len(self.model.nights[NIGHT].cramps or [])
        place = float(hash(name) % 1000)
        return self.model.tap(Tap(self.at, place, 0, name, NIGHT, cramp, cramps, notice))

    @property
    def cramps(self) -> list[dict[str, object]] | None:
        held: list[dict[str, object]] | None = self.model.nights[NIGHT].plain().get("cramps")
        return held


def test_the_same_tap_twice_within_a_moment_is_one_but_for_steps() -> None:
    taps = Taps()
    for name in (SIDE, MORE):
        taps.tap(CRAMPS)
        taps.tap(name, cramp=1)
        taps.tap(name, after=0.3, cramp=1)
    assert taps.cramps == [{"side": "left"}]
    assert taps.model.nights[NIGHT].answers == {"fluids": 2}
    taps.tap(SIDE, after=0.6, cramp=1)
    assert taps.cramps == [{}]


def test_a_cramp_is_removed_by_what_it_is_and_only_one_within_a_moment() -> None:
    taps = Taps()
    for name in (CRAMPS, ANOTHER, ANOTHER):
        taps.tap(name)
    taps.tap(HEAT, cramp=2)
    taps.tap("Remove cramp 1", cramp=1)
    taps.tap("Remove cramp 1", after=0.4, cramp=1)
    assert taps.cramps == [{"relief": ["heat"]}, {}]


def test_no_cramps_on_a_cramp_night_asks_and_removes_none_that_was_added_since() -> None:
    taps = Taps()
    taps.tap(CRAMPS)
    taps.tap(QUIET)
    assert taps.cramps == [{}]
    taps.tap(ANOTHER)
    taps.tap("Remove 1 cramp")
    assert taps.cramps == [{}, {}]
    taps.tap(QUIET)
    taps.tap("Remove 2 cramps")
    assert taps.cramps == []


@pytest.mark.parametrize(("notice", "left"), [(f"Saved: a cramp, {NIGHT}.", [{}]), ("One more cramp.", [{}])])
def test_undo_takes_back_what_it_stands_beside_and_nothing_else(notice: str, left: list[object]) -> None:
    taps = Taps()
    taps.tap(CRAMPS)
    taps.tap(ANOTHER)
    if notice.startswith("Saved"):
        left = [{}, {}]
    taps.tap(UNDO, notice=notice)
    assert taps.cramps == left


def test_what_comes_up_under_the_finger_is_told() -> None:
    model = TappedNights(night_names(TODAY, 3))
    model.tap(Tap(1.0, 50, 50, "Remove cramp 1", NIGHT, 1, 1, ""))
    assert model.tap(Tap(1.3, 52, 50, "Socks in bed?\nYes", NIGHT, None, 0, "")) == HIT
