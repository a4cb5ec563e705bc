"""Your cramps: what no single night tells, and what tells cramps from other things."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.profile_acts import SetFirstCrampDay, SetFirstCrampYear
from diary.model.profile_questions import COMES_WITH, USUAL_CRAMP
from diary.model.telling_apart import TELLING_APART
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import save_profile, use_profile, whole
from diary.ui.parts.factor_field import NumberEntry
from diary.ui.parts.layout import card, quiet_text
from diary.ui.settings.asked import asked
from diary.ui.settings.day_field import DayField
from diary.ui.settings.section import section

if TYPE_CHECKING:
    import flet as ft

    from diary.model.profile import FirstCramp


@component
def CrampsSection() -> ft.Control:
    """Four short cards; each question can be left out."""
    session = use_session()
    profile = use_profile(session)
    if profile is None:
        return section(tr("Your cramps"))
    return section(
        tr("Your cramps"),
        FirstCrampCard(profile.first_cramp),
        card(tr("What comes with them"), *asked(COMES_WITH, profile)),
        card(
            tr("Is it a cramp?"),
            quiet_text(
                tr(
                    "These tell cramps from other things. The report gives your answers to your doctor; the diary "
                    "draws no conclusion from them."
                )
            ),
            *asked(TELLING_APART, profile),
        ),
        card(
            tr("A usual cramp"),
            quiet_text(tr("Where your nights tell it, the report takes it from them; else from here.")),
            *asked(USUAL_CRAMP, profile),
        ),
    )


@component
def FirstCrampCard(first: FirstCramp | None) -> ft.Control:
    """The year of the first cramp ever, or its day."""
    session = use_session()
    day = first.when if first and isinstance(first.when, dt.date) else None

    async def save_year(number: float | None) -> None:
        await save_profile(session, SetFirstCrampYear(whole(number)))

    async def save_day(chosen: dt.date | None) -> None:
        await save_profile(session, SetFirstCrampDay(chosen))

    return card(
        tr("The first cramp ever"),
        NumberEntry("first cramp year", tr("In which year?"), first.year if first else None, save_year),
        DayField(tr("Its day"), day, session.state.now.date(), save_day),
    )
