"""The clock for taps, on a real event loop that is held as drawing a large screen holds it."""

from __future__ import annotations

import asyncio
import time

from diary.ui.page.hearing_clock import BEAT, LISTENS, LONGEST_BEAT, HearingClock
from diary.ui.page.taps import TapGuard, TapKind


def test_the_second_half_of_a_double_tap_is_one_with_the_first_though_the_page_was_deaf_meanwhile() -> None:
    async def tap_twice() -> bool:
        guard = TapGuard(time.monotonic, HearingClock(time.monotonic))
        tap = guard.admit(1, TapKind.ONCE)
        assert tap is not None
        guard.answer(tap)
        await asyncio.sleep(0.1)
        time.sleep(0.6)  # noqa: ASYNC251  # holds the loop
        return guard.admit(1, TapKind.ONCE) is not None

    assert not asyncio.run(tap_twice())


def test_a_tap_that_comes_later_while_the_page_listens_counts() -> None:
    async def tap_twice() -> bool:
        guard = TapGuard(time.monotonic, HearingClock(time.monotonic))
        tap = guard.admit(1, TapKind.ONCE)
        assert tap is not None
        guard.answer(tap)
        await asyncio.sleep(1.1)
        return guard.admit(1, TapKind.ONCE) is not None

    assert asyncio.run(tap_twice())


def test_time_in_which_nobody_reads_the_clock_passes_whole() -> None:
    class Hand:
        now = 5.0

    async def pause() -> float:
        clock = HearingClock(lambda: Hand.now)
        before = clock()
        Hand.now += LISTENS
        await asyncio.sleep(4 * BEAT)  # it looks, finds nobody reading any more, and stops
        Hand.now += 60.0
        return clock() - before

    assert asyncio.run(pause()) == 60.0 + LONGEST_BEAT
