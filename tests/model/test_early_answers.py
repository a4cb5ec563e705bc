from __future__ import annotations

import datetime as dt

import pytest

from diary.model.early_answers import is_before_the_night
from diary.model.night import Answer, Cramp, Night

MORNING = dt.date(2026, 11, 3)
HERE = dt.timezone(dt.timedelta(hours=5, minutes=30))


def _night(given: dt.datetime, *, cramps: tuple[Cramp, ...] = (), bed_time: dt.time | None = None) -> Night:
    answers = {"socks": Answer(True, given.replace(tzinfo=HERE))}
    if bed_time:
        answers["bed_time"] = Answer(bed_time, given.replace(tzinfo=HERE))
    return Night(MORNING, cramps, dt.datetime(2026, 11, 3, 8, tzinfo=HERE), answers)


@pytest.mark.parametrize(
    ("given", "bed_time", "early"),
    [
        (dt.datetime(2026, 11, 2, 18), None, True),
        (dt.datetime(2026, 11, 2, 23, 59), dt.time(21, 30), True),
        (dt.datetime(2026, 11, 3, 0, 0), None, False),
        (dt.datetime(2026, 11, 3, 0, 50), dt.time(1, 0), True),
        (dt.datetime(2026, 11, 3, 1, 0), dt.time(1, 0), False),
        (dt.datetime(2026, 11, 3, 7, 30), None, False),
        (dt.datetime(2026, 11, 3, 9), None, False),
        (dt.datetime(2026, 11, 9, 18), None, False),
    ],
)
def test_an_answer_is_before_the_night_until_its_midnight_or_its_bed_time(
    given: dt.datetime, bed_time: dt.time | None, *, early: bool
) -> None:
    assert is_before_the_night(_night(given, bed_time=bed_time), "socks") is early


def test_an_answer_after_the_first_cramp_is_not_before_the_night() -> None:
    cramps = (Cramp(at=dt.datetime(2026, 11, 2, 22, 30)),)
    assert is_before_the_night(_night(dt.datetime(2026, 11, 2, 22, 0), cramps=cramps), "socks")
    assert not is_before_the_night(_night(dt.datetime(2026, 11, 2, 22, 40), cramps=cramps), "socks")


def test_what_was_not_answered_is_not_before_the_night() -> None:
    assert not is_before_the_night(Night(MORNING), "socks")
