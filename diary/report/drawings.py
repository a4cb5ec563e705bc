"""The report's drawings: what each says in words, and how it is drawn when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.trends import weeks
from diary.charts.cramps_per_week import cramps_per_week, cramps_per_week_alternative
from diary.charts.look import PAPER, Look
from diary.charts.render import to_svg

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.model.night import Night

WIDE = Look(PAPER, width=511, height=138, font_scale=0.65, titled=False)
"""As wide as the page without its margins, in points."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture of the report."""

    key: str
    alternative: str
    """What it says, in words."""
    draw: Callable[[], bytes]
    """As SVG."""


def drawings(nights: Sequence[Night], first: dt.date, last: dt.date) -> tuple[Drawing, ...]:
    """The drawings over the mornings from first to last; none where no night of them was logged."""
    told = weeks(nights, first, last)
    if not any(week.logged for week in told):
        return ()
    return (Drawing("cramps_per_week", cramps_per_week_alternative(told), lambda: to_svg(cramps_per_week(told, WIDE))),)
