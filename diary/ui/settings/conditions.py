"""Conditions: for the doctor's page. The diary never tests them."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.model.condition_acts import AddCondition, RemoveCondition, SetConditionYear, SetOtherCondition
from diary.model.profile import CONDITIONS, OTHER_CONDITION, Condition
from diary.model.profile_questions import HAS_CONDITIONS
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import change_profile, save_profile, shown_profile, use_profile, whole
from diary.ui.parts.check_row import CheckRow
from diary.ui.parts.factor_field import NumberEntry
from diary.ui.parts.fields import Entry
from diary.ui.parts.layout import card, quiet_text
from diary.ui.settings.asked import asked
from diary.ui.settings.section import section


@component
def ConditionsSection() -> ft.Control:
    """All that are asked: the article's first, then others that go with cramps in the literature."""
    session = use_session()
    profile = use_profile(session)
    if profile is None:
        return section(tr("Conditions"))
    conditions = {condition.key: condition for condition in profile.conditions}
    return section(
        tr("Conditions"),
        card(
            None,
            quiet_text(tr("Tick what a doctor has found. It goes on the report's page; the diary does not judge it.")),
            *[ft.Container(ConditionField(key, conditions.get(key)), key=key) for key in CONDITIONS],
            ft.Container(OtherConditionField(conditions.get(OTHER_CONDITION)), key=OTHER_CONDITION),
            *([] if conditions else asked((HAS_CONDITIONS,), profile)),
        ),
    )


@component
def ConditionField(asked: str, condition: Condition | None) -> ft.Control:
    """One condition, and the year since when."""
    session = use_session()

    async def tick() -> None:
        ticked = any(each.key == asked for each in shown_profile(session).conditions)
        await change_profile(session, RemoveCondition(asked) if ticked else AddCondition(asked))

    return ft.Column(
        [
            CheckRow(tr(CONDITIONS[asked]), ticked=condition is not None, on_tick=tick),
            *([SinceEntry(condition)] if condition else []),
        ],
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def OtherConditionField(condition: Condition | None) -> ft.Control:
    """What is none of these, in the person's own words, and the year since when."""
    session = use_session()

    async def save(name: str) -> None:
        await save_profile(session, SetOtherCondition(name))

    return ft.Column(
        [
            Entry("condition other", tr("Another condition"), condition.own_name if condition else "", save),
            *([SinceEntry(condition)] if condition else []),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def SinceEntry(condition: Condition) -> ft.Control:
    """The year in which a condition began, as far as known."""
    session = use_session()

    async def save(year: float | None) -> None:
        await save_profile(session, SetConditionYear(condition.key, whole(year)))

    return ft.Container(
        padding=ft.Padding.only(left=48, bottom=8),
        content=NumberEntry(f"condition {condition.key} since", tr("Since which year?"), condition.since, save),
    )
