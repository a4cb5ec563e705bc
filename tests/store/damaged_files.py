"""A diary with something of every kind, as one file, to be broken in every way."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

from diary.model.built_in import BUILT_IN
from diary.model.factors import YesNo
from diary.model.mornings import DAY
from diary.model.night import Cramp, Muscle, Night, Relief, Side
from diary.model.preferences import Preferences, Theme
from diary.model.profile import Condition, Marker, Medicine, Profile, Treatment
from diary.model.questions import Questions
from diary.store.change import Change, Records
from diary.store.engine import driver
from diary.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
TODAY = NOW.date()
PAGE = 4096
QUESTIONS = Questions().add("Herb tea?", kind=YesNo(), name="Tea")
PROFILE = Profile(
    "A. P.",
    1957,
    conditions=(Condition("diabetes", TODAY),),
    medicines=(Medicine("Magnesium", TODAY), Medicine("Iron", TODAY)),
    treatments=(Treatment("heat", TODAY),),
)
MARKERS = (Marker(TODAY - DAY, "new mattress"),)
PREFERENCES = Preferences(theme=Theme.DARK, text_scale=1.5)


def make_diary(folder: Path, nights: int = 90) -> Path:
    """Write a diary of so many nights: every third had cramps, every fifth was not logged."""
    with closing(Store.open(folder, clock=lambda: NOW, writable=True)) as store:
        store.keep(Change("Question added", Records(questions=Questions()), Records(questions=QUESTIONS)))
        store.keep(Change("Profile saved", Records(profile=Profile()), Records(profile=PROFILE)))
        store.keep(Change("Markers saved", Records(markers=()), Records(markers=MARKERS)))
        store.keep_preferences(PREFERENCES)
        for back in range(nights, 0, -1):
            night = _night(TODAY - back * DAY, back)
            store.keep(Change("Night saved", Records(nights=(Night(night.morning),)), Records(nights=(night,))))
    return folder / "diary.db"


def _night(morning: dt.date, number: int) -> Night:
    night = Night(morning, note=f"night {number} " * (1 + number % 7))
    night = night.with_answer(BUILT_IN.get("room_temperature"), 15 + number % 9, NOW)
    night = night.with_answer(BUILT_IN.get("socks"), number % 2 == 0, NOW)
    night = night.with_answer(QUESTIONS.catalogue.get("own_tea"), number % 4 == 0, NOW)
    if number % 5 == 0:
        return night
    count = number % 3 if number % 3 != 1 else 0
    at = dt.datetime.combine(morning, dt.time(2))
    return night.with_cramps(
        tuple(
            Cramp(
                at + dt.timedelta(minutes=7 * place),
                minutes=4.5,
                intensity=number % 11,
                side=Side.LEFT,
                muscle=Muscle.CALF,
                relief=frozenset({Relief.HEAT}),
            )
            for place in range(count)
        ),
        NOW,
    )


def nights_of(path: Path) -> dict[dt.date, Night]:
    """The nights of a diary's file, which is put into a folder of its own."""
    with closing(Store.open(path.parent, clock=lambda: NOW, writable=False)) as store:
        return {night.morning: night for night in store.nights()}


def person_of(path: Path) -> tuple[Profile, tuple[Marker, ...]]:
    """The profile and the markers of a diary's file."""
    with closing(Store.open(path.parent, clock=lambda: NOW, writable=False)) as store:
        return store.profile(), store.markers()


def change(path: Path, *statements: str) -> None:
    """Change the file as another program could, without rules."""
    connection = driver.connect(str(path))
    connection.execute("PRAGMA ignore_check_constraints=ON")
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA writable_schema=ON")
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def page_of(path: Path, name: str) -> int:
    """The first page of a table or an index, from 0."""
    connection = driver.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    ((page,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchall()
    connection.close()
    return int(page) - 1


def zeroed(content: bytes, page: int) -> bytes:
    """The file with a page of nothing."""
    return content[: page * PAGE] + bytes(PAGE) + content[(page + 1) * PAGE :]
