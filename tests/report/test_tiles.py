from __future__ import annotations

import pytest

from diary.model.night import Cramp
from diary.report.change import period_change
from diary.report.tiles import NumberTile, Tiles, tiles
from tests.report.blocks import nights_of, source_of

BAD = (Cramp(intensity=6, minutes=4, woke_me=True, minutes_awake=10),)


def _tiles(*kinds: tuple[Cramp, ...] | None, days: int = 28) -> Tiles:
    source = source_of(nights_of(*kinds), days=days)
    return tiles(source, period_change(source))


def test_four_numbers_stand_with_what_they_were_counted_from() -> None:
    strong = Cramp(intensity=9, minutes=12, woke_me=False, minutes_awake=5)
    made = _tiles(*[()] * 18, *[BAD] * 9, (strong, strong))
    assert made.tiles == (
        NumberTile("Cramp nights in 28", "10.0", "10 of 28; 5.8\u201315.2", ""),
        NumberTile("Intensity 0\u201310", "6", "6\u20139", ""),
        NumberTile("Minutes", "4", "longest 12", ""),
        NumberTile("Nights woken", "9 of 10", "10 min awake", ""),
    )
    assert made.before == ""


def test_the_period_before_stands_below_with_its_dates_and_how_much_of_it_was_logged() -> None:
    made = _tiles(*[()] * 8, *[BAD] * 12, *[None] * 8, *[()] * 18, *[BAD] * 10)
    assert [tile.before for tile in made.tiles] == ["(16.8)", "(6)", "(4)", "(12 of 12)"]
    assert made.before == "In brackets 28 Sep\u201325 Oct, 20 of 28 logged."


@pytest.mark.parametrize(
    ("then", "now", "arrow"), [((60, 20), (10, 70), "↓"), ((10, 70), (60, 20), "↑"), ((30, 50), (28, 52), "")]
)
def test_an_arrow_stands_only_where_the_change_is_clear(
    then: tuple[int, int], now: tuple[int, int], arrow: str
) -> None:
    kinds = [kind for bad, quiet in (then, now) for kind in _mixed(bad, quiet)]
    before = _tiles(*kinds, days=sum(now)).tiles[0].before
    assert before.rpartition(" ")[2] == arrow or (not arrow and " " not in before)


def _mixed(bad: int, quiet: int) -> list[tuple[Cramp, ...]]:
    """So many of each, spread evenly, so that no bad spell stands among them."""
    whole = bad + quiet
    return [BAD if (place * bad) // whole != ((place + 1) * bad) // whole else () for place in range(whole)]


def test_bad_nights_alone_are_counted_and_give_no_rate() -> None:
    made = _tiles(*[BAD, None, None] * 9, BAD)
    assert made.tiles[0] == NumberTile("Cramp nights", "≥ 10", "of 28 nights; no rate", "")
    assert not any("%" in words for tile in made.tiles for words in (tile.value, tile.basis))


def test_of_fewer_nights_than_a_week_the_counts_say_all() -> None:
    assert _tiles((), BAD, (), days=3).tiles[0] == NumberTile("Cramp nights", "1 of 3", "nights logged", "")
    assert _tiles(BAD, days=1).tiles[0] == NumberTile("Cramp nights", "1 of 1", "night logged", "")


def test_what_there_was_nothing_to_record_of_is_not_a_gap_in_the_record() -> None:
    assert [tile.basis for tile in _tiles(*[()] * 28).tiles][1:] == ["no cramps"] * 3
    assert [tile.basis for tile in _tiles(*[(Cramp(),)] * 28).tiles][1:] == ["not recorded"] * 3
    assert {tile.basis for tile in _tiles().tiles} == {"none logged"}
