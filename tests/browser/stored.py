"""What lies in a diary's folder, written before the program opens it and read beside the open program."""

from __future__ import annotations

import datetime as dt
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.plain import plain_data
from diary.model.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from diary.model.night import Night


WITHIN = 60.0
"""Seconds in which an act is saved, on a machine that does other things meanwhile."""


def write_diary(folder: Path, nights: Iterable[Night], profile: Profile | None = None) -> Path:
    """Write a diary that holds these nights into a folder, and give that."""
    oldest_first = tuple(sorted(nights, key=lambda night: night.morning))
    book = Diary.open(folder, clock=lambda: dt.datetime.now().astimezone())
    book.files.import_contents(Contents(nights=oldest_first, profile=profile or Profile()))
    book.close()
    return folder


def plain_nights(folder: Path) -> dict[str, dict[str, Any]]:
    """What a diary holds, read beside the open program, in the form of its files, by morning."""
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone(), writable=False)) as book:
        return {night.morning.isoformat(): plain_data(night) for night in book.nights.all()}


def comes_to(read: Callable[[], object], due: object) -> None:
    """Wait until what is read is this: an act is shown before it is saved."""
    until = time.monotonic() + WITHIN
    while (found := read()) != due and time.monotonic() < until:
        time.sleep(0.05)
    assert found == due, f"{found!r} is not {due!r}"
