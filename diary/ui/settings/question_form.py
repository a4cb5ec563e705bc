"""The form of an own question: its words, how it is answered, and whether it can be told in the evening."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

import flet as ft

from diary.language import tr
from diary.model.own_factors import MOST_OPTIONS
from diary.ui.page.component import component
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.check_row import CheckRow
from diary.ui.parts.chips import ChoiceChips
from diary.ui.parts.draft_field import use_form_draft
from diary.ui.parts.fields import FIELD_BORDER
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import own_name, quiet_text
from diary.ui.settings.question_draft import KIND_NAMES, STEP_NAMES, DraftKind, QuestionDraft, draft_from_text, text_of
from diary.ui.settings.refusal import refusal_text

KeepDraft = Callable[[QuestionDraft], Awaitable[None]]
"""Keeps the question; raises a refusal where it cannot be kept."""
Change = Callable[[QuestionDraft], QuestionDraft]
"""What a tap or a key makes of the question as it is then; what was drawn may be older."""


@dataclass(frozen=True, slots=True)
class Filling:
    """A question that is being filled in."""

    draft: QuestionDraft
    """As it is drawn."""
    tap: Callable[[Change], None]
    """Changes it, and draws it so."""
    type_in: Callable[[Change], None]
    """Changes it by a key: the field shows that already, and a picture of it could come too late for the next key."""


@component
def QuestionForm(subject: str, start: QuestionDraft, button: str, keep: KeepDraft, *, new: bool) -> ft.Control:
    """All of a question at once, kept by its button, for half a rewording is none. A new one clears the form."""
    form = use_form_draft(subject, text_of(start))
    refused, set_refused = ft.use_state("")

    def changed(change: Change) -> str:
        set_refused("")
        return text_of(change(draft_from_text(form.current())))

    async def save() -> None:
        set_refused(await form.save(lambda text: keep(draft_from_text(text))))

    filling = Filling(
        draft_from_text(form.text),
        tap=lambda change: form.change(changed(change)),
        type_in=lambda change: form.typed(changed(change)),
    )

    return ft.Column(
        [
            *([_kinds(filling)] if new else []),
            _field(filling, "question", tr("Your question"), hint=tr("Herb tea after dinner?")),
            _field(filling, "name", tr("Short name, for lists"), hint=tr("Herb tea")),
            *_answer_fields(filling, new=new),
            CheckRow(
                tr("Can be told in the evening, before the night"),
                ticked=filling.draft.evening,
                on_tick=lambda: filling.tap(lambda draft: replace(draft, evening=not draft.evening)),
            ),
            # A form that was saved is shorter, and what stood below it slides under the finger.
            ft.FilledTonalButton(
                button,
                icon=ft.Icons.ADD if new else ft.Icons.CHECK,
                height=TARGET,
                on_click=handler(save, TapKind.CLOSING),
            ),
            *refusal_text(refused),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _kinds(filling: Filling) -> ft.Control:
    options = tuple((kind.value, tr(name)) for kind, name in KIND_NAMES.items())
    return ChoiceChips(
        tr("How is it answered?"),
        options,
        filling.draft.kind,
        lambda key: filling.tap(lambda draft: replace(draft, kind=DraftKind(key))),
    )


def _answer_fields(filling: Filling, *, new: bool) -> list[ft.Control]:
    match filling.draft.kind:
        case DraftKind.NUMBER:
            return _number_fields(filling, new=new)
        case DraftKind.CHOICE:
            return _option_fields(filling)
        case DraftKind.YES_NO:
            return []


def _number_fields(filling: Filling, *, new: bool) -> list[ft.Control]:
    steps = tuple((step, tr(name)) for step, name in STEP_NAMES.items())

    def tap_step(key: str) -> None:
        filling.tap(lambda draft: replace(draft, step=key))

    return [
        _field(filling, "unit", tr("Unit, if it has one"), hint=tr("km")),
        _field(filling, "low", tr("Lowest"), numeric=True),
        _field(filling, "high", tr("Highest"), numeric=True),
        *(
            [ChoiceChips(tr("Kept in"), steps, filling.draft.step, tap_step)]
            if new
            else [quiet_text(tr("The range can grow, for nights may hold any number of it."))]
        ),
    ]


def _option_fields(filling: Filling) -> list[ft.Control]:
    def field(place: int, text: str) -> ft.Control:
        label = tr("Answer {n}").format(n=place + 1)
        return _text_field(label, text, lambda typed: filling.type_in(lambda draft: draft.with_option(place, typed)))

    more = ft.TextButton(
        tr("One more answer"),
        icon=ft.Icons.ADD,
        # The new answer's field comes up where the button was.
        on_click=handler(lambda: filling.tap(QuestionDraft.with_option_added), TapKind.CLOSING),
    )
    options = filling.draft.options
    return [
        *[field(place, text) for place, text in enumerate(options)],
        *([more] if len(options) < MOST_OPTIONS else []),
    ]


def _field(filling: Filling, name: str, label: str, *, hint: str = "", numeric: bool = False) -> ft.Control:
    """A field for the text of this name in the question."""

    def hear(text: str) -> None:
        change: dict[str, Any] = {name: text}
        filling.type_in(lambda draft: replace(draft, **change))

    return _text_field(label, getattr(filling.draft, name), hear, hint=hint, numeric=numeric)


def _text_field(
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
