from __future__ import annotations

import datetime as dt

import pytest

from diary.model.ambiguous import AmbiguousError
from diary.model.cramp_line import CrampLine, cramp_line_from_text
from diary.model.errors import WrongKindError


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("0", CrampLine(0)),
        (" 2 ", CrampLine(2)),
        ("1 3:10", CrampLine(1, (dt.time(3, 10),))),
        ("3 23:40 0310", CrampLine(3, (dt.time(23, 40), dt.time(3, 10)))),
    ],
)
def test_a_typed_line_tells_how_many_cramps_and_when_the_first_of_them_were(text: str, line: CrampLine) -> None:
    assert cramp_line_from_text(text) == line


@pytest.mark.parametrize("text", ["", "x", "-1", "21", "1.5", "0 3:10", "1 3:10 4:30", "1 25:00"])
def test_what_is_no_number_of_cramps_with_their_times_is_refused(text: str) -> None:
    with pytest.raises(WrongKindError):
        cramp_line_from_text(text)


def test_a_time_with_two_readings_is_asked() -> None:
    with pytest.raises(AmbiguousError):
        cramp_line_from_text("1 11")
