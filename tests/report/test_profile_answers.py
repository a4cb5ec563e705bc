from __future__ import annotations

import datetime as dt

from diary.model.profile import Helpfulness, Profile, Treatment
from diary.model.profile_questions import ProfileAnswer
from diary.model.warning_signs import WARNING_SIGNS
from diary.report.profile_answers import answer_sentences, features, treatments, warnings, warnings_note

DAY = dt.date(2026, 11, 3)
YES, NO = ProfileAnswer(yes=True, noted_on=DAY), ProfileAnswer(yes=False, noted_on=DAY)


def test_warning_signs_stand_plainly_with_their_day_the_most_urgent_first() -> None:
    profile = Profile(answers={"sign_sleep": YES, "sign_cold_leg": YES, "sign_walking": NO})
    assert warnings(profile) == (
        "A suddenly cold, pale or blue, numb or paralysed leg (3 Nov 2026)",
        "Sleep disturbed, cramps on most nights, or getting worse (3 Nov 2026)",
    )
    assert warnings_note(profile) == ""


def test_no_warning_sign_is_not_the_same_as_none_asked() -> None:
    every = {sign.key: NO for sign in WARNING_SIGNS}
    some = dict(list(every.items())[:-2])
    assert warnings_note(Profile()) == "Warning signs: not asked yet."
    assert warnings_note(Profile(answers=some)) == "Warning signs: none reported; 2 not answered."
    assert warnings_note(Profile(answers=every)) == "Warning signs: asked, none reported."


def test_what_was_asked_is_told_as_it_was_answered_and_names_no_diagnosis() -> None:
    profile = Profile(answers={"with_twitching": YES, "apart_jerks": NO, "apart_urge": YES})
    assert answer_sentences(profile) == (
        (
            "The patient answers yes to: twitching; an urge to move the legs without a hard, painful muscle, "
            "better while moving (3 Nov 2026)."
        ),
        "No to: legs that jerk in sleep without pain.",
        "9 of 12 questions not answered.",
    )
    assert answer_sentences(Profile()) == ()
    later = ProfileAnswer(yes=True, noted_on=dt.date(2026, 11, 9))
    (line, *_) = answer_sentences(Profile(answers={"with_twitching": YES, "with_weakness": later}))
    assert line == "The patient answers yes to: twitching (3 Nov 2026); weakness (9 Nov 2026)."


def test_what_was_tried_is_told_with_its_time_its_verdict_and_its_story_the_latest_first() -> None:
    profile = Profile(
        treatments=(
            Treatment("Magnesium", DAY, Helpfulness.NO_HELP, started=dt.date(2025, 1, 2), stopped=dt.date(2025, 3, 4)),
            Treatment("Stretching", DAY, Helpfulness.A_LITTLE, how="Every evening. "),
            Treatment("Tonic water", dt.date(2020, 1, 1)),
        )
    )
    assert treatments(profile) == (
        "Stretching: a little. Every evening.",
        "Magnesium, from 2 Jan 2025, until 4 Mar 2025: no help",
        "Tonic water: not told how it went",
    )


def test_the_seven_features_are_filled_from_the_profile_where_no_night_tells_them() -> None:
    shown = features((), Profile(answers={"usual_intense": YES}))
    assert (shown[0].answer, shown[0].basis) == ("yes", "as told in the profile on 3 Nov 2026")
    assert [one.answer for one in shown[1:]] == ["not recorded"] * 6
