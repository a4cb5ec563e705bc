from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.report.short_text import first_words, short_names, short_text


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


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (("Herb tea", "Swimming in the evening"), ("Herb tea", "Swimming in the…")),
        (("Statin of the morning", "Statin of the evening"), ("Statin of…morning", "Statin of…evening")),
        (("Tablet " * 9 + "1", "Tablet " * 9 + "2"), ("Tablet Tablet…1", "Tablet Tablet…2")),
        (("漢" * 30 + "一", "漢" * 30 + "二"), ("漢" * 8 + "…一", "漢" * 8 + "…二")),
        (("same " * 9, "same " * 9), ("same same same same…",) * 2),
    ],
)
def test_names_that_differ_stay_different_however_short_they_are_cut(
    names: tuple[str, ...], short: tuple[str, ...]
) -> None:
    assert short_names(names, 20) == short


@given(st.lists(st.text("ab ", min_size=1, max_size=40).filter(str.strip), min_size=2, max_size=6))
def test_no_two_names_of_a_list_are_cut_alike_and_none_grows_too_long(names: list[str]) -> None:
    whole = [" ".join(name.split()) for name in names]
    short = short_names(names, 16)
    assert all(len(text) <= 17 for text in short)  # with the sign that more follows
    alike = {(short[a], short[b]) for a in range(len(names)) for b in range(a) if whole[a] != whole[b]}
    assert all(one != other for one, other in alike)


def test_first_words_are_as_many_as_tell_the_names_apart() -> None:
    names = ("Statin 1 of the morning", "Statin 2 of the morning", "Aspirin of the evening", "Aspirin", "Magnesium")
    assert list(first_words(names).values()) == ["Statin 1…", "Statin 2…", "Aspirin of…", "Aspirin", "Magnesium"]
