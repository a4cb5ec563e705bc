"""What the first start asks, and Settings afterwards: size of text, unit of temperature, year of birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.preferences import TemperatureUnit
from diary.model.profile_acts import SetYearOfBirth
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import prefer, save_profile, whole
from diary.ui.parts.factor_field import NumberEntry
from diary.ui.parts.radio_chips import RadioChips

if TYPE_CHECKING:
    import flet as ft

UNIT_NAMES = {TemperatureUnit.CELSIUS: "°C", TemperatureUnit.FAHRENHEIT: "°F"}


@component
def TextSizeChoice(sizes: tuple[int, ...]) -> ft.Control:
    """The size of text, in per cent of the normal size."""
    session = use_session()
    return RadioChips(
        tr("Size of text, in %"),
        tuple((str(size), str(size)) for size in sizes),
        str(round(session.state.preferences.text_scale * 100)),
        session.tapped(lambda key: prefer(session, text_scale=int(key) / 100)),
    )


@component
def UnitChoice() -> ft.Control:
    """How temperatures are shown."""
    session = use_session()
    return RadioChips(
        tr("Temperature in"),
        tuple((unit.value, name) for unit, name in UNIT_NAMES.items()),
        session.state.preferences.temperature.value,
        session.tapped(lambda key: prefer(session, temperature=TemperatureUnit(key))),
    )


@component
def BirthYearEntry(year: int | None) -> ft.Control:
    """The year of birth."""
    session = use_session()

    async def save(number: float | None) -> None:
        await save_profile(session, SetYearOfBirth(whole(number)))

    return NumberEntry("year of birth", tr("Year of birth"), year, save)
