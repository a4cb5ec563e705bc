"""Diaries that were edited apart, on two or three machines, made one: whoever takes in whom, and however often."""

from __future__ import annotations

import datetime as dt
import itertools
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.built_in import BUILT_IN
from diary.model.merged_night import merge_nights
from diary.model.merging import Differing
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from tests.whole_figures import examples

if TYPE_CHECKING:
    from diary.book.import_plan import ImportPlan
    from diary.model.factors import Value

NOW = dt.datetime(2031, 1, 1, 12, tzinfo=dt.UTC)
MORNINGS = [NOW.date() - back * DAY for back in range(3)]
VALUES: dict[str, list[Value]] = {"socks": [True, False], "caffeine": [True, False], "room_temperature": [15, 18, 21]}
MACHINES = 3


def _moments(machine: int) -> st.SearchStrategy[dt.datetime]:
    """Moments at which nothing was said on another machine."""
    return st.integers(0, 20).map(lambda n: NOW - dt.timedelta(hours=9) + dt.timedelta(minutes=n * MACHINES + machine))


@st.composite
def _nights(draw: st.DrawFn, machine: int, morning: dt.date) -> Night:
    keys = draw(st.lists(st.sampled_from(list(VALUES)), unique=True))
    moments = _moments(machine)
    cramps = draw(st.none() | st.lists(st.integers(0, 2), max_size=2).map(lambda n: tuple(Cramp(minutes=m) for m in n)))
    return Night(
        morning,
        cramps,
        None if cramps is None else draw(moments),
        {key: Answer(draw(st.sampled_from(VALUES[key])), draw(moments)) for key in keys},
        draw(st.sampled_from(["", "late", "new bed", "late\n\nnew bed", "cold"])),
    )


def _diary(machine: int) -> st.SearchStrategy[tuple[Night, ...]]:
    return st.tuples(*(_nights(machine, morning) for morning in MORNINGS)).map(
        lambda nights: tuple(night for night in nights if not night.blank)
    )


def _merged(here: Night, there: Night) -> Night:
    return merge_nights(here, there, Differing.LATER, BUILT_IN, "a night").night


def _but_for_order_of_notes(night: Night) -> tuple[object, ...]:
    return night.cramps, night.logged_at, night.answers, frozenset(night.note.split("\n\n"))


@settings(max_examples=examples(150, 2000), deadline=None)
@given(nights=st.tuples(*(_nights(machine, MORNINGS[0]) for machine in range(MACHINES))))
def test_in_whatever_order_three_nights_are_merged_the_latest_of_each_answer_counts(
    nights: tuple[Night, Night, Night],
) -> None:
    for first, second, third in itertools.permutations(nights):
        one_by_one = _merged(_merged(first, second), third)
        assert _but_for_order_of_notes(one_by_one) == _but_for_order_of_notes(_merged(first, _merged(second, third)))
        for key in VALUES:
            given_ = [night.answers[key] for night in nights if key in night.answers]
            assert one_by_one.answers.get(key) == max(given_, key=lambda answer: answer.given_at, default=None)
        logged = [night for night in nights if night.logged_at]
        last = max(logged, key=lambda night: night.logged_at or NOW, default=None)
        assert one_by_one.cramps == (last.cramps if last else None)


@settings(max_examples=examples(12, 200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(here=_diary(0), there=_diary(1))
def test_two_diaries_that_take_each_other_in_again_and_again_become_equal_and_stay_so(
    here: tuple[Night, ...], there: tuple[Night, ...]
) -> None:
    with tempfile.TemporaryDirectory() as place, closing(_open(place, "a")) as one, closing(_open(place, "b")) as other:
        one.files.import_contents(Contents(nights=here))
        other.files.import_contents(Contents(nights=there))
        plan = one.files.import_contents(other.files.contents(), Differing.LATER)
        assert _listed(plan) == _differing(here, there)
        other.files.import_contents(one.files.contents(), Differing.LATER)
        assert [_but_for_order_of_notes(night) for night in other.nights.all()] == [
            _but_for_order_of_notes(night) for night in one.nights.all()
        ]
        for _ in range(2):
            assert one.files.import_contents(other.files.contents(), Differing.LATER).is_empty
            assert other.files.import_contents(one.files.contents(), Differing.LATER).is_empty


def _open(place: str, name: str) -> Diary:
    return Diary.open(Path(place) / name, clock=lambda: NOW, backups=False)


def _listed(plan: ImportPlan) -> int:
    return len(plan.disagreements)


def _differing(here: tuple[Night, ...], there: tuple[Night, ...]) -> int:
    """How many answers and lists of cramps both hold, and not the same."""
    theirs = {night.morning: night for night in there}
    pairs = [(night, theirs[night.morning]) for night in here if night.morning in theirs]
    answers = sum(
        mine.answers[key].value != other.answers[key].value
        for mine, other in pairs
        for key in mine.answers.keys() & other.answers.keys()
    )
    return answers + sum(None not in (a.cramps, b.cramps) and a.cramps != b.cramps for a, b in pairs)
