"""Finds out whether Flet would refuse a control of one component, before the page is drawn with it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import flet as ft
from flet.components.component import Component

if TYPE_CHECKING:
    from collections.abc import Iterator


def check_controls(drawn: ft.Control) -> None:
    """Raises what Flet would raise while it draws these controls, but for those of components within."""
    for control in _own_controls(drawn):
        control._before_update_safe()  # type: ignore[no-untyped-call]  # noqa: SLF001  # what Flet does itself, in the midst of drawing


def _own_controls(value: Any) -> Iterator[ft.BaseControl]:
    if isinstance(value, Component):
        return
    if isinstance(value, ft.BaseControl):
        yield value
        for field in dataclasses.fields(value):
            if not (field.metadata.get("skip") or field.name.startswith("_")):
                yield from _own_controls(getattr(value, field.name))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _own_controls(each)
    elif isinstance(value, dict):
        yield from _own_controls(list(value.values()))
