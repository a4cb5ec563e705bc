from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diary.model.clean_text import printed_text
from diary.report.printable import BREAK_HERE, LONGEST, PIECE, printable_data, printable_text


def test_words_of_usual_length_stay_as_they_are() -> None:
    text = "Für Elise: #import $x$ *b*\nनमस्ते 你好 donaudampfschifffahrt"
    assert printable_text(text) == text


@given(st.text())
def test_no_character_is_lost_but_what_cannot_be_seen(text: str) -> None:
    assert printable_text(text).replace(BREAK_HERE, "") == printed_text(text).replace(BREAK_HERE, "")


@given(st.text(alphabet="ab \x07", min_size=LONGEST))
def test_no_word_is_too_long_for_a_column(text: str) -> None:
    for word in printable_text(text).split():
        parts = word.split(BREAK_HERE)
        assert max(map(len, parts)) <= (LONGEST if len(parts) == 1 else PIECE)


def test_a_mark_stays_with_its_letter() -> None:
    first, *others = printable_text("a" * (PIECE - 1) + "e\u0301" * 40).split(BREAK_HERE)
    assert first.endswith("e\u0301")
    assert all(part[0] == "e" for part in others)


def test_every_text_within_plain_data_is_made_fit() -> None:
    assert printable_data({"a": ["x\x00y", 1, None], "b": ("c\x07",)}) == {"a": ["xy", 1, None], "b": ["c"]}
