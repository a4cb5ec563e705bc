"""Texts that a person takes for the same are searched as the same, and no others."""
# ruff: noqa: RUF001  # letters that look alike are what this is about

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.search_text import search_text

SAME = [
    ("uber", "Über"),
    ("ecole", "École"),
    ("ecole", "E\u0301COLE"),
    ("strasse", "Straße"),
    ("STRASSE", "straße"),
    ("ﬁt", "fit"),
    ("calf", "ｃａｌｆ"),
    ("istanbul", "İstanbul"),
    ("isparta", "Isparta"),
    ("isparta", "ısparta"),
    ("soren", "Søren"),
    ("lodz", "Łódź"),
    ("coeur", "cœur"),
    ("naive", "naïve"),
    ("οδος", "ΟΔΟΣ"),
    ("οδοσ", "οδός"),
    ("еще", "ещё"),
    ("سلام", "سَلَامٌ"),
    ("سلام", "ســلام"),
    ("احمد", "أحمد"),
    ("שלום", "שָׁלוֹם"),
    ("don't", "don’t"),
    ("co-q", "co\u2011q"),
    ("ab", "a\u00adb"),
    ("10 mg", "10\u00a0mg"),
    ("が", "\u304b\u3099"),
    ("한", unicodedata.normalize("NFD", "한")),
]


@pytest.mark.parametrize(("typed", "written"), SAME)
def test_what_looks_or_sounds_the_same_is_searched_as_the_same(typed: str, written: str) -> None:
    assert search_text(typed) == search_text(written)


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("कि", "की"), ("กิน", "กน"), ("가", "각"), ("a", "b")])
def test_what_is_another_word_stays_another(one: str, other: str) -> None:
    assert search_text(one) != search_text(other)


@given(st.text())
def test_a_text_is_found_by_itself_in_any_case(text: str) -> None:
    assert search_text(search_text(text)) == search_text(text)
    assert search_text(unicodedata.normalize("NFD", text)) == search_text(text)
