from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.analysis.before_after import PLACEBO
from diary.analysis.trend import HalfCounts, Outcome, Trend
from diary.book import Diary
from diary.charts.catalogue import CATALOGUE, ChartMarker, kind_of
from diary.model.built_in import BUILT_IN
from diary.model.changes import DatedChange
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from diary.model.period import Period
from diary.model.preferences import TemperatureUnit
from diary.model.profile import Marker, Medicine, Profile
from diary.ui.page.spans import Span, TrendsView
from diary.ui.trends.chart_files import ChartFormat, chart_file, file_name
from diary.ui.trends.content.trends import (
    changes_within,
    chart_options,
    factor_chosen,
    factors_seen,
    looked_at,
    trend_shown,
)
from tests.whole_person import SetMarkers, SetProfile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = dt.datetime(2026, 11, 24, 8, 0)
TODAY = NOW.date()
QUARTER = Period(TODAY - 89 * DAY, TODAY)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    opened = Diary.open(tmp_path, clock=NOW.astimezone)
    yield opened
    opened.close()


def _trend(outcome: Outcome) -> Trend:
    return Trend(outcome, HalfCounts(20, 40), HalfCounts(6, 40), TODAY - 45 * DAY)


def test_beside_fewer_cramp_nights_stands_what_placebo_does() -> None:
    told = trend_shown(_trend(Outcome.FEWER))
    assert told.title == "Fewer cramp nights"
    assert "6 of 40" in told.counts
    assert told.beside == PLACEBO


@pytest.mark.parametrize("outcome", [each for each in Outcome if each is not Outcome.FEWER])
def test_beside_anything_else_placebo_is_not_named(outcome: Outcome) -> None:
    told = trend_shown(_trend(outcome))
    assert told.beside
    assert "placebo" not in told.beside


def test_what_changed_is_told_latest_first_and_only_within_the_time() -> None:
    told = [DatedChange(QUARTER.first - DAY, "a"), DatedChange(QUARTER.first, "b"), DatedChange(QUARTER.last, "c")]
    assert [change.text for change in changes_within(told, QUARTER)] == ["c", "b"]


def test_cramps_are_seen_beside_what_was_answered_on_logged_nights_of_the_time_in_the_order_of_the_form() -> None:
    def night(morning: dt.date, key: str, value: object, *, logged: bool = True) -> Night:
        return Night(morning, cramps=() if logged else None, answers={key: Answer(value, NOW)})  # type: ignore[arg-type]  # a value of its factor

    nights = [
        night(TODAY, "socks", value=True),
        night(TODAY - DAY, "position", value="back"),
        night(TODAY - 2 * DAY, "alcohol", 1, logged=False),
        night(TODAY - 200 * DAY, "caffeine", value=True),
        night(TODAY - 3 * DAY, "room_temperature", 18.0),
    ]
    assert [factor.key for factor in factors_seen(BUILT_IN, nights, QUARTER)] == ["position", "socks"]


def test_the_factor_that_was_chosen_stays_while_it_can_be_seen() -> None:
    factors = tuple(BUILT_IN.get(key) for key in ("position", "socks"))
    assert factor_chosen(factors, "socks") == "socks"
    assert factor_chosen(factors, "alcohol") == "position"
    assert factor_chosen((), "socks") == ""


def test_charts_over_time_get_the_trend_and_the_changes_of_their_time_and_others_do_not(book: Diary) -> None:
    book.person.change_profile(
        SetProfile(Profile(medicines=(Medicine("Simvastatin", TODAY, started=TODAY - 20 * DAY),)))
    )
    book.person.change_markers(
        SetMarkers((Marker(TODAY - 30 * DAY, "New mattress"), Marker(TODAY - 300 * DAY, "Moved")))
    )
    over_time = chart_options(book, kind_of("cramps_per_week"), QUARTER, "")
    assert over_time.markers == (
        ChartMarker(TODAY - 30 * DAY, "New mattress"),
        ChartMarker(TODAY - 20 * DAY, "Simvastatin begun"),
    )
    assert over_time.trend is not None
    assert over_time.trend.outcome is Outcome.NOT_ENOUGH_NIGHTS
    hours = chart_options(book, kind_of("hour_of_night"), QUARTER, "")
    assert (hours.markers, hours.trend) == ((), None)


def test_a_chart_that_takes_a_factor_gets_the_one_that_was_chosen_in_the_persons_unit(book: Diary) -> None:
    book.person.keep_preferences(type(book.person.preferences())(temperature=TemperatureUnit.FAHRENHEIT))
    options = chart_options(book, kind_of("by_factor"), QUARTER, "socks")
    assert options.factor == BUILT_IN.get("socks")
    assert options.temperature is TemperatureUnit.FAHRENHEIT


def test_own_dates_are_looked_at_where_they_were_chosen(book: Diary) -> None:
    own = Period(TODAY - 10 * DAY, TODAY - 5 * DAY)
    assert looked_at(book, TrendsView(Span.OWN, own)).look.period == own
    assert looked_at(book, TrendsView(Span.QUARTER, own)).look.period == QUARTER


@pytest.mark.parametrize("name", [kind.name for kind in CATALOGUE])
def test_every_chart_can_be_saved_as_picture_and_drawing(book: Diary, name: str) -> None:
    book.nights.log(TODAY, cramps=(Cramp(intensity=5),), answers={"position": "back"})
    picture = chart_file(book, name, QUARTER, "position", ChartFormat.PNG)
    drawing = chart_file(book, name, QUARTER, "position", ChartFormat.SVG)
    assert picture.data.startswith(b"\x89PNG")
    assert b"<svg" in drawing.data[:1000]
    assert picture.name.endswith(".png")


def test_a_saved_chart_is_named_by_what_it_shows_and_its_days() -> None:
    name = file_name("hour_of_night", QUARTER, ChartFormat.SVG)
    assert name == "hour-of-night-2026-08-27-to-2026-11-24.svg"
