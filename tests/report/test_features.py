"""Each feature is a count of the cramps that were answered about it: no yes, and no bold no."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from diary.model.built_in import BUILT_IN
from diary.model.night import Cramp, Muscle, Night, Relief
from diary.model.profile import Profile
from diary.model.profile_questions import ProfileAnswer
from diary.report.features import FeatureRow, FeaturesBlock, features, features_block
from diary.report.fit import Fit
from tests.report.blocks import NOW, TODAY, nights_of, source_of


def _row(key: str, *cramps: Cramp, profile: Profile | None = None) -> FeatureRow:
    nights = [Night(TODAY, cramps, NOW)] if cramps else []
    return next(row for row in features(nights, profile or Profile()) if row.key == key)


def _block(nights: list[Night]) -> FeaturesBlock | None:
    source = source_of(nights)
    return features_block(source, features(source.nights.known_nights, source.profile), Fit())


@pytest.mark.parametrize(
    ("key", "shows", "does_not"),
    [
        ("intense", {"intensity": 7}, {"intensity": 6}),
        ("short", {"minutes": 10.0}, {"minutes": 10.5}),
        ("calf_foot", {"muscle": Muscle.FOOT}, {"muscle": Muscle.BACK_THIGH}),
        ("not_thigh", {"muscle": Muscle.CALF}, {"muscle": Muscle.FRONT_THIGH}),
        ("lingers", {"sore_next_day": True}, {"sore_next_day": False}),
        ("sleep", {"minutes_awake": 5}, {"woke_me": False}),
        ("distress", {"distress": 5}, {"distress": 4}),
        ("stretching", {"relief": frozenset({Relief.STRETCHING})}, {"relief": frozenset({Relief.HEAT})}),
    ],
)
def test_a_feature_is_counted_among_the_cramps_answered_about_it(
    key: str, shows: dict[str, Any], does_not: dict[str, Any]
) -> None:
    assert _row(key, Cramp(**shows), Cramp(**does_not)).counts == "1"
    row = _row(key, Cramp(**shows), Cramp(**does_not), Cramp(**does_not), Cramp())
    assert row.counts == "1 of 3"
    assert row.share == pytest.approx(1 / 3)


def test_sleep_is_broken_by_what_the_night_says_as_a_whole_too() -> None:
    disturbed = Night(TODAY, (Cramp(woke_me=False),), NOW).with_answer(BUILT_IN.get("sleep_disturbance"), 3.0, NOW)
    (row,) = [row for row in features([disturbed], Profile()) if row.key == "sleep"]
    assert row.counts == "1"


def test_where_no_night_says_the_profile_does_and_the_thigh_is_asked_the_other_way_round() -> None:
    answers = {
        key: ProfileAnswer(yes=True, noted_on=dt.date(2026, 11, 1))
        for key in ("usual_intense", "usual_thigh", "usual_hard")
    }
    profile = Profile(answers=answers)
    assert _row("intense", Cramp(), profile=profile).counts == "yes"
    assert _row("not_thigh", Cramp(), profile=profile).counts == "no"
    assert _row("hard", Cramp(intensity=3), profile=profile).counts == "yes"
    assert _row("intense", Cramp(intensity=8), profile=profile).counts == "1"  # the nights come first


def test_what_was_not_asked_of_cramps_is_told_so_and_without_cramps_there_is_nothing_to_ask() -> None:
    assert _row("distress", Cramp()).counts == ""
    block = _block(nights_of((Cramp(intensity=8, minutes=3, distress=2, woke_me=True),)))
    assert block is not None
    assert [row.key for row in block.rows] == ["intense", "short", "sleep", "distress"]
    assert block.cramps == "of 1 cramp"
    assert block.unasked == (
        "Not asked: calf or foot, not the thigh, lingering pain, muscle goes hard, stretching relieves."
    )
    nothing = _block(nights_of((Cramp(),)))
    assert nothing is not None
    assert (nothing.rows, nothing.unasked) == ((), "Nothing recorded.")
    assert _block(nights_of((), ())) is None
