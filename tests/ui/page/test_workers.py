from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import CancelledError

import pytest

from diary.ui.page.workers import Worker, Workers


def test_jobs_are_done_one_after_another_in_their_order() -> None:
    worker, done = Worker("book"), []

    def job(number: int) -> int:
        time.sleep(0.01)
        done.append(number)
        return number

    futures = [worker.submit(job, number) for number in range(5)]
    assert [future.result(5) for future in futures] == done == [0, 1, 2, 3, 4]
    assert not worker.is_busy


def test_a_job_that_fails_tells_whoever_waits_for_it_and_the_next_is_done() -> None:
    worker = Worker("book")
    with pytest.raises(ZeroDivisionError):
        worker.submit(lambda: 1 // 0).result(5)
    assert worker.submit(lambda: 1).result(5) == 1


def test_a_job_that_nobody_wants_any_more_is_left_out() -> None:
    worker, going = Worker("slow"), threading.Event()
    worker.submit(going.wait, 5)
    unwanted, wanted = worker.submit(lambda: 1), worker.submit(lambda: 2)
    assert unwanted.cancel()
    going.set()
    assert wanted.result(5) == 2
    assert not worker.is_busy
    with pytest.raises(CancelledError):
        unwanted.result(0)


def test_the_end_waits_for_acts_under_way_but_only_so_long() -> None:
    workers, going = Workers(), threading.Event()

    async def story() -> list[bool]:
        before = await workers.settle(1)
        workers.book.submit(going.wait, 5)
        under_way = await workers.settle(0.05)
        going.set()
        return [before, under_way, await workers.settle(5)]

    assert asyncio.run(story()) == [True, False, True]
    assert not workers.are_busy
