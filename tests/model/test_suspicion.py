"""The person's suspicion: when it is in time, and what the act makes of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from diary.model.errors import DateInFutureError, EmptyTextError, TextTooLongError
from diary.model.mornings import DAY
from diary.model.night import Night
from diary.model.profile import Profile
from diary.model.suspicion import FIRST_LOOK, Suspicion
from diary.model.suspicion_acts import NameSuspicion

TODAY = dt.date(2026, 11, 22)
ALCOHOL = Suspicion("alcohol", TODAY)


def _nights(count: int, *, last: dt.date = TODAY) -> list[Night]:
    return [Night(last - back * DAY, ()) for back in reversed(range(count))]


def test_a_suspicion_is_in_time_up_to_the_morning_of_the_first_look() -> None:
    assert ALCOHOL.is_in_time([])
    assert ALCOHOL.is_in_time(_nights(FIRST_LOOK - 1, last=TODAY - DAY))
    assert ALCOHOL.is_in_time(_nights(FIRST_LOOK))
    assert not ALCOHOL.is_in_time(_nights(FIRST_LOOK, last=TODAY - DAY))


def test_nights_after_the_first_look_leave_it_in_time() -> None:
    assert ALCOHOL.is_in_time(_nights(200, last=TODAY + 172 * DAY))
    assert not ALCOHOL.is_in_time(_nights(200, last=TODAY + 171 * DAY))


def test_naming_another_takes_its_place_with_a_day_of_its_own_and_the_same_keeps_its_day() -> None:
    named = NameSuspicion("alcohol").on(Profile(), TODAY)
    assert named == Profile(suspicion=ALCOHOL)
    assert NameSuspicion("alcohol").on(named, TODAY + DAY) == named
    assert NameSuspicion("no_socks").on(named, TODAY + DAY) == Profile(suspicion=Suspicion("no_socks", TODAY + DAY))
    assert NameSuspicion(None).on(named, TODAY) == Profile()


@pytest.mark.parametrize(("key", "refusal"), [(" ", EmptyTextError), ("x" * 201, TextTooLongError)])
def test_a_suspicion_of_nothing_or_without_end_is_refused(key: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        Suspicion(key, TODAY)


def test_a_suspicion_that_is_still_to_be_named_is_refused_unless_it_was_there_before() -> None:
    tomorrow = Profile(suspicion=replace(ALCOHOL, named_on=TODAY + DAY))
    with pytest.raises(DateInFutureError):
        tomorrow.refuse_future(TODAY)
    tomorrow.refuse_future(TODAY, tomorrow)


def test_a_suspicion_of_an_own_question_goes_with_its_key_also_that_of_one_of_its_answers() -> None:
    keys = {"own_tea": "own_tea_2"}
    assert [Suspicion(key, TODAY).with_keys(keys).key for key in ("own_tea", "own_tea-herbs", "own_teapot")] == [
        "own_tea_2",
        "own_tea_2-herbs",
        "own_teapot",
    ]
