"""The ground of the screens. A page has it before its client draws: nothing is to flash white at 3 a.m."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.model.preferences import Theme

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Backdrop:
    """The ground of a page."""

    color: str
    is_dark: bool


LIGHT = Backdrop("#faf8ff", is_dark=False)
DARK = Backdrop("#121318", is_dark=True)
NIGHT = Backdrop("#0b0302", is_dark=True)
_BACKDROPS = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.NIGHT: NIGHT}


def backdrop_at(preferences: Preferences, now: dt.datetime) -> Backdrop | None:
    """The ground at this moment of local wall time; None where the system chooses."""
    return _BACKDROPS.get(preferences.theme.at(now))
