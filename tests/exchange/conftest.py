from __future__ import annotations

import datetime as dt
import string
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import strategies as st

from diary.exchange.contents import Contents
from diary.model.built_in import BUILT_IN
from diary.model.factors import Catalogue, Choice, Factor, Number, TimeOfDay, Value, YesNo
from diary.model.mornings import noon_before
from diary.model.night import MOST_CRAMPS, Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.own_factors import STEPS, FormerWords, OwnKind, choice_of
from diary.model.preferences import Preferences, TemperatureUnit, Theme
from diary.model.profile import (
    CONDITIONS,
    YES_NO_QUESTIONS,
    Condition,
    FirstCramp,
    Helpfulness,
    Marker,
    Medicine,
    Pregnancy,
    Profile,
    Sex,
    Treatment,
)
from diary.model.profile_questions import ProfileAnswer
from diary.model.questions import Questions
from diary.model.report_choices import NameForm, Paper, Part, ReportChoices, ReportSpan
from diary.model.suspicion import Suspicion

MORNINGS = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2030, 1, 1))
MOMENTS = st.datetimes(min_value=dt.datetime(1990, 1, 1), max_value=dt.datetime(2030, 1, 1), timezones=st.just(dt.UTC))
TEXT = st.text(max_size=40)
NAMES = st.text(string.ascii_letters + "äß李م🌙", min_size=1, max_size=20)
OWN_WORDS = st.text(string.ascii_letters + "äß李م🌙_ 7", min_size=1, max_size=40).filter(
    lambda text: text == text.strip()
)
HALVES = st.integers(0, 1440).map(lambda halves: halves / 2)


def _values(factor: Factor) -> st.SearchStrategy[Value]:
    kind = factor.kind
    if isinstance(kind, YesNo):
        return st.booleans()
    if isinstance(kind, Choice):
        return st.sampled_from([option.key for option in kind.options])
    if isinstance(kind, TimeOfDay):
        return st.times().map(lambda time: time.replace(second=0, microsecond=0))
    steps = st.integers(round(kind.low / kind.step), round(kind.high / kind.step))
    return steps.map(lambda step: factor.check(round(step * kind.step, 2)))


def _cramps(morning: dt.date) -> st.SearchStrategy[Cramp]:
    scale = st.none() | st.integers(0, 10)
    minutes = st.integers(0, 24 * 60 - 1).map(lambda minute: noon_before(morning) + dt.timedelta(minutes=minute))
    return st.builds(
        Cramp,
        at=st.none() | minutes,
        about=st.booleans(),
        minutes=st.none() | HALVES,
        intensity=scale,
        side=st.none() | st.sampled_from(Side),
        muscle=st.none() | st.sampled_from(Muscle),
        woke_me=st.none() | st.booleans(),
        minutes_awake=st.none() | st.integers(0, 720),
        sore_next_day=st.none() | st.booleans(),
        relief=st.none() | st.frozensets(st.sampled_from(Relief)),
        distress=scale,
    )


def _kinds() -> st.SearchStrategy[OwnKind]:
    ranges = st.tuples(st.integers(-1000, 1000), st.integers(1, 1000), st.sampled_from(STEPS), OWN_WORDS)
    numbers = ranges.map(lambda told: Number(told[0], told[0] + told[1], told[2], told[3][:20].strip()))
    names = st.lists(OWN_WORDS, min_size=2, max_size=12, unique_by=str.casefold)
    return st.just(YesNo()) | numbers | names.map(choice_of)


def _former() -> st.SearchStrategy[FormerWords]:
    options = st.lists(OWN_WORDS, max_size=3, unique_by=str.casefold).map(lambda names: choice_of(names).options)
    return st.builds(FormerWords, MORNINGS, OWN_WORDS, OWN_WORDS, st.just("") | st.just("kg"), options)


@st.composite
def _questions(draw: st.DrawFn) -> Questions:
    questions = Questions()
    for name in draw(st.lists(OWN_WORDS, max_size=4, unique_by=str.casefold)):
        questions = questions.add(name, kind=draw(_kinds()), evening=draw(st.booleans()))
    own = tuple(
        replace(
            factor,
            hidden=draw(st.booleans()),
            archived=draw(st.booleans()),
            former=tuple(draw(st.lists(_former(), max_size=2))),
        )
        for factor in questions.own
    )
    return Questions(own, frozenset(draw(st.sets(st.sampled_from([factor.key for factor in BUILT_IN]), max_size=3))))


@st.composite
def _nights(draw: st.DrawFn, catalogue: Catalogue) -> Night:
    morning = draw(MORNINGS)
    cramps = draw(st.none() | st.lists(_cramps(morning), max_size=MOST_CRAMPS // 5).map(tuple))
    answered = draw(st.lists(st.sampled_from(catalogue.factors), unique_by=lambda one: one.key, max_size=8))
    return Night(
        morning,
        cramps=cramps,
        logged_at=None if cramps is None else draw(MOMENTS),
        answers={factor.key: Answer(draw(_values(factor)), draw(MOMENTS)) for factor in answered},
        note=draw(TEXT),
    )


def _profiles() -> st.SearchStrategy[Profile]:
    days = st.none() | st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2010, 1, 1))
    later = st.none() | st.dates(min_value=dt.date(2010, 1, 2), max_value=dt.date(2020, 1, 1))
    noted = st.dates(min_value=dt.date(2020, 1, 1), max_value=dt.date(2026, 1, 1))
    return st.builds(
        Profile,
        name=TEXT,
        year_of_birth=st.none() | st.integers(1920, 2020),
        sex=st.none() | st.sampled_from(Sex),
        pregnancy=st.none() | st.builds(Pregnancy, st.none() | st.integers(0, 43), noted),
        conditions=st.lists(
            st.builds(Condition, st.sampled_from(list(CONDITIONS)), noted, st.none() | st.integers(1950, 2020))
            | st.builds(Condition, st.just("other"), noted, st.none() | st.integers(1950, 2020), NAMES),
            max_size=3,
        ).map(tuple),
        medicines=st.lists(
            st.builds(
                Medicine,
                NAMES,
                noted,
                dose=TEXT,
                started=days,
                stopped=later,
                for_cramps=st.booleans(),
                supplement=st.booleans(),
            ),
            max_size=3,
        ).map(tuple),
        not_pregnant=st.none() | noted,
        first_cramp=st.none()
        | st.builds(FirstCramp, st.integers(1900, 2019) | st.dates(dt.date(1900, 1, 1), dt.date(2019, 12, 31)), noted),
        answers=st.dictionaries(
            st.sampled_from(sorted(YES_NO_QUESTIONS)), st.builds(ProfileAnswer, st.booleans(), noted), max_size=5
        ),
        treatments=st.lists(
            st.builds(Treatment, NAMES, noted, st.none() | st.sampled_from(Helpfulness), TEXT, days, later), max_size=3
        ).map(tuple),
        doctor_questions=st.lists(TEXT, max_size=3).map(tuple),
        emergency_number=st.sampled_from(["", "112", "911", "+49 112"]),
        suspicion=st.none() | st.builds(Suspicion, NAMES, noted),
    )


def _reports() -> st.SearchStrategy[ReportChoices]:
    days = st.none() | MORNINGS
    own = st.lists(MORNINGS, min_size=2, max_size=2).map(sorted)
    choices = st.builds(
        ReportChoices,
        span=st.sampled_from(ReportSpan),
        without=st.frozensets(st.sampled_from(Part)),
        notes=st.booleans(),
        left_out=st.frozensets(MORNINGS, max_size=3),
        name=st.sampled_from(NameForm),
        paper=st.sampled_from(Paper),
        temperature=st.none() | st.sampled_from(TemperatureUnit),
        last_report=days,
        report_before=days,
    )
    return st.tuples(choices, own).map(lambda told: replace(told[0], own_first=told[1][0], own_last=told[1][1]))


@pytest.fixture(scope="session")
def any_contents() -> st.SearchStrategy[Contents]:
    """Everything that a diary can keep."""
    preferences: dict[str, Any] = {
        "theme": st.sampled_from(Theme),
        "temperature": st.sampled_from(TemperatureUnit),
        "text_scale": st.sampled_from([1.0, 1.5, 2.0]),
        "cold_below": st.none() | st.integers(-20, 50).map(float),
        "calcium_aim": st.integers(1, 3),
        "welcomed": st.booleans(),
        "closed_signs": st.lists(NAMES, max_size=3).map(tuple),
    }
    return _questions().flatmap(
        lambda questions: st.builds(
            Contents,
            nights=_of_all_mornings(questions.catalogue),
            profile=_profiles(),
            markers=st.lists(st.builds(Marker, MORNINGS, NAMES), max_size=3).map(tuple),
            preferences=st.builds(Preferences, **preferences),
            questions=st.just(questions),
            report=_reports(),
            text=TEXT,
        )
    )


def _of_all_mornings(catalogue: Catalogue) -> st.SearchStrategy[tuple[Night, ...]]:
    return st.lists(_nights(catalogue), max_size=4, unique_by=lambda night: night.morning).map(
        lambda nights: tuple(sorted(nights, key=lambda night: night.morning))
    )


@pytest.fixture(scope="session")
def own_diary() -> st.SearchStrategy[Contents]:
    """Nights with their questions, and nothing else."""
    return _questions().flatmap(
        lambda questions: st.builds(
            Contents, nights=_of_all_mornings(questions.catalogue).map(_told), questions=st.just(questions)
        )
    )


def _told(nights: tuple[Night, ...]) -> tuple[Night, ...]:
    return tuple(night for night in nights if not night.blank)
