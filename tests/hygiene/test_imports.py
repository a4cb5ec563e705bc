from __future__ import annotations

import subprocess
import sys

import pytest

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


@pytest.mark.parametrize("module", ["diary.model.night", "diary.model.factors", "diary.model.triggers"])
def test_the_model_loads_nothing_but_the_standard_library(module: str) -> None:
    assert loaded_by(f"import {module}") - loaded_by("pass") - sys.stdlib_module_names == {"diary"}


def test_the_command_line_starts_without_the_screens() -> None:
    assert "flet" not in loaded_by("import diary.cli")
