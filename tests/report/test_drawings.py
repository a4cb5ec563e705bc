from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from diary.model.night import Answer, Cramp, Muscle, Night
from diary.model.profile import Marker, Medicine
from diary.report.drawings import LEGS, chart_markers
from diary.report.make import DoctorReport

if TYPE_CHECKING:
    from collections.abc import Sequence

Report = Callable[..., DoctorReport]
TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)
NOW = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)


def _nights(count: int, measured: int = 0, muscle: Muscle | None = None) -> Sequence[Night]:
    return [
        Night(
            TODAY - at * DAY,
            (Cramp(muscle=muscle),) if at % 3 == 0 else (),
            NOW,
            {"room_temperature": Answer(15.0 + at % 6, NOW)} if at < measured else {},
        )
        for at in range(count)
    ]


@pytest.mark.parametrize(("measured", "drawn"), [(19, False), (20, True)])
def test_temperatures_are_drawn_from_twenty_measured_nights_on(report: Report, measured: int, *, drawn: bool) -> None:
    assert ("temperature" in report(_nights(30, measured), days=30).charts) is drawn


def test_the_legs_stand_on_first_page_where_a_muscle_was_told_and_in_no_section(report: Report) -> None:
    with_muscle = report(_nights(30, muscle=Muscle.CALF), days=30).content
    assert with_muscle.first_page.place is not None
    assert with_muscle.first_page.place.legs is not None
    assert "calf" in with_muscle.first_page.place.legs.alternative
    assert LEGS not in {section.key for section in with_muscle.sections}
    without = report(_nights(30), days=30).content.first_page.place
    assert without is not None
    assert without.legs is None


def test_a_calendar_of_more_than_a_year_says_that_it_shows_its_last_months(report: Report) -> None:
    for days, head in ((90, False), (500, True)):
        sections = {section.key: section for section in report(_nights(500), days=days).content.sections}
        assert sections["calendar"].heading.startswith("The last twelve months: ") is head


@pytest.mark.parametrize(("logged", "drawn"), [(13, False), (14, True)])
def test_weeks_are_drawn_from_fourteen_logged_nights_on(report: Report, logged: int, *, drawn: bool) -> None:
    assert ("cramps_per_week" in report(_nights(logged), days=30).charts) is drawn


def test_bad_nights_alone_have_no_charts_of_rates(report: Report) -> None:
    bad_nights = [night for night in _nights(90, 90) if night.cramps]
    assert set(report(bad_nights).charts) == {"course", "calendar"}


def test_what_began_ended_or_was_marked_stands_on_the_charts_by_its_day() -> None:
    medicine = Medicine("Statin", TODAY, started=TODAY - 90 * DAY, stopped=TODAY - 5 * DAY)
    marked = chart_markers((medicine, Medicine("Undated", TODAY)), (Marker(TODAY - 30 * DAY, "New mattress"),))
    assert [(one.day, one.text) for one in marked] == [
        (TODAY - 90 * DAY, "Statin"),
        (TODAY - 30 * DAY, "New mattress"),
        (TODAY - 5 * DAY, "Statin stopped"),
    ]
