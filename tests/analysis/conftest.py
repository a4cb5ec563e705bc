"""Frames and nights to look at, and the inputs and outputs of the method's plain reference."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

from diary.analysis.finding import ExposureColumn, Finding, Verdict
from diary.analysis.night_arrays import NightArrays
from diary.model.night import Answer, Cramp, Night

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.model.factors import Value

VECTORS = json.loads((Path(__file__).parents[1] / "data" / "testvectors.json").read_text())
MONDAY = dt.date(2024, 1, 1)
TOLD_AT = dt.datetime(2026, 1, 1, 7, 30, tzinfo=dt.UTC)


@pytest.fixture(params=VECTORS, ids=[vector["name"] for vector in VECTORS])
def vector(request: pytest.FixtureRequest) -> dict[str, Any]:
    """One input of the plain reference with its outputs."""
    told: dict[str, Any] = request.param
    return told


@pytest.fixture
def arrays_of_vector() -> Callable[[dict[str, Any]], NightArrays]:
    def make(vector: dict[str, Any]) -> NightArrays:
        exposed = np.array(vector["X"], dtype=float)
        return NightArrays(
            np.array(vector["nights"], dtype=float),
            np.array(vector["y"], dtype=float),
            np.array(vector["weekend"], dtype=float),
            exposed,
            np.zeros(exposed.shape[1], dtype=bool),
        )

    return make


@pytest.fixture
def frame_of_vector() -> Callable[[dict[str, Any]], pd.DataFrame]:
    """The vector as a frame, on dates whose weekends are the vector's."""

    def make(vector: dict[str, Any]) -> pd.DataFrame:
        for later in range(7):
            days = [MONDAY + dt.timedelta(later + night) for night in vector["nights"]]
            if all((day.weekday() >= 5) == bool(told) for day, told in zip(days, vector["weekend"], strict=True)):
                break
        answers = np.array(vector["X"], dtype=float)
        columns = {f"q{place}": pd.array(answers[:, place], dtype="boolean") for place in range(answers.shape[1])}
        cramp = pd.array(np.array(vector["y"], dtype=bool), dtype="boolean")
        return pd.DataFrame({"cramp": cramp} | columns, index=pd.DatetimeIndex(days, name="morning"))

    return make


@pytest.fixture
def questions_of() -> Callable[[pd.DataFrame], list[ExposureColumn]]:
    def make(frame: pd.DataFrame) -> list[ExposureColumn]:
        return [ExposureColumn(key) for key in frame.columns if key != "cramp"]

    return make


@pytest.fixture
def made_frame() -> Callable[..., pd.DataFrame]:
    """Consecutive nights whose cramps follow the first question at an odds ratio of e**strength; seeded."""

    def make(
        nights: int, questions: int, *, strength: float = 0.0, seed: int = 1, start: dt.date = MONDAY
    ) -> pd.DataFrame:
        draw = np.random.default_rng(seed)
        exposed = draw.uniform(size=(nights, questions)) < 0.4
        cramp = draw.uniform(size=nights) < 1 / (1 + np.exp(1.3 - strength * exposed[:, 0]))
        columns = {f"q{place}": pd.array(exposed[:, place], dtype="boolean") for place in range(questions)}
        mornings = pd.date_range(start, periods=nights, name="morning")
        return pd.DataFrame({"cramp": pd.array(cramp, dtype="boolean")} | columns, index=mornings)

    return make


@pytest.fixture
def night() -> Callable[..., Night]:
    """A night so many days after a Monday; `cramps` None is not logged; `late` names answers given after the cramps."""

    def make(day: int, *, cramps: int | None = 0, late: Sequence[str] = (), **answers: Value) -> Night:
        hour = dt.timedelta(hours=1)
        given = {
            key: Answer(value, TOLD_AT + hour if key in late else TOLD_AT - hour) for key, value in answers.items()
        }
        told = None if cramps is None else (Cramp(),) * cramps
        return Night(MONDAY + dt.timedelta(day), told, None if cramps is None else TOLD_AT, given)

    return make


@pytest.fixture
def finding() -> Callable[..., Finding]:
    """A finding about cold rooms, with what is told and otherwise plain values."""

    def make(*, counts: tuple[int, int, int, int] = (9, 20, 4, 40), **told: Any) -> Finding:
        exposed_cramp, exposed, unexposed_cramp, unexposed = counts
        given: dict[str, Any] = {"key": "cold_room", "verdict": Verdict.NO_CLEAR_PATTERN, "unknown": 0} | told
        return Finding(
            exposed_cramp=exposed_cramp,
            exposed=exposed,
            unexposed_cramp=unexposed_cramp,
            unexposed=unexposed,
            **given,
        )

    return make
