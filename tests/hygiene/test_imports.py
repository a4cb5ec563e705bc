from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SLOW = ("pandas", "numpy", "scipy", "matplotlib", "typst", "alembic")


def loaded_by(statement: str) -> set[str]:
    """The packages that a Python of its own has loaded after this statement."""
    told = subprocess.run(
        [sys.executable, "-c", f"{statement}; import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.split(".")[0] for name in told.stdout.split()}


@pytest.mark.parametrize("module", ["diary.app", "diary.book", "diary.cli", "diary.ui.root"])
def test_importing_it_loads_none_of_the_slow_libraries(module: str) -> None:
    assert loaded_by(f"import {module}") & set(SLOW) == set()


def test_the_test_above_sees_a_slow_library_where_one_is_loaded() -> None:
    assert "pandas" in loaded_by("import pandas")


@pytest.mark.parametrize(
    "module", ["diary.model.night", "diary.model.factors", "diary.model.triggers", "diary.model.plain"]
)
def test_the_model_loads_nothing_but_the_standard_library(module: str) -> None:
    assert loaded_by(f"import {module}") - loaded_by("pass") - sys.stdlib_module_names == {"diary"}


ACT = (
    "import datetime as dt, pathlib; from diary.book import Diary;"
    "book = Diary.open(pathlib.Path({folder!r}), clock=lambda: dt.datetime(2026, 11, 24, 7, tzinfo=dt.timezone.utc));"
    "book.nights.log(dt.date(2026, 11, 24), cramps=(), answers={{}})"
)


def test_a_tap_never_waits_for_the_library_that_reads_records_and_taking_back_loads_it(tmp_path: Path) -> None:
    act = ACT.format(folder=str(tmp_path))
    assert "pydantic" not in loaded_by(act)
    assert "pydantic" in loaded_by(f"{act}; book.undo()")


def test_the_command_line_starts_without_the_screens() -> None:
    assert "flet" not in loaded_by("import diary.cli")
