"""How the person wants the diary to look and to measure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import OutOfRangeError
from diary.model.mornings import is_dark_hour
from diary.model.rounding import rounded

if TYPE_CHECKING:
    import datetime as dt


class Theme(StrEnum):
    """The colours of the screens."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    NIGHT = "night"
    """Near black and red, for eyes that are used to the dark."""
    CLOCK = "clock"
    """NIGHT in the dark hours, else SYSTEM."""

    def at(self, now: dt.datetime) -> Theme:
        """The theme at this moment of local wall time: any but CLOCK."""
        if self is not Theme.CLOCK:
            return self
        return Theme.NIGHT if is_dark_hour(now) else Theme.SYSTEM


class TemperatureUnit(StrEnum):
    """How temperatures are shown; they are kept in °C."""

    CELSIUS = "celsius"
    FAHRENHEIT = "fahrenheit"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The person's choices in Settings."""

    theme: Theme = Theme.SYSTEM
    temperature: TemperatureUnit = TemperatureUnit.CELSIUS
    text_scale: float = 1.0
    """1.0 is the normal size of text, 2.0 twice that."""
    cold_below: float | None = None
    """The person's own line for a cold room, in °C; None where they have set none."""
    calcium_aim: int = 2
    """The person's usual aim of calcium-rich portions a day."""
    welcomed: bool = False
    """The questions of the first start were answered or skipped."""
    closed_signs: tuple[str, ...] = ()
    """The signs on Log that were put away, as the module of signs writes them."""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if not 1 <= self.text_scale <= 2:
            raise OutOfRangeError(tr("The size of text"), self.text_scale, 1, 2)
        if self.cold_below is not None and not -20 <= self.cold_below <= 50:
            raise OutOfRangeError(tr("The line for a cold room"), self.cold_below, -20, 50, "°C")
        if not 0 < self.calcium_aim <= 3:
            raise OutOfRangeError(tr("The aim of calcium-rich portions"), self.calcium_aim, 1, 3)


def shown_temperature(celsius: float, unit: TemperatureUnit) -> float:
    """A temperature in the unit that is shown, to 0.1 degree."""
    return float(rounded(celsius * 9 / 5 + 32 if unit is TemperatureUnit.FAHRENHEIT else celsius, 1))


def celsius_of(degrees: float, unit: TemperatureUnit) -> float:
    """A temperature typed in the shown unit, as it is kept: in °C to 0.01 degree, which holds every tenth of a °F."""
    return round((degrees - 32) * 5 / 9, 2) if unit is TemperatureUnit.FAHRENHEIT else round(degrees, 2)
