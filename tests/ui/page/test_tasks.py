from __future__ import annotations

import asyncio

from diary.ui.page.tasks import PageTasks


def test_a_page_has_its_tasks_once_while_it_is_connected_and_none_afterwards() -> None:
    running: list[int] = []

    async def work() -> None:
        running.append(1)
        try:
            await asyncio.Event().wait()
        finally:
            running.pop()

    async def story() -> list[int]:
        tasks, seen = PageTasks((work, work)), []
        for act in (tasks.begin, tasks.begin, tasks.end, tasks.end, tasks.begin, tasks.end):
            act()
            await asyncio.sleep(0.01)
            seen.append(len(running))
        return [*seen, len(asyncio.all_tasks())]

    assert asyncio.run(story()) == [2, 2, 0, 0, 2, 0, 1]
