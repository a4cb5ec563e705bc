"""Settings: what the diary knows of the person, how it looks, and where it lies. All is saved as it is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.content.profile import cramps_words, doctor_questions_words, tried_words, warning_words
from diary.ui.page.records import MARKERS
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import use_profile
from diary.ui.page.use_record import use_record
from diary.ui.parts.layout import card, heading_text, screen, scrolling
from diary.ui.settings.about import AboutSection
from diary.ui.settings.conditions import ConditionsSection
from diary.ui.settings.content.person import conditions_words, lines_words, markers_words, medicines_words, person_words
from diary.ui.settings.content.questions import questions_words
from diary.ui.settings.content.suspicion import suspicion_words
from diary.ui.settings.cramps import CrampsSection
from diary.ui.settings.data import DataSection, RestoreSection
from diary.ui.settings.lines import LinesSection
from diary.ui.settings.looks import LooksCard
from diary.ui.settings.markers import MarkersSection
from diary.ui.settings.medicines import MedicinesSection
from diary.ui.settings.own_questions import OwnQuestionsSection
from diary.ui.settings.profile import ProfileSection
from diary.ui.settings.questions import DoctorQuestionsSection
from diary.ui.settings.reminders import RemindersSection
from diary.ui.settings.suspicion import SuspicionSection
from diary.ui.settings.tiles import Tile, tiles
from diary.ui.settings.tried import TriedSection
from diary.ui.settings.warning import WarningSection

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.profile import Profile
    from diary.ui.page.session import Session

SECTIONS: dict[str, Callable[[], ft.Control]] = {
    "profile": ProfileSection,
    "cramps": CrampsSection,
    "warning": WarningSection,
    "conditions": ConditionsSection,
    "medicines": MedicinesSection,
    "tried": TriedSection,
    "ask": DoctorQuestionsSection,
    "markers": MarkersSection,
    "my-questions": OwnQuestionsSection,
    "lines": LinesSection,
    "reminders": RemindersSection,
    "suspicion": SuspicionSection,
    "data": DataSection,
    "restore": RestoreSection,
    "about": AboutSection,
}
"""What stands at /settings/…, by the last part of the address."""


@component
def SettingsScreen() -> ft.Control:
    """The section that the address names, or the way to all of them."""
    name = ft.use_route_params().get("section")
    return SECTIONS[name]() if name in SECTIONS else AllSettings(name)


@component
def AllSettings(name: str | None) -> ft.Control:
    """Every section with how it stands, and how the diary looks; said first where the address names another."""
    session = use_session()
    profile = use_profile(session)
    markers = use_record(session, MARKERS, session.book.person.markers)
    if profile is None or markers is None:
        return screen()
    return screen(
        scrolling(
            [
                *([card(None, ft.Text(_no_section(name)))] if name else []),
                _group(tr("You")),
                tiles(*_person(session, profile), _tile(session, "markers", markers_words(markers))),
                LooksCard(),
                _group(tr("The diary")),
                tiles(
                    _tile(session, "my-questions", questions_words(session.state.catalogue)),
                    _tile(session, "lines", lines_words(session.state.preferences)),
                    _tile(session, "reminders", tr("Evening and morning, by your own calendar")),
                    _tile(session, "suspicion", suspicion_words(profile, session.state.catalogue)),
                    _tile(session, "data", tr("Where it lies, export, undo, backups")),
                    _tile(session, "about", tr("Private, and not a medical device")),
                ),
            ]
        )
    )


def _no_section(name: str) -> str:
    return tr("There is nothing named “{name}” in Settings. All that there is stands below.").format(name=name)


def _group(title: str) -> ft.Control:
    return ft.Container(padding=ft.Padding.only(left=8, top=8, bottom=8), content=heading_text(title))


def _person(session: Session, profile: Profile) -> list[Tile]:
    return [
        _tile(session, "profile", person_words(profile)),
        _tile(session, "cramps", cramps_words(profile)),
        _tile(session, "warning", warning_words(profile)),
        _tile(session, "conditions", conditions_words(profile)),
        _tile(session, "medicines", medicines_words(profile)),
        _tile(session, "tried", tried_words(profile)),
        _tile(session, "ask", doctor_questions_words(profile)),
    ]


def _tile(session: Session, section: str, words: str) -> Tile:
    page = ft.context.page
    icon, title = {
        "profile": (ft.Icons.PERSON_OUTLINED, tr("About you")),
        "cramps": (ft.Icons.QUIZ_OUTLINED, tr("Your cramps")),
        "warning": (ft.Icons.MEDICAL_SERVICES_OUTLINED, tr("Warning signs")),
        "conditions": (ft.Icons.MONITOR_HEART_OUTLINED, tr("Conditions")),
        "medicines": (ft.Icons.MEDICATION_OUTLINED, tr("Medicines and supplements")),
        "tried": (ft.Icons.SELF_IMPROVEMENT, tr("What you tried")),
        "ask": (ft.Icons.CONTACT_SUPPORT_OUTLINED, tr("Questions to your doctor")),
        "markers": (ft.Icons.FLAG_OUTLINED, tr("Markers")),
        "my-questions": (ft.Icons.CHECKLIST, tr("My questions")),
        "lines": (ft.Icons.TUNE, tr("Your own lines")),
        "reminders": (ft.Icons.NOTIFICATIONS_OUTLINED, tr("Reminders")),
        "suspicion": (ft.Icons.PSYCHOLOGY_ALT_OUTLINED, tr("Your suspicion")),
        "data": (ft.Icons.FOLDER_OUTLINED, tr("Your data")),
        "about": (ft.Icons.INFO_OUTLINED, tr("About this diary")),
    }[section]

    def open_section() -> None:
        session.state.came_from = ""
        page.navigate(f"/settings/{section}")

    return Tile(icon, title, words, open_section)
