"""What an entry itself shows that is worth a doctor's eye. Said once, plainly; it names no diagnosis.

The warning signs that a diary cannot see are asked in the profile; these are the few that it can.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.mornings import DAY

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.model.night import Night

LONG_CRAMP = 10
"""Minutes; a cramp that does not yield after these is worth a doctor's eye today."""
MANY_CRAMPS = 7
"""In one night."""
OFTEN = 3
"""Cramp nights a week …"""
OFTEN_WEEKS = 4
"""… for so many weeks in a row."""


def sign_of_night(night: Night) -> str:
    """What this night shows; empty where nothing stands out."""
    if any(cramp.minutes is not None and cramp.minutes > LONG_CRAMP for cramp in night.cramps or ()):
        return tr(
            "A cramp of over ten minutes is unusual. If one does not let go after ten minutes of stretching, see a "
            "doctor the same day."
        )
    if len(night.cramps or ()) >= MANY_CRAMPS:
        return tr("So many cramps in one night are unusual. Show this night to a doctor.")
    return ""


def sign_of_weeks(nights: Sequence[Night], today: dt.date) -> str:
    """What the last four weeks show: cramp nights on three or more nights in each of them."""
    for back in range(OFTEN_WEEKS):
        last = today - back * 7 * DAY
        first = last - 6 * DAY
        if sum(bool(night.cramps) for night in nights if first <= night.morning <= last) < OFTEN:
            return ""
    return tr("Cramps on three or more nights a week for four weeks: often enough to be worth a visit to a doctor.")
