"""A diary for one test, and its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.cli import run
from diary.model.factors import Number, YesNo
from diary.model.own_factors import choice_of
from tests.cli.commands import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.commands import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def cramp_diary(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command at 07:30 on 22 November 2026, on the test's own diary; gives exit code, output, errors."""

    def call(*arguments: str, data: Path = folder) -> tuple[int, str, str]:
        command, *others = arguments
        code = run([command, "--data", str(data), *others], clock=lambda: NOW)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def book(folder: Path) -> Iterator[Diary]:
    book = Diary.open(folder, clock=lambda: NOW)
    yield book
    book.close()


@pytest.fixture
def own_questions(book: Diary) -> None:
    """A diary, closed again, that asks for tea, steps and mood, and not for socks."""
    book.questions.add("Herb tea?", kind=YesNo(), name="Tea")
    book.questions.add("Steps", kind=Number(0, 20_000, 1, "steps"))
    book.questions.add("Mood?", kind=choice_of(("Very low", "High")))
    book.questions.hide("socks")
    book.close()
