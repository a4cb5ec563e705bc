"""The first and the last day of a period of the person's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError
from diary.ui.page.component import component
from diary.ui.page.session import Notice, use_session
from diary.ui.parts.day_button import DayButton
from diary.ui.parts.handlers import complete

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diary.model.period import Period

    PeriodChange = Callable[[Period], Period]
    """From the period as it is then, for it may have changed since it was drawn."""


@component
def PeriodDates(period: Period, latest: dt.date, on_choose: Callable[[PeriodChange], Any]) -> ft.Control:
    """Two buttons that open a calendar each. An end before the start is refused in words."""
    session = use_session()

    async def choose(**days: dt.date) -> None:
        try:
            await complete(on_choose(lambda now: replace(now, **days)))
        except DiaryError as refusal:
            session.tell(Notice(str(refusal), refusal=True))
        else:
            if session.state.notice and session.state.notice.refusal:
                session.tell(None)

    return ft.Row(
        [
            DayButton(tr("From"), period.first, latest, on_choose=lambda day: choose(first=day)),
            DayButton(tr("To"), period.last, latest, on_choose=lambda day: choose(last=day)),
        ],
        wrap=True,
        run_spacing=4,
    )
