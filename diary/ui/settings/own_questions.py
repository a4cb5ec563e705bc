"""My questions: the person's own ones, and which of the built-in ones are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.records import QUESTIONS
from diary.ui.page.session import use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.use_record import use_record
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.check_row import CheckRow
from diary.ui.parts.expander import Expander
from diary.ui.parts.handlers import handler
from diary.ui.parts.keyed import keyed
from diary.ui.parts.layout import card, quiet_text
from diary.ui.settings.content.questions import (
    BuiltInGroup,
    BuiltInLine,
    built_in_groups,
    former_line,
    own_questions,
    power_words,
    standing_words,
)
from diary.ui.settings.question_acts import tap_questions, turn_question
from diary.ui.settings.question_draft import QuestionDraft, draft_of
from diary.ui.settings.question_form import QuestionForm
from diary.ui.settings.section import section

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.own_factors import OwnFactor


@component
def OwnQuestionsSection() -> ft.Control:
    """Own questions with their order, a form to add one, those archived, and the built-in ones card by card."""
    session = use_session()
    questions = use_record(session, QUESTIONS, session.book.questions.current)
    if questions is None:
        return section(tr("My questions"))
    catalogue = questions.catalogue
    own, archived = own_questions(catalogue), own_questions(catalogue, archived=True)
    power = power_words(catalogue)
    return section(
        tr("My questions"),
        *([card(tr("Asked in this order"), *_lines(own), *([quiet_text(power)] if power else []))] if own else []),
        AddCard(),
        *(
            [card(tr("No longer asked"), *[ft.Container(Archived(factor), key=factor.key) for factor in archived])]
            if archived
            else []
        ),
        card(
            tr("Questions that come with the diary"),
            quiet_text(tr("Hide what you do not want to be asked. What was answered stays, and nights still show it.")),
        ),
        *[_group(group) for group in built_in_groups(catalogue)],
    )


def _lines(own: tuple[OwnFactor, ...]) -> list[ft.Control]:
    last = len(own) - 1
    return [
        ft.Container(OwnLine(factor, first=place == 0, last=place == last), key=factor.key)
        for place, factor in enumerate(own)
    ]


@component
def OwnLine(factor: OwnFactor, *, first: bool, last: bool) -> ft.Control:
    """One own question in a line with its place; opened, all of it."""
    session = use_session()
    book = session.book

    async def move(places: int) -> None:
        await tap_questions(
            session,
            lambda questions: questions.move(factor.key, places),
            lambda: book.questions.move(factor.key, places),
        )

    return Expander(
        factor.name,
        standing_words(factor),
        False,
        [OwnDetail(factor)],
        beside=(
            # Both are always there, each in its place: where they came and went, Flet showed those of other rows.
            _mover(ft.Icons.ARROW_UPWARD, tr("Move {name} up"), factor, lambda: move(-1), disabled=first),
            _mover(ft.Icons.ARROW_DOWNWARD, tr("Move {name} down"), factor, lambda: move(1), disabled=last),
        ),
    )


def _mover(
    icon: ft.IconData, name: str, factor: OwnFactor, move: Callable[[], object], *, disabled: bool
) -> ft.Control:
    """The question goes, and another one's button comes up under the finger."""
    return NamedIconButton(icon, name.format(name=factor.name), move, taps=TapKind.CLOSING, disabled=disabled)


@component
def OwnDetail(factor: OwnFactor) -> ft.Control:
    """The words of an own question, what they were before, and whether it is asked."""
    session = use_session()
    book = session.book

    async def keep(draft: QuestionDraft) -> None:
        kind = draft.kind_beside(factor)
        words = tr("Changed: {name}. Its answers stay.").format(name=draft.name or draft.question)
        await session.save(
            QUESTIONS,
            lambda: book.questions.reword(
                factor.key, draft.question, kind=kind, name=draft.name, evening=draft.evening
            ),
            words,
        )

    async def archive() -> None:
        words = tr("No longer asked: {name}. Its answers stay.").format(name=factor.name)
        await tap_questions(
            session,
            lambda questions: questions.archive(factor.key),
            lambda: book.questions.archive(factor.key),
            words,
        )

    return ft.Column(
        [
            keyed(QuestionForm, draft_of(factor))(
                f"question {factor.key}", draft_of(factor), tr("Save the change"), keep, new=False
            ),
            *[quiet_text(former_line(words)) for words in reversed(factor.former)],
            quiet_text(tr("On the command line: --set {key}=…").format(key=factor.key)),
            CheckRow(
                tr("Asked on the form"),
                ticked=not factor.hidden,
                on_tick=lambda: turn_question(session, factor.key, factor.name),
            ),
            ft.TextButton(
                tr("Archive {name}").format(name=factor.name),
                icon=ft.Icons.ARCHIVE_OUTLINED,
                on_click=handler(archive, TapKind.CLOSING),
            ),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def AddCard() -> ft.Control:
    """The form of a new question."""
    session = use_session()
    book = session.book

    async def add(draft: QuestionDraft) -> None:
        kind = draft.kind_beside()
        words = tr("Added: {name}. It is asked on Log.").format(name=draft.name or draft.question)
        await session.save(
            QUESTIONS,
            lambda: book.questions.add(draft.question, kind=kind, name=draft.name, evening=draft.evening),
            words,
        )

    return card(
        tr("Add a question"),
        quiet_text(tr("Anything that you want to compare your nights by. It is then asked on Log like all others.")),
        QuestionForm("new question", QuestionDraft(), tr("Add the question"), add, new=True),
    )


@component
def Archived(factor: OwnFactor) -> ft.Control:
    """One question that is no longer asked, and the way back."""
    session = use_session()
    book = session.book

    async def take_up() -> None:
        words = tr("Asked again: {name}.").format(name=factor.name)
        await tap_questions(
            session,
            lambda questions: questions.unarchive(factor.key),
            lambda: book.questions.unarchive(factor.key),
            words,
        )

    return Expander(
        factor.name,
        standing_words(factor),
        False,
        [
            *[quiet_text(former_line(words)) for words in reversed(factor.former)],
            ft.TextButton(
                tr("Ask {name} again").format(name=factor.name),
                icon=ft.Icons.UNARCHIVE_OUTLINED,
                on_click=handler(take_up, TapKind.CLOSING),
            ),
        ],
    )


def _group(group: BuiltInGroup) -> ft.Control:
    return card(group.name, *[ft.Container(BuiltInRow(line), key=line.key) for line in group.lines])


@component
def BuiltInRow(line: BuiltInLine) -> ft.Control:
    """One built-in question, ticked where it is asked."""
    session = use_session()

    return ft.Column(
        [
            CheckRow(line.name, ticked=line.wanted, on_tick=lambda: turn_question(session, line.key, line.name)),
            *([ft.Container(quiet_text(line.hint), padding=ft.Padding.only(left=40))] if line.hint else []),
        ],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
