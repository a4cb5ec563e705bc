"""Every tap goes through the one place that knows which taps count: read from the source of all screens and parts."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import diary.ui

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(diary.ui.__file__).parent
TAPS = {"on_click", "on_tap", "on_double_tap", "on_long_press", "on_select", "on_toggle", "on_delete", "on_submit"}
"""What a finger does, and Enter, which is pressed as one taps."""
NO_TAPS = {
    "on_change": "keys typed into a field; the finger on the bottom bar, which stands still",
    "on_dismiss": "a dialog that the browser has closed already",
    "on_blur": "a field that is left",
    "on_scroll": "a finger that moves",
    "on_horizontal_drag_start": "a finger that moves",
    "on_horizontal_drag_end": "a finger that moves",
    "on_interaction_start": "fingers on a chart",
    "on_interaction_update": "fingers on a chart",
}
THE_PLACE = {"handler", "way"}
"""What makes the handler of a tap."""
HANDED_ON = {
    ("page/start.py", "again"): "a page that could not be begun has no guard, and nothing else to tap",
    ("parts/day_calendar.py", "on_click"): "made by the caller, as its type says",
    ("log/cramp_form.py", "remove"): "made by the caller, as its type says",
    ("parts/fields.py", "draft.submit"): "Enter in a field saves it, as leaving it does; twice is once",
    ("catch_up/typed_nights.py", "enter"): "Enter goes on to the next line, however fast it comes",
    ("nights/filter.py", "Dropdown"): "a list that was open and closed over what lies below it; twice is once",
    ("trends/factor_choice.py", "Dropdown"): "the same",
}


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            value = node.func.value
            if isinstance(value, ast.Name) and value.id == "ft":
                yield node


def _handlers(path: Path) -> Iterator[tuple[str, str, ast.expr]]:
    """The control, the event and the handler, of all that a module makes of Flet's controls."""
    for call in _calls(path):
        for keyword in call.keywords:
            if keyword.arg and keyword.arg.startswith("on_"):
                assert isinstance(call.func, ast.Attribute)
                yield call.func.attr, keyword.arg, keyword.value


def _unguarded(path: Path) -> list[str]:
    name = path.relative_to(SOURCE).as_posix()
    return [
        f"{name}: {control}({event}={ast.unparse(part)})"
        for control, event, value in _handlers(path)
        if event not in NO_TAPS
        for part in _parts(value)
        if not _is_guarded(part) and (name, ast.unparse(part)) not in HANDED_ON and (name, control) not in HANDED_ON
    ]


def _parts(value: ast.expr) -> Iterator[ast.expr]:
    """Both sides of a choice, and what is no choice as it is."""
    if isinstance(value, ast.IfExp):
        yield from _parts(value.body)
        yield from _parts(value.orelse)
    else:
        yield value


def _is_guarded(value: ast.expr) -> bool:
    if isinstance(value, ast.Constant) and value.value is None:
        return True
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in THE_PLACE


MODULES = sorted(SOURCE.rglob("*.py"))


def test_every_tap_goes_through_the_guard() -> None:
    assert [line for path in MODULES for line in _unguarded(path)] == []


def test_every_event_of_a_control_is_known_to_be_a_tap_or_none() -> None:
    events = {event for path in MODULES for _, event, _ in _handlers(path)}
    assert events <= TAPS | set(NO_TAPS)


def test_a_chip_is_tapped_and_never_selects_itself() -> None:
    """It would change its look at each tap, also at one that does not count, and then show what is not so."""
    assert [
        path for path in MODULES for control, event, _ in _handlers(path) if (control, event) == ("Chip", "on_select")
    ] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("ft.Chip(on_click=lambda: go())", 1),
        ("ft.Container(on_click=None if to_come else lambda: go())", 1),
        ("ft.Container(on_click=handler(go) if go else None)", 0),
        ("ft.TextButton(on_long_press=self.go)", 1),
        ("ft.Chip(on_click=way(page, '/'))", 0),
        ("ft.TextField(on_change=typed)", 0),
    ],
)
def test_the_test_above_sees_a_tap_that_goes_by(
    source: str, found: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "parts" / "new.py"
    path.parent.mkdir()
    path.write_text(source, encoding="utf-8")
    monkeypatch.setattr("tests.ui.parts.test_handlers.SOURCE", tmp_path)
    assert len(_unguarded(path)) == found
