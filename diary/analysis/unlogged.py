"""What the nights would say, had every night that was not logged been quiet.

Who logs less as time goes on mostly leaves out quiet nights, and their cramp nights become a larger share of a diary in
which nothing changed. So a change is claimed only where it also stands with the unlogged nights taken for quiet ones: the
utmost that such logging can hide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.model.mornings import DAY

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


def with_unlogged_as_quiet(cramp_by_morning: Sequence[tuple[dt.date, bool]]) -> list[tuple[dt.date, bool]]:
    """Every night from the first logged one to the last, in order, each with whether it had a cramp."""
    first, last = cramp_by_morning[0][0], cramp_by_morning[-1][0]
    with_cramps = {morning for morning, cramp in cramp_by_morning if cramp}
    return [(first + day * DAY, first + day * DAY in with_cramps) for day in range((last - first).days + 1)]
