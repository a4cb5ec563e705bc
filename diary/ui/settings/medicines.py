"""Medicines and supplements, with the days from which and until which they were taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.medicine_acts import AddMedicine, ChangeMedicine, RemoveMedicine
from diary.model.profile_questions import TAKES_MEDICINES
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import change_profile, save_profile, shown_profile, use_profile
from diary.ui.parts.add_line import AddLine
from diary.ui.parts.check_row import CheckRow
from diary.ui.parts.expander import Expander
from diary.ui.parts.fields import Entry
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.remove_button import RemoveButton
from diary.ui.settings.asked import asked
from diary.ui.settings.content.person import mark_words, medicine_words, taken_before, taken_now
from diary.ui.settings.day_field import DayField
from diary.ui.settings.section import section

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Medicine


@component
def MedicinesSection() -> ft.Control:
    """What is taken now, what was taken before, and a line to add one."""
    session = use_session()
    nothing: int | None = None
    added, set_added = ft.use_state(nothing)
    profile = use_profile(session)
    if profile is None:
        return section(tr("Medicines and supplements"))

    async def add(name: str) -> None:
        profile = await save_profile(session, AddMedicine(name))
        set_added(profile.medicines[-1].key)

    return section(
        tr("Medicines and supplements"),
        card(
            None,
            quiet_text(tr("They go on the report's page for your doctor. The diary does not test them.")),
            AddLine("new medicine", tr("Name of a medicine or supplement"), tr("Add"), add),
            *([] if profile.medicines else asked((TAKES_MEDICINES,), profile)),
        ),
        *_group(tr("Taken now"), taken_now(profile), added),
        *_group(tr("Taken before"), taken_before(profile), added),
    )


def _group(title: str, medicines: tuple[Medicine, ...], added: int | None) -> list[ft.Control]:
    rows = [ft.Container(MedicineField(each, opened=each.key == added), key=f"{each.key}") for each in medicines]
    return [card(title, *rows)] if rows else []


@component
def MedicineField(medicine: Medicine, *, opened: bool) -> ft.Control:
    """One medicine in a line; opened, all that is kept of it."""
    session = use_session()
    today = session.state.now.date()

    def change(**fields: Any) -> ChangeMedicine:
        return ChangeMedicine(medicine.key, tuple(fields.items()))

    async def save_name(name: str) -> None:
        await save_profile(session, change(name=name.strip()))

    async def save_dose(dose: str) -> None:
        await save_profile(session, change(dose=dose.strip()))

    async def save_start(day: dt.date | None) -> None:
        await save_profile(session, change(started=day))

    async def save_stop(day: dt.date | None) -> None:
        await save_profile(session, change(stopped=day))

    async def tick(field: str) -> None:
        """Tick it, or take the tick away, by what the page shows at this moment."""
        shown = next((each for each in shown_profile(session).medicines if each.key == medicine.key), medicine)
        await change_profile(session, change(**{field: not getattr(shown, field)}))

    return Expander(
        medicine.name,
        medicine_words(medicine),
        opened,
        [
            Entry(f"medicine {medicine.key} name", tr("Name"), medicine.name, save_name),
            Entry(
                f"medicine {medicine.key} dose", tr("Dose"), medicine.dose, save_dose, hint=tr("300 mg in the evening")
            ),
            DayField(tr("Started"), medicine.started, today, save_start),
            DayField(tr("Stopped"), medicine.stopped, today, save_stop),
            CheckRow(tr("Taken for the cramps"), ticked=medicine.for_cramps, on_tick=lambda: tick("for_cramps")),
            CheckRow(tr("A supplement"), ticked=medicine.supplement, on_tick=lambda: tick("supplement")),
            *[quiet_text(words) for words in mark_words(medicine)],
            RemoveMedicineButton(medicine),
        ],
    )


@component
def RemoveMedicineButton(medicine: Medicine) -> ft.Control:
    """Takes a medicine out of the profile, with Undo."""
    session = use_session()

    async def remove() -> None:
        words = tr("Removed: {name}.").format(name=medicine.name)
        await change_profile(session, RemoveMedicine(medicine.key), words)

    return RemoveButton(medicine.name, remove)
