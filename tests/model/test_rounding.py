from __future__ import annotations

import pytest

from diary.model.rounding import minutes_text, rate_text, rounded


@pytest.mark.parametrize(
    ("value", "words"),
    [(17.85, "17.9"), (28 * 51 / 80, "17.9"), (0.05, "0.1"), (0.0, "0.0"), (2.0, "2.0"), (1.25, "1.3"), (-0.04, "0.0")],
)
def test_a_rate_is_told_to_one_decimal_with_halves_up(value: float, words: str) -> None:
    assert rate_text(value) == words


@pytest.mark.parametrize(("value", "words"), [(4, "4"), (2.25, "2.5"), (2.2, "2"), (0.5, "0.5"), (720, "720")])
def test_minutes_are_told_in_halves_as_cramps_are_logged(value: float, words: str) -> None:
    assert minutes_text(value) == words


def test_a_number_that_rounds_to_none_has_no_sign() -> None:
    assert str(rounded(-0.3)) == "0"
