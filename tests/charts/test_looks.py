from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from matplotlib.text import Text

from diary.analysis.finding import Finding, Verdict
from diary.analysis.trends import rolling_share, weeks
from diary.charts.cramps_per_week import cramps_per_week
from diary.charts.look import DARK, LIGHT, PAPER, Colours, Look
from diary.charts.render import to_png
from diary.charts.share_of_cramp_nights import share_of_cramp_nights
from diary.charts.two_shares import two_shares
from diary.model.night import Night

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.transforms import BboxBase

Draw = Callable[[tuple[Night, ...], dt.date, dt.date, Look], "Figure"]
Nights = Callable[[int], tuple[Night, ...]]


def _cramps(nights: tuple[Night, ...], first: dt.date, last: dt.date, look: Look) -> Figure:
    return cramps_per_week(weeks(nights, first, last), look)


def _share(nights: tuple[Night, ...], first: dt.date, last: dt.date, look: Look) -> Figure:
    return share_of_cramp_nights(rolling_share(nights, first, last), look)


def _boxes(texts: Iterable[Artist]) -> list[BboxBase]:
    words = [text for text in texts if isinstance(text, Text) and text.get_visible() and text.get_text()]
    return [text.get_window_extent() for text in words]


def _drawn(figure: Figure) -> list[BboxBase]:
    """Where every text of the figure stands, after it is laid out."""
    to_png(figure, 1)
    return _boxes(figure.findobj(Text))


def _shown_ticks(figure: Figure) -> list[BboxBase]:
    (axes,) = figure.axes
    return _boxes([*axes.get_xticklabels(), *axes.get_yticklabels()])


def _assert_whole(figure: Figure) -> None:
    boxes = _drawn(figure)
    assert boxes
    for box in boxes:
        assert box.x0 >= -0.5, box
        assert box.y0 >= -0.5, box
        assert box.x1 <= figure.bbox.x1 + 0.5, box
        assert box.y1 <= figure.bbox.y1 + 0.5, box
    for one, other in combinations(_shown_ticks(figure), 2):
        assert not one.overlaps(other), (one, other)


@pytest.mark.parametrize("draw", [_cramps, _share], ids=["cramps", "share"])
@pytest.mark.parametrize("count", [1, 3, 30, 90, 365, 3650])
def test_nothing_is_cut_off_and_no_names_overlap(
    draw: Draw, count: int, look: Look, make_nights: Nights, today: dt.date
) -> None:
    first = today - dt.timedelta(days=count - 1)
    _assert_whole(draw(make_nights(count), first, today, look))


@pytest.mark.parametrize("draw", [_cramps, _share], ids=["cramps", "share"])
def test_an_empty_diary_says_so_in_words(draw: Draw, look: Look, today: dt.date) -> None:
    figure = draw((), today - dt.timedelta(days=29), today, look)
    _assert_whole(figure)
    (axes,) = figure.axes
    assert "logged in this time" in " ".join(axes.texts[0].get_text().split())


@pytest.mark.parametrize("counts", [(9, 20, 4, 40), (0, 0, 40, 400), (1000, 1825, 1825, 1825)])
def test_the_picture_of_two_shares_is_whole(counts: tuple[int, int, int, int], look: Look) -> None:
    exposed_cramp, exposed, unexposed_cramp, unexposed = counts
    finding = Finding(
        key="cold_room",
        exposed_cramp=exposed_cramp,
        exposed=exposed,
        unexposed_cramp=unexposed_cramp,
        unexposed=unexposed,
        unknown=0,
        not_applicable=0,
        verdict=Verdict.NO_CLEAR_PATTERN,
    )
    _assert_whole(two_shares(finding, look))


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted([_luminance(one), _luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_text_and_shapes_meet_wcag_aa(colours: Colours) -> None:
    assert _contrast(colours.ink, colours.ground) >= 4.5
    assert _contrast(colours.quiet, colours.ground) >= 4.5
    assert _contrast(colours.accent, colours.ground) >= 4.5
    assert _contrast(colours.other, colours.ground) >= 4.5
