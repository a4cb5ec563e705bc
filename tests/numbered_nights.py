"""Nights by their number, and how each is saved: what is tried while the program is killed or its disk fills up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.model.built_in import BUILT_IN
from diary.model.mornings import moment_in_night
from diary.model.night import Answer, Cramp, Night, Relief, Side
from diary.store.change import Change, Records

if TYPE_CHECKING:
    from diary.store.store import Store

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)
BEGIN = dt.date(1960, 1, 1)


def night_of(number: int) -> Night:
    """The night of this number: always the same, and with more than one row in every table of a night."""
    morning = BEGIN + dt.timedelta(days=number)
    cramp = Cramp(at=moment_in_night(morning, dt.time(3, 10)), side=Side.LEFT, relief=frozenset({Relief.HEAT}))
    room = BUILT_IN.get("room_temperature").check(number % 400 / 10)
    answers = {"room_temperature": room, "socks": number % 2 == 0, "fluids": float(number % 30), "bedding": "thin"}
    return Night(
        morning,
        cramps=(cramp, Cramp(intensity=number % 11)),
        logged_at=NOW,
        answers={key: Answer(value, NOW) for key, value in answers.items()},
        note=f"night {number} " * (number % 40),
    )


def save_night(store: Store, number: int) -> None:
    """Save the night of this number, as one act."""
    night = night_of(number)
    store.keep(Change("Night saved", Records(nights=(Night(night.morning),)), Records(nights=(night,))))
