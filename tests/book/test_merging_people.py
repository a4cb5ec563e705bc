"""What two machines know of the person, edited apart and made one: whoever takes in whom, and however often."""

from __future__ import annotations

import datetime as dt
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.factors import Choice, Number, Option, YesNo
from diary.model.merging import Differing
from diary.model.night import Answer, Night
from diary.model.own_factors import OwnFactor, options_of, own_factor
from diary.model.profile import Condition, Marker, Medicine, Pregnancy, Profile, Treatment
from diary.model.profile_questions import ProfileAnswer
from diary.model.questions import Questions
from tests.whole_figures import examples

if TYPE_CHECKING:
    from diary.model.factors import Value
    from diary.model.own_factors import OwnKind

NOW = dt.datetime(2031, 1, 1, 12, tzinfo=dt.UTC)
MACHINES = 2
KINDS: tuple[OwnKind, ...] = (
    YesNo(),
    Number(0, 10),
    Number(-5, 20, 0.5),
    Number(0, 10, 1, "cups"),
    Choice((Option("low", "Low"), Option("high", "High"))),
    Choice((Option("low", "Low"), Option("middle", "High"))),
)
VALUES: dict[type, Value] = {YesNo: True, Number: 5.0, Choice: "low"}


def _days(machine: int) -> st.SearchStrategy[dt.date]:
    """Days on which nothing was noted on the other machine."""
    return st.integers(1, 20).map(lambda n: NOW.date() - dt.timedelta(days=n * MACHINES + machine))


@st.composite
def _profiles(draw: st.DrawFn, machine: int) -> Profile:
    days = _days(machine)

    def some(entries: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(entries, max_size=2)))

    conditions = {
        each.key: each for each in some(st.builds(Condition, st.sampled_from(["diabetes", "arteriosclerosis"]), days))
    }
    medicines = {each.name: each for each in some(st.builds(Medicine, st.sampled_from(["Quinine", "Statin"]), days))}
    treatments = {each.what: each for each in some(st.builds(Treatment, st.sampled_from(["Socks", "Heat"]), days))}
    answers = st.builds(ProfileAnswer, st.booleans(), days)
    pregnant = draw(st.none() | st.builds(Pregnancy, st.integers(1, 40), days))
    return Profile(
        name=draw(st.sampled_from(["", "A.", "B."])),
        year_of_birth=draw(st.sampled_from([None, 1950, 1960])),
        conditions=tuple(conditions.values()),
        medicines=tuple(medicines.values()),
        treatments=tuple(treatments.values()),
        answers=draw(st.dictionaries(st.sampled_from(["apart_urge", "sign_walking"]), answers)),
        pregnancy=pregnant,
        not_pregnant=None if pregnant else draw(st.none() | days),
    )


@st.composite
def _questions(draw: st.DrawFn) -> Questions:
    keys = draw(st.lists(st.sampled_from(["own_tea", "own_tea_2", "own_mood"]), unique=True))
    own: list[OwnFactor] = []
    for place, key in enumerate(keys):
        name = draw(st.sampled_from(["Tea", "Mood"])) + "!" * place
        factor = own_factor(key, f"{name}?", kind=draw(st.sampled_from(KINDS)), name=name)
        own.append(replace(factor, archived=draw(st.booleans())))
    return Questions(tuple(own), frozenset(draw(st.lists(st.sampled_from(["socks", "caffeine"])))))


@st.composite
def _contents(draw: st.DrawFn, machine: int) -> Contents:
    questions = draw(_questions())
    moment = NOW - dt.timedelta(hours=9, minutes=machine)
    answers = {factor.key: Answer(VALUES[type(factor.kind)], moment) for factor in questions.own}
    morning = NOW.date() - dt.timedelta(days=1 + machine)
    markers = draw(st.lists(st.builds(Marker, _days(0), st.sampled_from(["New bed", "new  bed", "Trip"])), max_size=3))
    return Contents(
        nights=(Night(morning, answers=answers),) if answers else (),
        profile=draw(_profiles(machine)),
        markers=tuple(markers),
        questions=questions,
    )


def _open(place: str, name: str) -> Diary:
    return Diary.open(Path(place) / name, clock=lambda: NOW, backups=False)


def _take_in(here: Diary, there: Diary) -> bool:
    """Whether a diary gained or changed anything by taking in another."""
    return not here.files.import_contents(there.files.contents(), Differing.LATER).is_empty


def _known(diary: Diary) -> tuple[object, ...]:
    """What the diary knows of the person, whatever came first; a name and the words of a question have no
    moment, so each machine keeps its own, and names anew a question whose key stands for another one here."""
    profile = diary.person.profile()
    entries = (
        frozenset(
            replace(entry, key=None) if hasattr(entry, "key") and not isinstance(entry, Condition) else entry
            for entry in each
        )
        for each in (profile.conditions, profile.medicines, profile.treatments)
    )
    own = sorted(
        (type(each.kind).__name__, sorted(option.key for option in options_of(each.kind)))
        for each in diary.questions.current().own
    )
    markers = frozenset((marker.day, " ".join(marker.text.casefold().split())) for marker in diary.person.markers())
    return (*entries, profile.answers, profile.pregnancy, profile.not_pregnant, own, markers)


@settings(max_examples=examples(12, 200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(here=_contents(0), there=_contents(1))
def test_two_machines_that_take_each_other_in_come_to_know_the_same_and_then_gain_nothing_more(
    here: Contents, there: Contents
) -> None:
    with tempfile.TemporaryDirectory() as place, closing(_open(place, "a")) as one, closing(_open(place, "b")) as other:
        one.files.import_contents(here)
        other.files.import_contents(there)
        given_answers = sum(len(night.answers) for diary in (one, other) for night in diary.nights.all())
        _take_in(one, other)
        assert sum(len(night.answers) for night in one.nights.all()) == given_answers
        _take_in(other, one)
        for _ in range(2):
            assert not _take_in(one, other)
            assert not _take_in(other, one)
        assert _known(one) == _known(other)
