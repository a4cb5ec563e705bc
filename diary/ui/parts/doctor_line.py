"""The line that stands under every pattern: when to see a doctor, and the way to the warning signs."""

from __future__ import annotations

import flet as ft

from diary.model.profile import Profile
from diary.ui.page.component import component
from diary.ui.page.content.profile import doctor_words
from diary.ui.page.session import use_read, use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.warning_way import open_warning_signs
from diary.ui.parts.handlers import handler

LARGEST_WHOLE = 1.5
"""Text size up to which the whole advice has room at the foot; beyond it, its name has, and the advice one tap away."""


def doctor_line() -> ft.Control:
    """Always in sight, one tap away from what to do."""
    return DoctorLine()


@component
def DoctorLine() -> ft.Control:
    """The article's own advice; where a warning sign stands, that one does."""
    session = use_session()
    page = ft.context.page
    profile = use_read(session, session.book.person.profile, on=[session.state.revision])
    words = doctor_words(profile or Profile(), short=session.state.preferences.text_scale > LARGEST_WHOLE)
    ink = ft.Colors.ON_SECONDARY_CONTAINER
    return ft.Container(
        ink=True,
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=12,
        margin=ft.Margin.only(bottom=8),
        padding=ft.Padding.symmetric(horizontal=12, vertical=8),
        on_click=handler(lambda: open_warning_signs(session, page), TapKind.CLOSING),
        content=ft.Row(
            [
                ft.Icon(ft.Icons.MEDICAL_SERVICES_OUTLINED, color=ink, size=20),
                ft.Text(words, color=ink, expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ink, size=20),
            ],
            spacing=10,
        ),
    )
