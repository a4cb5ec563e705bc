"""Each of the seven features is yes, no or not recorded, with the count behind it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from diary.model.built_in import BUILT_IN
from diary.model.night import Cramp, Muscle, Night
from diary.model.profile import Profile
from diary.model.profile_questions import ProfileAnswer
from diary.report.seven_features import Feature, seven_features

MORNING = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 7, tzinfo=dt.UTC)


def _nights(*cramps: Cramp) -> list[Night]:
    return [
        Night(MORNING - dt.timedelta(days=back), cramps=(cramp,), logged_at=NOW) for back, cramp in enumerate(cramps)
    ]


def _feature(key: str, nights: list[Night], profile: Profile | None = None) -> Feature:
    return next(each for each in seven_features(nights, profile or Profile()) if each.key == key)


def test_they_are_seven_and_nothing_recorded_is_neither_yes_nor_no() -> None:
    features = seven_features([Night(MORNING, cramps=(Cramp(),), logged_at=NOW)], Profile())
    assert [(each.holds, each.answer, each.basis) for each in features] == [(None, "not recorded", "")] * 7


@pytest.mark.parametrize(
    ("key", "shows", "does_not"),
    [
        ("intense", {"intensity": 7}, {"intensity": 6}),
        ("short", {"minutes": 10.0}, {"minutes": 10.5}),
        ("calf_foot", {"muscle": Muscle.FOOT}, {"muscle": Muscle.BACK_THIGH}),
        ("lingers", {"sore_next_day": True}, {"sore_next_day": False}),
        ("sleep", {"minutes_awake": 5}, {"woke_me": False}),
        ("distress", {"distress": 5}, {"distress": 4}),
    ],
)
def test_a_feature_holds_where_half_of_what_was_told_shows_it(
    key: str, shows: dict[str, Any], does_not: dict[str, Any]
) -> None:
    half = _feature(key, _nights(Cramp(**shows), Cramp(**does_not), Cramp()))
    assert (half.holds, half.count, half.total) == (True, 1, 2)
    less = _feature(key, _nights(Cramp(**shows), Cramp(**does_not), Cramp(**does_not)))
    assert (less.holds, less.count, less.total) == (False, 1, 3)


def test_the_thigh_is_seldom_up_to_a_quarter() -> None:
    calf, thigh = Cramp(muscle=Muscle.CALF), Cramp(muscle=Muscle.FRONT_THIGH)
    assert _feature("seldom_thigh", _nights(thigh, calf, calf, calf)).holds
    assert _feature("seldom_thigh", _nights(thigh, calf, calf)).holds is False


def test_the_sleep_of_a_night_is_broken_once_however_many_cramps_broke_it() -> None:
    night = Night(MORNING, cramps=(Cramp(woke_me=True), Cramp(woke_me=True)), logged_at=NOW)
    feature = _feature("sleep", [night])
    assert (feature.count, feature.total) == (1, 1)
    assert feature.basis == "woken, or sleep disturbed: 1 of 1 cramp night"


def test_a_sleep_disturbance_told_of_the_night_counts_for_its_sleep() -> None:
    night = Night(MORNING, cramps=(Cramp(),), logged_at=NOW)
    disturbed = night.with_answer(BUILT_IN.get("sleep_disturbance"), 3.0, NOW)
    undisturbed = night.with_answer(BUILT_IN.get("sleep_disturbance"), 0.0, NOW)
    assert _feature("sleep", [disturbed]).holds
    assert _feature("sleep", [undisturbed]).holds is False


def test_quiet_nights_say_nothing_of_cramps() -> None:
    assert _feature("intense", [Night(MORNING, cramps=(), logged_at=NOW)]).holds is None


def test_the_count_stands_behind_the_answer() -> None:
    assert _feature("short", _nights(Cramp(minutes=4), Cramp(minutes=2))).basis == "at most ten minutes: 2 of 2 cramps"


def test_where_no_night_tells_the_profile_does_with_its_day() -> None:
    profile = Profile(
        answers={"usual_intense": ProfileAnswer(True, MORNING), "usual_thigh": ProfileAnswer(True, MORNING)}
    )
    assert (_feature("intense", [], profile).holds, _feature("intense", [], profile).total) == (True, 0)
    assert _feature("intense", [], profile).basis == "as told in the profile on 22 Nov 2026"
    assert _feature("seldom_thigh", [], profile).holds is False


def test_a_night_that_tells_goes_before_the_profile() -> None:
    profile = Profile(answers={"usual_intense": ProfileAnswer(True, MORNING)})
    assert _feature("intense", _nights(Cramp(intensity=2)), profile).holds is False
