"""Text is cleaned of what nobody can see, wherever it comes into the model."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.clean_text import REPLACEMENT, clean_line, clean_text, legible_text, printed_text
from diary.model.errors import DiaryError, EmptyTextError
from diary.model.factors import Number, Option, Unit
from diary.model.night import Night
from diary.model.own_factors import FormerWords, choice_of, own_factor
from diary.model.profile import Marker, Medicine, Profile, Treatment

DAY = dt.date(2026, 11, 22)
UNSEEN = [
    *map(chr, [*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]),
    *map(chr, [0xFEFF, 0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0), 0x1FFFE, 0x10FFFF]),
    *map(chr, [0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x202D, 0x202E]),
]
ANY_TEXT = st.text(st.characters() | st.sampled_from([*UNSEEN, *"\t\r\n\v\f\x85\u2028\u202a\u202c\u2066\u2069"]))


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_what_cannot_be_seen_goes_and_all_else_stays(sign: str) -> None:
    assert clean_text(f"new{sign} mattress") == "new mattress"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one_line_end_and_a_space_in_a_line(end: str) -> None:
    assert clean_text(f"calf{end}left") == "calf\nleft"
    assert clean_line(f"calf{end}left{end}") == "calf left"


def test_a_tab_stays_in_a_note_and_is_a_space_in_a_line_and_in_print() -> None:
    assert clean_text("calf\tleft") == "calf\tleft"
    assert clean_line("calf\tleft") == printed_text("calf\tleft") == "calf left"


@pytest.mark.parametrize(
    "text", ["क्\u200dष", "می\u200cشود", "👩\u200d🔬", "✓\ufe0f", "ab\u200bcd", "\u200fאב\u200e", "  a  ", ""]
)
def test_what_joins_or_parts_letters_stays(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Dr. \u2067בא\u2069 said", "Dr. \u2067בא\u2069 said"),
        ("Dr. \u2067בא said", "Dr. בא said"),
        ("\u202bבא\u202c a \u202c", "\u202bבא\u202c a "),
        ("\u2067open\nclosed\u2069", "open\nclosed"),
        ("safe\u202egpj.exe\u202c", "safegpj.exe"),
    ],
)
def test_a_turn_of_direction_that_is_not_ended_goes(text: str, cleaned: str) -> None:
    assert clean_text(text) == cleaned


@given(ANY_TEXT)
def test_no_text_keeps_a_control_but_line_ends_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned, line = clean_text(text), clean_line(text)
    assert {unicodedata.category(sign) for sign in printed_text(text).replace("\n", "")}.isdisjoint(
        {"Cc", "Cs", "Zl", "Zp"}
    )
    assert clean_text(cleaned) == cleaned
    assert "\n" not in line
    assert clean_line(line) == line


@given(ANY_TEXT)
def test_every_text_of_a_value_is_clean(text: str) -> None:
    words = f"a{text}"[:20]
    line = clean_line(words)
    assert Night(DAY, note=words).note == clean_text(words)
    assert Marker(DAY, words).text == line
    medicine = Medicine(words, DAY, dose=words)
    assert (medicine.name, medicine.dose) == (line, line)
    tried = Treatment(words, DAY, how=words)
    assert (tried.what, tried.how) == (line, clean_text(words))
    profile = Profile(name=words, doctor_questions=(words, "b"))
    assert (profile.name, profile.doctor_questions) == (line, (line, "b"))
    question = own_factor("own_a", words, name=words, kind=Number(0, 1, unit=words))
    assert (question.question, question.name) == (line.strip(), line.strip())
    assert question.kind == Number(0, 1, unit=line.strip())
    former = FormerWords(DAY, words, words, words, (Option("a", words),))
    assert (former.question, former.name, former.unit, former.options) == (line, line, line, (Option("a", line),))
    assert [option.name for option in choice_of([words, "b"]).options] == [line.strip(), "b"]


@given(ANY_TEXT)
def test_no_refusal_has_a_control_in_its_words(text: str) -> None:
    with pytest.raises(DiaryError) as refusal:
        Profile(emergency_number=f"x{text}")
    assert clean_text(str(refusal.value)) == str(refusal.value)


def test_a_number_to_call_is_taken_as_a_telephone_copies_it() -> None:
    assert Profile(emergency_number="\u202a112\u202c").emergency_number == "112"


@pytest.mark.parametrize("text", ["\x1b", "\ufeff", " \x07 ", "\n"])
def test_a_text_of_which_nothing_can_be_seen_is_no_text(text: str) -> None:
    with pytest.raises(EmptyTextError):
        Marker(DAY, text)
    with pytest.raises(EmptyTextError):
        own_factor("own_a", text, kind=Number(0, 1))


def test_the_units_of_built_in_questions_stay_what_they_are() -> None:
    assert Number(0, 1, unit=Unit.CELSIUS).unit is Unit.CELSIUS


def test_what_is_read_of_an_old_text_is_never_nothing() -> None:
    assert legible_text("\x1b") == REPLACEMENT
    assert legible_text("a\x1b") == "a"
    assert legible_text("") == ""
