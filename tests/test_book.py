"""The acts of the diary, on a real file."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from diary.book import Diary
from diary.charts.style import DARK, LIGHT, ChartStyle
from diary.model.errors import (
    BackwardsError,
    CrampInFutureError,
    DateInFutureError,
    DiaryError,
    DiaryIsOpenError,
    MorningTooLateError,
    NightNotOverError,
    NothingToCopyError,
    UnknownFactorError,
)
from diary.model.marker_acts import AddMarker
from diary.model.night import Cramp, Muscle, Night, NightState, Side
from diary.model.period import Period
from diary.model.preferences import Preferences, Theme
from diary.model.profile import Condition, FirstCramp, Helpfulness, Medicine, Profile, Treatment
from diary.model.profile_acts import SetName, SetYearOfBirth
from diary.model.profile_questions import ProfileAnswer
from tests.whole_person import SetProfile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diary.charts.make import ChartImage

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
CALF = Cramp(at=dt.datetime(2026, 11, 22, 3, 10), muscle=Muscle.CALF, side=Side.LEFT, intensity=7, minutes=4)
EARLIER = Cramp(at=dt.datetime(2026, 11, 21, 23, 40), intensity=0)


class Hand:
    """A clock that is moved by hand."""

    def __init__(self, zone: str = "Europe/Berlin") -> None:
        self.moment = dt.datetime(2026, 11, 22, 7, 30, 15, tzinfo=ZoneInfo(zone))

    def __call__(self) -> dt.datetime:
        return self.moment


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def book(tmp_path: Path, hand: Hand) -> Iterator[Diary]:
    book = Diary.open(tmp_path / "diary", clock=hand)
    yield book
    book.close()


def reopened(book: Diary, hand: Hand) -> Diary:
    book.close()
    return Diary.open(book.folder, clock=hand)


# What is logged stays


def test_a_night_told_in_one_act_is_there_when_the_diary_is_opened_again(book: Diary, hand: Hand) -> None:
    told = book.nights.log(
        TODAY, cramps=(EARLIER, CALF), answers={"socks": False, "bed_time": dt.time(22, 30)}, note="夜 🌙"
    )
    again = reopened(book, hand)
    assert again.nights.get(TODAY) == told
    assert again.nights.all() == [told]
    again.close()


def test_a_night_nobody_told_of_is_blank_and_is_not_among_the_nights(book: Diary) -> None:
    assert book.nights.get(TODAY) == Night(TODAY)
    assert book.nights.all() == []


def test_an_answer_saved_before_the_cramps_leaves_the_night_not_logged(book: Diary) -> None:
    assert book.nights.answer(TODAY, "socks", value=True).state is NightState.NOT_LOGGED
    assert book.nights.all()[0].state is NightState.NOT_LOGGED


def test_telling_quiet_takes_one_act_and_keeps_the_answers(book: Diary) -> None:
    book.nights.answer(TODAY, "socks", value=True)
    assert book.nights.log_quiet(TODAY).state is NightState.QUIET
    assert book.nights.get(TODAY).value("socks") is True


def test_what_is_not_said_again_stays_as_it_was(book: Diary) -> None:
    book.nights.log(TODAY, cramps=(CALF,), answers={"socks": True}, note="first")
    night = book.nights.log(TODAY, cramps=None, answers={"stretched": False})
    assert night.cramps == (CALF,)
    assert night.values() == {"socks": True, "stretched": False}
    assert night.note == "first"


def test_an_answer_taken_back_is_not_answered_rather_than_no(book: Diary) -> None:
    book.nights.answer(TODAY, "socks", value=False)
    assert book.nights.answer(TODAY, "socks", value=None).value("socks") is None
    assert book.nights.all() == []


def test_an_act_that_changes_nothing_is_no_step_of_undo(book: Diary) -> None:
    book.nights.log_quiet(TODAY)
    book.nights.log_quiet(TODAY)
    book.nights.write_note(TODAY, "")
    assert book.undo() is not None
    assert book.undo() is None


# Late answers


def test_an_answer_given_after_the_cramps_is_late_also_when_read_back(book: Diary, hand: Hand) -> None:
    book.nights.answer(TODAY, "socks", value=True)
    hand.moment += HOUR
    book.nights.log_quiet(TODAY)
    hand.moment += HOUR
    book.nights.answer(TODAY, "stretched", value=True)
    night = book.nights.get(TODAY)
    assert not night.late("socks")
    assert night.late("stretched")


def test_answers_told_together_with_the_cramps_are_not_late(book: Diary) -> None:
    assert not book.nights.log(TODAY, cramps=(CALF,), answers={"socks": True}).late("socks")


@pytest.mark.parametrize("back", [dt.timedelta(0), HOUR, 30 * DAY])
def test_an_answer_after_the_cramps_is_late_though_the_clock_was_set_back(
    book: Diary, hand: Hand, back: dt.timedelta
) -> None:
    long_ago = TODAY - 60 * DAY
    book.nights.log(long_ago - DAY, cramps=None, answers={"bedding": "thin"})
    book.nights.log_cramps(long_ago, (Cramp(),))
    hand.moment -= back
    book.nights.answer(long_ago, "socks", value=True)
    book.nights.log(long_ago, cramps=None, answers={"stretched": True})
    book.nights.copy_night_before(long_ago)
    night = reopened(book, hand).nights.get(long_ago)
    assert all(night.late(key) for key in ("socks", "stretched", "bedding"))


@pytest.mark.parametrize("forward", [dt.timedelta(0), HOUR, 400 * DAY])
def test_an_answer_before_the_cramps_is_not_late_though_the_clock_was_set_forward_and_back(
    book: Diary, hand: Hand, forward: dt.timedelta
) -> None:
    hand.moment += forward
    book.nights.answer(TODAY, "socks", value=True)
    hand.moment -= forward
    book.nights.log_cramps(TODAY, (CALF,))
    assert not book.nights.get(TODAY).late("socks")
    book.nights.answer(TODAY, "stretched", value=True)
    assert book.nights.get(TODAY).late("stretched")
    for _ in range(3):
        book.undo()
    for _ in range(3):
        book.redo()
    night = reopened(book, hand).nights.get(TODAY)
    assert (night.late("socks"), night.late("stretched")) == (False, True)


def test_in_the_hour_that_is_repeated_an_answer_is_late_by_the_order_of_acts(book: Diary, hand: Hand) -> None:
    morning = dt.date(2026, 10, 25)
    hand.moment = dt.datetime(2026, 10, 25, 2, 55, tzinfo=ZoneInfo("Europe/Berlin"))
    book.nights.answer(morning, "bedding", value="thin")
    hand.moment = dt.datetime(2026, 10, 25, 2, 5, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))
    book.nights.log_cramps(morning, (Cramp(),))
    hand.moment = dt.datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))
    book.nights.answer(morning, "socks", value=True)
    night = book.nights.get(morning)
    assert (night.late("bedding"), night.late("socks")) == (False, True)


def test_lateness_survives_a_change_of_the_machines_zone(book: Diary, hand: Hand) -> None:
    book.nights.log_quiet(TODAY)
    hand.moment = (hand.moment + HOUR).astimezone(ZoneInfo("America/New_York"))
    book.nights.answer(TODAY, "socks", value=True)
    assert book.nights.get(TODAY).late("socks")


# What cannot be is refused, and nothing changes


@pytest.mark.parametrize(
    ("morning", "cramps", "answers", "refusal"),
    [
        (TODAY + 2 * DAY, None, {"socks": True}, MorningTooLateError),
        (TODAY + DAY, (), {}, NightNotOverError),
        (TODAY, (Cramp(at=dt.datetime(2026, 11, 22, 7, 31)),), {}, CrampInFutureError),
        (TODAY, (), {"room_temperature": 80.0}, DiaryError),
        (TODAY, (), {"knee_high_socks": True}, UnknownFactorError),
    ],
)
def test_a_refused_night_changes_nothing(
    book: Diary,
    morning: dt.date,
    cramps: tuple[Cramp, ...] | None,
    answers: dict[str, float],
    refusal: type[DiaryError],
) -> None:
    with pytest.raises(refusal):
        book.nights.log(morning, cramps=cramps, answers=answers, note="x")
    assert book.nights.all() == []
    assert book.undo() is None


def test_the_coming_night_can_be_prepared(book: Diary) -> None:
    book.nights.answer(TODAY + DAY, "stretched", value=True)
    assert book.nights.get(TODAY + DAY).state is NightState.NOT_LOGGED


def test_the_present_is_local_wall_time_to_the_minute(book: Diary) -> None:
    assert book.now() == dt.datetime(2026, 11, 22, 7, 30)


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Europe/Berlin", "2026-10-25T02:30+01:00"),
        ("America/New_York", "2026-11-01T01:30-05:00"),
        ("Australia/Lord_Howe", "2026-04-05T01:45+10:30"),
    ],
)
def test_a_cramp_in_the_hour_that_comes_twice_is_kept_at_its_wall_time(
    book: Diary, hand: Hand, zone: str, moment: str
) -> None:
    hand.moment = dt.datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))
    wall = hand.moment.replace(tzinfo=None)
    book.nights.log_cramps(wall.date(), (Cramp(at=wall),))
    assert (book.nights.get(wall.date()).cramps or ())[0].at == wall


# Which nights


def test_nights_are_given_oldest_first_between_two_mornings_inclusive(book: Diary) -> None:
    for back in (0, 3, 1, 2):
        book.nights.log_quiet(TODAY - back * DAY)
    assert [night.morning for night in book.nights.between(Period(TODAY - 2 * DAY, TODAY - DAY))] == [
        TODAY - 2 * DAY,
        TODAY - DAY,
    ]
    assert len(book.nights.between(Period(first=TODAY - 2 * DAY))) == 3
    assert len(book.nights.between(Period(last=TODAY - 2 * DAY))) == 2
    with pytest.raises(BackwardsError):
        book.nights.between(Period(TODAY, TODAY - DAY))


def test_nights_missed_lately_begin_after_the_first_night_and_end_yesterday(book: Diary) -> None:
    assert book.nights.missed() == []
    book.nights.log_quiet(TODAY - 4 * DAY)
    book.nights.log_quiet(TODAY - 2 * DAY)
    book.nights.answer(TODAY - DAY, "socks", value=True)
    assert book.nights.missed() == [TODAY - DAY, TODAY - 3 * DAY]


# The night before


def test_only_stable_answers_are_copied_and_none_is_overwritten(book: Diary) -> None:
    book.nights.log(TODAY - DAY, cramps=(), answers={"bedding": "thin", "socks": True, "stretched": True})
    book.nights.answer(TODAY, "bedding", value="thick")
    assert book.nights.copy_night_before(TODAY).values() == {"bedding": "thick", "socks": True}


def test_a_copied_answer_was_given_when_it_was_copied(book: Diary, hand: Hand) -> None:
    book.nights.log(TODAY - DAY, cramps=(), answers={"socks": True})
    book.nights.log_quiet(TODAY)
    hand.moment += HOUR
    assert book.nights.copy_night_before(TODAY).late("socks")


def test_where_the_night_before_has_nothing_to_copy_that_is_said(book: Diary) -> None:
    with pytest.raises(NothingToCopyError):
        book.nights.copy_night_before(TODAY)


# Delete, undo, redo


def test_a_deleted_night_comes_back_whole_with_undo(book: Diary) -> None:
    night = book.nights.log(TODAY, cramps=(CALF,), answers={"socks": True}, note="x")
    assert book.nights.delete(TODAY) == night
    assert book.nights.all() == []
    assert book.undo() is not None
    assert book.nights.all() == [night]


def test_undo_gives_the_words_of_the_act_and_redo_does_it_again(book: Diary) -> None:
    book.nights.log_quiet(TODAY)
    undone = book.undo()
    assert undone is not None
    assert undone.words == "No cramps saved"
    assert book.nights.all() == []
    assert book.redo() == undone
    assert book.nights.get(TODAY).state is NightState.QUIET
    assert book.redo() is None


def test_thirty_steps_can_be_undone_and_no_more(book: Diary) -> None:
    for count in range(31):
        book.nights.write_note(TODAY, f"note {count}")
    undone = 0
    while book.undo():
        undone += 1
    assert undone == 30
    assert book.nights.get(TODAY).note == "note 0"


def test_undo_outlives_the_program(book: Diary, hand: Hand) -> None:
    book.nights.log_quiet(TODAY)
    again = reopened(book, hand)
    assert again.undo() is not None
    assert again.nights.all() == []
    again.close()


# The person


def test_profile_markers_and_preferences_are_kept(book: Diary, hand: Hand) -> None:
    profile = book.person.change_profile(
        SetProfile(
            Profile(
                name="Ana",
                year_of_birth=1958,
                conditions=(Condition("diabetes", TODAY, since=2001),),
                medicines=(Medicine("Amlodipine", TODAY, dose="5 mg", started=TODAY),),
            )
        )
    )
    markers = book.person.change_markers(AddMarker("new mattress"))
    book.person.keep_preferences(Preferences(theme=Theme.DARK))
    again = reopened(book, hand)
    assert again.person.profile() == profile
    assert again.person.markers() == markers
    assert again.person.preferences().theme is Theme.DARK
    again.close()


def test_a_profile_can_be_undone_and_the_look_of_the_diary_is_no_step(book: Diary) -> None:
    book.person.change_profile(SetName("Ana"))
    book.person.keep_preferences(Preferences(theme=Theme.DARK))
    assert book.undo() is not None
    assert book.person.profile() == Profile()
    assert book.person.preferences().theme is Theme.DARK


def test_a_profile_that_cannot_be_is_refused(book: Diary) -> None:
    with pytest.raises(DiaryError):
        book.person.change_profile(SetYearOfBirth(2030))
    assert book.person.profile() == Profile()


# Files


def test_an_exported_diary_taken_into_an_empty_one_is_equal(book: Diary, hand: Hand, tmp_path: Path) -> None:
    book.nights.log(TODAY, cramps=(EARLIER, CALF), answers={"socks": False}, note="x")
    book.nights.answer(TODAY + DAY, "stretched", value=True)
    book.person.change_profile(
        SetProfile(
            Profile(
                name="Ana",
                medicines=(Medicine("Iron", TODAY, supplement=True),),
                first_cramp=FirstCramp(1999, TODAY),
                answers={"sign_walking": ProfileAnswer(True, TODAY - DAY), "apart_urge": ProfileAnswer(False, TODAY)},
                treatments=(Treatment("Socks", TODAY, Helpfulness.NO_HELP, "cold again by three"),),
                doctor_questions=("Why?", "", "足は?"),
                emergency_number="999",
            )
        )
    )
    book.person.change_markers(AddMarker("new bed"))
    book.person.keep_preferences(Preferences(theme=Theme.DARK))
    other = Diary.open(tmp_path / "other", clock=hand)
    assert len(other.files.import_json(book.files.export_json()).new_nights) == 2
    assert other.files.contents().without_places() == book.files.contents().without_places()
    assert other.files.export_json() == book.files.export_json()
    other.close()


def test_taking_a_file_in_is_one_step_of_undo(book: Diary, hand: Hand, tmp_path: Path) -> None:
    book.nights.log_quiet(TODAY)
    book.nights.log_quiet(TODAY - DAY)
    book.person.change_profile(SetName("Ana"))
    other = Diary.open(tmp_path / "other", clock=hand)
    other.files.import_json(book.files.export_json())
    assert other.undo() is not None
    assert other.nights.all() == []
    assert other.person.profile() == Profile()
    assert other.undo() is None
    other.close()


def test_what_the_diary_holds_already_is_never_overwritten_by_a_file(book: Diary, hand: Hand, tmp_path: Path) -> None:
    other = Diary.open(tmp_path / "other", clock=hand)
    other.nights.log(TODAY, cramps=(CALF,), answers={}, note="theirs")
    other.nights.log_quiet(TODAY - DAY)
    other.person.change_profile(SetName("Bea"))
    book.nights.log(TODAY, cramps=(), answers={}, note="mine")
    book.person.change_profile(SetName("Ana"))
    assert len(book.files.import_json(other.files.export_json()).new_nights) == 1
    assert book.nights.get(TODAY).note == "mine"
    assert book.person.profile().name == "Ana"
    assert len(book.nights.all()) == 2
    other.close()


def test_the_same_file_twice_adds_nothing(book: Diary) -> None:
    book.nights.log_quiet(TODAY)
    book.person.change_markers(AddMarker("new bed"))
    version = book.version()
    assert len(book.files.import_json(book.files.export_json()).new_nights) == 0
    assert book.version() == version


def test_a_night_of_a_file_that_is_to_come_is_left_out_and_named(book: Diary, tmp_path: Path) -> None:
    later = Hand()
    later.moment += 5 * DAY
    with closing(Diary.open(tmp_path / "other", clock=later)) as other:
        other.nights.log_quiet(TODAY)
        other.nights.log_quiet(TODAY + 5 * DAY)
        plan = book.files.import_json(other.files.export_json())
    assert [refusal.morning for refusal in plan.refusals] == [TODAY + 5 * DAY]
    assert [night.morning for night in book.nights.all()] == [TODAY]


# Safe-keeping


def test_a_whole_diary_has_nothing_wrong(book: Diary) -> None:
    book.nights.log(TODAY, cramps=(CALF,), answers={"socks": True})
    assert book.files.check() == ()


def test_the_diarys_version_changes_with_what_it_holds_and_stays_otherwise(book: Diary) -> None:
    before = book.version()
    assert book.version() == before
    book.nights.log_quiet(TODAY)
    assert book.version() != before


def test_a_diary_is_written_by_one_at_a_time_and_read_beside_it(book: Diary, hand: Hand) -> None:
    book.nights.log_quiet(TODAY)
    with pytest.raises(DiaryIsOpenError):
        Diary.open(book.folder, clock=hand)
    reader = Diary.open(book.folder, clock=hand, writable=False)
    assert reader.nights.all() == book.nights.all()
    with pytest.raises(DiaryError):
        reader.nights.log_quiet(TODAY - DAY)
    assert len(book.nights.all()) == 1
    reader.close()


def test_a_future_medicine_is_refused_by_the_persons_own_date(book: Diary) -> None:
    with pytest.raises(DateInFutureError):
        book.person.change_profile(SetProfile(Profile(medicines=(Medicine("Iron", TODAY, started=TODAY + DAY),))))


def test_a_chart_is_drawn_anew_only_where_what_it_shows_or_its_look_changed(book: Diary) -> None:
    light = ChartStyle(LIGHT, width=364, height=262)
    dark = replace(light, colours=DARK)

    def chart(style: ChartStyle) -> ChartImage:
        return book.results.chart("cramps_per_week", style, Period(TODAY - 29 * DAY, TODAY))

    book.nights.log_quiet(TODAY)
    before, in_the_dark = chart(light), chart(dark)
    book.nights.write_note(TODAY, "Thunderstorm.")
    assert chart(light) is before
    assert chart(dark) is in_the_dark
    assert in_the_dark.png != before.png
    book.nights.log_cramps(TODAY, (CALF,))
    assert chart(light).png != before.png


# What is made from the nights


def test_findings_are_made_anew_when_a_night_or_a_line_changes_and_are_kept_else(book: Diary) -> None:
    def cold() -> tuple[int, int]:
        found = next(each for each in book.results.findings() if each.key == "cold_room")
        return found.exposed, found.unexposed

    book.nights.log(TODAY, cramps=(), answers={"room_temperature": 17.0})
    assert cold() == (0, 1)
    assert book.results.findings() is book.results.findings()
    book.person.keep_preferences(Preferences(cold_below=18.0))
    assert cold() == (1, 0)
    book.nights.answer(TODAY, "room_temperature", value=20.0)
    assert cold() == (0, 1)
    book.undo()
    assert cold() == (1, 0)


def test_the_nights_given_are_those_of_now_and_may_be_changed_by_who_asked(book: Diary) -> None:
    book.nights.log_quiet(TODAY)
    book.nights.all().clear()
    assert [night.morning for night in book.nights.all()] == [TODAY]
    book.nights.write_note(TODAY, "x")
    assert book.nights.all()[0].note == "x"
    book.nights.delete(TODAY)
    assert book.nights.all() == []
    book.undo()
    assert book.nights.all()[0].note == "x"


# Around a clock change


@pytest.mark.parametrize(
    ("zone", "happened", "told"),
    [
        ("Europe/Berlin", "2026-10-25 02:55", "2026-10-25 02:10"),
        ("America/New_York", "2026-11-01 01:55", "2026-11-01 01:10"),
        ("Australia/Lord_Howe", "2026-04-05 01:55", "2026-04-05 01:40"),
        ("America/Santiago", "2026-04-04 23:55", "2026-04-04 23:10"),
        ("Asia/Beirut", "2026-10-24 23:55", "2026-10-24 23:10"),
    ],
)
def test_a_cramp_of_the_repeated_hour_can_be_told_at_once(
    book: Diary, hand: Hand, zone: str, happened: str, told: str
) -> None:
    at = dt.datetime.fromisoformat(happened)
    hand.moment = dt.datetime.fromisoformat(told).replace(tzinfo=ZoneInfo(zone), fold=1)
    morning = (at + dt.timedelta(hours=12)).date()
    book.nights.log_cramps(morning, (Cramp(at=at),))
    assert book.nights.get(morning).cramps == (Cramp(at=at),)
    hand.moment = hand.moment.replace(fold=0)
    with pytest.raises(CrampInFutureError):
        book.nights.log_cramps(morning, (Cramp(at=at), Cramp(at=at)))
