"""What taking in a file does to a diary: shown first, then done in one act that one Undo takes back."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.factors import OWN_PREFIX, Number, YesNo
from diary.model.merging import Differing
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from diary.model.preferences import Preferences, Theme
from diary.model.profile import Marker, Medicine, Pregnancy, Profile
from diary.model.profile_questions import ProfileAnswer
from diary.model.report_choices import Paper, ReportChoices
from diary.model.suspicion import Suspicion
from tests.whole_person import SetProfile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = dt.datetime(2026, 11, 29, 9, 0, tzinfo=dt.UTC)
TODAY = NOW.date()
EVENING, MORNING = NOW - dt.timedelta(hours=12), NOW - dt.timedelta(hours=1)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    with closing(Diary.open(tmp_path / "diary", clock=lambda: NOW)) as book:
        yield book


def night(
    morning: dt.date = TODAY, *, note: str = "", cramps: tuple[Cramp, ...] | None = None, **answers: Answer
) -> Night:
    return Night(morning, cramps, MORNING if cramps is not None else None, answers, note)


SOCKS, NO_SOCKS_LATER = Answer(True, EVENING), Answer(False, MORNING)


def test_a_plan_changes_nothing_and_the_act_does_what_was_planned(book: Diary) -> None:
    book.files.import_contents(Contents(nights=(night(note="mine"),)))
    version = book.version()
    theirs = Contents(nights=(night(TODAY - DAY, cramps=()), night(socks=SOCKS)), markers=(Marker(TODAY, "new bed"),))
    plan = book.files.plan_import(theirs)
    assert book.version() == version
    assert plan.in_file == (TODAY - DAY, TODAY)
    assert [each.morning for each in plan.new_nights] == [TODAY - DAY]
    assert [after for _, after in plan.changed_nights] == [night(note="mine", socks=SOCKS)]
    assert book.files.import_contents(theirs) == plan
    assert book.nights.all() == [night(TODAY - DAY, cramps=()), night(note="mine", socks=SOCKS)]


def test_one_undo_takes_all_of_it_back_and_redo_does_it_again(book: Diary) -> None:
    book.files.import_contents(Contents(nights=(night(socks=SOCKS),)))
    before = book.files.contents()
    book.files.import_contents(
        Contents(nights=(night(socks=NO_SOCKS_LATER, cramps=(Cramp(minutes=3),)),), profile=Profile(name="Ana")),
        Differing.TAKE,
    )
    after = book.files.contents()
    book.undo()
    assert book.files.contents() == before
    book.redo()
    assert book.files.contents() == after


@pytest.mark.parametrize("differing", Differing)
def test_the_same_file_twice_adds_nothing_whatever_counts(book: Diary, differing: Differing) -> None:
    book.files.import_contents(Contents(nights=(night(socks=SOCKS, note="mine"),), profile=Profile(name="Ana")))
    theirs = Contents(
        nights=(night(socks=NO_SOCKS_LATER, note="theirs", cramps=()), night(TODAY - DAY, cramps=())),
        profile=Profile(name="Bea", answers={"sign_walking": ProfileAnswer(True, TODAY)}),
        markers=(Marker(TODAY, "new bed"),),
    )
    book.files.import_contents(theirs, differing)
    version = book.version()
    assert book.files.import_contents(theirs, differing).is_empty
    assert book.version() == version


@pytest.mark.parametrize(
    ("differing", "socks", "note"),
    [(Differing.KEEP, True, "mine"), (Differing.TAKE, False, "theirs"), (Differing.LATER, False, "mine\n\ntheirs")],
)
def test_where_both_answered_differently_it_is_as_the_person_chose_and_listed(
    book: Diary, differing: Differing, socks: bool, note: str
) -> None:
    book.files.import_contents(Contents(nights=(night(socks=SOCKS, note="mine"),)))
    plan = book.files.import_contents(Contents(nights=(night(socks=NO_SOCKS_LATER, note="theirs"),)), differing)
    assert (book.nights.get(TODAY).value("socks"), book.nights.get(TODAY).note) == (socks, note)
    assert any("Socks" in each.sentence and each.is_taken is not socks for each in plan.disagreements)


def test_of_two_answers_the_later_one_counts_from_whichever_side_it_is_taken_in(book: Diary, tmp_path: Path) -> None:
    here = Contents(nights=(night(socks=SOCKS, cramps=(Cramp(minutes=2),)),))
    there = Contents(nights=(night(socks=NO_SOCKS_LATER, caffeine=Answer(True, EVENING)),))
    book.files.import_contents(here)
    book.files.import_contents(there, Differing.LATER)
    with closing(Diary.open(tmp_path / "other", clock=lambda: NOW)) as other:
        other.files.import_contents(there)
        other.files.import_contents(here, Differing.LATER)
        assert other.nights.all() == book.nights.all()
        assert other.nights.get(TODAY).value("socks") is False
        assert other.nights.get(TODAY).cramps == (Cramp(minutes=2),)


def test_a_night_that_is_to_come_or_has_an_unknown_question_is_left_out_and_named(book: Diary) -> None:
    theirs = Contents(
        nights=(
            Night(TODAY - DAY, answers={f"{OWN_PREFIX}lost": Answer(True, EVENING)}),
            night(cramps=()),
            night(TODAY + 9 * DAY, cramps=()),
        )
    )
    plan = book.files.import_contents(theirs)
    assert [refusal.morning for refusal in plan.refusals] == [TODAY - DAY, TODAY + 9 * DAY]
    assert all(refusal.reason in refusal.sentence for refusal in plan.refusals)
    assert [each.morning for each in book.nights.all()] == [TODAY]


def test_the_profile_gains_what_it_lacks_and_an_entry_of_both_stays_once(book: Diary) -> None:
    book.person.change_profile(SetProfile(Profile(name="Ana", medicines=(Medicine("Statin", TODAY, "10 mg"),))))
    theirs = Profile(
        name="A.", year_of_birth=1950, medicines=(Medicine("statin", TODAY, "20 mg"), Medicine("Eye drops", TODAY))
    )
    plan = book.files.import_contents(Contents(profile=theirs))
    profile = book.person.profile()
    assert (profile.name, profile.year_of_birth) == ("Ana", 1950)
    assert [(each.name, each.dose) for each in profile.medicines] == [("Statin", "10 mg"), ("Eye drops", "")]
    assert {each.what for each in plan.disagreements} == {"Name or initials", "Medicines"}


@pytest.mark.parametrize(
    ("differing", "is_pregnant"), [(Differing.KEEP, True), (Differing.TAKE, False), (Differing.LATER, False)]
)
def test_whether_there_is_a_pregnancy_is_one_answer_and_told_in_words(
    book: Diary, differing: Differing, is_pregnant: bool
) -> None:
    book.person.change_profile(SetProfile(Profile(pregnancy=Pregnancy(12, TODAY - DAY))))
    plan = book.files.import_contents(Contents(profile=Profile(not_pregnant=TODAY)), differing)
    profile = book.person.profile()
    assert (profile.pregnancy is not None, profile.not_pregnant is not None) == (is_pregnant, not is_pregnant)
    (disagreement,) = plan.disagreements
    assert (disagreement.here, disagreement.there) == ("pregnant, week 12 on 2026-11-28", "not pregnant on 2026-11-29")


def test_own_questions_come_with_their_answers_and_a_name_that_is_taken_gets_another_key(
    book: Diary, tmp_path: Path
) -> None:
    (mine,) = book.questions.add("Tea?", kind=YesNo(), name="Tea").own
    with closing(Diary.open(tmp_path / "other", clock=lambda: NOW)) as other:
        (theirs,) = other.questions.add("Milk?", kind=YesNo(), name="Milk").own
        other.nights.answer(TODAY, theirs.key, value=True)
        book.files.import_contents(other.files.contents())
    catalogue = book.questions.catalogue()
    assert {catalogue.get(key).name for key in book.nights.get(TODAY).answers} == {"Milk"}
    assert mine.key in catalogue


def test_a_suspicion_of_an_own_question_that_gets_another_key_goes_with_it(book: Diary, tmp_path: Path) -> None:
    book.questions.add("How much tea?", kind=Number(0, 10), name="Tea")
    with closing(Diary.open(tmp_path / "other", clock=lambda: NOW)) as other:
        (theirs,) = other.questions.add("Tea?", kind=YesNo(), name="Tea").own
        other.person.name_suspicion(theirs.key)
        book.files.import_contents(other.files.contents())
    suspicion = book.person.profile().suspicion
    assert suspicion == Suspicion("own_tea_2", TODAY)
    assert suspicion.key in book.questions.catalogue()


def test_two_suspicions_are_a_disagreement_told_by_their_names(book: Diary) -> None:
    book.person.name_suspicion("alcohol")
    plan = book.files.plan_import(Contents(profile=Profile(suspicion=Suspicion("cold_room", TODAY))))
    (disagreement,) = plan.disagreements
    assert (disagreement.here, disagreement.there, disagreement.is_taken) == ("Alcohol that day", "Cold room", False)


def test_settings_come_only_into_a_diary_without_any(book: Diary) -> None:
    theirs = Contents(preferences=Preferences(theme=Theme.DARK), report=ReportChoices(paper=Paper.LETTER))
    book.files.import_contents(theirs)
    assert (book.person.preferences().theme, book.person.report_choices().paper) == (Theme.DARK, Paper.LETTER)
    book.files.import_contents(Contents(preferences=Preferences(theme=Theme.LIGHT)))
    assert book.person.preferences().theme is Theme.DARK
