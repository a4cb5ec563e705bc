"""A real diary file in a folder of its own, and whatever night the model can build."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import strategies as st

import diary
from diary.model.built_in import BUILT_IN
from diary.model.factors import Choice, Factor, Number, TimeOfDay, Value
from diary.model.mornings import noon_before
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.store.change import Change, Records
from diary.store.engine import driver
from diary.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import SearchStrategy

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))


@pytest.fixture
def now() -> dt.datetime:
    return NOW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def open_store() -> Iterator[Callable[..., Store]]:
    opened = []

    def open_one(folder: Path, *, writable: bool = True) -> Store:
        opened.append(Store.open(folder, clock=lambda: NOW, writable=writable))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def store(folder: Path, open_store: Callable[..., Store]) -> Store:
    return open_store(folder)


@pytest.fixture(scope="session")
def keep_night() -> Callable[[Store, Night], None]:
    def keep(store: Store, night: Night) -> None:
        before = store.night(night.morning)
        store.keep(Change("Night saved", Records(nights=(before,)), Records(nights=(night,))))

    return keep


@pytest.fixture
def cramp_night(now: dt.datetime) -> Night:
    morning = dt.date(2026, 11, 22)
    cramp = Cramp(at=dt.datetime(2026, 11, 22, 3, 10), side=Side.LEFT, relief=frozenset({Relief.HEAT}))
    told = Night(morning, note="ran for the bus").with_answer(BUILT_IN.get("socks"), True, now)
    return told.with_answer(BUILT_IN.get("room_temperature"), 16.5, now).with_cramps((cramp,), now)


@pytest.fixture
def behind_the_door() -> Callable[..., Any]:
    """One statement on the file itself, as another program could make it."""

    def run(folder: Path, statement: str, *values: Any, rules: bool = True) -> list[Any]:
        connection = driver.connect(str(folder / "diary.db"))
        try:
            connection.execute(f"PRAGMA foreign_keys={'ON' if rules else 'OFF'}")
            connection.execute(f"PRAGMA ignore_check_constraints={'OFF' if rules else 'ON'}")
            with connection:
                return list(connection.execute(statement, values).fetchall())
        finally:
            connection.close()

    return run


@pytest.fixture(scope="session")
def digest() -> Callable[[Path], str]:
    def of(path: Path) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest()

    return of


@pytest.fixture(scope="session")
def as_program() -> dict[str, Any]:
    """How another process of the program is started: its arguments, and its environment."""
    project = Path(diary.__file__).parent.parent
    return {"args": [sys.executable, "-c"], "env": {**os.environ, "PYTHONPATH": str(project)}}


@pytest.fixture(scope="session")
def any_night() -> SearchStrategy[Night]:
    return _nights()


def _moments() -> SearchStrategy[dt.datetime]:
    offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
    return st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2100, 1, 1), timezones=offsets)


def _values(factor: Factor) -> SearchStrategy[Value]:
    match factor.kind:
        case Number(low=low, high=high, step=step):
            return st.integers(round(low / step), round(high / step)).map(lambda steps: factor.check(steps * step))
        case Choice(options=options):
            return st.sampled_from([option.key for option in options])
        case TimeOfDay():
            return st.times().map(factor.check)
        case _:
            return st.booleans()


def _answers() -> SearchStrategy[dict[str, Answer]]:
    optional = {factor.key: st.builds(Answer, _values(factor), _moments()) for factor in BUILT_IN}
    return st.fixed_dictionaries({}, optional=optional)


def _cramps(morning: dt.date) -> SearchStrategy[Cramp]:
    times = st.integers(0, 24 * 60 - 1).map(lambda minutes: noon_before(morning) + dt.timedelta(minutes=minutes))
    return st.builds(
        Cramp,
        at=st.none() | times,
        about=st.booleans(),
        minutes=st.none() | st.integers(0, 1440).map(lambda halves: halves / 2),
        intensity=st.none() | st.integers(0, 10),
        side=st.none() | st.sampled_from(Side),
        muscle=st.none() | st.sampled_from(Muscle),
        woke_me=st.none() | st.booleans(),
        minutes_awake=st.none() | st.integers(0, 720),
        sore_next_day=st.none() | st.booleans(),
        relief=st.none() | st.frozensets(st.sampled_from(Relief)),
        distress=st.none() | st.integers(0, 10),
    )


@st.composite
def _nights(draw: st.DrawFn) -> Night:
    morning = draw(st.dates(dt.date(1950, 1, 2), dt.date(2100, 1, 1)))
    cramps = draw(st.none() | st.lists(_cramps(morning), max_size=20).map(tuple))
    return Night(
        morning,
        cramps=cramps,
        logged_at=None if cramps is None else draw(st.none() | _moments()),
        answers=draw(_answers()),
        note=draw(st.text(max_size=200)),
    )
