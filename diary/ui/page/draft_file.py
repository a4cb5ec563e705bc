"""The file beside the diary that holds what was typed and is not saved yet, so that it outlives the program."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from diary.exchange.errors import CannotWriteError
from diary.exchange.whole_file import write_whole
from diary.model.causes import cause_of
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DRAFTS_NAME = "drafts.json"
PAUSE = 1.0
"""Seconds from a key to the file: what a power cut costs at most."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and is not saved yet."""

    subject: str
    """What it is of: “night 2026-11-29 note”."""
    text: str
    refusal: str = ""
    """Why it could not be saved; empty where nobody tried yet."""


def read_drafts(path: Path) -> tuple[Draft, ...]:
    """What an earlier run left; nothing where there is no such file, or it cannot be read."""
    try:
        return tuple(_draft(plain) for plain in json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()


def _draft(plain: dict[str, object]) -> Draft:
    return Draft(str(plain["subject"]), str(plain["text"]), str(plain["refusal"]))


def write_drafts(path: Path, drafts: tuple[Draft, ...]) -> None:
    """Write them, for the person's eyes alone; where there are none, the file goes. Raises a refusal in words."""
    if drafts:
        write_whole(path, json.dumps([asdict(draft) for draft in drafts], ensure_ascii=False, indent=1).encode())
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as trouble:
        raise CannotWriteError(path, cause_of(trouble)) from None


class DraftFile:
    """The file, written a moment after each change and off the event loop, so that typing never waits for a disk."""

    def __init__(self, path: Path, pause: float = PAUSE) -> None:
        self._path = path
        self._pause = pause
        self._written: tuple[Draft, ...] = read_drafts(path)
        self._writing: asyncio.Task[None] | None = None
        self._on_disk: asyncio.Task[None] | None = None

    @property
    def start(self) -> tuple[Draft, ...]:
        """What the file holds now."""
        return self._written

    def follow(self, drafts: Callable[[], tuple[Draft, ...]]) -> None:
        """Write the drafts, as they are then, a moment from now."""
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_soon(drafts))

    async def settle(self, drafts: tuple[Draft, ...]) -> None:
        """Write these at once, as the last. Raises a refusal in words."""
        if self._writing is not None:
            self._writing.cancel()
            await asyncio.wait({self._writing})
        if self._on_disk is not None:  # a write that has begun cannot be cancelled, and must not come after the last
            await asyncio.wait({self._on_disk})
        self._write(drafts)

    async def _write_soon(self, drafts: Callable[[], tuple[Draft, ...]]) -> None:
        while self._written != drafts():
            await asyncio.sleep(self._pause)
            self._on_disk = asyncio.create_task(asyncio.to_thread(self._write, drafts()))
            try:
                await asyncio.shield(self._on_disk)
            except DiaryError as refusal:
                logging.getLogger(__name__).warning("Drafts are not written: %s", refusal)
                return  # the next key tries again

    def _write(self, drafts: tuple[Draft, ...]) -> None:
        if drafts != self._written:
            write_drafts(self._path, drafts)
            self._written = drafts
