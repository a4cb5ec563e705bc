"""The first and the last day of a time of the person's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError
from diary.ui.page.component import component
from diary.ui.page.session import Notice, use_session
from diary.ui.parts.day_button import DayButton

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diary.ui.page.period import Period


@component
def OwnDates(period: Period, on_choose: Callable[[Callable[[Period], Period]], Any]) -> ft.Control:
    """Two buttons that open a calendar each. An end before the start is refused in words."""
    session = use_session()

    def choose(**days: dt.date) -> None:
        try:
            on_choose(lambda now: replace(now, **days))
        except DiaryError as refusal:
            session.tell(Notice(str(refusal), refusal=True))
        else:
            if session.state.notice and session.state.notice.refusal:
                session.tell(None)

    today = session.state.now.date()
    return ft.Container(
        padding=ft.Padding.only(top=8),
        content=ft.Row(
            [
                DayButton(tr("From"), period.first, today, on_choose=lambda day: choose(first=day)),
                DayButton(tr("To"), period.last, today, on_choose=lambda day: choose(last=day)),
            ],
            wrap=True,
            run_spacing=4,
        ),
    )
