"""A made-up year of nights in which two triggers were planted, drawn by chance from a seed.

Every night has the same small odds of cramps. Each planted trigger multiplies them by five; nothing else moves them.
The standard library's generator is used, so that the same seed gives the same year on every machine.
"""

from __future__ import annotations

import datetime as dt
import math
import random

from diary.demo.cramps import random_cramps
from diary.demo.habits import NightValues, nights_of_habit
from diary.exchange.contents import Contents
from diary.language import mark
from diary.model.built_in import BUILT_IN
from diary.model.exposure import ExposureState, Thresholds
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from diary.model.period import Period
from diary.model.preferences import Preferences
from diary.model.profile import Condition, FirstCramp, Helpfulness, Marker, Medicine, Profile, Sex, Treatment
from diary.model.profile_questions import COMES_WITH, ProfileAnswer
from diary.model.telling_apart import TELLING_APART
from diary.model.triggers import trigger_of
from diary.model.warning_signs import PREGNANCY_SIGN, WARNING_SIGNS

SEED = 6
"""One in which what was planted comes out clearly; by chance alone, another would hide one or show a third."""
FIRST = dt.date(2025, 11, 1)
LAST = dt.date(2026, 10, 31)
AWAY = (dt.date(2026, 6, 12), dt.date(2026, 6, 21))
"""Nothing was noted from the one morning to the other."""
PLANTED = ("quilt_on_feet", "hard_exercise")
ODDS_RATIO = 5.0
ODDS_WITHOUT = 0.12
"""The odds of cramps in a night with neither planted trigger."""
TEXT = mark(
    "A made-up year: a program drew these nights by chance, and nobody lived them. Two triggers were planted, each "
    "with an odds ratio of 5: lying on the back with the covers pressing on the feet, and hard exercise that day."
)
PERSON = Profile(
    name="Made-up example",
    year_of_birth=1958,
    sex=Sex.FEMALE,
    conditions=(Condition("high_blood_pressure", FIRST, since=2019),),
    medicines=(
        Medicine("Amlodipine", FIRST, dose="5 mg in the morning", started=dt.date(2019, 4, 1)),
        Medicine("Simvastatin", FIRST, dose="20 mg", started=dt.date(2026, 1, 12), stopped=dt.date(2026, 8, 30)),
    ),
    not_pregnant=FIRST,
    first_cramp=FirstCramp(2021, FIRST),
    answers={
        **{question.key: ProfileAnswer(question.key == "with_twitching", FIRST) for question in COMES_WITH},
        **{question.key: ProfileAnswer(False, FIRST) for question in TELLING_APART if question.key != "apart_jerks"},
        **{sign.key: ProfileAnswer(False, FIRST) for sign in WARNING_SIGNS if sign.key != PREGNANCY_SIGN},
    },
    treatments=(
        Treatment("Stretching before bed", FIRST, Helpfulness.A_LITTLE, started=dt.date(2025, 9, 1)),
        Treatment("Warm bath", FIRST, Helpfulness.NOT_KNOWN),
    ),
    doctor_questions=("Is there something behind it?", "What can I do at night?"),
)
MARKERS = (Marker(dt.date(2026, 2, 9), "New mattress"),)

NOTES = ("Slept at my sister's.", "Long walk home.", "Thunderstorm.", "")

_NOT_LOGGED = 0.16
_NOTED_THE_EVENING_BEFORE = 0.65
_LATE = 0.04
_NOT_ANSWERED = 0.05
_AFTER_THE_NIGHT = ("sleep_quality", "sleep_disturbance")


def example_year(seed: int = SEED) -> Contents:
    """The made-up year of this seed."""
    chance = random.Random(seed)  # noqa: S311  # drawn to be the same again, not to be secret
    nights = (_night(morning, values, chance) for morning, values in nights_of_habit(Period(FIRST, LAST), chance))
    return Contents(
        nights=tuple(night for night in nights if not night.blank),
        profile=PERSON,
        markers=MARKERS,
        preferences=Preferences(welcomed=True),
        text=TEXT,
    )


def _night(morning: dt.date, values: NightValues, chance: random.Random) -> Night:
    cramps = random_cramps(morning, chance) if chance.random() < _probability(values) else ()
    logged_at = dt.datetime.combine(morning, dt.time(7, 30 + chance.randrange(30)), dt.UTC)
    given_values = {key: value for key, value in values.items() if chance.random() >= _NOT_ANSWERED}
    is_late = chance.random() < _LATE
    is_from_evening = chance.random() < _NOTED_THE_EVENING_BEFORE
    answers = {
        key: Answer(value, _answer_time(key, logged_at, is_from_evening=is_from_evening, is_late=is_late))
        for key, value in (given_values | _afterwards(cramps, chance)).items()
    }
    night = Night(morning, cramps, logged_at, answers, note=chance.choice(NOTES) if is_late else "")
    is_forgotten = chance.random() < _NOT_LOGGED
    if AWAY[0] <= morning <= AWAY[1] or (is_forgotten and not is_from_evening):
        return Night(morning)
    return _only_the_evening_before(night) if is_forgotten else night


def _only_the_evening_before(night: Night) -> Night:
    """What is known of a night that was prepared and then not logged."""
    answers = {key: answer for key, answer in night.answers.items() if answer.given_at.date() < night.morning}
    return Night(night.morning, answers=answers)


def _probability(values: NightValues) -> float:
    """The probability of cramps in a night with these answers."""
    exposures = sum(trigger_of(key).state(values, Thresholds()) is ExposureState.EXPOSED for key in PLANTED)
    odds = ODDS_WITHOUT * math.pow(ODDS_RATIO, exposures)
    return odds / (1 + odds)


def _answer_time(key: str, logged_at: dt.datetime, *, is_from_evening: bool, is_late: bool) -> dt.datetime:
    if is_late or key in _AFTER_THE_NIGHT:
        return logged_at + dt.timedelta(minutes=2)
    if is_from_evening and BUILT_IN.get(key).evening:
        return dt.datetime.combine(logged_at.date() - DAY, dt.time(21, 45), dt.UTC)
    return logged_at - dt.timedelta(minutes=1)


def _afterwards(cramps: tuple[Cramp, ...], chance: random.Random) -> NightValues:
    worst = max((cramp.intensity or 0 for cramp in cramps), default=0)
    quality = float(max(1, min(5, round(chance.gauss(4.2 - 0.25 * worst, 0.6)))))
    if not cramps or chance.random() < 0.15:
        return {"sleep_quality": quality}
    return {"sleep_quality": quality, "sleep_disturbance": float(max(0, worst - chance.randint(0, 3)))}
