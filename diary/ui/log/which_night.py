"""The question which night a tap was meant for, where the day changed between the screen and the tap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.mornings import night_name
from diary.ui.log.question_dialog import DialogChoice, DialogWords, OpenQuestion, use_question
from diary.ui.page.component import component
from diary.ui.page.session import use_session

if TYPE_CHECKING:
    import datetime as dt

    from diary.ui.page.night_question import NightQuestion


@component
def WhichNight() -> ft.Control:
    """A dialog with both nights by name, and a way out; nothing is saved before one is chosen."""
    state = use_session().state

    def ask(question: NightQuestion | None) -> None:
        state.night_question = question

    use_question(OpenQuestion(lambda: state.night_question, ask), _words)
    return ft.Container(height=0)


def _words(question: NightQuestion) -> DialogWords:
    def choice(morning: dt.date) -> DialogChoice:
        def choose() -> Any:
            return question.choose(morning)

        return DialogChoice(night_name(morning), choose)

    return DialogWords(
        tr("Which night is it for?"),
        (tr("The day has changed while this page was open. Nothing is saved yet."),),
        [choice(morning) for morning in question.mornings],
        tr("Save nothing"),
    )
