"""A cramp that is timed: in its night from the first tap on, measured by the second."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.book.cramp_start_file import NAME
from diary.model.night import Cramp, Muscle, Side
from diary.model.night_acts import ChangeCramp, RemoveCramp
from diary.model.running_cramp import NoCrampRunningError, NotInBedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MORNING = dt.date(2026, 11, 22)
THREE = dt.datetime(2026, 11, 22, 3, 12, 20, tzinfo=dt.UTC)


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: dt.datetime = THREE

    def __call__(self) -> dt.datetime:
        return self.now

    def wait(self, **time: float) -> None:
        self.now += dt.timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(tmp_path: Path, clock: Clock) -> Iterator[Diary]:
    with closing(Diary.open(tmp_path, clock=clock)) as book:
        yield book


def cramps(book: Diary, morning: dt.date = MORNING) -> tuple[Cramp, ...] | None:
    return book.nights.get(morning).cramps


def test_the_first_tap_keeps_the_cramp_and_the_second_its_minutes(book: Diary, clock: Clock) -> None:
    began = Cramp(at=dt.datetime(2026, 11, 22, 3, 12))
    assert book.cramp_now.start().cramp == began
    assert cramps(book) == (began,)
    clock.wait(minutes=4, seconds=20)
    assert book.cramp_now.end() == Cramp(at=began.at, minutes=4.5)
    assert cramps(book) == (Cramp(at=began.at, minutes=4.5),)
    assert book.cramp_now.running() is None
    assert not (book.folder / NAME).exists()


@pytest.mark.parametrize(
    ("moment", "morning"), [("2026-11-21 23:50", 22), ("2026-11-22 00:00", 22), ("2026-11-22 09:59", 22), ("2026-11-22 18:00", 23)]
)  # fmt: skip
def test_a_cramp_belongs_to_the_night_under_way(book: Diary, clock: Clock, moment: str, morning: int) -> None:
    clock.now = dt.datetime.fromisoformat(moment).replace(tzinfo=dt.UTC)
    start = book.cramp_now.start().start
    assert start.morning == dt.date(2026, 11, morning)
    assert cramps(book, start.morning) == (Cramp(at=dt.datetime.fromisoformat(moment)),)


@pytest.mark.parametrize("time", ["10:00", "12:30", "17:59"])
def test_by_day_no_cramp_is_begun_and_nothing_is_kept(book: Diary, clock: Clock, time: str) -> None:
    clock.now = dt.datetime.fromisoformat(f"2026-11-22 {time}").replace(tzinfo=dt.UTC)
    with pytest.raises(NotInBedError):
        book.cramp_now.start()
    assert book.nights.all() == []


def test_a_second_start_goes_on_with_the_cramp_that_is_timed(book: Diary, clock: Clock) -> None:
    first = book.cramp_now.start()
    clock.wait(minutes=2)
    assert book.cramp_now.start() == first
    assert len(cramps(book) or ()) == 1
    assert book.cramp_now.end().minutes == 2


def test_a_killed_program_leaves_the_cramp_timed_and_a_forgotten_one_without_minutes(
    tmp_path: Path, clock: Clock
) -> None:
    with closing(Diary.open(tmp_path, clock=clock)) as book:
        book.cramp_now.start()
    clock.wait(minutes=3)
    with closing(Diary.open(tmp_path, clock=clock)) as book:
        assert book.cramp_now.running() is not None
        clock.wait(hours=2)
        assert book.cramp_now.running() is None
        with pytest.raises(NoCrampRunningError):
            book.cramp_now.end()
        assert not (tmp_path / NAME).exists()
        assert cramps(book) == (Cramp(at=dt.datetime(2026, 11, 22, 3, 12)),)
        later = book.cramp_now.start().start
        assert later.at == dt.datetime(2026, 11, 22, 5, 15)
        assert len(cramps(book) or ()) == 2


def test_where_the_note_of_the_beginning_is_lost_or_broken_the_cramp_stays(book: Diary) -> None:
    book.cramp_now.start()
    for content in ("", "[]", "{}", '{"morning": 3}', '{"morning": "2026-11-22", "at": "x", "moment": "y"}', "\0"):
        (book.folder / NAME).write_text(content, "utf-8")
        assert book.cramp_now.running() is None
    assert len(cramps(book) or ()) == 1


def test_a_night_called_quiet_becomes_a_cramp_night_and_undo_brings_it_back(book: Diary) -> None:
    book.nights.log_quiet(MORNING)
    book.cramp_now.start()
    assert len(cramps(book) or ()) == 1
    book.undo()
    assert cramps(book) == ()
    assert book.cramp_now.running() is None


def test_a_cramp_is_over_when_it_was_removed_or_its_minutes_were_typed(book: Diary, clock: Clock) -> None:
    key = book.cramp_now.start().cramp.key or 0
    book.nights.perform(MORNING, ChangeCramp(key, (("minutes", 7.0),)))
    with pytest.raises(NoCrampRunningError):
        book.cramp_now.end()
    assert cramps(book) == (Cramp(at=dt.datetime(2026, 11, 22, 3, 12), minutes=7),)
    clock.wait(minutes=10)
    key = book.cramp_now.start().cramp.key or 0
    book.nights.perform(MORNING, RemoveCramp(key))
    assert book.cramp_now.running() is None


def test_what_is_said_of_the_cramp_meanwhile_stays_with_it(book: Diary, clock: Clock) -> None:
    book.nights.log_cramps(MORNING, (Cramp(at=dt.datetime(2026, 11, 21, 23, 0), minutes=2),))
    key = book.cramp_now.start().cramp.key or 0
    book.nights.perform(MORNING, ChangeCramp(key, (("side", Side.LEFT), ("muscle", Muscle.CALF))))
    clock.wait(minutes=1)
    ended = book.cramp_now.end()
    assert ended == Cramp(at=dt.datetime(2026, 11, 22, 3, 12), minutes=1, side=Side.LEFT, muscle=Muscle.CALF)
    assert [cramp.minutes for cramp in cramps(book) or ()] == [2, 1]


def test_answers_of_the_evening_stay_given_before_the_cramp(book: Diary, clock: Clock) -> None:
    clock.now = dt.datetime(2026, 11, 21, 21, 0, tzinfo=dt.UTC)
    book.nights.answer(MORNING, "socks", value=True)
    clock.now = THREE
    book.cramp_now.start()
    clock.wait(hours=4)
    book.nights.answer(MORNING, "caffeine", value=True)
    night = book.nights.get(MORNING)
    assert (night.late("socks"), night.late("caffeine")) == (False, True)
