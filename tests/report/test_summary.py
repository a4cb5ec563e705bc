"""The numbers that go to other programs are those that page one shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diary.model.night import Cramp, Night
from diary.model.rounding import minutes_text, rate_text
from diary.report.summary import summary_measures
from diary.report.tiles import BLANK, tiles
from tests.report.blocks import nights_of, source_of

Nights = Callable[[int], tuple[Night, ...]]


@pytest.mark.parametrize("count", [20, 90, 400])
def test_the_four_numbers_are_those_of_the_tiles(count: int, make_nights: Nights) -> None:
    source = source_of(make_nights(count))
    shown = tiles(source, None).tiles
    rate, pain, minutes, woken = summary_measures(source.nights)
    assert rate.value is not None
    assert pain.value is not None
    assert minutes.value is not None
    assert woken.value is not None
    answered = next(part.value for part in woken.parts if part.key == "nights_answered")
    assert [tile.value for tile in shown] == [
        rate_text(rate.value),
        f"{pain.value:g}",
        minutes_text(minutes.value),
        f"{woken.value:g} of {answered:g}",
    ]
    low, high = (part.value for part in rate.parts if part.key in {"cramp_nights_low", "cramp_nights_high"})
    assert shown[0].basis.endswith(f"; {rate_text(low)}\u2013{rate_text(high)}")


def test_where_page_one_shows_no_number_there_is_none() -> None:
    for nights in ((), nights_of(*[()] * 28), nights_of((Cramp(),))):
        source = source_of(nights, days=28)
        shown = tiles(source, None).tiles[1:]
        assert [tile.value for tile in shown] == [BLANK] * 3
        assert [measure.value for measure in summary_measures(source.nights)[1:]] == [None] * 3


def test_no_rate_is_given_of_bad_nights_alone_but_what_was_counted_is() -> None:
    source = source_of(nights_of(*[(Cramp(),), None] * 14), days=28)
    rate = summary_measures(source.nights)[0]
    assert rate.value is None
    assert {part.key: part.value for part in rate.parts} == {
        "cramp_nights": 14,
        "nights_logged": 14,
        "nights_in_period": 28,
    }
