"""What would make the page better is listed before it is saved, each with its place."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from diary.model.period import Period
from diary.model.profile import Condition, Medicine, Profile, Sex
from diary.model.profile_questions import LISTS, ProfileAnswer
from diary.model.standing_signs import signs_asked
from diary.ui.page.content.looking_back import look_back_over
from diary.ui.report.gaps import GapPlace, report_gaps

TODAY = dt.date(2026, 11, 22)
MORNING = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
MAN = Profile(sex=Sex.MALE)


def _profile(day: dt.date, *, missing: int = 0) -> Profile:
    signs = signs_asked(MAN)[missing:]
    answers = {question.key: ProfileAnswer(yes=False, noted_on=day) for question in (*signs, *LISTS)}
    return Profile(sex=Sex.MALE, answers=answers)


def _gaps(profile: Profile, nights: list[Night]) -> list[tuple[str, GapPlace]]:
    look = look_back_over(nights, Period(TODAY - 29 * DAY, TODAY))
    return [(gap.words, gap.place) for gap in report_gaps(profile, nights, look, TODAY)]


GOOD = [Night(TODAY - back * DAY, (Cramp(),) if back % 3 == 0 else ()) for back in range(30)]


def test_a_page_that_lacks_nothing_has_no_list() -> None:
    assert _gaps(_profile(TODAY), GOOD) == []


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (_profile(TODAY, missing=3), "3 of the warning signs are not answered."),
        (_profile(TODAY - 29 * DAY), "The warning signs were answered over four weeks ago."),
    ],
)
def test_warning_signs_that_are_missing_or_old_lead_to_them(profile: Profile, words: str) -> None:
    assert _gaps(profile, GOOD) == [(words, GapPlace.WARNING_SIGNS)]


def test_what_is_told_of_nothing_leads_to_where_it_is_told() -> None:
    assert [place for _, place in _gaps(MAN, GOOD)] == [
        GapPlace.WARNING_SIGNS,
        GapPlace.MEDICINES,
        GapPlace.CONDITIONS,
    ]
    told = Profile(
        medicines=(Medicine("Tea", TODAY),), conditions=(Condition("kidney", TODAY),), answers=_profile(TODAY).answers
    )
    assert [place for _, place in _gaps(told, GOOD)] == [GapPlace.WARNING_SIGNS]  # the one of pregnancy is asked too


def test_bad_nights_alone_and_answers_from_memory_alone_are_told() -> None:
    bad_nights = [night for night in GOOD if night.cramps]
    assert _gaps(_profile(TODAY), bad_nights) == [
        ("Hardly a quiet night was logged, so the page gives no rate.", GapPlace.LOG)
    ]
    late = [Night(TODAY, (), MORNING, {"socks": Answer(value=True, given_at=MORNING)}), *GOOD[1:]]
    assert _gaps(_profile(TODAY), late) == [
        ("All answers were given after the night. From 18:00 Log offers Tonight.", GapPlace.LOG)
    ]
