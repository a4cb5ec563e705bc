"""About you: what stands in the head of the report."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.model.mornings import day_name
from diary.model.profile import SEX_NAMES, Pregnancy, Profile, Sex
from diary.model.profile_acts import AnswerPregnancy, SetName, SetPregnancyWeek, SetSex
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import change_profile, save_profile, shown_profile, use_profile, whole
from diary.ui.page.taps import toggled
from diary.ui.parts.chips import ChoiceChips, YesNoChips
from diary.ui.parts.factor_field import NumberEntry
from diary.ui.parts.fields import Entry
from diary.ui.parts.first_choices import BirthYearEntry
from diary.ui.parts.layout import card, quiet_text
from diary.ui.settings.section import section


@component
def ProfileSection() -> ft.Control:
    """Name, year of birth, sex, pregnancy. None of it need be told."""
    session = use_session()
    profile = use_profile(session)
    if profile is None:
        return section(tr("About you"))
    return section(
        tr("About you"),
        card(
            None,
            quiet_text(tr("It stands in the head of the report for your doctor. Leave out what you like.")),
            NameEntry(profile.name),
            BirthYearEntry(profile.year_of_birth),
            SexChoice(profile.sex),
            *([] if profile.sex is Sex.MALE and profile.pregnancy is None else [PregnancyField(profile)]),
        ),
    )


@component
def NameEntry(name: str) -> ft.Control:
    """Name or initials."""
    session = use_session()

    async def save(text: str) -> None:
        await save_profile(session, SetName(text))

    return Entry("name", tr("Name or initials"), name, save)


@component
def SexChoice(sex: Sex | None) -> ft.Control:
    """Sex, as the person gives it."""
    session = use_session()

    async def tap(key: str) -> None:
        given = toggled(shown_profile(session).sex, Sex(key))
        await change_profile(session, SetSex(given))

    return ChoiceChips(
        tr("Sex"),
        tuple((key.value, tr(name)) for key, name in SEX_NAMES.items()),
        sex.value if sex else None,
        tap,
    )


@component
def PregnancyField(profile: Profile) -> ft.Control:
    """Whether pregnant, and how far where that is known."""
    session = use_session()
    pregnancy = profile.pregnancy

    async def answer(yes: bool) -> None:
        given = toggled(shown_profile(session).is_pregnant, yes)
        await change_profile(session, AnswerPregnancy(given))

    async def save(weeks: float | None) -> None:
        await save_profile(session, SetPregnancyWeek(whole(weeks)))

    return ft.Column(
        [
            YesNoChips(tr("Pregnant"), profile.is_pregnant, answer),
            *(
                [NumberEntry("week of pregnancy", tr("Which week, if known?"), pregnancy.weeks, save)]
                if pregnancy
                else []
            ),
            *([quiet_text(_noted(pregnancy))] if pregnancy else []),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _noted(pregnancy: Pregnancy) -> str:
    return tr("Noted on {day}.").format(day=day_name(pregnancy.noted_on, year=True))
