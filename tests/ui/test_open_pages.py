from __future__ import annotations

import asyncio
import time

from diary.ui.open_pages import OpenPages

STAY = 0.2


def seconds_until_gone(*acts: tuple[float, str]) -> float:
    """How long a program stays whose pages open and close after these seconds."""

    async def live() -> float:
        pages, begun = OpenPages(STAY), time.monotonic()
        waiting = asyncio.create_task(pages.all_gone())
        for after, act in acts:
            await asyncio.sleep(after)
            assert not waiting.done()
            getattr(pages, act)()
        await waiting
        return time.monotonic() - begun

    return asyncio.run(live())


def test_a_program_without_any_page_ends_after_its_stay() -> None:
    assert seconds_until_gone() >= STAY


def test_a_page_keeps_the_program_for_as_long_as_it_is_open() -> None:
    assert seconds_until_gone((0, "opened"), (3 * STAY, "closed")) >= 4 * STAY


def test_a_reload_within_the_stay_does_not_end_the_program() -> None:
    assert seconds_until_gone((0, "opened"), (0, "closed"), (STAY / 2, "opened"), (2 * STAY, "closed")) >= 3 * STAY


def test_one_of_two_pages_keeps_the_program() -> None:
    assert seconds_until_gone((0, "opened"), (0, "opened"), (0, "closed"), (2 * STAY, "closed")) >= 3 * STAY
