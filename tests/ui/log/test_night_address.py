"""An address shows the night that it names, or says why not."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.errors import DiaryError
from diary.ui.log.night_address import night_at

NOW = dt.datetime(2026, 11, 29, 8, 0)


@pytest.mark.parametrize("text", ["2026-11-29", "2026-11-30", "2024-02-29", "1970-01-01"])
def test_an_address_names_a_night_up_to_the_coming_one(text: str) -> None:
    assert night_at(text, NOW) == dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rubbish", "There is no night “rubbish”"),
        ("2026-02-30", "There is no night “2026-02-30”"),
        ("2027-06-01", "1 Jun 2027 is still to come"),
        ("9999-12-31", "is still to come"),
        ("1969-12-31", "from 1 Jan 1970 on"),
        ("0001-01-01", "from 1 Jan 1970 on"),
    ],
)
def test_an_address_of_no_night_says_why(text: str, words: str) -> None:
    with pytest.raises(DiaryError) as refused:
        night_at(text, NOW)
    assert words in str(refused.value)
