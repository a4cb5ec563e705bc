"""Files broken at random: each is named, left as it is, and mended without a number that was not there.

    python -m tests.bench.broken_files [--times 200] [--seed 1]

What can be read of each takes its place, as a start of the program does it. A night's cramps then are those that it had,
or it is not logged.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from diary.book.mending import problems_in
from diary.book.startup import Startup
from diary.model.errors import DiaryError
from tests.store.damaged_files import NOW, PAGE, make_diary, nights_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from diary.model.night import Night

NIGHTS = 40


class Outcome(Enum):
    """What became of a broken file."""

    OPENED = "opened"
    SAVED = "saved"
    NOTHING = "nothing could be read"


class FaultError(AssertionError):
    """A file that was changed, or a number that was made up."""


def flip_bits(content: bytearray, chance: random.Random) -> None:
    """Turn a few bits over."""
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def empty_page(content: bytearray, chance: random.Random) -> None:
    """Make a page one of nothing."""
    content[_page(content, chance)] = bytes(PAGE)


def spoil_page(content: bytearray, chance: random.Random) -> None:
    """Make a page one of garbage."""
    content[_page(content, chance)] = chance.randbytes(PAGE)


def swap_pages(content: bytearray, chance: random.Random) -> None:
    """Let two pages change places."""
    first, second = _page(content, chance), _page(content, chance)
    content[first], content[second] = content[second], content[first]


def spoil_beginning(content: bytearray, chance: random.Random) -> None:
    """Write garbage over the beginning."""
    length = chance.randint(1, 200)
    content[:length] = chance.randbytes(length)


def cut_end(content: bytearray, chance: random.Random) -> None:
    """Take the end away."""
    del content[chance.randrange(PAGE, len(content)) :]


def cut_out(content: bytearray, chance: random.Random) -> None:
    """Take bytes out of the middle."""
    start = chance.randrange(len(content))
    del content[start : start + chance.randint(1, 5000)]


def put_in(content: bytearray, chance: random.Random) -> None:
    """Put bytes into the middle."""
    start = chance.randrange(len(content))
    content[start:start] = chance.randbytes(chance.randint(1, 3000))


BREAKS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flip_bits,
    empty_page,
    spoil_page,
    swap_pages,
    spoil_beginning,
    cut_end,
    cut_out,
    put_in,
)


def broken_files(times: int, seed: int, place: Path) -> Iterator[Outcome]:
    """Break a diary so many times, each time anew, and mend it. Raises FaultError, or what the program crashed with."""
    whole = make_diary(place / "whole", NIGHTS)
    nights, content, chance = nights_of(whole), whole.read_bytes(), random.Random(seed)
    for number in range(times):
        broken = bytearray(content)
        for _ in range(chance.randint(1, 3)):
            if len(broken) > 2 * PAGE:
                chance.choice(BREAKS)(broken, chance)
        folder = place / str(number)
        folder.mkdir()
        (folder / "diary.db").write_bytes(broken)
        yield _mended(folder, bytes(broken), nights)


def _mended(folder: Path, content: bytes, nights: dict[dt.date, Night]) -> Outcome:
    try:
        problems: tuple[str, ...] = problems_in(folder, clock=lambda: NOW)
    except DiaryError as refusal:
        problems = (str(refusal),)
    if (folder / "diary.db").read_bytes() != content or (problems and len(list(folder.iterdir())) > 1):
        raise FaultError(folder)
    startup = Startup(folder, clock=lambda: NOW, backups=False)
    startup.open()
    try:
        if not startup.can_be_mended:
            return Outcome.OPENED
        if startup.remedies().salvage is None:
            return Outcome.NOTHING
        startup.mend_by_salvage()
        book = startup.book
        if book is None or not all(_is_as_before(night, nights) for night in book.nights.all()):
            raise FaultError(folder)
        return Outcome.SAVED
    finally:
        startup.close()


def _is_as_before(night: Night, nights: dict[dt.date, Night]) -> bool:
    before = nights.get(night.morning)
    return before is not None and night.cramps in (None, before.cramps)


def _page(content: bytearray, chance: random.Random) -> slice:
    start = chance.randrange(len(content) // PAGE) * PAGE
    return slice(start, start + PAGE)


def main() -> None:
    """Break as many as are asked for, and print what became of them."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--times", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        counted = Counter(broken_files(options.times, options.seed, Path(place)))
    print(f"{options.times} files:", {outcome.value: count for outcome, count in counted.items()})


if __name__ == "__main__":
    main()
