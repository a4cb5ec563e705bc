"""The title of a chart over time where the analysis found a trend. Without one, a title stays neutral."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.trend import Outcome
from diary.language import tr
from diary.model.mornings import MONTH_NAMES

if TYPE_CHECKING:
    import datetime as dt

    from diary.analysis.trend import Trend


def trend_title(trend: Trend, last: dt.date) -> str:
    """“Fewer cramp nights since August”; nothing where there is no clear change, or not enough to tell."""
    if trend.outcome not in {Outcome.FEWER, Outcome.MORE}:
        return ""
    fewer = trend.outcome is Outcome.FEWER
    if trend.since is None:
        return tr("Fewer cramp nights") if fewer else tr("More cramp nights")
    month = tr(MONTH_NAMES[trend.since.month - 1])
    since = month if (last - trend.since).days < 330 else f"{month} {trend.since.year}"
    words = tr("Fewer cramp nights since {month}") if fewer else tr("More cramp nights since {month}")
    return words.format(month=since)
