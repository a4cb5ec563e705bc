"""The commands as a program: exit codes and standard error."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from tests.cli.commands import MORNING, NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def program(folder: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`python -m diary`, with the diary's folder given by the environment."""
    environment = {**os.environ, "CRAMP_DIARY_DATA": str(folder), "PYTHONIOENCODING": "utf-8"}

    def call(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "diary", *arguments],
            env={**environment, **more},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return call


def test_the_program_logs_and_lists_and_exits_zero(program: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    assert program("log", "--cramp", "03:10 calf", "--morning", MORNING).returncode == 0
    listed = program("nights", "--json")
    assert listed.returncode == 0
    assert json.loads(listed.stdout)[0]["cramps"] == [{"at": "2026-11-22T03:10", "muscle": "calf"}]


@pytest.mark.parametrize(
    "arguments", [["nigts"], ["nights", "--frm", "x"], ["--colour"], ["log"], ["open", "--port", "99999"]]
)
def test_a_mistake_is_one_line_on_standard_error_and_never_a_traceback(
    program: Callable[..., subprocess.CompletedProcess[str]], arguments: list[str]
) -> None:
    done = program(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_help_names_every_command(program: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    told = program("--help")
    assert told.returncode == 0
    assert {"open", "log", "nights", "findings", "report", "export", "check"} <= set(told.stdout.split())


def test_a_terminal_without_our_characters_gets_question_marks(
    program: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    program("log", "--quiet", "--morning", MORNING, "--note", "夜")
    told = program("nights", PYTHONIOENCODING="latin-1")
    assert told.returncode == 0
    assert "Sat 21 ? Sun 22 Nov" in told.stdout


def test_a_reader_that_leaves_early_sees_no_traceback(folder: Path) -> None:
    book = Diary.open(folder, clock=lambda: NOW)
    for back in range(40):
        book.nights.write_note(NOW.date() - dt.timedelta(days=back), "x" * 9_000)
    book.close()
    listing = subprocess.Popen(
        [sys.executable, "-m", "diary", "nights", "--data", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert listing.stdout is not None
    assert listing.stderr is not None
    listing.stdout.read(10)
    listing.stdout.close()
    assert listing.stderr.read() == b""
    listing.stderr.close()
    listing.wait(timeout=60)
