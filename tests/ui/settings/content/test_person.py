"""How Settings sums up the profile."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.preferences import Preferences, TemperatureUnit
from diary.model.profile import Condition, Marker, Medicine, Pregnancy, Profile, Sex
from diary.ui.settings.content.person import (
    conditions_words,
    lines_words,
    mark_words,
    markers_words,
    medicine_words,
    medicines_words,
    person_words,
    taken_before,
    taken_now,
)

NOTED = dt.date(2026, 11, 22)
START, STOP = dt.date(2025, 3, 3), dt.date(2026, 4, 1)


def test_a_person_is_summed_up_by_what_is_told() -> None:
    told = Profile(name="A. B.", year_of_birth=1956, sex=Sex.FEMALE, pregnancy=Pregnancy(12, NOTED))
    assert person_words(told) == "A. B., born 1956, female, pregnant"
    assert person_words(Profile(year_of_birth=1956)) == "born 1956"


def test_where_nothing_is_told_the_summary_says_what_can_be() -> None:
    assert person_words(Profile()) == "Name, year of birth, sex"
    assert conditions_words(Profile()) == "None told"
    assert medicines_words(Profile()) == "None told"


def test_conditions_are_counted() -> None:
    assert conditions_words(Profile(conditions=(Condition("heart", NOTED),))) == "1 condition"


def test_medicines_taken_now_are_named_before_those_that_were_stopped() -> None:
    stopped = Medicine("Iron", NOTED, stopped=STOP)
    assert medicines_words(Profile(medicines=(stopped, Medicine("Magnesium", NOTED)))) == "Magnesium"
    assert medicines_words(Profile(medicines=(stopped,))) == "1 taken before"


def test_the_medicine_stopped_last_stands_first() -> None:
    early, late = Medicine("Iron", NOTED, stopped=START), Medicine("Zinc", NOTED, stopped=STOP)
    profile = Profile(medicines=(early, Medicine("Magnesium", NOTED), late))
    assert [each.name for each in taken_before(profile)] == ["Zinc", "Iron"]
    assert [each.name for each in taken_now(profile)] == ["Magnesium"]


@pytest.mark.parametrize(
    ("started", "stopped", "words"),
    [
        (START, STOP, "300 mg, 3 Mar 2025 to 1 Apr 2026"),
        (START, None, "300 mg, since 3 Mar 2025"),
        (None, STOP, "300 mg, until 1 Apr 2026"),
        (None, None, "300 mg"),
    ],
)
def test_a_medicine_tells_its_dose_and_days(started: dt.date | None, stopped: dt.date | None, words: str) -> None:
    assert medicine_words(Medicine("Iron", NOTED, dose="300 mg", started=started, stopped=stopped)) == words


def test_the_latest_marker_is_shown() -> None:
    markers = (Marker(STOP, "New mattress"), Marker(START, "Moved"))
    assert markers_words(markers) == "New mattress, 1 Apr 2026"


@pytest.mark.parametrize(
    ("preferences", "words"),
    [
        (Preferences(), "Cold: set by the diary; aim: 2 calcium-rich portions"),
        (Preferences(cold_below=15.5, calcium_aim=1), "Cold: below 15.5 °C; aim: 1 calcium-rich portion"),
        (
            Preferences(cold_below=15, temperature=TemperatureUnit.FAHRENHEIT),
            "Cold: below 59 °F; aim: 2 calcium-rich portions",
        ),
    ],
)
def test_the_persons_own_lines_are_told_in_their_unit(preferences: Preferences, words: str) -> None:
    assert lines_words(preferences) == words


def test_a_medicine_says_what_it_is_taken_for() -> None:
    told = Medicine("Magnesium", NOTED, dose="300 mg", for_cramps=True, supplement=True)
    assert medicine_words(told) == "300 mg, supplement, for cramps"


def test_only_a_linked_medicine_tells_of_its_mark_and_advises_nothing() -> None:
    (words,) = mark_words(Medicine("Lipitor 20", NOTED))
    assert "reported with leg cramps" in words
    assert not any(word in words for word in ("stop", "change", "instead"))
    assert mark_words(Medicine("Magnesium", NOTED)) == ()
