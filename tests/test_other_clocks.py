"""A diary whose clock or zone is set anew: what was told stays told, can be added to, and goes to another machine."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from diary.book import Diary
from diary.model.errors import CrampInFutureError, DateInFutureError, DiaryError, NightNotOverError
from diary.model.night import Cramp, Muscle, NightState
from diary.model.night_acts import AddCramp, ChangeCramp
from diary.model.profile import Medicine, Profile, Treatment
from tests.test_book import Hand
from tests.whole_person import SetProfile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KIRITIMATI, NIUE, BERLIN = map(ZoneInfo, ("Pacific/Kiritimati", "Pacific/Niue", "Europe/Berlin"))
"""The first two are 25 hours apart: the same moment is a day and an hour later on the one than on the other."""
MORNING = dt.date(2026, 11, 22)
AT = dt.datetime(2026, 11, 22, 3, 10)


def wall_time(text: str, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.fixture
def hand() -> Hand:
    hand = Hand()
    hand.moment = wall_time("2026-11-22 07:30", KIRITIMATI)
    return hand


@pytest.fixture
def book(tmp_path: Path, hand: Hand) -> Iterator[Diary]:
    with closing(Diary.open(tmp_path / "diary", clock=hand)) as book:
        yield book


def test_a_night_told_before_a_flight_back_over_the_date_line_is_added_to_changed_and_deleted(
    book: Diary, hand: Hand
) -> None:
    night = book.nights.log(MORNING, cramps=(Cramp(at=AT),), answers={})
    hand.moment = hand.moment.astimezone(NIUE)
    assert book.now() == dt.datetime(2026, 11, 21, 6, 30)
    assert book.nights.write_note(MORNING, "On the plane").note == "On the plane"
    assert book.nights.answer(MORNING, "socks", value=True).value("socks") is True
    key = (book.nights.get(MORNING).cramps or ())[0].key or 0
    changed = book.nights.perform(MORNING, ChangeCramp(key, (("muscle", Muscle.CALF),)))
    assert changed.cramps == (replace((night.cramps or ())[0], muscle=Muscle.CALF),)
    assert book.nights.perform(MORNING, AddCramp(Cramp())).cramps == (Cramp(at=AT, muscle=Muscle.CALF), Cramp())
    with pytest.raises(CrampInFutureError):
        book.nights.perform(MORNING, AddCramp(Cramp(at=AT + dt.timedelta(minutes=1))))
    book.nights.delete(MORNING)
    assert book.nights.all() == []


def test_a_quiet_night_told_by_a_clock_that_was_days_ahead_keeps_its_note_and_is_deleted(
    book: Diary, hand: Hand
) -> None:
    book.nights.log_quiet(MORNING)
    hand.moment -= dt.timedelta(days=5)
    assert book.nights.write_note(MORNING, "The clock was wrong").state is NightState.QUIET
    with pytest.raises(DiaryError):
        book.nights.log_quiet(MORNING - dt.timedelta(days=1))
    book.nights.delete(MORNING)
    assert book.nights.all() == []


def test_a_profile_told_before_it_keeps_its_days_and_takes_others(book: Diary, hand: Hand) -> None:
    medicine = Medicine("Magnesium", MORNING, started=MORNING)
    kept = book.person.change_profile(
        SetProfile(Profile(medicines=(medicine,), treatments=(Treatment("Socks", MORNING, started=MORNING),)))
    )
    hand.moment = hand.moment.astimezone(NIUE)
    renamed = replace(kept.medicines[0], name="Magnesium citrate")
    kept = book.person.change_profile(SetProfile(replace(kept, name="Ana", medicines=(renamed,))))
    assert (kept.name, kept.medicines[0].name) == ("Ana", "Magnesium citrate")
    with pytest.raises(DateInFutureError):
        book.person.change_profile(SetProfile(replace(kept, medicines=(*kept.medicines, medicine))))
    moved = replace(kept.medicines[0], started=MORNING + dt.timedelta(days=1))
    with pytest.raises(DateInFutureError):
        book.person.change_profile(SetProfile(replace(kept, medicines=(moved,))))


def test_a_file_of_a_machine_where_the_day_is_further_on_is_taken_in(book: Diary, tmp_path: Path) -> None:
    book.nights.log(MORNING, cramps=(), answers={})
    book.nights.log(MORNING - dt.timedelta(days=1), cramps=(Cramp(),), answers={})
    there = wall_time("2026-11-21 06:31", NIUE)
    with closing(Diary.open(tmp_path / "there", clock=lambda: there)) as other:
        with pytest.raises(NightNotOverError):
            other.nights.log_quiet(MORNING)
        assert len(other.files.import_json(book.files.export_json()).new_nights) == 2
        assert other.nights.get(MORNING).state is NightState.QUIET


@pytest.mark.parametrize(
    ("zone", "now", "told", "is_past"),
    [
        ("Europe/Berlin", "2026-03-29 03:05", "2026-03-29 02:30", True),
        ("Europe/Berlin", "2026-03-29 01:59", "2026-03-29 02:30", False),
        ("Australia/Lord_Howe", "2026-10-04 02:35", "2026-10-04 02:10", True),
        ("America/Santiago", "2026-09-06 01:10", "2026-09-06 00:30", True),
        ("Asia/Kolkata", "2026-11-22 03:30", "2026-11-22 03:30", True),
        ("Asia/Kathmandu", "2026-11-22 03:44", "2026-11-22 03:45", False),
        ("Pacific/Apia", "2011-12-31 07:00", "2011-12-31 03:10", True),
    ],
)
def test_an_hour_that_a_clock_change_skips_is_told_as_it_was_read_and_not_before_it_is_past(
    tmp_path: Path, zone: str, now: str, told: str, is_past: bool
) -> None:
    moment, at = wall_time(now, ZoneInfo(zone)), dt.datetime.fromisoformat(told)
    with closing(Diary.open(tmp_path, clock=lambda: moment)) as book:
        if is_past:
            assert book.nights.perform(at.date(), AddCramp(Cramp(at=at))).cramps == (Cramp(at=at),)
            assert book.nights.get(at.date()).cramps == (Cramp(at=at),)
            assert f'"at": "{at.isoformat(timespec="minutes")}"' in book.files.export_json().decode()
        else:
            with pytest.raises(CrampInFutureError):
                book.nights.perform(at.date(), AddCramp(Cramp(at=at)))


def test_in_the_half_hour_that_lord_howe_repeats_its_first_pass_can_be_told(tmp_path: Path) -> None:
    moment = wall_time("2026-04-05 01:35", ZoneInfo("Australia/Lord_Howe")).replace(fold=1)
    at = dt.datetime(2026, 4, 5, 1, 55)
    with closing(Diary.open(tmp_path, clock=lambda: moment)) as book:
        assert book.nights.perform(at.date(), AddCramp(Cramp(at=at))).cramps == (Cramp(at=at),)
