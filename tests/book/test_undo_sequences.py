"""Whatever a person does in whatever order: all of it is taken back to the start and done again to the end."""

from __future__ import annotations

import datetime as dt
import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.built_in import BUILT_IN
from diary.model.condition_acts import AddCondition, RemoveCondition, SetConditionYear
from diary.model.errors import DiaryError
from diary.model.factors import Choice, Number, TimeOfDay, Value, YesNo
from diary.model.marker_acts import AddMarker, ChangeMarker, RemoveMarker
from diary.model.medicine_acts import AddMedicine, ChangeMedicine, RemoveMedicine
from diary.model.merging import Differing
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night, Relief
from diary.model.night_acts import (
    AddCramp,
    AddRelief,
    ChangeCramp,
    LogCramps,
    LogQuiet,
    NightAct,
    RemoveCramp,
    RemoveRelief,
    SetAnswer,
    StepAnswer,
    WriteNote,
)
from diary.model.own_factors import choice_of
from diary.model.profile import CONDITIONS, YES_NO_QUESTIONS, Marker, Profile, Sex
from diary.model.profile_acts import (
    AnswerPregnancy,
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
from tests.whole_figures import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.factors import Factor
    from diary.model.marker_acts import MarkersAct
    from diary.model.own_factors import OwnKind
    from diary.model.profile_acts import ProfileAct

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)
MORNINGS = [NOW.date() - back * DAY for back in range(5)]
WORDS = ["", "Tea", "Wine", "three times"]
STEPS_BACK = 30
"""As many as the diary takes back."""
Chance = random.Random


def value(factor: Factor, chance: Chance) -> Value | None:
    match factor.kind:
        case YesNo():
            return chance.choice([True, False, None])
        case Number(low, high, step):
            return None if chance.random() < 0.2 else float(low + step * chance.randrange(int((high - low) / step) + 1))
        case Choice(options):
            return chance.choice([*(option.key for option in options), None])
        case TimeOfDay():
            return dt.time(chance.randrange(24), chance.randrange(60))


def cramp(book: Diary, morning: dt.date, chance: Chance) -> int:
    """The key of a cramp of this night, or of none."""
    return chance.choice([each.key or 0 for each in book.nights.get(morning).cramps or ()] or [0])


def night_act(book: Diary, morning: dt.date, chance: Chance) -> NightAct:
    factor, key = chance.choice(book.questions.catalogue().factors), cramp(book, morning, chance)
    relief, new = chance.choice(list(Relief)), book.nights.new_cramp_key()
    acts: list[NightAct] = [
        SetAnswer(factor.key, value(factor, chance)),
        SetAnswer(factor.key, value(factor, chance)),
        StepAnswer("fluids", more=chance.random() < 0.7, most=30),
        LogQuiet(frozenset({key})),
        LogCramps(new),
        AddCramp(Cramp(minutes=chance.randrange(5), key=new)),
        ChangeCramp(key, (("intensity", chance.randrange(11)),)),
        AddRelief(key, relief),
        RemoveRelief(key, relief),
        RemoveCramp(key),
        WriteNote(chance.choice(WORDS)),
    ]
    return chance.choice(acts)


def act_on_night(book: Diary, chance: Chance) -> None:
    morning = chance.choice(MORNINGS)
    book.nights.perform(morning, night_act(book, morning, chance))


def log_night(book: Diary, chance: Chance) -> None:
    book.nights.log(chance.choice(MORNINGS), cramps=(Cramp(),), answers={"socks": True}, note=chance.choice(WORDS))


def copy_night(book: Diary, chance: Chance) -> None:
    book.nights.copy_night_before(chance.choice(MORNINGS))


def delete_night(book: Diary, chance: Chance) -> None:
    book.nights.delete(chance.choice(MORNINGS))


def change_profile(book: Diary, chance: Chance) -> None:
    profile, words = book.person.profile(), chance.choice(WORDS)
    condition = chance.choice(list(CONDITIONS))
    medicine = chance.choice([each.key for each in profile.medicines] or [None])
    treatment = chance.choice([each.key for each in profile.treatments] or [None])
    question, yes = chance.choice(sorted(YES_NO_QUESTIONS)), chance.choice([True, False, None])
    acts: list[ProfileAct] = [
        SetName(words),
        SetYearOfBirth(chance.choice([1950, None])),
        SetSex(chance.choice([*Sex, None])),
        AnswerPregnancy(yes),
        SetPregnancyWeek(chance.choice([12, None])),
        SetProfileAnswer(question, yes),
        SetFirstCrampYear(chance.choice([2001, None])),
        SetFirstCrampDay(chance.choice([MORNINGS[4], None])),
        WriteDoctorQuestion(chance.randrange(3), words),
        SetEmergencyNumber(chance.choice(["911", ""])),
        AddCondition(condition),
        RemoveCondition(condition),
        SetConditionYear(condition, chance.choice([2010, None])),
        AddMedicine(words),
        ChangeMedicine(medicine, (("dose", words),)),
        RemoveMedicine(medicine),
        AddTreatment(words),
        ChangeTreatment(treatment, (("how", words),)),
        RemoveTreatment(treatment),
    ]
    book.person.change_profile(chance.choice(acts))


def change_markers(book: Diary, chance: Chance) -> None:
    marker = chance.choice([each.key for each in book.person.markers()] or [None])
    text = chance.choice(WORDS)
    acts: list[MarkersAct] = [AddMarker(text), ChangeMarker(marker, (("text", text),)), RemoveMarker(marker)]
    book.person.change_markers(chance.choice(acts))


def change_questions(book: Diary, chance: Chance) -> None:
    questions, name = book.questions, chance.choice(WORDS)
    own = chance.choice([factor.key for factor in questions.current().own] or ["none"])
    kinds: list[OwnKind] = [YesNo(), Number(0, 10, 1, "cups"), choice_of(("Low", "High"))]
    kind = chance.choice(kinds)
    acts: list[Callable[[], object]] = [
        lambda: questions.add(f"{name}?", kind=kind, name=name),
        lambda: questions.reword(own, f"Any {name}?", kind=kind, name=name, evening=True),
        lambda: questions.move(own, chance.choice([-1, 1])),
        lambda: questions.hide(chance.choice([own, "socks"])),
        lambda: questions.show(chance.choice([own, "socks"])),
        lambda: questions.archive(own),
        lambda: questions.unarchive(own),
    ]
    chance.choice(acts)()


def take_in(book: Diary, chance: Chance) -> None:
    nights = tuple(
        Night(morning, chance.choice([None, (), (Cramp(),)]), NOW, {"socks": Answer(chance.random() < 0.5, NOW)})
        for morning in sorted(chance.sample(MORNINGS, 2))
    )
    contents = Contents(nights, Profile(name=chance.choice(WORDS)), (Marker(MORNINGS[0], "shoes"),))
    book.files.import_contents(contents, chance.choice(list(Differing)))


ACTS: list[Callable[[Diary, Chance], None]] = [
    act_on_night,
    act_on_night,
    log_night,
    copy_night,
    delete_night,
    change_profile,
    change_profile,
    change_markers,
    change_questions,
    take_in,
]


class Sequence(RuleBasedStateMachine):
    """A person at work."""

    @initialize()
    def begin(self) -> None:
        self.place = tempfile.TemporaryDirectory()
        self.book = self._open()
        self.states = [self._contents()]
        self.words: list[str] = []
        self.at = 0

    def _open(self) -> Diary:
        return Diary.open(Path(self.place.name), clock=lambda: NOW, backups=False)

    def _contents(self) -> tuple[object, ...]:
        book = self.book
        return book.nights.all(), book.person.profile(), book.person.markers(), book.questions.current()

    @rule(act=st.sampled_from(ACTS), seed=st.integers(0, 2**32))
    def do(self, act: Callable[[Diary, Chance], None], seed: int) -> None:
        number = self._number()
        try:
            act(self.book, random.Random(seed))
        except DiaryError:
            assert self._contents() == self.states[self.at]
        if self._number() != number:
            words = self.book.steps().undo
            assert words is not None
            self.states = [*self.states[: self.at + 1], self._contents()][-STEPS_BACK - 1 :]
            self.words = [*self.words[: self.at], words.words][-STEPS_BACK:]
            self.at = len(self.states) - 1

    def _number(self) -> int:
        step = self.book.steps().undo
        return step.number if step else 0

    @rule()
    def undo(self) -> None:
        step = self.book.steps().undo
        assert (step is None) == (self.at == 0)
        self.book.undo(step)
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self) -> None:
        step = self.book.steps().redo
        assert (step is None) == (self.at == len(self.states) - 1)
        self.book.redo(step)
        self.at = min(self.at + 1, len(self.states) - 1)

    @rule()
    def close_and_open_again(self) -> None:
        self.book.close()
        self.book = self._open()

    @invariant()
    def the_diary_holds_what_the_acts_left_and_names_the_last_of_them(self) -> None:
        assert self._contents() == self.states[self.at]
        step = self.book.steps().undo
        assert (step.words if step else None) == (self.words[self.at - 1] if self.at else None)

    def teardown(self) -> None:
        for end, step in ((0, self.book.undo), (-1, self.book.redo), (0, self.book.undo)):
            while step():
                pass
            assert self._contents() == self.states[end]
        assert self.book.files.check() == ()
        self.book.close()
        self.place.cleanup()


TestSequences = Sequence.TestCase
TestSequences.settings = settings(max_examples=examples(20, 200), stateful_step_count=50, deadline=None)


def test_every_kind_of_answer_is_among_the_acts() -> None:
    assert {type(factor.kind) for factor in BUILT_IN.factors} == {YesNo, Number, Choice, TimeOfDay}
