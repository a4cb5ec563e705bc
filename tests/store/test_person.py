"""Profile, markers and preferences come back from the file as they were told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.preferences import Preferences, TemperatureUnit, Theme
from diary.model.profile import (
    YES_NO_QUESTIONS,
    Condition,
    FirstCramp,
    Helpfulness,
    Marker,
    Medicine,
    Pregnancy,
    Profile,
    Sex,
    Treatment,
)
from diary.model.profile_questions import ProfileAnswer
from diary.model.report_choices import Paper, ReportChoices, ReportSpan
from diary.model.suspicion import Suspicion
from diary.store.change import Change, Records

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.store.store import Store

DAY = dt.date(2026, 11, 1)
WHOLE = Profile(
    name="A. B.",
    year_of_birth=1961,
    sex=Sex.FEMALE,
    pregnancy=Pregnancy(20, DAY),
    conditions=(Condition("diabetes", DAY, 2003), Condition("arteriosclerosis", DAY)),
    medicines=(
        Medicine("Magnesium", DAY, dose="300 mg", started=dt.date(2026, 1, 2), stopped=dt.date(2026, 3, 1)),
        Medicine("Statin", DAY, for_cramps=True, supplement=True),
    ),
    treatments=(
        Treatment("Pickle juice", DAY, Helpfulness.NOT_KNOWN, "salty\nvery", dt.date(2026, 1, 2), dt.date(2026, 3, 1)),
        Treatment("Socks", DAY),
    ),
    first_cramp=FirstCramp(1999, DAY),
    answers={"apart_urge": ProfileAnswer(True, DAY), "sign_one_leg": ProfileAnswer(False, DAY)},
    doctor_questions=("Why me?", "", "Is it the spine?"),
    emergency_number="999",
    suspicion=Suspicion("own_tea-herbs", DAY),
)


def _keep(store: Store, profile: Profile) -> Profile:
    store.keep(Change("Profile saved", Records(profile=store.profile()), Records(profile=profile)))
    return store.profile()


def _without_places(profile: Profile) -> Profile:
    return replace(
        profile,
        medicines=tuple(replace(one, key=None) for one in profile.medicines),
        treatments=tuple(replace(one, key=None) for one in profile.treatments),
    )


def test_a_profile_never_told_is_empty(store: Store) -> None:
    assert store.profile() == Profile()


@pytest.mark.parametrize(
    "profile",
    [
        WHOLE,
        Profile(),
        Profile(sex=Sex.OTHER),
        Profile(pregnancy=Pregnancy(0, DAY)),
        Profile(pregnancy=Pregnancy(None, DAY)),
        Profile(not_pregnant=DAY),
        Profile(name="\0 é"),
        Profile(first_cramp=FirstCramp(dt.date(2019, 5, 3), DAY)),
        Profile(answers={key: ProfileAnswer(True, DAY) for key in YES_NO_QUESTIONS}),
    ],
)
def test_a_profile_comes_back_equal(store: Store, profile: Profile) -> None:
    assert _without_places(_keep(store, profile)) == profile


def test_medicines_keep_their_places_when_others_go(store: Store) -> None:
    _, statin = _keep(store, WHOLE).medicines
    assert _keep(store, replace(WHOLE, medicines=(statin,))).medicines == (statin,)


def test_the_place_of_a_deleted_medicine_is_never_given_again(store: Store) -> None:
    gone = {one.key for one in _keep(store, WHOLE).medicines}
    _keep(store, replace(WHOLE, medicines=()))
    (added,) = _keep(store, replace(WHOLE, medicines=(Medicine("Quinine", DAY),))).medicines
    assert added.key not in gone


def test_an_answer_taken_back_is_not_answered(store: Store) -> None:
    _keep(store, WHOLE)
    assert _without_places(_keep(store, Profile())) == Profile()


def test_every_answer_of_the_profile_stays_with_its_day(
    store: Store, behind_the_door: Callable[..., Any], now: dt.datetime
) -> None:
    _keep(store, Profile(pregnancy=Pregnancy(20, DAY)))
    _keep(store, Profile(pregnancy=Pregnancy(24, DAY + dt.timedelta(days=28))))
    _keep(store, Profile())
    history = behind_the_door(store.folder, "SELECT number, noted_on FROM profile_answer ORDER BY id")
    assert history == [(20, "2026-11-01"), (24, "2026-11-29"), (None, now.date().isoformat())]


def test_the_same_profile_again_adds_no_history(store: Store, behind_the_door: Callable[..., Any]) -> None:
    kept = _keep(store, WHOLE)
    before = behind_the_door(store.folder, "SELECT * FROM profile_answer")
    _keep(store, kept)
    assert behind_the_door(store.folder, "SELECT * FROM profile_answer") == before


def test_a_yes_taken_back_and_given_again_stays_in_the_history(
    store: Store, behind_the_door: Callable[..., Any], now: dt.datetime
) -> None:
    later = DAY + dt.timedelta(days=3)
    for answers in ({"apart_urge": ProfileAnswer(True, DAY)}, {}, {"apart_urge": ProfileAnswer(True, later)}):
        assert _keep(store, Profile(answers=answers)).answers == answers
    history = behind_the_door(store.folder, "SELECT number, noted_on FROM profile_answer ORDER BY id")
    assert history == [(1, DAY.isoformat()), (None, now.date().isoformat()), (1, later.isoformat())]


def test_an_answer_of_the_profile_is_undone_and_done_again(store: Store) -> None:
    yes = Profile(answers={"sign_walking": ProfileAnswer(True, DAY)})
    _keep(store, yes)
    store.undo()
    assert store.profile() == Profile()
    store.redo()
    assert store.profile() == yes


def test_a_question_that_is_no_longer_asked_stays_in_the_history_and_is_not_answered(
    store: Store, behind_the_door: Callable[..., Any]
) -> None:
    added = "INSERT INTO profile_answer (question, number, noted_on) VALUES ('of_old', 1, '2026-11-01')"
    behind_the_door(store.folder, added)
    assert store.profile() == Profile()
    assert store.check() == ()


def test_markers_come_back_oldest_first_with_their_places(store: Store) -> None:
    bed, tea = Marker(DAY, "new mattress"), Marker(DAY - dt.timedelta(days=5), "tea")
    store.keep(Change("Markers saved", Records(markers=()), Records(markers=(bed, tea))))
    assert [replace(marker, key=None) for marker in store.markers()] == [tea, bed]
    assert all(marker.key for marker in store.markers())


def test_preferences_never_chosen_are_as_from_the_start(store: Store) -> None:
    assert store.preferences() == Preferences()


def test_preferences_come_back_equal_and_are_no_step_of_undo(store: Store) -> None:
    chosen = Preferences(
        Theme.DARK, TemperatureUnit.FAHRENHEIT, 1.5, 15.5, 3, welcomed=True, closed_signs=("2026-11-01 often",)
    )
    store.keep_preferences(chosen)
    assert (store.preferences(), store.undo()) == (chosen, None)
    store.keep_preferences(Preferences())
    assert store.preferences() == Preferences()


def test_choices_for_the_report_come_back_and_stand_apart_from_preferences(store: Store) -> None:
    assert store.report_choices() == ReportChoices()
    chosen = ReportChoices(span=ReportSpan.YEAR, paper=Paper.LETTER)
    store.keep_report_choices(chosen)
    store.keep_preferences(Preferences(theme=Theme.DARK))
    assert store.report_choices() == chosen
    assert store.preferences() == Preferences(theme=Theme.DARK)
    store.keep_report_choices(ReportChoices())
    assert (store.preferences(), store.undo()) == (Preferences(theme=Theme.DARK), None)
