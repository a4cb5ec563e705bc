from __future__ import annotations

import ast
import asyncio
import re
import subprocess
import sys
from pathlib import Path

import flet as ft
import pytest

from diary.ui.page.workers import Worker
from diary.ui.ready import READER, load_the_rest

ROOT = Path(__file__).resolve().parents[2]
FIRST = ("diary.ui.root", "diary.ui.shell", "diary.ui.page.session", "diary.ui.page.theme", "diary.ui.log.screen")
WITH_PARTS = ("diary.ui.parts.", "diary.ui.log.")
"""Where the controls of the first screen stand."""
LATER = {"AlertDialog", "Brightness", "KeyboardEvent", "MutableRef", "Page", "ProgressBar"}
"""Named in types only, or, the dialog and its bar, where a day has changed and where one waits."""


def names_of_flet(modules: tuple[str, ...]) -> set[str]:
    """What these modules, and those of the screens that they are made of, name of Flet."""
    seen: set[str] = set()
    names: set[str] = set()
    waiting = list(modules)
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        for node in ast.walk(ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(WITH_PARTS):
                waiting.append(node.module or "")
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "ft":
                names.add(node.attr)
    return names - LATER


def in_a_python_of_its_own(statement: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", statement], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.split()


def test_the_first_page_finds_everything_loaded_that_it_is_made_of() -> None:
    loaded = in_a_python_of_its_own(
        "import diary.ui.root, diary.ui.ready, sys; diary.ui.ready.load_first_screen(); print(*sys.modules)"
    )
    missing = {
        name: home
        for name in names_of_flet(FIRST)
        if (home := getattr(getattr(ft, name), "__module__", "flet")) not in loaded
    }
    assert missing == {}


def test_the_other_screens_are_not_loaded_before_the_first_page() -> None:
    loaded = in_a_python_of_its_own("import diary.ui.root, sys; print(*sys.modules)")
    others = {f"diary.ui.{room}.screen" for room in ("nights", "trends", "triggers", "report", "settings")}
    assert others & set(loaded) == set()


def test_the_test_above_sees_a_screen_where_one_is_loaded() -> None:
    loaded = in_a_python_of_its_own("import diary.ui.trends.screen, sys; print(*sys.modules)")
    assert "diary.ui.trends.screen" in loaded


def test_a_screen_that_cannot_be_loaded_is_told_and_keeps_none_of_the_others_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("diary.ui.ready.IDLE_BEFORE_LOADING", 0)
    monkeypatch.setattr("diary.ui.ready._screens", [("diary.no_such", "A"), ("diary.ui.trends.screen", "B")])
    monkeypatch.delitem(sys.modules, "diary.ui.trends.screen", raising=False)
    told: list[Exception] = []
    asyncio.run(load_the_rest(told.append, Worker("loading")))
    assert [type(error) for error in told] == [ModuleNotFoundError]
    assert "diary.ui.trends.screen" in sys.modules


def test_what_reads_the_record_of_an_act_is_loaded_before_a_first_undo_and_not_before_the_first_page() -> None:
    first_page = "import asyncio, sys, diary.ui.root, diary.ui.ready as ready; ready.load_first_screen()"
    rest = (
        "from diary.ui.page.workers import Worker; ready._screens.clear(); ready.IDLE_BEFORE_LOADING = 0;"
        "asyncio.run(ready.load_the_rest(print, Worker('loading')))"
    )
    assert READER not in in_a_python_of_its_own(f"{first_page}; print(*sys.modules)")
    assert READER in in_a_python_of_its_own(f"{first_page}; {rest}; print(*sys.modules)")


@pytest.mark.parametrize("name", ["use_effect", "run_task", "on_mounted"])
def test_work_that_nobody_waits_for_is_begun_only_where_its_failure_is_told(name: str) -> None:
    """Of an effect or task of its own that fails, Flet tells nobody."""
    bare = re.compile(rf"\b(?:ft|page)\.{name}\((?!tell_failure)")
    places = {path.name for path in (ROOT / "diary").rglob("*.py") if bare.search(path.read_text(encoding="utf-8"))}
    assert places - {"effects.py"} == set()
