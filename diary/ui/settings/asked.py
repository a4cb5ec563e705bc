"""A question of the profile: yes, no, or not answered, saved as it is tapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.profile_acts import SetProfileAnswer
from diary.ui.page.component import component
from diary.ui.page.content.profile import answered_on
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import change_profile, shown_profile
from diary.ui.page.taps import toggled
from diary.ui.parts.chips import YesNoChips
from diary.ui.parts.layout import quiet_text

if TYPE_CHECKING:
    from diary.model.profile import Profile
    from diary.model.profile_questions import ProfileAnswer, ProfileQuestion


@component
def ProfileQuestionChips(question: ProfileQuestion, present: ProfileAnswer | None) -> ft.Control:
    """The question over its two answers; a tap on the chosen one takes it back."""
    session = use_session()

    async def answer(yes: bool) -> None:
        before = shown_profile(session).answers.get(question.key)
        given = toggled(before.yes if before else None, yes)
        await change_profile(session, SetProfileAnswer(question.key, given))

    when = answered_on(present, session.state.now.date())
    return ft.Column(
        [
            YesNoChips(tr(question.question), present.yes if present else None, answer),
            *([quiet_text(when)] if when else []),
        ],
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def asked(questions: tuple[ProfileQuestion, ...], profile: Profile) -> list[ft.Control]:
    """These questions with their answers."""
    return [
        ft.Container(ProfileQuestionChips(question, profile.answers.get(question.key)), key=question.key)
        for question in questions
    ]
