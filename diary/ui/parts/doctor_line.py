"""The line that stands under every pattern: when to see a doctor, and the way to the warning signs."""

from __future__ import annotations

import flet as ft

from diary.model.profile import Profile
from diary.ui.profile_shown import doctor_words
from diary.ui.session import use_read, use_session


def doctor_line() -> ft.Control:
    """Always in sight, one tap away from what to do."""
    return DoctorLine()


@ft.component
def DoctorLine() -> ft.Control:
    """The article's own advice; where a warning sign stands, that one does."""
    session = use_session()
    page = ft.context.page
    profile = use_read(session, session.book.profile, on=[session.state.revision])
    ink = ft.Colors.ON_SECONDARY_CONTAINER
    return ft.Container(
        ink=True,
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=12,
        margin=ft.Margin.only(bottom=8),
        padding=ft.Padding.symmetric(horizontal=12, vertical=8),
        on_click=lambda _event: page.navigate("/settings/warning"),
        content=ft.Row(
            [
                ft.Icon(ft.Icons.MEDICAL_SERVICES_OUTLINED, color=ink, size=20),
                ft.Text(doctor_words(profile or Profile()), color=ink, expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ink, size=20),
            ],
            spacing=10,
        ),
    )
