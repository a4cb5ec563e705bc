"""How often nights had cramps by the day of the week and by the month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.bins import Bin, Bins, by_month, by_weekday
from diary.charts.canvas import Canvas
from diary.charts.lettering import ASCENT, LINE
from diary.charts.share_columns import ShareColumn, add_share_columns, share_key_words
from diary.language import tr
from diary.model.mornings import MONTH_NAMES, MONTHS, WEEKDAYS
from diary.model.percent import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from diary.charts.catalogue import ChartOptions
    from diary.charts.style import ChartStyle
    from diary.model.night import Night
    from diary.model.period import Period


@dataclass(frozen=True, slots=True)
class WeekdayAndMonth:
    """What the chart is drawn from."""

    weekdays: Bins
    months: Bins


def weekday_and_month_content(nights: Sequence[Night], period: Period, _options: ChartOptions) -> WeekdayAndMonth:
    """The logged nights by the weekday and by the month of their morning."""
    return WeekdayAndMonth(by_weekday(nights, period), by_month(nights, period))


def weekday_and_month(content: WeekdayAndMonth, style: ChartStyle) -> Figure:
    """The seven days above, the twelve months below."""
    canvas = Canvas(style)
    canvas.add_title(weekday_and_month_title(content))
    if not content.weekdays.nights:
        canvas.add_message(tr("No night was logged in this time."))
        return canvas.figure
    weekdays = [_column(bin_, WEEKDAYS, place) for place, bin_ in enumerate(content.weekdays.items)]
    months = [_column(bin_, MONTHS, place) for place, bin_ in enumerate(content.months.items)]
    canvas.add_note(share_key_words([*weekdays, *months]))
    room, heading = canvas.room, LINE * style.note_size
    for place, (words, columns) in enumerate(
        [(tr("by the weekday of the morning"), weekdays), (tr("by the month"), months)]
    ):
        box = room.row(place, 2, between=0.3 * style.font_size)
        canvas.write(
            words, box.left, box.top + ASCENT * style.note_size, size=style.note_size, color=style.colours.quiet
        )
        add_share_columns(canvas, box.inset(top=heading), columns)
    return canvas.figure


def weekday_and_month_title(_content: WeekdayAndMonth) -> str:
    """A neutral one: which day or month has most is mostly chance."""
    return tr("Share of cramp nights by weekday and month")


def weekday_and_month_alternative(content: WeekdayAndMonth) -> str:
    """The chart in words: the counts of each day and of each month."""
    if not content.weekdays.nights:
        return tr("Weekday and month: no night was logged in this time.")
    return tr("Cramp nights by the weekday of the morning: {weekdays}. By month: {months}.").format(
        weekdays=_in_words(content.weekdays.items, WEEKDAYS), months=_in_words(content.months.items, MONTH_NAMES)
    )


def _in_words(bins: Sequence[Bin], names: Sequence[str]) -> str:
    words = [
        tr("{name} {part} of {whole}, {share}").format(
            name=tr(name), part=bin_.cramp_nights, whole=bin_.nights, share=percent(bin_.cramp_nights / bin_.nights)
        )
        for name, bin_ in zip(names, bins, strict=True)
        if bin_.nights
    ]
    return "; ".join(words)


def _column(bin_: Bin, names: Sequence[str], place: int) -> ShareColumn:
    name = tr(names[place])
    return ShareColumn(name, name[:1], bin_.nights, bin_.cramp_nights)
