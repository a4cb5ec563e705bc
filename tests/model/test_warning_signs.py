"""Warning signs are asked plainly and stand until they are taken back, the most urgent first."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from diary.model.profile import Profile, Sex
from diary.model.profile_questions import ProfileAnswer
from diary.model.standing_signs import signs_asked, signs_not_answered, standing_signs
from diary.model.warning_signs import PREGNANCY_SIGN, WARNING_SIGNS, Level, what_to_do

DAY = dt.date(2026, 11, 22)
EARLIER = dt.date(2026, 10, 1)


def test_there_are_three_levels_and_the_most_urgent_is_asked_first() -> None:
    levels = [sign.level for sign in WARNING_SIGNS]
    assert levels == sorted(levels, key=list(Level).index)
    assert Counter(levels) == {Level.EMERGENCY: 5, Level.TODAY: 5, Level.APPOINTMENT: 7}
    assert len({sign.key for sign in WARNING_SIGNS}) == len(WARNING_SIGNS)


def test_only_a_yes_stands_and_with_its_day_the_most_urgent_first() -> None:
    profile = Profile(
        answers={
            "sign_walking": ProfileAnswer(True, EARLIER),
            "sign_numbness": ProfileAnswer(False, DAY),
            "sign_one_leg": ProfileAnswer(True, DAY),
        }
    )
    standing = [(each.sign.key, each.noted_on) for each in standing_signs(profile)]
    assert standing == [("sign_one_leg", DAY), ("sign_walking", EARLIER)]


def test_no_yes_is_told_apart_from_no_to_all() -> None:
    everything = Profile(answers={sign.key: ProfileAnswer(False, DAY) for sign in WARNING_SIGNS})
    assert (standing_signs(Profile()), signs_not_answered(Profile())) == ((), len(WARNING_SIGNS))
    assert (standing_signs(everything), signs_not_answered(everything)) == ((), 0)


def test_the_sign_of_pregnancy_is_asked_of_whom_it_can_concern_or_who_answered_it() -> None:
    answered = {PREGNANCY_SIGN: ProfileAnswer(True, DAY)}

    def asked(profile: Profile) -> bool:
        return PREGNANCY_SIGN in {sign.key for sign in signs_asked(profile)}

    assert asked(Profile())
    assert not asked(Profile(sex=Sex.MALE))
    assert not asked(Profile(sex=Sex.FEMALE, not_pregnant=DAY))
    assert asked(Profile(sex=Sex.FEMALE, not_pregnant=DAY, answers=answered))


def test_an_emergency_names_the_number_to_call() -> None:
    assert what_to_do(Level.EMERGENCY, "999") == "Call 999 now."
    assert all(what_to_do(level, "999").endswith(".") for level in Level)
