"""Makes the kept diary of every kind of act, and the same diary in the diary's own JSON.

Made once, on 29 November 2026, and never again: its undo records and its file stand for those out there, and were
written before names in the code changed. Run ``python -m tests.data.acts.make FOLDER`` to see what a newer version
writes.
"""

from __future__ import annotations

import datetime as dt
import sys
from contextlib import closing
from pathlib import Path

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.factors import Number, Value, YesNo
from diary.model.night import Cramp, Muscle, Night, Relief, Side
from diary.model.night_acts import (
    AddCramp,
    AddRelief,
    ChangeCramp,
    LogCramps,
    RemoveCramp,
    RemoveRelief,
    SetAnswer,
    StepAnswer,
)
from diary.model.own_factors import choice_of
from diary.model.preferences import Preferences, TemperatureUnit, Theme
from diary.model.profile import Condition, FirstCramp, Helpfulness, Marker, Medicine, Pregnancy, Profile, Sex, Treatment
from diary.model.profile_questions import ProfileAnswer
from diary.model.report_choices import NameForm, Paper, Part, ReportChoices, ReportSpan
from tests.whole_person import SetMarkers, SetProfile

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
DAY = dt.date(2026, 11, 1)
MORNINGS = [dt.date(2026, 11, 20) + dt.timedelta(days=days) for days in range(5)]
PROFILE = Profile(
    name="A. B.",
    year_of_birth=1961,
    sex=Sex.FEMALE,
    pregnancy=Pregnancy(12, DAY),
    conditions=(Condition("diabetes", DAY, 2003), Condition("kidney", DAY)),
    medicines=(
        Medicine("Quinine", DAY, "200 mg", dt.date(2026, 1, 2), dt.date(2026, 3, 1)),
        Medicine("Magnesium", DAY, for_cramps=True, supplement=True),
    ),
    first_cramp=FirstCramp(dt.date(2019, 5, 3), DAY),
    answers={"apart_urge": ProfileAnswer(False, DAY), "sign_walking": ProfileAnswer(True, DAY)},
    treatments=(
        Treatment("Pickle juice", DAY, Helpfulness.A_LITTLE, "Let go sooner", started=DAY),
        Treatment("Socks", DAY),
    ),
    doctor_questions=("Why at night?", "", "足は?"),
    emergency_number="999",
)
CHOICES = ReportChoices(
    span=ReportSpan.OWN,
    own_first=MORNINGS[0],
    own_last=MORNINGS[3],
    without=frozenset(list(Part)[:2]),
    notes=True,
    left_out=frozenset({MORNINGS[1]}),
    name=NameForm.INITIALS,
    paper=Paper.LETTER,
    temperature=TemperatureUnit.FAHRENHEIT,
    last_report=MORNINGS[3],
    report_before=MORNINGS[0],
)


def ask(book: Diary) -> None:
    """Every act on questions."""
    book.questions.add("Herb tea?", kind=YesNo(), name="tea")
    book.questions.add("How many steps?", kind=Number(0, 50_000, 1, "steps"), name="steps", evening=False)
    book.questions.add("Mood?", kind=choice_of(("Low", "High")), name="mood")
    book.questions.reword("own_mood", "Your mood?", kind=choice_of(("Low", "High")), name="Mood", evening=True)
    book.questions.move("own_mood", -2)
    book.questions.hide("fluids")
    book.questions.hide("own_steps")
    book.questions.show("own_steps")
    book.questions.archive("own_tea")
    book.questions.unarchive("own_tea")


def log(book: Diary) -> None:
    """Every act on a night."""
    cramp = Cramp(
        dt.datetime(2026, 11, 19, 23, 40), side=Side.LEFT, muscle=Muscle.CALF, relief=frozenset({Relief.HEAT})
    )
    answers: dict[str, Value] = {
        "socks": False,
        "bedding": "thin",
        "room_temperature": 16.5,
        "own_steps": 8000.0,
        "own_mood": "low",
    }
    book.nights.log(MORNINGS[0], cramps=(cramp, Cramp()), answers=answers, note="Wadenkrampf, 足がつる 🦵")
    book.nights.copy_night_before(MORNINGS[1])
    book.nights.log_quiet(MORNINGS[1])
    book.nights.perform(MORNINGS[2], LogCramps(book.nights.new_cramp_key()))
    book.nights.perform(MORNINGS[2], AddCramp(Cramp(key=book.nights.new_cramp_key())))
    first, second = (cramp.key or 0 for cramp in book.nights.get(MORNINGS[2]).cramps or ())
    fields = (("intensity", 7), ("minutes", 4.5), ("woke_me", True), ("distress", 0), ("about", True))
    book.nights.perform(MORNINGS[2], ChangeCramp(first, (*fields, ("at", dt.datetime(2026, 11, 22, 3, 10)))))
    book.nights.perform(MORNINGS[2], AddRelief(first, Relief.STRETCHING))
    book.nights.perform(MORNINGS[2], AddRelief(first, Relief.MASSAGE))
    book.nights.perform(MORNINGS[2], RemoveRelief(first, Relief.MASSAGE))
    book.nights.perform(MORNINGS[2], RemoveCramp(second))
    book.nights.perform(MORNINGS[2], StepAnswer("calcium_portions", more=True, most=9))
    book.nights.answer(MORNINGS[2], "bed_time", value=dt.time(22, 30))
    book.nights.answer(MORNINGS[2], "socks", value=True)
    book.nights.perform(MORNINGS[2], SetAnswer("socks", None))
    book.nights.write_note(MORNINGS[2], "Slept\nwell")
    book.nights.log_cramps(MORNINGS[3], (Cramp(),))
    book.nights.delete(MORNINGS[3])


def fill(folder: Path) -> bytes:
    """A diary with every kind of act in it, in this folder; gives its file in the diary's own JSON."""
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        ask(book)
        log(book)
        book.person.change_profile(SetProfile(PROFILE))
        book.person.change_markers(SetMarkers((Marker(DAY, "new mattress"),)))
        book.files.import_contents(
            Contents(nights=(Night(MORNINGS[4], note="taken in"),), markers=(Marker(DAY, "shoes"),))
        )
        book.person.keep_preferences(
            Preferences(
                Theme.DARK,
                TemperatureUnit.FAHRENHEIT,
                1.5,
                15.5,
                3,
                welcomed=True,
                closed_signs=("2026-11-22 long_cramp",),
            )
        )
        book.person.keep_report_choices(CHOICES)
        return book.files.export_json()


if __name__ == "__main__":
    place = Path(sys.argv[1])
    (place / "diary.json").write_bytes(fill(place))
