from __future__ import annotations

import datetime as dt

from diary.model.built_in import BUILT_IN
from diary.model.night import Night
from diary.model.preferences import TemperatureUnit
from diary.ui.log.noted_before import noted_before

MORNING = dt.date(2026, 11, 22)
EVENING = dt.datetime(2026, 11, 21, 22, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def test_what_was_answered_in_the_small_hours_after_a_cramp_was_logged_was_not_noted_before_the_night() -> None:
    night = Night(MORNING).with_answer(BUILT_IN.get("socks"), True, EVENING).with_cramps((), EVENING + 4 * HOUR)
    night = night.with_answer(BUILT_IN.get("bedding"), "thin", EVENING + 5 * HOUR)
    assert [words.partition(":")[0] for words in noted_before(night, BUILT_IN, TemperatureUnit.CELSIUS)] == [
        "Socks in bed"
    ]
