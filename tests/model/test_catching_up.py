from __future__ import annotations

import datetime as dt

import pytest

from diary.model.built_in import BUILT_IN
from diary.model.catching_up import (
    MOST_NIGHTS,
    AnswerFromPaper,
    CountCramps,
    CrampsDescribedError,
    SetWrittenBefore,
    is_from_paper,
    nights_to_catch_up,
)
from diary.model.early_answers import is_before_the_night
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.night_acts import ActContext, LogQuiet, NightAct, SetAnswer, StepAnswer

NOW = dt.datetime(2026, 12, 21, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
TODAY = NOW.date()
CONTEXT = ActContext(BUILT_IN, NOW)
MORNING = TODAY - 5 * DAY


def diary(*logged: dt.date) -> dict[dt.date, Night]:
    return {morning: Night(morning, cramps=()) for morning in logged}


def caught_up(nights: dict[dt.date, Night], now: dt.datetime = NOW) -> list[int]:
    """How many days ago the mornings are that can be caught up on."""
    return [(TODAY - morning).days for morning in nights_to_catch_up(nights, now.replace(tzinfo=None))]


def test_an_empty_diary_offers_the_nights_of_one_sheet_of_paper_oldest_first() -> None:
    assert caught_up({}) == list(range(MOST_NIGHTS - 1, -1, -1))


def test_nights_before_a_diary_that_is_older_than_a_sheet_are_not_offered() -> None:
    logged = diary(*(TODAY - back * DAY for back in range(20) if back not in (3, 7, 16)))
    assert caught_up(logged) == [16, 7, 3]
    assert caught_up(diary(*(TODAY - back * DAY for back in range(30)))) == []


def test_of_many_nights_that_were_not_logged_the_latest_are_offered() -> None:
    assert caught_up(diary(TODAY - 300 * DAY)) == list(range(MOST_NIGHTS - 1, -1, -1))


def test_the_night_under_way_and_one_that_cannot_be_read_are_not_offered() -> None:
    at_night = NOW.replace(hour=2, tzinfo=None)
    assert TODAY not in nights_to_catch_up({}, at_night)
    assert TODAY - DAY not in nights_to_catch_up({}, NOW.replace(tzinfo=None), {TODAY - DAY})


@pytest.mark.parametrize("answers_first", [False, True])
def test_an_answer_from_paper_counts_as_given_before_the_night_and_one_from_memory_does_not(
    *, answers_first: bool
) -> None:
    quiet = LogQuiet()
    socks = AnswerFromPaper(SetAnswer("socks", value=True))
    acts: list[NightAct] = [socks, quiet] if answers_first else [quiet, socks]
    night = Night(MORNING)
    for act in (*acts, AnswerFromPaper(StepAnswer("alcohol", more=True, most=30)), SetAnswer("caffeine", value=True)):
        night = act.on(night, CONTEXT)
    assert [is_before_the_night(night, key) for key in ("socks", "alcohol", "caffeine")] == [True, True, False]
    assert not night.late("socks")
    assert night.late("caffeine")


def test_what_can_only_be_known_in_the_morning_is_never_of_the_evening() -> None:
    night = AnswerFromPaper(SetAnswer("legs_outside", value=True)).on(Night(MORNING), CONTEXT)
    assert night.answers["legs_outside"].given_at == NOW
    assert not is_from_paper(night)


def test_that_answers_were_written_before_is_said_of_all_of_a_night_and_taken_back() -> None:
    night = SetAnswer("caffeine", value=True).on(LogQuiet().on(Night(MORNING), CONTEXT), CONTEXT)
    written = SetWrittenBefore(is_so=True).on(night, CONTEXT)
    assert is_before_the_night(written, "caffeine")
    assert is_from_paper(written)
    assert SetWrittenBefore(is_so=False).on(written, CONTEXT).late("caffeine")


def test_an_answer_that_was_given_even_earlier_keeps_its_moment() -> None:
    noon = dt.datetime.combine(MORNING - DAY, dt.time(13), NOW.tzinfo)
    night = SetAnswer("caffeine", value=True).on(Night(MORNING), ActContext(BUILT_IN, noon))
    for is_so in (True, False):
        assert SetWrittenBefore(is_so).on(night, CONTEXT) == night


def test_cramps_are_counted_up_and_down_and_none_that_was_described_goes() -> None:
    described = Cramp(minutes=4, key=9)
    night = Night(MORNING, cramps=(described,))
    three = CountCramps((1, 2, 3)).on(night, CONTEXT)
    assert [cramp.minutes for cramp in three.cramps or ()] == [4, None, None]
    assert CountCramps((4, 5)).on(three, CONTEXT).cramps == (described, Cramp())
    with pytest.raises(CrampsDescribedError, match="1 cramp of this night is described already"):
        CountCramps(()).on(three, CONTEXT)
    assert CountCramps(()).on(Night(MORNING, cramps=(Cramp(), Cramp())), CONTEXT).cramps == ()


def test_times_go_to_the_cramps_of_which_nothing_was_told_yet() -> None:
    night = CountCramps((1, 2), (dt.time(3, 10),)).on(Night(MORNING, cramps=(Cramp(minutes=4, key=9),)), CONTEXT)
    assert night.cramps == (Cramp(minutes=4), Cramp(at=dt.datetime.combine(MORNING, dt.time(3, 10))))
    full = CountCramps((3,), (dt.time(3, 10),)).on(Night(MORNING, cramps=(Cramp(minutes=4),)), CONTEXT)
    assert full.cramps == (Cramp(minutes=4),)
