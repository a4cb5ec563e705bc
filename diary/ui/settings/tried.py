"""What was tried against the cramps, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.profile import HELPFULNESS_NAMES, Helpfulness
from diary.model.treatment_acts import AddTreatment, ChangeTreatment, RemoveTreatment
from diary.ui.page.component import component
from diary.ui.page.content.profile import tried_line
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import change_profile, save_profile, shown_profile, use_profile
from diary.ui.page.taps import toggled
from diary.ui.parts.add_line import AddLine
from diary.ui.parts.chips import ChoiceChips
from diary.ui.parts.expander import Expander
from diary.ui.parts.fields import Entry
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.remove_button import RemoveButton
from diary.ui.settings.day_field import DayField
from diary.ui.settings.section import section

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Treatment

VERDICTS = tuple((verdict.value, name) for verdict, name in HELPFULNESS_NAMES.items())


@component
def TriedSection() -> ft.Control:
    """All that was tried, the newest first, and a line to add one more."""
    session = use_session()
    nothing: int | None = None
    added, set_added = ft.use_state(nothing)
    profile = use_profile(session)
    if profile is None:
        return section(tr("What you tried"))

    async def add(what: str) -> None:
        profile = await save_profile(session, AddTreatment(what))
        set_added(profile.treatments[-1].key)

    rows = [
        ft.Container(TriedField(each, opened=each.key == added), key=f"{each.key}")
        for each in reversed(profile.treatments)
    ]
    return section(
        tr("What you tried"),
        card(
            None,
            quiet_text(tr("What you tried against the cramps, and how it went. It goes on the report as you tell it.")),
            AddLine("new attempt", tr("What did you try?"), tr("Add"), add),
        ),
        *([card(None, *rows)] if rows else []),
    )


@component
def TriedField(tried: Treatment, *, opened: bool) -> ft.Control:
    """One thing that was tried, in a line; opened, all that is kept of it."""
    session = use_session()
    today = session.state.now.date()

    def change(**fields: Any) -> ChangeTreatment:
        return ChangeTreatment(tried.key, tuple(fields.items()))

    async def save_what(what: str) -> None:
        await save_profile(session, change(what=what.strip()))

    async def tap_verdict(key: str) -> None:
        before = next((each.verdict for each in shown_profile(session).treatments if each.key == tried.key), None)
        await change_profile(session, change(verdict=toggled(before, Helpfulness(key))))

    async def save_how(how: str) -> None:
        await save_profile(session, change(how=how.strip()))

    async def save_start(day: dt.date | None) -> None:
        await save_profile(session, change(started=day))

    async def save_stop(day: dt.date | None) -> None:
        await save_profile(session, change(stopped=day))

    return Expander(
        tried.what,
        tried_line(tried),
        opened,
        [
            Entry(f"attempt {tried.key} what", tr("What did you try?"), tried.what, save_what),
            ChoiceChips(
                tr("How did it go?"),
                tuple((key, tr(name)) for key, name in VERDICTS),
                tried.verdict.value if tried.verdict else None,
                tap_verdict,
            ),
            Entry(f"attempt {tried.key} how", tr("In your own words"), tried.how, save_how, lines=2),
            DayField(tr("Started"), tried.started, today, save_start),
            DayField(tr("Stopped"), tried.stopped, today, save_stop),
            RemoveTreatmentButton(tried),
        ],
    )


@component
def RemoveTreatmentButton(tried: Treatment) -> ft.Control:
    """Takes it out of the profile, with Undo."""
    session = use_session()

    async def remove() -> None:
        words = tr("Removed: {name}.").format(name=tried.what)
        await change_profile(session, RemoveTreatment(tried.key), words)

    return RemoveButton(tried.what, remove)
