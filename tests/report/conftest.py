"""Diaries of very different sizes, and reports made from them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import pytest

from diary import paths
from diary.analysis.diary_findings import diary_findings
from diary.model.mornings import noon_before
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.period import Period
from diary.model.preferences import Preferences
from diary.model.profile import Marker, Profile
from diary.model.report_choices import ReportChoices
from diary.report.make import DoctorReport, make_report
from diary.report.material import Material

if TYPE_CHECKING:
    from diary.model.factors import Value

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)

Told = TypeVar("Told")

MakeNights = Callable[[int], tuple[Night, ...]]
Report = Callable[..., DoctorReport]


@pytest.fixture(scope="session")
def today() -> dt.date:
    return TODAY


@pytest.fixture(scope="session")
def make_nights() -> MakeNights:
    """So many nights up to today, with all kinds of answers; some are not logged."""

    def make(count: int) -> tuple[Night, ...]:
        chance = random.Random(count)
        return tuple(_night(TODAY - back * DAY, chance) for back in range(count - 1, -1, -1))

    return make


def _night(morning: dt.date, chance: random.Random) -> Night:
    if chance.random() < 0.1:
        return Night(morning)
    cramps = tuple(_cramp(morning, chance) for _ in range(chance.choice([0, 0, 0, 1, 1, 2])))
    told_at = dt.datetime.combine(morning, dt.time(8), dt.UTC)
    return Night(morning, cramps=cramps, logged_at=told_at, answers=_answers(told_at, cramps, chance))


def _answers(told_at: dt.datetime, cramps: Sequence[Cramp], chance: random.Random) -> dict[str, Answer]:
    answers: dict[str, Value] = {
        "position": chance.choice(["back", "side", "front"]),
        "covers_pressed": chance.random() < 0.4,
        "legs_outside": chance.random() < 0.3,
        "room_temperature": round(chance.uniform(13, 21), 1),
    }
    given = {key: Answer(value, told_at + chance.choice([-1, -1, -1, 1]) * DAY) for key, value in answers.items()}
    if cramps:
        given["sleep_disturbance"] = Answer(float(chance.randint(0, 10)), told_at + DAY)
    return given


def _cramp(morning: dt.date, chance: random.Random) -> Cramp:
    def perhaps(told: Told) -> Told | None:
        return told if chance.random() < 0.85 else None

    minute = dt.timedelta(minutes=chance.randint(9 * 60, 19 * 60))
    return Cramp(
        at=perhaps(noon_before(morning) + minute),
        minutes=perhaps(chance.choice([0.5, 2, 4, 6.5, 12])),
        intensity=perhaps(chance.randint(1, 10)),
        side=perhaps(chance.choice(list(Side))),
        muscle=perhaps(chance.choice([Muscle.CALF, Muscle.CALF, Muscle.FOOT])),
        woke_me=perhaps(chance.random() < 0.8),
        sore_next_day=perhaps(chance.random() < 0.4),
        relief=perhaps(frozenset(chance.sample(list(Relief), 2))),
    )


@pytest.fixture(scope="session")
def report() -> Report:
    """A report of the real kind: report(nights, days=90, profile=Profile(), choices=ReportChoices(), markers=())."""

    def make(
        nights: Sequence[Night],
        *,
        days: int = 90,
        profile: Profile | None = None,
        choices: ReportChoices | None = None,
        markers: Sequence[Marker] = (),
    ) -> DoctorReport:
        first, preferences, wanted = TODAY - (days - 1) * DAY, Preferences(), choices or ReportChoices()
        kept = [night for night in nights if night.morning not in wanted.left_out]
        findings = diary_findings(kept, preferences, period=Period(first, TODAY))
        looks = [finding.as_of for finding in findings if finding.as_of]
        weighed = diary_findings(kept, preferences, period=Period(last=max(looks, default=TODAY)))
        material = Material(
            nights, profile or Profile(), findings, preferences, markers, choices=wanted, weighed=weighed
        )
        return make_report(material, Period(first, TODAY), report_date=TODAY, fonts=paths.fonts())

    return make
