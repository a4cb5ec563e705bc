from __future__ import annotations

import datetime as dt

import pytest

from diary.model.night import Cramp, Night
from diary.ui.page.content.night_words import cramps_in_short

MORNING = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("cramps", "words"),
    [
        (None, "Not logged"),
        ((), "Quiet"),
        ((Cramp(),), "1 cramp"),
        ((Cramp(intensity=0),), "1 cramp, 0 of 10"),
        ((Cramp(intensity=4), Cramp(), Cramp(intensity=7)), "3 cramps, worst 7 of 10"),
    ],
)
def test_a_night_in_short_tells_its_cramps_and_the_worst_and_never_calls_a_night_not_logged_quiet(
    cramps: tuple[Cramp, ...] | None, words: str
) -> None:
    assert cramps_in_short(Night(MORNING, cramps=cramps)) == words
