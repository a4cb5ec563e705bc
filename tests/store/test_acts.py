"""Every act can be taken back and done again."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy.exc import IntegrityError

from diary.model.built_in import BUILT_IN
from diary.model.factors import YesNo
from diary.model.night import Cramp, Night
from diary.model.profile import Marker, Medicine, Profile
from diary.store.change import Change, Records
from diary.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)
MORNINGS = [dt.date(2026, 11, 20) + dt.timedelta(days=day) for day in range(4)]


class Acts(RuleBasedStateMachine):
    """A person at work: any sequence of acts, of taking back and of doing again."""

    @initialize()
    def begin(self) -> None:
        self.place = tempfile.TemporaryDirectory()
        self.store = Store.open(Path(self.place.name), clock=lambda: NOW, writable=True)
        self.states = [self._contents()]
        self.at = 0

    def _contents(self) -> tuple[object, ...]:
        return self.store.nights(), self.store.profile(), self.store.markers(), self.store.questions()

    def _keep(self, before: Records, after: Records) -> None:
        self.store.keep(Change("act", before, after))
        self.states = [*self.states[: self.at + 1], self._contents()][-31:]
        self.at = len(self.states) - 1

    def _keep_night(self, night: Night) -> None:
        self._keep(Records(nights=(self.store.night(night.morning),)), Records(nights=(night,)))

    @rule(morning=st.sampled_from(MORNINGS), socks=st.booleans())
    def answer(self, morning: dt.date, socks: bool) -> None:
        self._keep_night(self.store.night(morning).with_answer(BUILT_IN.get("socks"), socks, NOW))

    @rule(morning=st.sampled_from(MORNINGS), cramps=st.integers(0, 3))
    def log_cramps(self, morning: dt.date, cramps: int) -> None:
        self._keep_night(self.store.night(morning).with_cramps((Cramp(),) * cramps, NOW))

    @rule(morning=st.sampled_from(MORNINGS))
    def delete(self, morning: dt.date) -> None:
        self._keep_night(Night(morning))

    @rule(year=st.none() | st.integers(1930, 2000), medicines=st.integers(0, 2))
    def keep_profile(self, year: int | None, medicines: int) -> None:
        kept = self.store.profile()
        taken = (*kept.medicines[-1:], *(Medicine(f"no. {n}", NOW.date()) for n in range(medicines)))
        self._keep(Records(profile=kept), Records(profile=Profile(year_of_birth=year, medicines=taken)))

    @rule(text=st.sampled_from(["mattress", "shoes"]))
    def keep_marker(self, text: str) -> None:
        kept = self.store.markers()
        self._keep(Records(markers=kept), Records(markers=(*kept[-2:], Marker(NOW.date(), text))))

    @rule(name=st.sampled_from(["Tea", "Wine"]))
    def ask(self, name: str) -> None:
        kept = self.store.questions()
        if name not in [factor.name for factor in kept.own]:
            self._keep(Records(questions=kept), Records(questions=kept.add(name, kind=YesNo())))

    @rule(morning=st.sampled_from(MORNINGS), value=st.booleans())
    def answer_own(self, morning: dt.date, value: bool) -> None:
        for factor in self.store.questions().own[:1]:
            self._keep_night(self.store.night(morning).with_answer(factor, value, NOW))

    @rule(words=st.sampled_from(["Really?", "And?"]))
    def change_questions(self, words: str) -> None:
        kept = self.store.questions()
        after = kept.hide("fluids", hidden="fluids" not in kept.hidden)
        for factor in kept.own[:1]:
            told = after.reword(factor.key, words, kind=YesNo(), name=factor.name, today=NOW.date())
            after = told.archive(factor.key)
        self._keep(Records(questions=kept), Records(questions=after))

    @rule()
    def undo(self) -> None:
        assert (self.store.undo() is None) == (self.at == 0)
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self) -> None:
        assert (self.store.redo() is None) == (self.at == len(self.states) - 1)
        self.at = min(self.at + 1, len(self.states) - 1)

    @invariant()
    def the_diary_holds_what_the_acts_made(self) -> None:
        assert self._contents() == self.states[self.at]

    def teardown(self) -> None:
        for end, step in ((-1, self.store.redo), (0, self.store.undo), (-1, self.store.redo)):
            while step():
                pass
            assert self._contents() == self.states[end]
        assert self.store.check() == ()
        self.store.close()
        self.place.cleanup()


TestActs = Acts.TestCase
TestActs.settings = settings(max_examples=25, stateful_step_count=40, deadline=None)


def test_thirty_steps_are_kept_and_no_more(store: Store, keep_night: Callable[[Store, Night], None]) -> None:
    for day in range(35):
        keep_night(store, Night(MORNINGS[0] + dt.timedelta(days=day), note="x"))
    taken_back = 0
    while store.undo():
        taken_back += 1
    assert (taken_back, len(store.nights())) == (30, 5)


def test_steps_outlive_closing(
    folder: Path,
    open_store: Callable[..., Store],
    cramp_night: Night,
    keep_night: Callable[[Store, Night], None],
) -> None:
    first = open_store(folder)
    keep_night(first, cramp_night)
    first.close()
    second = open_store(folder)
    change = second.undo()
    assert change
    assert (change.words, second.nights()) == ("Night saved", [])
    second.close()
    third = open_store(folder)
    assert third.redo() == change
    assert third.nights() == [cramp_night]


def test_an_act_says_with_what_words_it_was_kept(store: Store, cramp_night: Night) -> None:
    change = Change("Night logged", Records(nights=(Night(cramp_night.morning),)), Records(nights=(cramp_night,)))
    store.keep(change)
    assert (store.undo(), store.redo()) == (change, change)


def test_an_act_that_fails_changes_nothing_and_leaves_no_step(
    store: Store, cramp_night: Night, behind_the_door: Callable[..., Any]
) -> None:
    behind_the_door(store.folder, "INSERT INTO night VALUES ('2026-11-22', 0, NULL, 'kept before')")
    twice = (Marker(MORNINGS[0], "a", key=1), Marker(MORNINGS[1], "b", key=1))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        store.keep(Change("x", Records(), Records(nights=(cramp_night,), markers=twice)))
    assert [night.note for night in store.nights()] == ["kept before"]
    assert (store.markers(), store.undo()) == ((), None)


def test_the_version_changes_with_every_act_and_stays_between(
    store: Store, cramp_night: Night, keep_night: Callable[[Store, Night], None]
) -> None:
    seen = [store.version()]
    keep_night(store, cramp_night)
    seen.append(store.version())
    keep_night(store, Night(cramp_night.morning))
    seen.append(store.version())
    store.undo()
    seen.append(store.version())
    keep_night(store, Night(cramp_night.morning, note="x"))
    seen.append(store.version())
    assert len(set(seen)) == len(seen)
    assert store.version() == seen[-1]


def test_the_version_tells_a_reader_of_acts_in_another_store(
    store: Store,
    open_store: Callable[..., Store],
    cramp_night: Night,
    keep_night: Callable[[Store, Night], None],
) -> None:
    reader = open_store(store.folder, writable=False)
    before = reader.version()
    keep_night(store, cramp_night)
    assert reader.version() != before
    assert reader.nights() == [cramp_night]
