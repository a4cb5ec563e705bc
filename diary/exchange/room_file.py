"""What a thermometer exported: which it is is seen from the head of the table, never from the name of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.exchange.errors import NoReadingsError, SensorNotChosenError, UnitNotChosenError
from diary.model.preferences import TemperatureUnit
from diary.model.room_readings import Reading

if TYPE_CHECKING:
    from diary.exchange.text_table import TableRow

WORDS_OF_UNIT = {
    TemperatureUnit.CELSIUS: ("celsius", "℃", "°c", "ﾂｰc", "(c)"),
    TemperatureUnit.FAHRENHEIT: ("fahrenheit", "℉", "°f", "ﾂｰf", "(f)"),
}
"""How a heading names its unit; the third of each is what a sign becomes that was saved in the wrong encoding."""


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """What only the person can say of a file."""

    unit: TemperatureUnit | None = None
    sensor: str | None = None


@dataclass(frozen=True, slots=True)
class RoomFile:
    """The readings of a file."""

    sensors: Mapping[str, tuple[Reading, ...]]
    """By name; a device that writes a file of its own has none."""
    unit: TemperatureUnit | None
    """None where the file does not say it."""
    left_out: tuple[str, ...] = ()
    """Lines that hold no reading, and why, in words."""

    def __post_init__(self) -> None:
        """Refuse a file that tells nothing."""
        if not self.sensors:
            raise NoReadingsError

    def chosen_readings(self, choice: RoomChoice) -> tuple[Reading, ...]:
        """Those of the sensor in the bedroom. Raises SensorNotChosenError where nobody said which that is."""
        names = tuple(self.sensors)
        name = names[0] if len(names) == 1 else choice.sensor
        if name is None or name not in self.sensors:
            raise SensorNotChosenError(names)
        return self.sensors[name]

    def chosen_unit(self, choice: RoomChoice) -> TemperatureUnit:
        """The unit that the file names, else the person. Raises UnitNotChosenError."""
        unit = self.unit or choice.unit
        if unit is None:
            raise UnitNotChosenError
        return unit

    def is_answered_by(self, choice: RoomChoice) -> bool:
        """Whether the person has said all that the file does not."""
        has_sensor = len(self.sensors) == 1 or choice.sensor in self.sensors
        return has_sensor and (self.unit or choice.unit) is not None


def unit_of(heading: str) -> TemperatureUnit | None:
    """The unit that the heading of a column names; None where it names none."""
    text = heading.casefold()
    return next((unit for unit, words in WORDS_OF_UNIT.items() if any(word in text for word in words)), None)


def is_temperature(heading: str) -> bool:
    """Whether a column says how warm it was; not at what temperature dew falls."""
    text = heading.casefold()
    return ("temp" in text or unit_of(text) is not None) and not ("dew" in text or "dpt" in text)


def temperature_column(head: TableRow) -> int | None:
    """The first column of temperatures; None where there is none."""
    return next((place for place, heading in enumerate(head.cells) if is_temperature(heading)), None)
