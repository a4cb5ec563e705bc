"""Fields to type in, that save what was typed when they are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.ui.page.component import component
from diary.ui.parts.draft_field import use_draft
from diary.ui.parts.layout import own_name

if TYPE_CHECKING:
    from diary.ui.page.drafts import Save

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
