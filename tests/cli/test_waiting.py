"""Long commands say on a terminal what they are doing, and Ctrl-C leaves the diary as it was."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.cli.waiting import CLEAR, ProgressLine, waited_for
from diary.exchange.contents import Contents
from diary.model.progress import WorkCancelledError
from tests.hygiene.test_names import SOURCE
from tests.numbered_nights import BEGIN, NOW, night_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IMPORTED = 150
LONGEST_WAIT = 30.0
"""Seconds."""


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Seconds that a test counts."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_after_a_second_a_terminal_shows_what_is_done_and_at_the_end_nothing_of_it() -> None:
    terminal, clock = Terminal(), Clock()
    with waited_for(terminal, clock) as progress:
        progress.step("Reading the file", 0.1)
        assert terminal.getvalue() == ""
        clock.seconds = 1.0
        progress.step("Reading the file", 0.25)
        assert terminal.getvalue() == f"{CLEAR}Reading the file … 25 %"
        progress.step("Reading the file", 0.26)  # at once after it
        clock.seconds = 2.0
        progress.step("Saving")
    assert terminal.getvalue() == f"{CLEAR}Reading the file … 25 %{CLEAR}Saving …{CLEAR}"


def test_a_file_or_a_pipe_gets_no_such_line() -> None:
    pipe, clock = io.StringIO(), Clock()
    line = ProgressLine(pipe, clock)
    clock.seconds = 9.0
    line.show("Saving", 0.5)
    line.clear()
    assert pipe.getvalue() == ""


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C is heard, also where whoever runs the tests does so in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_ctrl_c_stops_the_work_at_its_next_step_and_is_itself_again_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)
    with waited_for() as progress:
        progress.step("Reading the file")
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(WorkCancelledError):
            progress.step("Saving")
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)  # a second one does not wait
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for a single process")
def test_an_import_that_is_interrupted_changes_nothing(folder: Path, book: Diary, tmp_path: Path) -> None:
    book.nights.log_quiet(BEGIN)
    book.close()
    with closing(Diary.open(tmp_path / "other", clock=lambda: NOW, backups=False)) as other:
        other.files.import_contents(Contents(nights=tuple(night_of(number) for number in range(IMPORTED))))
        (tmp_path / "file.json").write_bytes(other.files.export_json())
    command = [sys.executable, "-m", "diary", "import", str(tmp_path / "file.json"), "--data", str(folder)]
    backups = len(list((folder / "backups").glob("*.db")))
    with subprocess.Popen(
        command, cwd=SOURCE.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        end = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < end and process.poll() is None and len(list(folder.glob("backups/*.db*"))) == backups:
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)  # while the backup before it is taken
        out, complaint = process.communicate()
    assert (process.returncode, complaint) == (130, "Cancelled. Nothing was changed.\n"), out
    with closing(Diary.open(folder, clock=lambda: NOW)) as again:
        assert [night.morning for night in again.nights.all()] == [BEGIN]
        assert (again.files.check(), again.steps().redo) == ((), None)
