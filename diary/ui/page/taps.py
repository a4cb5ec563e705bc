"""The same tap twice within a moment is one: half awake one taps twice, and no second tap judges the first's answer."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Choice = TypeVar("Choice")

MOMENT = 0.5
"""Seconds from a tap in which a second one on the same control is the same tap."""
LONGEST_MOMENT = 1.0
"""The same, where the page could not hear for some of them: the second one may have waited to be heard."""
TO_SEE = 0.3
"""Seconds from a tap's answer in which nobody can have seen and judged the new picture."""
UNANSWERED = 2.0
"""Seconds after which a tap that was not answered yet may be given again."""


def toggled(answer: Choice | None, tapped: Choice) -> Choice | None:
    """What a tap on an answer means: a tap on the one that is given takes it back."""
    return None if answer == tapped else tapped


def _nobody() -> None:
    """What answers where nobody tapped."""


SHOWN: ContextVar[Callable[[], None]] = ContextVar("shown", default=_nobody)
"""What an act that came of a tap calls when the page shows what it does, be it saved already or not."""


class TapKind(Enum):
    """How a control takes taps that come fast."""

    ONCE = auto()
    """Two within a moment are one."""
    STEP = auto()
    """Every tap counts: one more, the next page, the night before."""
    REMOVAL = auto()
    """As ONCE, and also after a removal elsewhere: the next card slides under the finger."""
    CLOSING = auto()
    """What lies under the finger goes, or gives way to something else: within the moment no other tap counts."""


@dataclass(slots=True)
class Tap:
    """One tap that was let through."""

    control: int
    at: float
    heard_at: float
    """The same moment by the clock that stands still while the page hears nothing."""
    answered: float | None = None

    def is_fresh(self, now: float) -> bool:
        """Whether a tap now is still this one."""
        if self.answered is None:
            return now < self.at + UNANSWERED
        return now < max(self.at + MOMENT, self.answered + TO_SEE)

    def is_repeated_by(self, now: float, heard: float) -> bool:
        """Whether a tap on the same control, heard now, is still this one."""
        return self.is_fresh(now) or (heard < self.heard_at + MOMENT and now < self.at + LONGEST_MOMENT)


class TapGuard:
    """Tells of one page which taps count. The clock gives seconds and never runs back.

    A second clock may stand still while the page cannot hear; taps that wait meanwhile come no later for it.
    """

    def __init__(self, clock: Callable[[], float], hearing: Callable[[], float] | None = None) -> None:
        self._clock = clock
        self._hearing = hearing or clock
        self._last: Tap | None = None
        self._removal: Tap | None = None
        self._closing: Tap | None = None

    def admit(self, control: int, kind: TapKind) -> Tap | None:
        """The tap, to be marked as answered; None where it is one with the tap before."""
        now, heard = self._clock(), self._hearing()
        if self._closing is not None and self._closing.is_fresh(now):
            return None
        if kind is not TapKind.STEP and self._is_repeated(control, kind, now, heard):
            return None
        self._last = Tap(control, now, heard)
        if kind is TapKind.REMOVAL:
            self._removal = self._last
        if kind is TapKind.CLOSING:
            self._closing = self._last
        return self._last

    def close(self, control: int) -> bool:
        """Whether a tap beside a dialog closes it, and then no other tap counts; not while it is one with the tap before."""
        now = self._clock()
        if self._closing is not None and self._closing.is_fresh(now):
            return False
        self._closing = Tap(control, now, self._hearing(), answered=now)
        return True

    def answer(self, tap: Tap) -> None:
        """Note that what a tap asked for is shown. What is shown before it is saved is answered then."""
        if tap.answered is None:
            tap.answered = self._clock()

    def _is_repeated(self, control: int, kind: TapKind, now: float, heard: float) -> bool:
        before = self._last
        if before is not None and before.control == control and before.is_repeated_by(now, heard):
            return True
        return kind is TapKind.REMOVAL and self._removal is not None and self._removal.is_fresh(now)
