"""The made-up year: the same each time it is drawn, with what was planted in it and nothing else."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.demo.__main__ import demo_file
from diary.demo.date_shift import demo_contents
from diary.demo.year import PLANTED, TEXT, example_year
from diary.exchange.own_json import load
from diary.model.exposure import ExposureState, Thresholds
from diary.model.night import NightState
from diary.model.standing_signs import signs_not_answered, standing_signs
from diary.model.triggers import TRIGGERS, trigger_of
from diary.paths import assets

if TYPE_CHECKING:
    from pathlib import Path

    from diary.exchange.contents import Contents

TODAY = dt.date(2027, 3, 2)
NOW = dt.datetime(2027, 3, 2, 7, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def demo() -> Path:
    return assets() / "demo" / "diary.json"


@pytest.fixture(scope="session")
def year() -> Contents:
    return example_year()


def odds_ratio(year: Contents, key: str) -> float:
    """Of cramp nights, exposed against not exposed, as the answers tell it; half a night added to each count."""
    counts = Counter(
        (trigger_of(key).state(night.values(), Thresholds()), night.state) for night in year.nights if night.logged
    )
    exposed, unexposed = (
        (counts[exposure, NightState.CRAMPS] + 0.5) / (counts[exposure, NightState.QUIET] + 0.5)
        for exposure in (ExposureState.EXPOSED, ExposureState.NOT_EXPOSED)
    )
    return exposed / unexposed


def test_the_demo_in_the_assets_is_the_one_that_the_seed_draws(demo: Path) -> None:
    assert demo.read_bytes() == demo_file()


def test_the_demo_is_a_year_of_about_three_hundred_nights_with_gaps(year: Contents) -> None:
    mornings = [night.morning for night in year.nights]
    days = (mornings[-1] - mornings[0]).days + 1
    assert 360 <= days <= 366
    assert 290 <= sum(night.logged for night in year.nights) <= 310
    assert any((later - earlier).days > 7 for earlier, later in pairwise(mornings))


def test_the_demo_has_nights_of_each_state_and_answers_that_are_missing(year: Contents) -> None:
    states = Counter(night.state for night in year.nights)
    assert 60 <= states[NightState.CRAMPS] <= 120
    assert states[NightState.NOT_LOGGED]
    for key in ("socks", "position", "fluids"):
        answered = sum(night.value(key) is not None for night in year.nights if night.logged)
        assert 0.85 <= answered / len(year.nights) < 1


def test_most_answers_of_the_demo_were_given_before_the_cramps_were_told(year: Contents) -> None:
    for trigger in TRIGGERS:
        answered = [
            night.late(key) for night in year.nights for key in trigger.factors if night.logged and key in night.answers
        ]
        assert sum(answered) / len(answered) < 0.2


def test_what_was_planted_shows_in_the_counts_and_nothing_else_comes_near(year: Contents) -> None:
    for trigger in TRIGGERS:
        if trigger.key in PLANTED:
            assert odds_ratio(year, trigger.key) > 3
        else:
            assert odds_ratio(year, trigger.key) < 2


def test_the_demo_says_in_its_text_that_it_is_made_up_and_what_was_planted(demo: Path) -> None:
    contents = load(demo.read_bytes())
    assert contents.text == TEXT
    assert "made-up" in contents.text
    assert "odds ratio of 5" in contents.text
    assert "back with the covers pressing" in contents.text
    assert "hard exercise" in contents.text
    assert contents.profile.name == "Made-up example"


def test_the_demo_has_two_medicines_and_a_marker_within_its_year(year: Contents) -> None:
    first, last = year.nights[0].morning, year.nights[-1].morning
    assert len(year.profile.medicines) == 2
    assert any(first < day < last for medicine in year.profile.medicines if (day := medicine.started))
    assert all(first < marker.day < last for marker in year.markers)


def test_the_demo_ends_yesterday_whenever_it_is_opened(demo: Path) -> None:
    contents = demo_contents(demo, TODAY)
    assert contents.nights[-1].morning == TODAY - dt.timedelta(days=1)
    assert len(contents.nights) == len(load(demo.read_bytes()).nights)


def test_a_moved_demo_keeps_every_time_of_day_and_what_was_late(demo: Path) -> None:
    for stood, shift_dates in zip(load(demo.read_bytes()).nights, demo_contents(demo, TODAY).nights, strict=True):
        assert shift_dates.values() == stood.values()
        assert [cramp.at and cramp.at.time() for cramp in shift_dates.cramps or ()] == [
            cramp.at and cramp.at.time() for cramp in stood.cramps or ()
        ]
        assert {key for key in shift_dates.answers if shift_dates.late(key)} == {
            key for key in stood.answers if stood.late(key)
        }


def test_the_demo_can_be_taken_into_an_empty_diary(demo: Path, tmp_path: Path) -> None:
    book = Diary.open(tmp_path, clock=lambda: NOW)
    contents = demo_contents(demo, TODAY)
    assert len(book.files.import_contents(contents).new_nights) == len(contents.nights)
    assert book.files.contents().without_places().nights == contents.nights
    assert book.person.preferences().welcomed
    book.close()


def test_exactly_what_was_planted_is_found(demo: Path, tmp_path: Path) -> None:
    book = Diary.open(tmp_path, clock=lambda: NOW)
    book.files.import_contents(demo_contents(demo, TODAY))
    verdicts = {finding.key: finding.verdict for finding in book.results.findings()}
    book.close()
    assert {key for key, verdict in verdicts.items() if verdict in {"likely", "stands_out"}} == set(PLANTED)
    assert {verdict for key, verdict in verdicts.items() if key not in PLANTED} == {"no_clear_pattern"}


def test_a_moved_demo_moves_every_day_of_its_person(demo: Path) -> None:
    stood, shift_dates = load(demo.read_bytes()), demo_contents(demo, TODAY)
    by = shift_dates.nights[0].morning - stood.nights[0].morning
    before, after = stood.profile, shift_dates.profile
    assert after.not_pregnant == before.not_pregnant + by  # type: ignore[operator]  # the demo tells it
    assert after.first_cramp is not None
    assert after.first_cramp.when == 2021
    assert {told.noted_on - by for told in after.answers.values()} == {
        told.noted_on for told in before.answers.values()
    }
    assert [(one.noted_on - by, one.started and one.started - by) for one in after.treatments] == [
        (one.noted_on, one.started) for one in before.treatments
    ]


def test_the_person_of_the_demo_tells_what_the_report_asks(year: Contents) -> None:
    profile = year.profile
    assert signs_not_answered(profile) == 0
    assert standing_signs(profile) == ()
    assert profile.treatments
    assert profile.asked_of_doctor
