"""How often nights had cramps by the day of the week and by the month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.bins import Bin, Bins, by_month, by_weekday
from diary.charts.lettering import ASCENT, LINE
from diary.charts.share_columns import ShareColumn, add_share_columns, share_key_words
from diary.charts.sheet import Sheet
from diary.language import tr
from diary.model.mornings import MONTH_NAMES, MONTHS, WEEKDAYS
from diary.model.percent import percent

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from diary.charts.catalogue import Options
    from diary.charts.look import Look
    from diary.model.night import Night


@dataclass(frozen=True, slots=True)
class WeekdayAndMonth:
    """What the chart is drawn from."""

    weekdays: Bins
    months: Bins


def weekday_and_month_content(
    nights: Sequence[Night], first: dt.date, last: dt.date, _options: Options
) -> WeekdayAndMonth:
    """The logged nights by the weekday and by the month of their morning."""
    return WeekdayAndMonth(by_weekday(nights, first, last), by_month(nights, first, last))


def weekday_and_month(content: WeekdayAndMonth, look: Look) -> Figure:
    """The seven days above, the twelve months below."""
    sheet = Sheet(look)
    sheet.say_title(weekday_and_month_title(content))
    if not content.weekdays.nights:
        sheet.say_instead(tr("No night was logged in this time."))
        return sheet.figure
    weekdays = [_column(each, WEEKDAYS, place) for place, each in enumerate(content.weekdays.each)]
    months = [_column(each, MONTHS, place) for place, each in enumerate(content.months.each)]
    sheet.say_note(share_key_words([*weekdays, *months]))
    room, heading = sheet.room, LINE * look.note_size
    for place, (words, columns) in enumerate(
        [(tr("by the weekday of the morning"), weekdays), (tr("by the month"), months)]
    ):
        box = room.row(place, 2, between=0.3 * look.font_size)
        sheet.write(words, box.left, box.top + ASCENT * look.note_size, size=look.note_size, color=look.colours.quiet)
        add_share_columns(sheet, box.less(top=heading), columns)
    return sheet.figure


def weekday_and_month_title(_content: WeekdayAndMonth) -> str:
    """A neutral one: which day or month has most is mostly chance."""
    return tr("Share of cramp nights by weekday and month")


def weekday_and_month_alternative(content: WeekdayAndMonth) -> str:
    """The chart in words: the counts of each day and of each month."""
    if not content.weekdays.nights:
        return tr("Weekday and month: no night was logged in this time.")
    return tr("Cramp nights by the weekday of the morning: {weekdays}. By month: {months}.").format(
        weekdays=_in_words(content.weekdays.each, WEEKDAYS), months=_in_words(content.months.each, MONTH_NAMES)
    )


def _in_words(bins: Sequence[Bin], names: Sequence[str]) -> str:
    told = [
        tr("{name} {part} of {whole}, {share}").format(
            name=tr(name), part=each.cramp_nights, whole=each.nights, share=percent(each.cramp_nights / each.nights)
        )
        for name, each in zip(names, bins, strict=True)
        if each.nights
    ]
    return "; ".join(told)


def _column(each: Bin, names: Sequence[str], place: int) -> ShareColumn:
    name = tr(names[place])
    return ShareColumn(name, name[:1], each.nights, each.cramp_nights)
