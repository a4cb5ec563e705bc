from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diary.analysis.finding import MissingNights, Verdict
from diary.analysis.reasons import reason_sentences
from diary.model.triggers import trigger_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.analysis.finding import Finding

LATER = "The counts are of the night after it; the verdict also weighs a second night. Later ones are not seen."
MANY = (30, 100, 60, 200)


@pytest.mark.parametrize(
    ("fields", "key", "sentences"),
    [
        ({}, "cold_room", ("60 nights answer it: with so few, only strong patterns show.",)),
        ({"counts": MANY}, "cold_room", ()),
        ({"counts": MANY}, "hard_exercise", (LATER,)),
        (
            {"counts": (5, 12, 60, 200)},
            "hard_exercise",
            ("It was so on 12 nights: with so few, only strong patterns show.", LATER),
        ),
        (
            {"counts": (60, 200, 5, 12)},
            "cold_room",
            ("It was so on all but 12 nights: with so few without it, only strong patterns show.",),
        ),
        ({"counts": MANY, "verdict": Verdict.LIKELY}, "hard_exercise", (LATER,)),
        ({"counts": MANY, "verdict": Verdict.LIKELY}, "cold_room", ()),
        ({"verdict": Verdict.NOT_JUDGED}, "hard_exercise", ()),
        (
            {"verdict": Verdict.NOT_ENOUGH_NIGHTS, "missing": MissingNights(quiet=5)},
            "cold_room",
            ("So far it was told almost only after cramps, so there is nothing to compare with.",),
        ),
        ({"verdict": Verdict.NOT_ENOUGH_NIGHTS, "missing": MissingNights(exposed=2, quiet=5)}, "cold_room", ()),
    ],
)
def test_why_nothing_was_found_is_said_where_the_nights_say_so(
    finding: Callable[..., Finding], fields: dict[str, Any], key: str, sentences: tuple[str, ...]
) -> None:
    assert reason_sentences(finding(**fields), trigger_of(key)) == sentences
