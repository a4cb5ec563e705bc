"""What the nights would say, had every night that was not logged been quiet.

Who logs less as time goes on mostly leaves out quiet nights, and their cramp nights become a larger share of a diary in
which nothing changed. So a change is claimed only where it also stands with the unlogged nights taken for quiet ones: the
utmost that such logging can hide. And where the share of logged nights did change, in the direction that makes such a
change look like itself, there are two ways to be wrong, and both tests must be surer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.answering import shares_differ
from diary.model.mornings import DAY

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


def logging_could_feign(cramp_by_morning: Sequence[tuple[dt.date, bool]], first_later: dt.date, *, more: bool) -> bool:
    """Whether logging changed so that it could look like more cramps from a morning on, or like fewer.

    Of the later nights clearly fewer are logged than of the earlier, or clearly more.
    """
    start, end = cramp_by_morning[0][0], cramp_by_morning[-1][0]
    before, since = (first_later - start).days, (end - first_later).days + 1
    logged_before = sum(morning < first_later for morning, _ in cramp_by_morning)
    logged_since = len(cramp_by_morning) - logged_before
    less = logged_since * before < logged_before * since
    return less == more and shares_differ(logged_before, before, logged_since, since)


def with_unlogged_as_quiet(cramp_by_morning: Sequence[tuple[dt.date, bool]]) -> list[tuple[dt.date, bool]]:
    """Every night from the first logged one to the last, in order, each with whether it had a cramp."""
    first, last = cramp_by_morning[0][0], cramp_by_morning[-1][0]
    with_cramps = {morning for morning, cramp in cramp_by_morning if cramp}
    return [(first + day * DAY, first + day * DAY in with_cramps) for day in range((last - first).days + 1)]
