"""The cramps of a made-up night, drawn by chance."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.model.mornings import moment_in_night, noon_after
from diary.model.night import Cramp, Muscle, Relief, Side

if TYPE_CHECKING:
    import random

_HOURS = (22, 23, 0, 1, 2, 3, 4, 5, 6)
_HOUR_WEIGHTS = (1, 3, 4, 7, 10, 11, 8, 5, 2)
_MUSCLES = (Muscle.CALF, Muscle.FOOT, Muscle.BACK_THIGH, Muscle.FRONT_THIGH)
_MUSCLE_WEIGHTS = (70, 20, 7, 3)
_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)
_SIDE_WEIGHTS = (55, 38, 7)
_RELIEFS = (Relief.STRETCHING, Relief.STANDING, Relief.MASSAGE, Relief.HEAT)


def random_cramps(morning: dt.date, chance: random.Random) -> tuple[Cramp, ...]:
    """One to three cramps of the night to this morning, in the order in which they came."""
    count = chance.choices((1, 2, 3), (75, 20, 5))[0]
    cramps = [_cramp(morning, chance) for _ in range(count)]
    return tuple(sorted(cramps, key=lambda cramp: cramp.at or noon_after(morning)))


def _cramp(morning: dt.date, chance: random.Random) -> Cramp:
    intensity = min(10, max(1, round(chance.gauss(5.5, 1.8))))
    is_awake = intensity > 3
    at, about = _time(morning, chance)
    return Cramp(
        at=at,
        about=about,
        minutes=max(0.5, round(2 * chance.lognormvariate(1.2, 0.6)) / 2),
        intensity=intensity,
        side=chance.choices(_SIDES, _SIDE_WEIGHTS)[0],
        muscle=chance.choices(_MUSCLES, _MUSCLE_WEIGHTS)[0],
        woke_me=is_awake,
        minutes_awake=chance.choice((5, 10, 15, 20, 30, 45)) if is_awake else None,
        sore_next_day=chance.random() < intensity / 15 if chance.random() < 0.7 else None,
        relief=frozenset(chance.sample(_RELIEFS, chance.choice((1, 1, 2)))) if is_awake else None,
        distress=max(0, intensity - chance.randint(0, 2)) if chance.random() < 0.6 else None,
    )


def _time(morning: dt.date, chance: random.Random) -> tuple[dt.datetime | None, bool]:
    """When it came, and whether that is “about 3”: mostly told to five minutes, now and then not known."""
    hour = chance.choices(_HOURS, _HOUR_WEIGHTS)[0]
    draw = chance.random()
    if draw < 0.04:
        return None, False
    if draw < 0.2:
        return moment_in_night(morning, dt.time(hour)), True
    return moment_in_night(morning, dt.time(hour, 5 * chance.randrange(12))), False
