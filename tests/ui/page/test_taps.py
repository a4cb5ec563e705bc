"""Which taps count: tried on a clock that is moved by hand."""

from __future__ import annotations

import pytest

from diary.ui.page.taps import TapGuard, TapKind

ONCE, STEP, REMOVAL, CLOSING = TapKind.ONCE, TapKind.STEP, TapKind.REMOVAL, TapKind.CLOSING
CHIP, OTHER_CHIP = 1, 2


class Finger:
    """Taps controls at moments of its own, each answered after a tenth of a second."""

    def __init__(self) -> None:
        self.now = 0.0
        self.guard = TapGuard(lambda: self.now)

    def tap(self, at: float, control: int, kind: TapKind, *, answered_after: float | None = 0.1) -> bool:
        """Whether the tap counted."""
        self.now = at
        tap = self.guard.admit(control, kind)
        if tap is not None and answered_after is not None:
            self.now += answered_after
            self.guard.answer(tap)
        return tap is not None


@pytest.mark.parametrize(
    ("taps", "counted"),
    [
        ([(0, CHIP, ONCE), (0.02, CHIP, ONCE)], [True, False]),
        ([(0, CHIP, ONCE), (0.49, CHIP, ONCE)], [True, False]),
        ([(0, CHIP, ONCE), (0.51, CHIP, ONCE)], [True, True]),
        ([(0, CHIP, ONCE), (0.3, CHIP, ONCE), (0.6, CHIP, ONCE)], [True, False, True]),
        ([(0, CHIP, ONCE), (0.02, OTHER_CHIP, ONCE), (0.15, CHIP, ONCE)], [True, True, True]),
        ([(0, CHIP, STEP), (0.02, CHIP, STEP), (0.04, CHIP, STEP)], [True, True, True]),
        ([(0, CHIP, STEP), (0.02, OTHER_CHIP, ONCE)], [True, True]),
        ([(0, CHIP, REMOVAL), (0.4, OTHER_CHIP, REMOVAL)], [True, False]),
        ([(0, CHIP, REMOVAL), (0.2, 3, ONCE), (0.4, OTHER_CHIP, REMOVAL)], [True, True, False]),
        ([(0, CHIP, REMOVAL), (0.6, OTHER_CHIP, REMOVAL)], [True, True]),
        ([(0, CHIP, REMOVAL), (0.1, OTHER_CHIP, ONCE)], [True, True]),
        ([(0, CHIP, CLOSING), (0.4, OTHER_CHIP, ONCE)], [True, False]),
        ([(0, CHIP, CLOSING), (0.4, OTHER_CHIP, STEP)], [True, False]),
        ([(0, CHIP, CLOSING), (0.3, OTHER_CHIP, ONCE), (0.6, OTHER_CHIP, ONCE)], [True, False, True]),
    ],
)
def test_the_same_tap_twice_within_a_moment_is_one(taps: list[tuple[float, int, TapKind]], counted: list[bool]) -> None:
    finger = Finger()
    assert [finger.tap(at, control, kind) for at, control, kind in taps] == counted


def test_a_tap_right_after_a_late_answer_is_still_the_first_one() -> None:
    finger = Finger()
    finger.tap(0, CHIP, ONCE, answered_after=1)
    assert not finger.tap(1.25, CHIP, ONCE)
    assert finger.tap(1.35, CHIP, ONCE)


def test_a_tap_that_is_never_answered_can_be_given_again() -> None:
    finger = Finger()
    finger.tap(0, CHIP, ONCE, answered_after=None)
    assert not finger.tap(1.9, CHIP, ONCE)
    assert finger.tap(2.1, CHIP, ONCE)


def test_a_second_tap_that_waited_to_be_heard_is_one_with_the_first_but_not_for_longer_than_a_second() -> None:
    finger = Finger()
    hearing = 0.0
    finger.guard = TapGuard(lambda: finger.now, lambda: hearing)
    finger.tap(0, CHIP, ONCE)
    hearing = 0.3
    assert not finger.tap(0.9, CHIP, ONCE)
    assert finger.tap(0.9, OTHER_CHIP, ONCE)
    finger.tap(5, CHIP, ONCE)
    assert finger.tap(6.1, CHIP, ONCE)


def test_a_tap_elsewhere_never_waits_for_a_page_that_could_not_hear() -> None:
    finger = Finger()
    finger.guard = TapGuard(lambda: finger.now, lambda: 0.0)
    finger.tap(0, CHIP, CLOSING)
    assert finger.tap(0.6, OTHER_CHIP, ONCE)


def test_what_closes_without_a_tap_takes_the_next_one_for_its_own_and_not_while_it_is_itself_one() -> None:
    finger = Finger()
    assert finger.guard.close(CHIP)
    assert not finger.tap(0.4, OTHER_CHIP, ONCE)
    finger.tap(2, CHIP, CLOSING)
    finger.now = 2.3
    assert not finger.guard.close(OTHER_CHIP)


def test_a_tap_is_answered_when_it_is_shown_however_long_it_takes_to_save() -> None:
    finger = Finger()
    tap = finger.guard.admit(CHIP, ONCE)
    assert tap is not None
    finger.now = 0.05
    finger.guard.answer(tap)  # shown
    assert finger.tap(0.6, CHIP, ONCE, answered_after=None)
    finger.now = 1.9
    finger.guard.answer(tap)  # saved
    assert tap.answered == 0.05
