"""The catalogue of what can be asked about a night: one entry a factor.

The form, the frame of the analysis, the export and the report follow from this catalogue. A factor's answer is a
value, or the factor is absent from the night's answers: *not answered* is never "no" and never zero.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.clean_text import clean_fields
from diary.model.clock_text import TimeOf
from diary.model.errors import NotWholeError, OutOfRangeError, UnknownFactorError, WrongKindError
from diary.model.plain_number import plain_number

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = bool | float | str | dt.time
"""An answer: yes or no, a number in the factor's unit, the key of an option, or a time of day."""

OWN_PREFIX = "own_"
"""Keys of the person's own factors begin so; no built-in key does."""


class Group(StrEnum):
    """Where on the form a factor stands."""

    BEDDING = "bedding"
    SLEEP = "sleep"
    ROOM = "room"
    DAY = "day"
    DIET = "diet"
    AFTER = "after"
    OWN = "own"


GROUP_NAMES = {
    Group.BEDDING: mark("Position and covers"),
    Group.SLEEP: mark("Sleep"),
    Group.ROOM: mark("Room"),
    Group.DAY: mark("The day before"),
    Group.DIET: mark("Eating and drinking that day"),
    Group.AFTER: mark("Afterwards"),
    Group.OWN: mark("My own questions"),
}


class Unit(StrEnum):
    """What a number counts. Temperatures are kept in °C whatever the screen shows."""

    CELSIUS = "°C"
    MINUTES = "min"
    GLASSES = "glasses"
    DRINKS = "drinks"
    PORTIONS = "portions"
    POINTS = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from."""

    key: str
    name: str

    def __post_init__(self) -> None:
        """Clean its words."""
        clean_fields(self, "name")


@dataclass(frozen=True, slots=True)
class YesNo:
    """Answered by yes or no."""

    def check(self, what: str, value: object) -> Value:
        """The value, if it is a yes or a no."""
        if not isinstance(value, bool):
            raise WrongKindError(what, value, tr("yes or no"))
        return value


@dataclass(frozen=True, slots=True)
class Number:
    """Answered by a number."""

    low: float
    high: float
    step: float = 1
    unit: str = Unit.POINTS
    """A Unit, or the person's own words for one; these are shown as they stand."""
    open_ended: bool = False
    """The highest value stands for itself and everything above: 3 portions or more."""

    def __post_init__(self) -> None:
        """Clean the words of its unit."""
        clean_fields(self, "unit")

    @property
    def unit_words(self) -> str:
        """Its unit as it is shown and typed; ours in the language in use, the person's own as it stands."""
        return tr(self.unit.value) if isinstance(self.unit, Unit) and self.unit.value else str(self.unit)

    def check(self, what: str, value: object) -> Value:
        """The value as a float, if it is a number in range and on a step."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise WrongKindError(what, value, tr("a number"))
        if not self.low <= value <= self.high:
            raise OutOfRangeError(what, plain_number(value), self.low, self.high, str(self.unit))
        steps = round(value / self.step)
        if abs(value - steps * self.step) > 1e-9:
            raise NotWholeError(what, plain_number(value), self.step)
        return round(float(steps * self.step), 6)


@dataclass(frozen=True, slots=True)
class Choice:
    """Answered by one of a few options."""

    options: tuple[Option, ...]

    def check(self, what: str, value: object) -> Value:
        """The value, if it is the key of an option."""
        keys = [option.key for option in self.options]
        if not isinstance(value, str) or value not in keys:
            raise WrongKindError(what, value, tr("one of {options}").format(options=", ".join(keys)))
        return value

    def name_of(self, key: str) -> str:
        """The option's words, translated."""
        return next((tr(option.name) for option in self.options if option.key == key), key)


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """Answered by a time of day, to the minute, local wall time."""

    of: TimeOf = TimeOf.WAKE
    """What happens then, which typed hours are read by."""

    def check(self, what: str, value: object) -> Value:
        """The value, if it is a time of day."""
        if not isinstance(value, dt.time) or value.tzinfo is not None:
            raise WrongKindError(what, value, tr("a time like 22:30"))
        return value.replace(second=0, microsecond=0)


Kind = YesNo | Number | Choice | TimeOfDay


@dataclass(frozen=True, slots=True)
class Factor:
    """Something asked about a night."""

    key: str
    group: Group
    question: str
    """As the form asks it, in English; shown through gettext."""
    name: str
    """As lists, tables and refusals name it."""
    kind: Kind
    stable: bool = False
    """Seldom changes from night to night, so that *Same as the night before* copies it."""
    evening: bool = False
    """Can be told before the night, under *Tonight*."""
    only_if: tuple[str, tuple[str, ...]] | None = None
    """Asked only where another factor has one of these answers."""
    hidden: bool = False
    """Not asked, as the person wants it; its answers stay, and nights that hold one show it."""

    @property
    def asked(self) -> bool:
        """Whether the person wants to be asked this; Catalogue.on_form also looks at what it hangs on."""
        return not self.hidden

    def check(self, value: object) -> Value:
        """The value as it is kept. Raises a refusal in words where it cannot be kept."""
        return self.kind.check(tr(self.name), value)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All factors, in the order of the form: those asked, and those hidden or archived, whose answers stay."""

    factors: tuple[Factor, ...]

    def __iter__(self) -> Iterator[Factor]:
        """The factors in order."""
        return iter(self.factors)

    def __contains__(self, key: object) -> bool:
        """Whether there is a factor of this key, asked or not."""
        return any(factor.key == key for factor in self.factors)

    def get(self, key: str) -> Factor:
        """The factor of this key. Raises UnknownFactorError."""
        for factor in self.factors:
            if factor.key == key:
                return factor
        raise UnknownFactorError(key)

    def group(self, group: Group) -> tuple[Factor, ...]:
        """The factors of one card of the form."""
        return tuple(factor for factor in self.factors if factor.group == group)

    @property
    def on_form(self) -> Catalogue:
        """The factors that the form asks: none that is hidden or archived, and none that hangs on such a one."""
        keys = {factor.key for factor in self.factors if factor.asked}
        return Catalogue(
            tuple(
                factor
                for factor in self.factors
                if factor.key in keys and (factor.only_if is None or factor.only_if[0] in keys)
            )
        )
