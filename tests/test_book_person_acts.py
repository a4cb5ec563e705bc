"""Acts of the person, on a real file: each on what the diary holds when it is done, each with an Undo of its own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.model.condition_acts import AddCondition, RemoveCondition, SetConditionYear, SetOtherCondition
from diary.model.errors import DateInFutureError
from diary.model.marker_acts import AddMarker, ChangeMarker, RemoveMarker
from diary.model.medicine_acts import AddMedicine, ChangeMedicine, MedicineGoneError, RemoveMedicine
from diary.model.profile import Helpfulness, Marker, Profile, Sex
from diary.model.profile_acts import (
    AnswerPregnancy,
    ProfileAct,
    SetEmergencyNumber,
    SetFirstCrampDay,
    SetFirstCrampYear,
    SetName,
    SetPregnancyWeek,
    SetProfileAnswer,
    SetSex,
    SetYearOfBirth,
    WriteDoctorQuestion,
)
from diary.model.treatment_acts import AddTreatment, ChangeTreatment, RemoveTreatment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
ACTS: tuple[ProfileAct, ...] = (
    SetName("A. B."),
    SetYearOfBirth(1956),
    SetSex(Sex.FEMALE),
    AnswerPregnancy(yes=True),
    SetPregnancyWeek(12),
    AddCondition("heart"),
    SetConditionYear("heart", 1999),
    RemoveCondition("heart"),
    SetOtherCondition("Raynaud"),
    SetOtherCondition(""),
    SetProfileAnswer("sign_walking", yes=True),
    SetProfileAnswer("sign_walking", yes=None),
    SetFirstCrampYear(1999),
    SetFirstCrampDay(TODAY),
    WriteDoctorQuestion(1, "Why?"),
    SetEmergencyNumber("999"),
    AddMedicine("Iron"),
    ChangeMedicine(1, (("dose", "20 mg"),)),
    RemoveMedicine(1),
    AddTreatment("Socks"),
    ChangeTreatment(1, (("verdict", Helpfulness.NO_HELP),)),
    RemoveTreatment(1),
)
"""Each changes something when they are done in this order."""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    book = Diary.open(tmp_path, clock=lambda: NOW)
    yield book
    book.close()


def test_every_act_on_the_profile_is_a_step_of_its_own_that_is_taken_back_and_done_again_by_its_words(
    book: Diary,
) -> None:
    states = [book.person.profile(), *[book.person.change_profile(act) for act in ACTS]]
    taken_back = []
    for state in reversed(states[:-1]):
        change = book.undo()
        assert book.person.profile() == state
        taken_back.append(change.words if change else "")
    assert taken_back == [act.words for act in reversed(ACTS)]
    assert [change.words for change in iter(book.redo, None)] == [act.words for act in ACTS]
    assert book.person.profile() == states[-1]


def test_every_act_on_the_markers_is_a_step_of_its_own(book: Diary) -> None:
    key = book.person.change_markers(AddMarker("New mattress"))[0].key
    book.person.change_markers(ChangeMarker(key, (("text", "New bed"),)))
    book.person.change_markers(RemoveMarker(key))
    assert [change.words for change in iter(book.undo, None)] == ["Marker removed", "Marker changed", "Marker added"]
    book.redo()
    assert book.person.markers() == (Marker(TODAY, "New mattress", key),)


def test_an_act_that_changes_nothing_is_no_step(book: Diary) -> None:
    book.person.change_profile(AddCondition("heart"))
    book.person.change_markers(AddMarker("New mattress"))
    step, version = book.steps().undo, book.version()
    book.person.change_profile(AddCondition("heart"))
    book.person.change_profile(SetName("  "))
    book.person.change_profile(RemoveMedicine(7))
    book.person.change_markers(RemoveMarker(7))
    assert (book.steps().undo, book.version()) == (step, version)


def test_a_change_of_a_medicine_that_is_gone_is_refused_and_changes_nothing(book: Diary) -> None:
    key = book.person.change_profile(AddMedicine("Iron")).medicines[0].key
    book.person.change_profile(RemoveMedicine(key))
    with pytest.raises(MedicineGoneError):
        book.person.change_profile(ChangeMedicine(key, (("dose", "20 mg"),)))
    assert book.person.profile() == Profile()


def test_what_is_to_come_is_refused_and_what_stands_stays(book: Diary) -> None:
    profile = book.person.change_profile(AddMedicine("Iron"))
    begun = ("started", TODAY + dt.timedelta(days=1))
    with pytest.raises(DateInFutureError):
        book.person.change_profile(ChangeMedicine(profile.medicines[0].key, (begun,)))
    assert book.person.profile() == profile
