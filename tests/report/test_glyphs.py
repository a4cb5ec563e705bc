from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from diary import paths
from diary.model.night import Night
from diary.model.report_choices import ReportChoices
from diary.report.glyphs import COMMON_CHARACTERS, font_characters, spell_missing_glyphs
from diary.report.make import DoctorReport
from tests.report.test_first_page import FILLED, MARKERS

Nights = Callable[[int], tuple[Night, ...]]
Report = Callable[..., DoctorReport]
FONTS = paths.fonts()


@pytest.mark.parametrize("text", ["Größe ½ €", "Ελλάδα", "Россия", "العربية", "हिन्दी", "ไทย", "王芳 한국어", "✓ → ☺"])
def test_what_the_fonts_have_stays_as_it_was_written(text: str) -> None:
    assert spell_missing_glyphs(text, FONTS) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ok 😀!", "ok [grinning face]!"),
        ("😀\ufe0f😀", "[grinning face, 2 times]"),
        ("👨\u200d👩\u200d👧 slept", "[man, woman, girl] slept"),
        ("\u26a0\ufe0f hot, \u2764\ufe0f", "\u26a0 hot, \u2764"),  # a stray selector after a sign that a font has
        ("1\ufe0f\u20e3 and #\u20e3", "[1] and [#]"),
        ("👍🏽", "👍"),
        ("\ue000", "[U+E000]"),
        ("to \U0001f3f4\U000e0067\U000e007f in May", "to [waving black flag] in May"),
        ("नमस्ते क्\u200dष 😀", "नमस्ते क्\u200dष [grinning face]"),
    ],
)
def test_what_they_do_not_have_is_told_in_words_and_nothing_else_changes(text: str, shown: str) -> None:
    assert spell_missing_glyphs(text, FONTS) == shown


def test_plain_data_stays_plain_data() -> None:
    assert json.loads(spell_missing_glyphs(json.dumps({"note": 'a "😀"\n'}, ensure_ascii=False), FONTS)) == {
        "note": 'a "[grinning face]"\n'
    }


def test_a_report_without_unusual_words_looks_up_no_font(make_nights: Nights, report: Report) -> None:
    font_characters.cache_clear()
    made = report(make_nights(90), choices=ReportChoices(without=frozenset()), profile=FILLED, markers=MARKERS)
    assert made.pdf()
    assert font_characters.cache_info().misses == 0


def test_the_characters_that_need_no_looking_up_are_in_the_fonts() -> None:
    assert set() == COMMON_CHARACTERS - font_characters(FONTS) - {chr(code) for code in range(0x7F, 0xA0)}
