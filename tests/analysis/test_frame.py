from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from diary.analysis.frame import nights_frame
from diary.model.built_in import BUILT_IN
from diary.model.factors import Catalogue, Choice, Clock, Factor, Group, Number, YesNo
from diary.model.night import Answer, Cramp, Night

if TYPE_CHECKING:
    from collections.abc import Callable

DTYPES = {YesNo: "boolean", Number: "Float64", Choice: "category", Clock: "Int64"}
OF_CRAMPS = {
    "cramp": "boolean",
    "cramps": "Int64",
    "worst_intensity": "Int64",
    "cramp_minutes": "Float64",
    "minutes_awake": "Float64",
}


def test_every_factor_has_its_column_of_its_kind_even_with_no_night() -> None:
    frame = nights_frame([], BUILT_IN)
    expected = OF_CRAMPS | {factor.key: DTYPES[type(factor.kind)] for factor in BUILT_IN}
    assert {key: str(dtype) for key, dtype in frame.dtypes.items()} == expected
    assert frame.index.name == "morning"
    assert frame.empty


def test_an_own_factor_has_a_column_like_any_other(night: Callable[..., Night]) -> None:
    own = Factor("own_wine", Group.OWN, "Wine?", "Wine", YesNo())
    frame = nights_frame([night(0, own_wine=True), night(1)], Catalogue((*BUILT_IN.factors, own)))
    assert frame["own_wine"].dtype == "boolean"
    assert frame["own_wine"].tolist() == [True, pd.NA]


def test_a_night_not_logged_is_never_counted_as_quiet(night: Callable[..., Night]) -> None:
    frame = nights_frame([night(0), night(1, cramps=None, socks=True), night(2, cramps=2)], BUILT_IN)
    assert frame["cramp"].tolist() == [False, pd.NA, True]
    assert frame["cramps"].tolist() == [0, pd.NA, 2]
    assert frame["cramp_minutes"].tolist() == [0, pd.NA, pd.NA]


def test_what_was_not_answered_is_na_and_never_no_and_never_zero(night: Callable[..., Night]) -> None:
    row = nights_frame([night(0)], BUILT_IN).iloc[0]
    assert all(row[factor.key] is pd.NA or pd.isna(row[factor.key]) for factor in BUILT_IN)


def test_answers_stand_under_the_morning_of_their_night(night: Callable[..., Night]) -> None:
    answers = {"socks": False, "room_temperature": 16.5, "bedding": "thin", "bed_time": dt.time(22, 30)}
    frame = nights_frame([night(3), night(1, wake_time=dt.time(6, 30), **answers)], BUILT_IN)
    row = frame.loc["2024-01-02"]
    assert [row[key] for key in (*answers, "wake_time")] == [False, 16.5, "thin", 630, 1110]
    assert list(frame["bedding"].cat.categories) == ["none", "thin", "medium", "thick"]
    assert frame.index.is_monotonic_increasing


def test_minutes_are_added_up_only_where_every_cramp_tells_its_own() -> None:
    day = dt.date(2024, 1, 2)
    told = Night(day, (Cramp(minutes=2.5, minutes_awake=10, intensity=4), Cramp(minutes=3, intensity=8)))
    row = nights_frame([told], BUILT_IN).iloc[0]
    assert row["cramp_minutes"] == 5.5
    assert row["minutes_awake"] is pd.NA
    assert row["worst_intensity"] == 8


@pytest.mark.parametrize("day", [dt.date.min + dt.timedelta(1), dt.date(2300, 1, 1)])
def test_a_night_of_any_date_has_its_row(day: dt.date) -> None:
    assert nights_frame([Night(day, ())], BUILT_IN).index[0].date() == day


def test_ten_years_of_nights_are_a_frame_within_a_second() -> None:
    given = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    answers = {"socks": Answer(value=True, given_at=given), "room_temperature": Answer(16.5, given)}
    nights = [Night(dt.date(2016, 1, 1) + dt.timedelta(day), (), given, answers) for day in range(3650)]
    before = time.perf_counter()
    assert len(nights_frame(nights, BUILT_IN)) == 3650
    assert time.perf_counter() - before < 1
