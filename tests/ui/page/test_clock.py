from __future__ import annotations

import asyncio
import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from diary.ui.page.clock import LONGEST_PAUSE, PageClock, day_part, pause_before_next
from diary.ui.page.night_move import NightMove
from diary.ui.page.session import PageState

if TYPE_CHECKING:
    from collections.abc import Iterator

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = dt.datetime(2026, 11, 20, 23, 30, tzinfo=BERLIN)
SECOND = dt.timedelta(seconds=1)


class Hand:
    """A clock that is moved by hand, and a page that may have lost its connection."""

    def __init__(self, moment: dt.datetime) -> None:
        self.moment = moment
        self.connected = True
        self.state = PageState(now=moment.replace(tzinfo=None) - dt.timedelta(days=1))
        self.told: list[Exception] = []
        self.clock = PageClock(self.state, lambda: self.moment, lambda: self.connected, self.told.append)

    def look_at(self, moment: dt.datetime) -> None:
        self.moment = moment
        self.clock.look()


@pytest.fixture
def hand() -> Hand:
    return Hand(EVENING)


def test_a_page_is_drawn_with_the_wall_time_at_which_it_opened(hand: Hand) -> None:
    assert hand.state.now == dt.datetime(2026, 11, 20, 23, 30)


@pytest.mark.parametrize("hour", [0, 4, 12, 18])
def test_a_page_left_open_is_read_anew_at_each_part_of_the_day(hour: int) -> None:
    start = dt.datetime.combine(dt.date(2026, 11, 21), dt.time(hour), BERLIN)
    hand = Hand(start - SECOND)
    hand.look_at(start)
    assert hand.state.now == start.replace(tzinfo=None)
    assert hand.state.revision == 1


def test_within_a_part_of_the_day_nothing_is_drawn_anew(hand: Hand) -> None:
    hand.look_at(EVENING.replace(hour=23, minute=59))
    assert hand.state.now == EVENING.replace(tzinfo=None)
    assert hand.state.revision == 0


def test_a_clock_set_back_by_days_and_a_zone_set_anew_are_seen(hand: Hand) -> None:
    hand.look_at(EVENING - dt.timedelta(days=3))
    assert hand.state.now.date() == dt.date(2026, 11, 17)
    hand.look_at((EVENING - dt.timedelta(days=3)).astimezone(ZoneInfo("Europe/London")))
    assert hand.state.now == dt.datetime(2026, 11, 17, 22, 30)
    assert hand.state.revision == 2


def test_the_hour_that_a_clock_change_repeats_is_drawn_anew_though_the_part_of_the_day_is_the_same() -> None:
    hand = Hand(dt.datetime(2026, 10, 25, 2, 59, tzinfo=BERLIN))
    hand.look_at(dt.datetime(2026, 10, 25, 2, 0, tzinfo=BERLIN, fold=1))
    assert hand.state.revision == 1


def test_a_page_without_a_connection_moves_on_when_it_comes_back(hand: Hand) -> None:
    hand.connected = False
    hand.look_at(EVENING + dt.timedelta(hours=8))
    assert hand.state.revision == 0
    hand.connected = True
    hand.clock.look()
    assert hand.state.now == dt.datetime(2026, 11, 21, 7, 30)


def test_it_is_noted_when_a_log_without_a_date_moved_on_and_from_which_night(hand: Hand) -> None:
    hand.look_at(EVENING + dt.timedelta(hours=4))
    match hand.state.night_move:
        case NightMove(before, after):
            assert (before, after) == (dt.date(2026, 11, 20), dt.date(2026, 11, 21))
        case None:
            pytest.fail("it moved on unnoticed")
    moved = hand.state.night_move
    hand.look_at(EVENING + dt.timedelta(hours=5))
    assert hand.state.night_move is moved


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Berlin",
        "America/New_York",
        "America/Santiago",
        "Asia/Beirut",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
    ],
)
def test_around_each_clock_change_no_part_of_a_day_is_seen_late(zone: str) -> None:
    changes = list(clock_changes(ZoneInfo(zone), 2026))
    assert changes
    for change in changes:
        hour = dt.timedelta(hours=1)
        for moment in (change + hours * hour for hours in range(-24, 25)):
            assert_seen_in_time(moment.astimezone(ZoneInfo(zone)), (moment + hour).astimezone(ZoneInfo(zone)))


def clock_changes(zone: ZoneInfo, year: int) -> Iterator[dt.datetime]:
    """The hours of a year, in UTC, in which the zone's offset changes; where it never does, the first one."""
    hours = [dt.datetime(year, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=hour) for hour in range(365 * 24)]
    found = [a for a, b in pairwise(hours) if a.astimezone(zone).utcoffset() != b.astimezone(zone).utcoffset()]
    yield from found or hours[24:25]


def assert_seen_in_time(moment: dt.datetime, end: dt.datetime) -> None:
    """Walk through an hour in which the day's part changes, as the page's task does."""
    if day_part(moment) == day_part(end):
        return
    changed_at = None
    instant, last = moment.astimezone(dt.UTC), end.astimezone(dt.UTC)
    while changed_at is None:
        assert instant <= last, "the change was slept through"
        before = instant
        instant += dt.timedelta(seconds=pause_before_next(instant.astimezone(moment.tzinfo)))
        if day_part(instant.astimezone(moment.tzinfo)) != day_part(moment):
            changed_at = instant
    assert changed_at - before <= dt.timedelta(seconds=LONGEST_PAUSE)


def test_a_look_that_fails_is_told_once_and_the_next_one_goes_on(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diary.ui.page.clock.LONGEST_PAUSE", 0.005)
    next_evening = EVENING + dt.timedelta(days=1)
    moments = iter([RuntimeError("no clock")] * 6 + [next_evening] * 1000)

    def moment() -> dt.datetime:
        match next(moments):
            case RuntimeError() as error:
                raise error
            case dt.datetime() as found:
                return found

    async def story() -> None:
        hand.clock.moment = moment
        running = asyncio.create_task(hand.clock.run())
        while hand.state.revision == 0 and not running.done():  # noqa: ASYNC110  # nothing tells of it
            await asyncio.sleep(0.005)
        running.cancel()

    asyncio.run(asyncio.wait_for(story(), 5))
    assert [repr(error) for error in hand.told] == ["RuntimeError('no clock')"]
    assert hand.state.now == next_evening.replace(tzinfo=None)


def test_a_day_that_could_not_be_drawn_is_tried_again(hand: Hand) -> None:
    hand.moment = EVENING + dt.timedelta(hours=8)
    hand.state.night_move = None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("diary.ui.page.clock.NightMove", None)
        with pytest.raises(TypeError):
            hand.clock.look()
    hand.clock.look()
    assert hand.state.now == dt.datetime(2026, 11, 21, 7, 30)
