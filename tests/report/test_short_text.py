from __future__ import annotations

import pytest

from diary.report.short_text import short_text


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Swimming?", "Swimming?"),
        ("Could the water tablet be it?", "Could the water…"),
        ("x" * 40, "x" * 20 + "…"),
        ("漢" * 40, "漢" * 10 + "…"),
        ("one\n\ttwo", "one two"),
        ("", ""),
    ],
)
def test_a_text_is_cut_at_a_word_where_it_can_be_and_wide_letters_count_twice(text: str, short: str) -> None:
    assert short_text(text, 20) == short
