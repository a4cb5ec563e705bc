"""Fields to type in, that save what was typed when they are left, and a stepper for small counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.component import component
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.draft_field import use_draft
from diary.ui.parts.layout import own_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.ui.drafts import Save

FIELD_BORDER = ft.OutlineInputBorder(border_radius=12, side=ft.BorderSide(1, ft.Colors.OUTLINE))


@component
def Entry(
    subject: str,
    label: str,
    value: str,
    save: Save,
    *,
    hint: str = "",
    suffix: str = "",
    lines: int = 1,
) -> ft.Control:
    """A field that reads and saves what was typed when it is left, and shows beside it what could not be saved.

    The subject names what is typed in it in the whole diary: “night 2026-11-29 note”.
    """
    draft = use_draft(subject, value, save)
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
            on_change=draft.changed,
            on_blur=draft.commit,
            on_submit=draft.submit if lines == 1 else None,
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
