from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from diary.analysis.exposure import (
    COLDNESS,
    column_of,
    count_not_applicable,
    exposure_frame,
    exposure_table,
    with_grades,
)
from diary.model.exposure import Thresholds
from diary.model.triggers import TRIGGERS, trigger_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.night import Night


def test_only_logged_nights_are_compared(night: Callable[..., Night]) -> None:
    table = exposure_table(
        [night(2), night(1, cramps=None, legs_outside=True), night(0, cramps=1)], TRIGGERS, Thresholds()
    )
    assert [str(morning.date()) for morning in table.index] == ["2024-01-01", "2024-01-03"]
    assert exposure_frame(table)["cramp"].tolist() == [True, False]


def test_an_answer_that_is_missing_is_neither_exposed_nor_unexposed(night: Callable[..., Night]) -> None:
    nights = [night(0, legs_outside=True), night(1, legs_outside=False), night(2)]
    frame = exposure_frame(exposure_table(nights, TRIGGERS, Thresholds()))
    assert frame["legs_uncovered"].tolist() == [True, False, pd.NA]
    assert {str(dtype) for dtype in frame.dtypes} == {"boolean"}


def test_a_question_that_does_not_arise_is_left_out_but_counted_apart(night: Callable[..., Night]) -> None:
    nights = [night(0, exercise="none"), night(1, exercise="hard", stretched=False), night(2)]
    table = exposure_table(nights, TRIGGERS, Thresholds())
    assert exposure_frame(table)["no_stretching"].tolist() == [pd.NA, True, pd.NA]
    assert count_not_applicable(table, "no_stretching") == 1
    assert count_not_applicable(table, "hard_exercise") == 0


def test_the_persons_own_lines_decide(night: Callable[..., Night]) -> None:
    nights = [night(0, room_temperature=17.0)]
    for below, cold in ((17.0, False), (17.1, True)):
        table = exposure_table(nights, TRIGGERS, Thresholds(cold_below=below))
        assert exposure_frame(table)["cold_room"].tolist() == [cold]


def test_a_diary_without_nights_has_every_column(night: Callable[..., Night]) -> None:
    frame = exposure_frame(exposure_table([night(0, cramps=None)], TRIGGERS, Thresholds()))
    assert list(frame.columns) == ["cramp", *(trigger.key for trigger in TRIGGERS)]
    assert {str(dtype) for dtype in frame.dtypes} == {"boolean"}


def test_a_night_is_late_where_any_answer_that_its_rule_reads_came_after_the_cramps(
    night: Callable[..., Night],
) -> None:
    nights = [
        night(0, position="back", covers_pressed=True, late=["covers_pressed"]),
        night(1, position="back", covers_pressed=True),
        night(2, position="side", socks=True, late=["socks"]),
        night(3, position="side"),
        night(4, position="back", late=["position"]),
        night(5, cramps=None, position="side", late=["position"]),
    ]
    assert column_of(trigger_of("quilt_on_feet"), nights, Thresholds()).share_late == pytest.approx(1 / 4)


def test_a_question_that_nobody_answered_has_no_late_answers(night: Callable[..., Night]) -> None:
    assert column_of(trigger_of("cold_room"), [night(0)], Thresholds()).share_late == 0


def test_an_answer_is_early_where_all_that_its_rule_reads_came_before_the_night_or_was_measured(
    night: Callable[..., Night],
) -> None:
    nights = [
        night(0, bedding="thin", room_temperature=15.0, up=["room_temperature"]),
        night(1, bedding="thin", room_temperature=15.0, up=["bedding"]),
        night(2, bedding="thin", room_felt="cold", up=["room_felt"]),
        night(3, bedding="thin", room_temperature=15.0, room_felt="cold", up=["room_felt"]),
        night(4, bedding="thick"),
    ]
    assert column_of(trigger_of("thin_quilt"), nights, Thresholds()).before_the_night == pytest.approx(3 / 5)


def test_a_question_that_nobody_answered_leans_on_no_memory(night: Callable[..., Night]) -> None:
    assert column_of(trigger_of("cold_room"), [night(0)], Thresholds()).before_the_night == 1


def test_no_to_a_quiet_night_is_never_late_for_nothing_bends_it(night: Callable[..., Night]) -> None:
    nights = [
        night(0, legs_outside=False, late=["legs_outside"]),
        night(1, legs_outside=True, late=["legs_outside"]),
        night(2, cramps=1, legs_outside=False, late=["legs_outside"]),
        night(3, cramps=1, legs_outside=True),
    ]
    assert column_of(trigger_of("legs_uncovered"), nights, Thresholds()).share_late == pytest.approx(2 / 4)


def test_the_colder_a_measured_night_the_more_of_it_there_was(night: Callable[..., Night]) -> None:
    nights = [night(1, room_temperature=12.5), night(0, room_temperature=20.0), night(2, room_felt="cold")]
    frame = with_grades(exposure_frame(exposure_table(nights, TRIGGERS, Thresholds())), nights)
    assert frame[COLDNESS].tolist()[:2] == [-20.0, -12.5]
    assert frame[COLDNESS].isna().tolist() == [False, False, True]
    assert column_of(trigger_of("cold_room"), nights, Thresholds()).grade == COLDNESS
    assert column_of(trigger_of("thin_quilt"), nights, Thresholds()).grade == ""
