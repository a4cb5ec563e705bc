"""Fields to type in, that save what was typed once the typing rests, and a stepper for small counts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError
from diary.ui.component import component
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.layout import own_name

REST = 0.7
"""Seconds without a key after which what was typed is saved."""

FIELD_BORDER = ft.OutlineInputBorder(border_radius=12, side=ft.BorderSide(1, ft.Colors.OUTLINE))

Save = Callable[[str], Awaitable[None]]
"""Saves what was typed; raises a refusal, which the field shows, where it cannot be kept."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being typed, and how it gets kept."""

    text: str
    error: str
    """Why it cannot be kept; empty where it can."""
    changed: Callable[[Any], Awaitable[None]]
    """Hears of each key; saves when the typing rests."""
    flush: Callable[[], Awaitable[None]]
    """Saves at once what is not saved yet."""


def use_draft(value: str, save: Save) -> Draft:
    """What is typed over a kept value. What is not saved yet is saved when its field goes away."""
    text, set_text = ft.use_state(value)
    error, set_error = ft.use_state("")
    unsaved: ft.MutableRef[str | None] = ft.use_ref(None)
    rest: ft.MutableRef[asyncio.Task[None] | None] = ft.use_ref(None)

    def show_saved() -> None:
        if unsaved.current is None:
            set_text(value)
            set_error("")

    async def flush() -> None:
        typed, unsaved.current = unsaved.current, None
        if typed is not None:
            set_error(await _refusal_of(save, typed))

    async def flush_at_rest() -> None:
        await asyncio.sleep(REST)
        await flush()

    async def changed(event: Any) -> None:
        set_text(event.control.value)
        unsaved.current = event.control.value
        if rest.current is not None:
            rest.current.cancel()
        rest.current = asyncio.create_task(flush_at_rest())

    ft.use_effect(show_saved, [value])
    ft.use_effect(_nothing, [], cleanup=flush)
    return Draft(text, error, changed, flush)


async def _refusal_of(save: Save, typed: str) -> str:
    try:
        await save(typed)
    except DiaryError as refusal:
        return str(refusal)
    return ""


def _nothing() -> None:
    """Nothing to do when the field appears."""


@component
def Entry(
    label: str,
    value: str,
    save: Save,
    *,
    hint: str = "",
    suffix: str = "",
    lines: int = 1,
    numeric: bool = False,
) -> ft.Control:
    """A field that keeps what is being typed, saves it when the typing rests or the field is left, and shows a refusal."""
    draft = use_draft(value, save)
    return own_name(
        ft.TextField(
            label=label,
            value=draft.text,
            hint_text=hint or None,
            suffix=suffix or None,
            error=draft.error or None,
            error_max_lines=4,
            multiline=lines > 1,
            min_lines=lines if lines > 1 else None,
            max_lines=8 if lines > 1 else 1,
            keyboard_type=ft.KeyboardType.NUMBER if numeric else ft.KeyboardType.TEXT,
            on_change=draft.changed,
            on_blur=draft.flush,
            on_submit=draft.flush if lines == 1 else None,
            border=FIELD_BORDER,
        )
    )


@component
def Stepper(
    question: str, count: int | None, on_count: Callable[[int | None], Any], *, most: int, unit: str = ""
) -> ft.Control:
    """A small count with a button to each side; from not answered the first tap tells none or one."""
    words = tr("not answered") if count is None else f"{count} {unit}".strip()
    less = None if count in (None, 0) else count - 1
    return ft.Row(
        [
            ft.Semantics(
                label=f"{question}: {words}",
                exclude_semantics=True,
                expand=True,
                content=ft.Column(
                    [
                        ft.Text(question, theme_style=ft.TextThemeStyle.BODY_LARGE),
                        ft.Text(words, color=ft.Colors.ON_SURFACE_VARIANT),
                    ],
                    spacing=0,
                ),
            ),
            NamedIconButton(
                ft.Icons.REMOVE,
                tr("{question}: fewer").format(question=question),
                lambda: on_count(0 if count is None else less),
            ),
            NamedIconButton(
                ft.Icons.ADD,
                tr("{question}: more").format(question=question),
                lambda: on_count(1 if count is None else min(most, count + 1)),
            ),
        ],
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
