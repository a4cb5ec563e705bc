"""Stops an upgrade at each of its statements: ``python upgrade_steps.py DIARY HOW``.

HOW is `killed` (kill -9), `refused` (an error) or `full` (a disk that takes nothing more from there on). Each time a
copy of the diary is brought up to date in a process of its own. It says in JSON how many statements there are, and of
each stop what is not as it has to be: the file as it was, and the next start brings it up to date.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from diary.model.errors import DiaryError
from diary.store.engine import reading_engine
from diary.store.log_file import has_log
from diary.store.upgrade import row_counts, upgrade

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

CAME_ABOUT, WAS_REFUSED, WENT_WRONG = 0, 3, 4


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse() -> None:
    message = "a step that fails"
    raise ValueError(message)


def fill_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))


STOPS: dict[str, Callable[[], None]] = {"killed": kill, "refused": refuse, "full": fill_disk}


def in_a_child(function: Callable[[], int]) -> int:
    """What a function gives in a process of its own; minus the signal that killed it."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(function())
        except BaseException as error:  # noqa: BLE001  # told to the parent
            sys.stderr.write(f"{error!r}\n")
            sys.stderr.flush()
            os._exit(WENT_WRONG)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def upgraded(path: Path, stop: Callable[[], None], at: int) -> int:
    """Bring it up to date, and stop before this statement."""
    seen = 0

    def look(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == at:
            stop()

    event.listen(Engine, "before_cursor_execute", look)
    try:
        upgrade(path)
    except DiaryError:
        return WAS_REFUSED
    return CAME_ABOUT


def contents(path: Path) -> dict[str, list[str]]:
    """Every row of every table."""
    engine = reading_engine(path)
    try:
        with engine.begin() as connection:
            return {name: _rows(connection, name) for name in row_counts(connection)}
    finally:
        engine.dispose()


def _rows(connection: Connection, table: str) -> list[str]:
    return sorted(map(repr, connection.exec_driver_sql(f'SELECT * FROM "{table}"')))  # noqa: S608  # its own table


def run(diary: Path, how: str) -> dict[str, Any]:
    """Stop at each statement in turn, until there is none to stop at."""
    restarts, at = 0, 1
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "diary.db"
        before = diary.read_bytes()
        shutil.copy(diary, path)
        upgrade(path)
        after = contents(path)
        while True:
            for left in Path(place).iterdir():
                left.unlink()
            path.write_bytes(before)
            if in_a_child(partial(upgraded, path, STOPS[how], at)) == CAME_ABOUT:
                return {"statements": at - 1, "restarts": restarts, "faults": faults}
            if path.read_bytes() != before:
                faults.append(f"statement {at}: the file is not as it was")
            # What starts next from the same bytes alone does the same; now and then it is done all the same.
            if at % 10 == 0 or has_log(path):
                restarts += 1
                upgrade(path)
                faults += [f"statement {at}: not the same after the next start"] if contents(path) != after else []
            at += 1


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), sys.argv[2])))
