"""Questions to the doctor: three lines of the person's own, at the foot of the report's first page."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.model.profile import MOST_QUESTIONS
from diary.model.profile_acts import WriteDoctorQuestion
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import save_profile, use_profile
from diary.ui.parts.fields import Entry
from diary.ui.parts.layout import card, quiet_text
from diary.ui.settings.section import section


@component
def DoctorQuestionsSection() -> ft.Control:
    """Up to three."""
    session = use_session()
    profile = use_profile(session)
    if profile is None:
        return section(tr("Questions to your doctor"))
    lines = [*profile.doctor_questions, *[""] * MOST_QUESTIONS][:MOST_QUESTIONS]
    return section(
        tr("Questions to your doctor"),
        card(
            None,
            quiet_text(tr("What do you want to ask? Your words go on the report as they are.")),
            *[ft.Container(QuestionEntry(line, text), key=f"{line}") for line, text in enumerate(lines)],
        ),
    )


@component
def QuestionEntry(line: int, text: str) -> ft.Control:
    """One of the lines."""
    session = use_session()

    async def save(typed: str) -> None:
        await save_profile(session, WriteDoctorQuestion(line, typed))

    return Entry(f"question to the doctor {line + 1}", tr("Question {n}").format(n=line + 1), text, save, lines=2)
