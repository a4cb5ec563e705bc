"""What stands in place of a chart of rates where hardly a quiet night was logged: how many cramp nights there were at least."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.canvas import Canvas

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from diary.charts.style import ChartStyle
    from diary.model.night_tally import NightTally


def no_rate(content: NightTally, style: ChartStyle) -> Figure:
    """The words in place of the drawing."""
    canvas = Canvas(style)
    canvas.add_title(no_rate_title(content))
    canvas.add_message(no_rate_alternative(content))
    return canvas.figure


def no_rate_title(content: NightTally) -> str:
    """“Cramps on at least 33 of 90 nights”."""
    return content.at_least_words


def no_rate_alternative(content: NightTally) -> str:
    """The same with why there is no rate."""
    return content.no_rate_words
