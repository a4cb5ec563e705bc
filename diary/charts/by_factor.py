"""How often nights had cramps, by their answers to one factor; the room's temperature is the first of these.

It illustrates and never judges: verdicts come from the findings alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.analysis.bins import Bins, factor_bins
from diary.charts.bin_names import bin_name, unit_name
from diary.charts.canvas import Canvas
from diary.charts.share_rows import ShareRow, add_share_rows, highest_of, rows_with_room
from diary.language import tr, trn
from diary.model.built_in import BUILT_IN
from diary.model.factors import Factor
from diary.model.percent import percent
from diary.model.preferences import TemperatureUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from diary.charts.catalogue import ChartOptions
    from diary.charts.style import ChartStyle
    from diary.model.night import Night
    from diary.model.period import Period

ROOM_TEMPERATURE = "room_temperature"


@dataclass(frozen=True, slots=True)
class ByFactor:
    """What the chart is drawn from."""

    factor: Factor
    bins: Bins
    temperature: TemperatureUnit

    @property
    def name(self) -> str:
        """The factor's name with the unit of its bins where it does not tell it: “Room temperature, °C”, “Minutes of exercise”."""
        name, unit = tr(self.factor.name), unit_name(self.factor, self.temperature)
        return f"{name}, {unit}" if unit and unit.lower() not in name.lower() else name


def by_factor_content(nights: Sequence[Night], period: Period, options: ChartOptions) -> ByFactor:
    """The nights by their answers to the factor of the options; without one, to the first that is asked."""
    factor = options.factor or BUILT_IN.factors[0]
    bins = factor_bins(nights, factor, period, temperature=options.temperature)
    return ByFactor(factor, bins, options.temperature)


def by_temperature_content(nights: Sequence[Night], period: Period, options: ChartOptions) -> ByFactor:
    """The nights by the room's temperature."""
    return by_factor_content(nights, period, replace(options, factor=BUILT_IN.get(ROOM_TEMPERATURE)))


def by_factor(content: ByFactor, style: ChartStyle) -> Figure:
    """A row an answer, or a row a range of numbers: the share of cramp nights with its interval, and the counts."""
    canvas = Canvas(style)
    canvas.add_title(by_factor_title(content))
    if not content.bins.nights:
        canvas.add_message(tr("No answer to this was logged in this time."))
        return canvas.figure
    rows = _rows(content)
    canvas.add_note(_note(content, left_out=0))
    rows_shown = rows_with_room(rows, canvas.room.height, style)
    if len(rows_shown) < len(rows):
        canvas = Canvas(style)
        canvas.add_title(by_factor_title(content))
        canvas.add_note(_note(content, left_out=len(rows) - len(rows_shown)))
        rows_shown = rows_with_room(rows_shown, canvas.room.height, style)
    add_share_rows(canvas, rows_shown, top=highest_of(rows_shown))
    return canvas.figure


def by_factor_title(content: ByFactor) -> str:
    """“Room temperature, °C: share of cramp nights”."""
    return tr("{factor}: share of cramp nights").format(factor=content.name)


def by_factor_alternative(content: ByFactor) -> str:
    """The chart in words: the counts of each answer."""
    if not content.bins.nights:
        return tr("{factor}: no answer was logged in this time.").format(factor=content.name)
    counts = [_row_words(row) for row in _rows(content) if row.nights]
    note = _not_answered(content)
    words = tr("{factor}, cramp nights: {counts}.").format(factor=content.name, counts="; ".join(counts))
    return f"{words} {note}." if note else words


def _rows(content: ByFactor) -> list[ShareRow]:
    return [ShareRow(bin_name(content.factor, bin_), bin_.nights, bin_.cramp_nights) for bin_ in content.bins.items]


def _row_words(row: ShareRow) -> str:
    return tr("{name}: {part} of {whole}, {share}").format(
        name=row.name,
        part=f"{row.cramp_nights:,}",
        whole=f"{row.nights:,}",
        share=percent(row.cramp_nights / row.nights),
    )


def _note(content: ByFactor, *, left_out: int) -> str:
    words = [tr("With its 95 % interval"), _not_answered(content)]
    if left_out:
        words.append(trn("{n} answer has no room here", "{n} answers have no room here", left_out).format(n=left_out))
    return "; ".join(word for word in words if word)


def _not_answered(content: ByFactor) -> str:
    count = content.bins.not_answered
    words = trn("not answered on {n} night", "not answered on {n} nights", count)
    return words.format(n=f"{count:,}") if count else ""
