from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from matplotlib.ft2font import FT2Font

from diary import paths
from diary.server.fallback_fonts import font_for

if TYPE_CHECKING:
    from tests.server.conftest import Served

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    ("family", "sample"),
    [
        ("notosansarabic", "تشنج عضلي"),
        ("notosans", "ऐंठन"),
        ("notosansdevanagari", "ऐंठन"),
        ("notosanshebrew", "התכווצות"),
        ("notosansthai", "ตะคริว"),
        ("notosansbengali", "পেশী"),
        ("notosanstamil", "தசை"),
        ("notosansgeorgian", "სპაზმი"),
        ("notosansarmenian", "կծկում"),
        ("notosansethiopic", "ቁርጠት"),
        ("notosanssymbols", "→☾"),
        ("notosanssymbols2", "✓"),
        ("notosansmath", "≥≤"),
        ("notosanssc", "夜间小腿抽筋"),
        ("notosanstc", "夜間小腿抽筋"),
        ("notosanshk", "夜間小腿抽筋"),
        ("notosansjp", "夜のこむら返り"),
        ("notosanskr", "종아리 쥐가 났다 뷁"),
    ],
)
def test_each_script_is_answered_with_a_font_that_draws_it(family: str, sample: str) -> None:
    font = FT2Font(str(font_for(family, paths.fonts())))
    for letter in sample.replace(" ", ""):
        assert font.get_char_index(ord(letter)), letter
        assert font.load_char(ord(letter)).width, letter


@pytest.mark.parametrize("family", ["notosanslinearb", "notoserifTibetan", "noto", "notosans..", "notocoloremoji"])
def test_a_script_we_have_no_font_for_is_answered_with_a_font_all_the_same(served: Served, family: str) -> None:
    told = served.ask(f"/assets/fonts/{family}/v9/hash.12.woff2", headers=served.cookie)
    assert (told.status, told.headers["content-type"]) == (200, "font/ttf")
    assert told.body.startswith(b"\x00\x01\x00\x00")


def test_the_fonts_stay_small_and_travel_with_their_licences() -> None:
    files = list(paths.fonts().iterdir())
    assert sum(file.stat().st_size for file in files) < 12 * MEGABYTE
    told = (paths.fonts() / "README.txt").read_text()
    assert all(file.name in told or file.name.startswith("NotoSans") for file in files if file.name != "README.txt")
