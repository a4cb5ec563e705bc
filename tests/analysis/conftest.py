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
from tests.bench.vectors import line_of, suspected_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.model.factors import Value

VECTORS = json.loads((Path(__file__).parents[1] / "data" / "testvectors.json").read_text())
MONDAY = dt.date(2024, 1, 1)
EVENING, UP, LOGGED, LATER = (dt.timedelta(hours=hours) for hours in (-3, 7, 7.5, 8))
"""From the midnight of a night: the evening before, the morning, when cramps are told, and after that."""


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
            np.array(vector["weekday"], dtype=np.intp),
            exposed,
            np.array(vector["two_sided"], dtype=bool),
            np.array(suspected_in(vector)),
            np.arange(exposed.shape[1]) == vector.get("later", -1),
            line_of(vector),
        )

    return make


@pytest.fixture
def frame_of_vector() -> Callable[[dict[str, Any]], pd.DataFrame]:
    """The vector as a frame, on dates whose weekdays are the vector's."""

    def make(vector: dict[str, Any]) -> pd.DataFrame:
        days = [MONDAY + dt.timedelta(vector["weekday"][0] + night) for night in vector["nights"]]
        answers = np.array(vector["X"], dtype=float)
        columns: dict[str, Any] = {
            f"q{place}": pd.array(answers[:, place], dtype="boolean") for place in range(answers.shape[1])
        }
        cramp = pd.array(np.array(vector["y"], dtype=bool), dtype="boolean")
        if "amount" in vector:
            columns["amount"] = np.array(vector["amount"], dtype=float)
        return pd.DataFrame({"cramp": cramp} | columns, index=pd.DatetimeIndex(days, name="morning"))

    return make


@pytest.fixture
def questions_of() -> Callable[[pd.DataFrame], list[ExposureColumn]]:
    def make(frame: pd.DataFrame) -> list[ExposureColumn]:
        return [ExposureColumn(key) for key in frame.columns if key not in ("cramp", "amount")]

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
    """A night so many days after a Monday; `cramps` None is not logged.

    Answers were given the evening before; `late` names those given after the cramps, `up` those given in the morning before.
    """

    def make(
        day: int, *, cramps: int | None = 0, late: Sequence[str] = (), up: Sequence[str] = (), **answers: Value
    ) -> Night:
        morning = MONDAY + dt.timedelta(day)
        midnight = dt.datetime.combine(morning, dt.time(), dt.UTC)
        given = {
            key: Answer(value, midnight + (LATER if key in late else UP if key in up else EVENING))
            for key, value in answers.items()
        }
        told = None if cramps is None else (Cramp(),) * cramps
        return Night(morning, told, None if cramps is None else midnight + LOGGED, given)

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
