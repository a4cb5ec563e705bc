"""How a made-up person spends days and nights: one night's answers, drawn by chance."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.model.factors import Value

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from diary.model.period import Period

NightValues = dict[str, Value]

_SETTLED_ROOM = 17.0
"""°C, over the year."""
_THERMOMETER = 0.85
"""How often the thermometer was read rather than the room felt."""


@dataclass(slots=True)
class Weather:
    """What a made-up year carries over from night to night."""

    swing: float = 0.0
    """°C that a spell of weather moves the room by."""
    bedding: str = "medium"

    def move_on(self, chance: random.Random) -> None:
        """One night later."""
        # Warm and cold spells last some days, as weather does, so that cold nights come together.
        self.swing = 0.75 * self.swing + chance.gauss(0, 1.0)
        if chance.random() < 0.12:
            self.bedding = chance.choices(("none", "thin", "medium", "thick"), (1, 6, 9, 5))[0]


def nights_of_habit(period: Period, chance: random.Random) -> Iterator[tuple[dt.date, NightValues]]:
    """Every morning of a period with what would be answered of its night."""
    weather = Weather()
    for morning in period.mornings():
        weather.move_on(chance)
        yield morning, {**_bed(weather, chance), **_room(morning, weather, chance), **_day(chance), **_diet(chance)}


def _yes(chance: random.Random, share: float) -> bool:
    return chance.random() < share


def _bed(weather: Weather, chance: random.Random) -> NightValues:
    position = chance.choices(("back", "side", "front", "mixed"), (45, 30, 12, 13))[0]
    values: NightValues = {
        "position": position,
        "one_position": _yes(chance, 0.3),
        "covers_pressed": _yes(chance, 0.55),
        "legs_outside": _yes(chance, 0.22),
        "bedding": weather.bedding,
        "socks": _yes(chance, 0.35),
        "bed_time": dt.time(chance.choice((22, 22, 23)), chance.choice((0, 10, 15, 30, 45))),
        "wake_time": dt.time(chance.choice((6, 7, 7)), chance.choice((0, 10, 20, 30, 45))),
    }
    if position == "front":
        values["toes_pushed"] = _yes(chance, 0.5)
    return values


def _room(morning: dt.date, weather: Weather, chance: random.Random) -> NightValues:
    season = -1.0 * math.cos(2 * math.pi * morning.timetuple().tm_yday / 365)
    celsius = round(2 * (_SETTLED_ROOM + season + weather.swing)) / 2
    if _yes(chance, _THERMOMETER):
        return {"room_temperature": celsius}
    bounds = ((15.5, "cold"), (17.0, "cool"), (20.0, "comfortable"))
    return {"room_felt": next((word for bound, word in bounds if celsius < bound), "warm")}


def _day(chance: random.Random) -> NightValues:
    level = chance.choices(("none", "light", "moderate", "hard"), (35, 25, 20, 20))[0]
    values: NightValues = {"exercise": level, "stretched": _yes(chance, 0.5), "long_standing": _yes(chance, 0.25)}
    if level == "none":
        return values
    kinds = {"light": ("walking", "other"), "moderate": ("endurance", "walking"), "hard": ("endurance", "strength")}
    values["exercise_kind"] = chance.choice(kinds[level])
    values["exercise_minutes"] = float(chance.choice((20, 30, 30, 45, 60)))
    return values


def _diet(chance: random.Random) -> NightValues:
    return {
        "calcium_portions": float(chance.choices((0, 1, 2, 3), (1, 4, 5, 3))[0]),
        "fluids": float(chance.randint(4, 10)),
        "alcohol": float(chance.choices((0, 1, 2), (7, 2, 1))[0]),
        "caffeine": _yes(chance, 0.4),
        "calcium_supplement": _yes(chance, 0.05),
        "magnesium_supplement": _yes(chance, 0.15),
        "stomach_upset": _yes(chance, 0.02),
    }
