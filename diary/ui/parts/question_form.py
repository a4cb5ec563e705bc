"""The form of an own question: its words, how it is answered, and whether it can be told in the evening."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError
from diary.model.own_factors import MOST_OPTIONS
from diary.ui.component import component
from diary.ui.look import TARGET
from diary.ui.parts.chips import ChoiceChips
from diary.ui.parts.draft_field import use_form_draft
from diary.ui.parts.fields import FIELD_BORDER
from diary.ui.parts.layout import own_name, quiet_text
from diary.ui.parts.tick_row import TickRow
from diary.ui.question_draft import KIND_NAMES, STEP_NAMES, DraftKind, QuestionDraft, draft_from_text, text_of

KeepDraft = Callable[[QuestionDraft], Awaitable[None]]
"""Keeps the question; raises a refusal where it cannot be kept."""
Told = Callable[..., None]
"""Hears what is told: told(question="…")."""


@component
def QuestionForm(subject: str, start: QuestionDraft, button: str, keep: KeepDraft, *, new: bool) -> ft.Control:
    """All of a question at once, kept by its button, for half a rewording is none. A new one clears the form."""
    form = use_form_draft(subject, text_of(start))
    draft = draft_from_text(form.text)
    refused, set_refused = ft.use_state("")

    def tell(**told: Any) -> None:
        set_refused("")
        form.change(text_of(replace(draft_from_text(form.current()), **told)))

    async def keep_it() -> None:
        try:
            await keep(draft_from_text(form.current()))
            form.clear()
        except DiaryError as refusal:
            set_refused(str(refusal))

    return ft.Column(
        [
            *([_kinds(draft, tell)] if new else []),
            _field(
                tr("Your question"), draft.question, lambda text: tell(question=text), hint=tr("Herb tea after dinner?")
            ),
            _field(tr("Short name, for lists"), draft.name, lambda text: tell(name=text), hint=tr("Herb tea")),
            *_answer_fields(draft, tell, new=new),
            TickRow(
                tr("Can be told in the evening, before the night"),
                ticked=draft.evening,
                on_tick=lambda: tell(evening=not draft.evening),
            ),
            *([ft.Text(refused, color=ft.Colors.ERROR)] if refused else []),
            ft.FilledTonalButton(button, icon=ft.Icons.ADD if new else ft.Icons.CHECK, height=TARGET, on_click=keep_it),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _kinds(draft: QuestionDraft, tell: Told) -> ft.Control:
    options = tuple((kind.value, tr(name)) for kind, name in KIND_NAMES.items())
    return ChoiceChips(
        tr("How is it answered?"), options, draft.kind, lambda key: tell(kind=DraftKind(key or draft.kind))
    )


def _answer_fields(draft: QuestionDraft, tell: Told, *, new: bool) -> list[ft.Control]:
    match draft.kind:
        case DraftKind.NUMBER:
            return _number_fields(draft, tell, new=new)
        case DraftKind.CHOICE:
            return _option_fields(draft, tell)
        case DraftKind.YES_NO:
            return []


def _number_fields(draft: QuestionDraft, tell: Told, *, new: bool) -> list[ft.Control]:
    steps = tuple((step, tr(name)) for step, name in STEP_NAMES.items())
    return [
        _field(tr("Unit, if it has one"), draft.unit, lambda text: tell(unit=text), hint=tr("km")),
        _field(tr("Lowest"), draft.low, lambda text: tell(low=text), numeric=True),
        _field(tr("Highest"), draft.high, lambda text: tell(high=text), numeric=True),
        *(
            [ChoiceChips(tr("Kept in"), steps, draft.step, lambda key: tell(step=key or draft.step))]
            if new
            else [quiet_text(tr("The range can grow, for nights may hold any number of it."))]
        ),
    ]


def _option_fields(draft: QuestionDraft, tell: Told) -> list[ft.Control]:
    def tell_option(place: int, text: str) -> None:
        tell(options=(*draft.options[:place], text, *draft.options[place + 1 :]))

    def field(place: int, text: str) -> ft.Control:
        return _field(tr("Answer {n}").format(n=place + 1), text, lambda typed: tell_option(place, typed))

    return [
        *[field(place, text) for place, text in enumerate(draft.options)],
        *(
            [
                ft.TextButton(
                    tr("One more answer"),
                    icon=ft.Icons.ADD,
                    on_click=lambda _event: tell(options=(*draft.options, "")),
                )
            ]
            if len(draft.options) < MOST_OPTIONS
            else []
        ),
    ]


def _field(
    label: str, value: str, on_text: Callable[[str], None], *, hint: str = "", numeric: bool = False
) -> ft.Control:
    return own_name(
        ft.TextField(
            label=label,
            value=value,
            hint_text=hint or None,
            keyboard_type=ft.KeyboardType.NUMBER if numeric else ft.KeyboardType.TEXT,
            on_change=lambda event: on_text(event.control.value),
            border=FIELD_BORDER,
        )
    )
