"""One process writes; others read beside it; threads share one store."""

from __future__ import annotations

import datetime as dt
import itertools
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.night import Cramp, Night
from diary.store.change import Change, Records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diary.store.store import Store

OPENING = """
import datetime as dt, sys, time
from pathlib import Path
from diary.model.errors import DiaryError
from diary.store.store import Store

began = time.monotonic()
try:
    store = Store.open(Path(sys.argv[1]), clock=lambda: dt.datetime.now().astimezone(), writable=sys.argv[2] == "write")
    print(len(store.nights()), flush=True)
except DiaryError as error:
    print(type(error).__name__, time.monotonic() - began, flush=True)
    sys.exit()
sys.stdin.read()
"""
FIRST = dt.date(2026, 1, 1)


@pytest.fixture
def another_process(as_program: dict[str, Any]) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """The diary opened by another process, until its input is closed; and the first line it said."""
    running = []

    def start(folder: Path, how: str) -> subprocess.Popen[str]:
        running.append(
            subprocess.Popen(
                [*as_program["args"], OPENING, str(folder), how],
                env=as_program["env"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_a_second_process_is_refused_in_under_a_second(
    store: Store, another_process: Callable[..., subprocess.Popen[str]]
) -> None:
    refusal, seconds = _said(another_process(store.folder, "write")).split()
    assert refusal == "DiaryIsOpenError"
    assert float(seconds) < 1


def test_another_process_reads_beside_the_one_that_writes(
    store: Store,
    cramp_night: Night,
    keep_night: Callable[[Store, Night], None],
    another_process: Callable[..., subprocess.Popen[str]],
) -> None:
    keep_night(store, cramp_night)
    assert _said(another_process(store.folder, "read")) == "1"
    keep_night(store, Night(FIRST, note="still writable"))
    assert len(store.nights()) == 2


def test_reading_does_not_keep_others_from_writing(
    store: Store, open_store: Callable[..., Store], another_process: Callable[..., subprocess.Popen[str]]
) -> None:
    store.close()
    assert _said(another_process(store.folder, "read")) == "0"
    assert open_store(store.folder).nights() == []


def test_a_killed_holder_frees_the_diary(
    folder: Path, open_store: Callable[..., Store], another_process: Callable[..., subprocess.Popen[str]]
) -> None:
    holder = another_process(folder, "write")
    assert _said(holder) == "0"
    holder.kill()
    holder.wait()
    assert open_store(folder).nights() == []


def test_threads_that_keep_nights_at_once_lose_none(store: Store, keep_night: Callable[[Store, Night], None]) -> None:
    nights = [Night(FIRST + dt.timedelta(days=day), note=str(day)) for day in range(120)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda night: keep_night(store, night), nights))
    assert store.nights() == nights
    assert store.check() == ()


def test_a_thread_that_reads_sees_an_act_whole_or_not_at_all(store: Store) -> None:
    # The two states differ in every table, so that a reading across an act would mix them.
    told_at = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
    days = [FIRST + dt.timedelta(days=day) for day in range(10)]
    states = [[Night(day, (Cramp(),) * n, told_at, note=f"{n} cramps") for day in days] for n in (1, 3)]
    store.keep(Change("x", Records(), Records(tuple(states[0]))))

    enough = threading.Event()

    def write() -> None:
        for state in itertools.cycle(states):
            store.keep(Change("x", Records(), Records(tuple(state))))
            if enough.is_set():
                return

    def read() -> set[int]:
        seen: set[int] = set()
        end = time.monotonic() + 20
        # Fifty readings, and then until both states came by.
        readings = 0
        while time.monotonic() < end and (readings < 50 or len(seen) < 2):
            seen.add(states.index(store.nights()))
            readings += 1
        return seen

    with ThreadPoolExecutor(4) as threads:
        writing, readings = threads.submit(write), [threads.submit(read) for _ in range(3)]
        try:
            assert [reading.result() for reading in readings] == [{0, 1}] * 3
        finally:
            enough.set()
        writing.result()
