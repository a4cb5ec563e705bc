"""What goes into the report, and how it looks: folded away under one line."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import night_name
from diary.model.preferences import TemperatureUnit
from diary.model.report_choices import NAMES_SHOWN, PAPER_NAMES, PART_NAMES, NameForm, Paper, Part, ReportChoices
from diary.ui.page.component import component
from diary.ui.page.records import REPORT_CHOICES
from diary.ui.page.session import Session, use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.check_row import CheckRow
from diary.ui.parts.day_button import DayButton
from diary.ui.parts.expander import Expander
from diary.ui.parts.handlers import handler, way
from diary.ui.parts.layout import card, heading_text, quiet_text
from diary.ui.parts.radio_chips import RadioChips
from diary.ui.report.acts import choose
from diary.ui.report.content import PARTS, ReportLook, choices_words

if TYPE_CHECKING:
    import datetime as dt

UNIT_NAMES = {TemperatureUnit.CELSIUS: "°C", TemperatureUnit.FAHRENHEIT: "°F"}


@component
def ReportChoicesCard(report: ReportLook) -> ft.Control:
    """The line, and below it all the choices once it is opened."""
    fields: list[ft.Control] = [
        NameChoice(report),
        PaperChoice(report.choices),
        DegreesChoice(report.choices),
        PartsChoice(report.choices),
        NightsLeftOut(report),
    ]
    return card(None, Expander(tr("What goes in"), choices_words(report.choices), False, fields))


@component
def NameChoice(report: ReportLook) -> ft.Control:
    """How much of the person's name is printed, and the way to it."""
    session = use_session()
    page = ft.context.page
    words = tr("Name: {name}").format(name=report.name) if report.name else tr("No name in the profile yet.")
    return ft.Column(
        [
            RadioChips(
                tr("Name on the report"),
                tuple((how.value, tr(name)) for how, name in NAMES_SHOWN.items()),
                report.choices.name.value,
                session.tapped(lambda key: _keep(session, name=NameForm(key))),
            ),
            ft.Row(
                [
                    quiet_text(words),
                    ft.TextButton(
                        tr("Change name") if report.name else tr("Add name"),
                        height=TARGET,
                        on_click=way(page, "/settings/profile"),
                    ),
                ],
                alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                wrap=True,
                run_spacing=0,
            ),
        ],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def PaperChoice(choices: ReportChoices) -> ft.Control:
    """The size of the pages."""
    session = use_session()
    return RadioChips(
        tr("Paper"),
        tuple((paper.value, tr(name)) for paper, name in PAPER_NAMES.items()),
        choices.paper.value,
        session.tapped(lambda key: choose(session, lambda choices: choices.with_paper(Paper(key)))),
    )


@component
def DegreesChoice(choices: ReportChoices) -> ft.Control:
    """The unit of temperatures on the report; until one is chosen, that of the diary."""
    session = use_session()
    return RadioChips(
        tr("Temperatures in"),
        tuple((unit.value, name) for unit, name in UNIT_NAMES.items()),
        (choices.temperature or session.state.preferences.temperature).value,
        session.tapped(lambda key: _keep(session, temperature=TemperatureUnit(key))),
    )


@component
def PartsChoice(choices: ReportChoices) -> ft.Control:
    """The parts, each to be ticked; warning signs and the counts always stand."""
    session = use_session()
    return ft.Column(
        [
            heading_text(tr("Parts")),
            quiet_text(tr("Warning signs, the summary and the counts always stand.")),
            *[
                CheckRow(
                    tr(PART_NAMES[part]),
                    ticked=choices.shows(part),
                    on_tick=partial(_toggle, session, choices, part),
                )
                for part in PARTS
            ],
            CheckRow(
                tr("The notes of the nights"),
                ticked=choices.notes,
                on_tick=partial(_toggle_notes, session, choices),
            ),
        ],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def NightsLeftOut(report: ReportLook) -> ft.Control:
    """Single nights that the person leaves out; the report says how many."""
    session = use_session()

    async def leave_out(morning: dt.date) -> None:
        await choose(session, lambda choices: replace(choices, left_out=choices.left_out | {morning}))

    return ft.Column(
        [
            heading_text(tr("Nights left out")),
            quiet_text(tr("They are in no count, and the report says how many there are.")),
            *[_left_out(session, morning) for morning in sorted(report.choices.left_out, reverse=True)],
            DayButton(
                tr("The morning on which the night ended"),
                None,
                report.today,
                on_choose=session.tapped(leave_out),
                words=tr("Leave out a night"),
            ),
        ],
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _left_out(session: Session, morning: dt.date) -> ft.Control:
    async def put_back() -> None:
        await choose(session, lambda choices: replace(choices, left_out=choices.left_out - {morning}))

    return ft.Row(
        [
            ft.Text(f"{night_name(morning)} {morning.year}", theme_style=ft.TextThemeStyle.BODY_LARGE),
            ft.TextButton(
                tr("Put back"),
                height=TARGET,
                tooltip=tr("Put back the night {night}").format(night=night_name(morning)),
                on_click=handler(put_back, TapKind.CLOSING),
            ),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=True,
    )


async def _keep(session: Session, **chosen: object) -> None:
    await choose(session, lambda choices: replace(choices, **chosen))  # type: ignore[arg-type]  # named by the callers above


async def _toggle(session: Session, choices: ReportChoices, part: Part) -> None:
    """Show a part or leave it out, by what the page shows at this moment."""
    wanted = not (session.shown(REPORT_CHOICES) or choices).shows(part)
    await choose(session, lambda choices: choices if choices.shows(part) is wanted else choices.toggle(part))


async def _toggle_notes(session: Session, choices: ReportChoices) -> None:
    wanted = not (session.shown(REPORT_CHOICES) or choices).notes
    await choose(session, lambda choices: replace(choices, notes=wanted))
