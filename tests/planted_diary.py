"""The diary as a program with a mistake in it: python tests/planted_diary.py KIND MODULE NAME FLAG COMMAND ...

While the file FLAG exists, the function of this name (or method: Class.method) raises, or gives a control that Flet
refuses, or takes longer, or its module cannot be imported or takes longer to.
"""

from __future__ import annotations

import importlib
import importlib.abc
import inspect
import sys
import time
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import flet as ft

from diary.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

MISTAKE = "a planted mistake"
SLOW, HANGS = 0.4, 60.0
"""Seconds that what is slow, and what hangs, takes more."""


def make_mistake() -> None:
    """Raise what nobody foresaw."""
    raise RuntimeError(MISTAKE)


def refused_control() -> ft.Control:
    """A control that Flet refuses once it is drawn."""
    slider = ft.Slider(min=0, max=1, value=0)
    slider.value = 2
    return slider


def plant(kind: str, module: str, name: str, flag: Path) -> None:
    """Replace a function, or a method of a class, by one that makes this kind of mistake while the file exists."""
    *way, last = name.split(".")
    home: Any = importlib.import_module(module)
    for step in way:
        home = getattr(home, step)
    setattr(home, last, MISTAKES[kind](getattr(home, last), flag))


def slow(seconds: float, function: Callable[..., Any], flag: Path) -> Callable[..., Any]:
    """The function, but for a pause before it while the file exists."""

    @wraps(function)
    def act(*given: Any, **named: Any) -> Any:
        if flag.exists():
            time.sleep(seconds)
        return function(*given, **named)

    return act


def mistaken(mistake: Callable[[], Any], function: Callable[..., Any], flag: Path) -> Callable[..., Any]:
    """The function, but for the mistake while the file exists."""

    def makes_it() -> bool:
        return flag.exists()

    @wraps(function)
    async def act_later(*given: Any, **named: Any) -> Any:
        return mistake() if makes_it() else await function(*given, **named)

    @wraps(function)
    def act(*given: Any, **named: Any) -> Any:
        return mistake() if makes_it() else function(*given, **named)

    return act_later if inspect.iscoroutinefunction(function) else act


MISTAKES: dict[str, Callable[[Callable[..., Any], Path], Callable[..., Any]]] = {
    "raises": partial(mistaken, make_mistake),
    "gives-refused": partial(mistaken, refused_control),
    "is-slow": partial(slow, SLOW),
    "hangs": partial(slow, HANGS),
}
IMPORT_MISTAKES: dict[str, Callable[[], None]] = {
    "fails-import": make_mistake,
    "hangs-import": partial(time.sleep, HANGS),
}


class MistakenImport(importlib.abc.MetaPathFinder):
    """Makes a mistake where one module is imported while a file exists."""

    def __init__(self, mistake: Callable[[], None], module: str, flag: Path) -> None:
        self._mistake = mistake
        self._module = module
        self._flag = flag

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> None:
        """Make it for the module; leave all others, and it afterwards, to the finders of Python."""
        if name == self._module and self._flag.exists():
            self._mistake()


if __name__ == "__main__":
    _, kind, module, name, flag, *command = sys.argv
    if kind in IMPORT_MISTAKES:
        sys.meta_path.insert(0, MistakenImport(IMPORT_MISTAKES[kind], module, Path(flag)))
    else:
        plant(kind, module, name, Path(flag))
    sys.exit(run(command))
