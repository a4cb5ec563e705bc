"""Makes the kept diary of the newest schema: a small one with every table filled.

Run once for each new schema, before its release: ``python tests/data/schemas/make.py v0004.db``. A kept diary is
never made again: it stands for the diaries out there.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
from pathlib import Path

from diary.model.built_in import BUILT_IN
from diary.model.factors import Choice, Number, Option, Value, YesNo
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.own_factors import choice_of
from diary.model.preferences import Preferences, TemperatureUnit, Theme
from diary.model.profile import Condition, FirstCramp, Helpfulness, Marker, Medicine, Pregnancy, Profile, Sex, Treatment
from diary.model.profile_questions import ProfileAnswer
from diary.model.questions import Questions
from diary.store.change import Change, Records
from diary.store.store import Store

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
DAY = dt.date(2026, 11, 1)
QUESTIONS = (
    Questions()
    .add("Herb tea?", kind=YesNo(), name="tea")
    .add("How many steps?", kind=Number(0, 50_000, 1, "steps"), name="steps", evening=False)
    .add("Mood?", kind=choice_of(("Low", "High")), name="mood")
    .add("Magnets?", kind=YesNo(), name="old")
    .archive("own_old")
    .hide("fluids", hidden=True)
    .hide("own_steps", hidden=True)
    .reword(
        "own_mood",
        "How was your mood?",
        kind=Choice((Option("low", "Down"), Option("high", "Up"))),
        name="Mood",
        evening=True,
        today=DAY,
    )
)
CRAMP = Cramp(
    at=dt.datetime(2026, 11, 21, 23, 40),
    about=True,
    minutes=4.5,
    intensity=7,
    side=Side.LEFT,
    muscle=Muscle.CALF,
    woke_me=True,
    minutes_awake=20,
    sore_next_day=False,
    relief=frozenset({Relief.STRETCHING, Relief.HEAT}),
    distress=6,
)
EVERY: dict[str, Value] = {
    "position": "front",
    "toes_pushed": True,
    "bedding": "thin",
    "socks": False,
    "room_temperature": 16.5,
    "bed_time": dt.time(22, 30),
    "exercise": "hard",
    "calcium_portions": 3.0,
    "sleep_disturbance": 8.0,
    "own_tea": True,
    "own_steps": 8000.0,
    "own_mood": "low",
}
NIGHTS = (
    Night(dt.date(2026, 11, 21)).with_cramps((), NOW),
    Night(
        dt.date(2026, 11, 22),
        cramps=(CRAMP, Cramp()),
        logged_at=NOW,
        answers={key: Answer(value, NOW) for key, value in EVERY.items()},
        note="Wadenkrampf, 足がつる 🦵",
    ),
    Night(dt.date(2026, 11, 24)).with_answer(BUILT_IN.get("stretched"), True, NOW),
)
PROFILES = (
    Profile(name="A. B.", year_of_birth=1960),
    Profile(
        name="A. B.",
        year_of_birth=1961,
        sex=Sex.FEMALE,
        pregnancy=Pregnancy(12, DAY),
        conditions=(
            Condition("diabetes", DAY, 2003),
            Condition("arteriosclerosis", DAY),
            Condition("other", DAY, 2015, "Raynaud"),
        ),
        medicines=(
            Medicine("Quinine", DAY, "200 mg", dt.date(2026, 1, 2), dt.date(2026, 3, 1)),
            Medicine("Statin", DAY),
            Medicine("Magnesium", DAY, for_cramps=True, supplement=True),
        ),
        first_cramp=FirstCramp(dt.date(2019, 5, 3), DAY),
        answers={"apart_urge": ProfileAnswer(False, DAY), "sign_walking": ProfileAnswer(True, DAY)},
        treatments=(
            Treatment("Pickle juice", DAY, Helpfulness.A_LITTLE, "Let go sooner", DAY),
            Treatment("Socks", DAY),
        ),
        doctor_questions=("Why at night?", "", "足は?"),
        emergency_number="999",
    ),
)


def fill(folder: Path) -> None:
    """A diary with every table filled, in this folder."""
    store = Store.open(folder, clock=lambda: NOW, writable=True)
    asked = Change("Question added", Records(questions=store.questions()), Records(questions=QUESTIONS))
    store.keep(asked)
    for night in NIGHTS:
        store.keep(Change("Night saved", Records(nights=(Night(night.morning),)), Records(nights=(night,))))
    for profile in PROFILES:
        store.keep(Change("Profile saved", Records(profile=store.profile()), Records(profile=profile)))
    store.keep(Change("Markers saved", Records(markers=()), Records(markers=(Marker(DAY, "new mattress"),))))
    store.keep_preferences(Preferences(Theme.DARK, TemperatureUnit.FAHRENHEIT, 1.5, 15.5, 3, welcomed=True))
    store.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        fill(Path(place))
        shutil.copyfile(Path(place) / "diary.db", Path(__file__).parent / sys.argv[1])
