"""The question whether a night's cramps are to go, where *No cramps* was tapped on a night that holds some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.model.mornings import night_name
from diary.model.night_acts import LogQuiet
from diary.ui.log.question_dialog import DialogChoice, DialogWords, OpenQuestion, use_question
from diary.ui.page.component import component
from diary.ui.page.open_night import do_or_tell, quiet_words
from diary.ui.page.session import use_session

if TYPE_CHECKING:
    from diary.ui.page.cramps_question import CrampsQuestion


@component
def RemoveCramps() -> ft.Control:
    """A dialog that names what would go; nothing is changed before that is said."""
    session = use_session()
    state = session.state

    def ask(question: CrampsQuestion | None) -> None:
        state.cramps_question = question

    def words(question: CrampsQuestion) -> DialogWords:
        async def remove() -> None:
            await do_or_tell(session, question.morning, LogQuiet(question.keys), quiet_words)

        return DialogWords(
            question.words,
            (night_name(question.morning), *question.lines),
            [DialogChoice(question.remove_words, remove)],
            question.keep_words,
        )

    use_question(OpenQuestion(lambda: state.cramps_question, ask), words)
    return ft.Container(height=0)
