from __future__ import annotations

import ast
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from diary import paths
from diary.ui.page.theme import FONTS
from tests.ui.screen_fonts import STYLES, screen_font

ROOT = Path(__file__).parents[2]
ROOMS_WITH_SCREENS = ("analysis", "book", "exchange", "model", "store", "ui")
"""Whose texts come to the screen; those of charts and report are drawn with fonts of their own."""
NO_WORDS = ("search_text.py", "clean_text.py", "plain_characters.py", "linked_medicines.py", "room_file.py")
"""Modules that name the letters of many scripts to compare or read what was typed by them, and show none."""


def own_words() -> set[str]:
    """Every character of what the program says on its screens: what translators get, and texts that join words."""
    files = [
        file
        for room in ROOMS_WITH_SCREENS
        for file in (ROOT / "diary" / room).rglob("*.py")
        if file.name not in NO_WORDS
    ]
    template = (ROOT / "assets" / "locale" / "diary.pot").read_text(encoding="utf-8")
    return {letter for letter in template if letter.isprintable()}.union(*(texts_of(file) for file in files))


def texts_of(file: Path) -> set[str]:
    """The characters of a file's texts but its docstrings, which no screen shows."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings]
    texts = [node.value for node in constants if isinstance(node.value, str)]
    return {letter for text in texts for letter in text if letter.isprintable()}


@pytest.mark.parametrize("family", FONTS)
def test_every_character_of_our_own_words_is_in_the_fonts_loaded_before_the_first_frame(family: str) -> None:
    drawn = TTFont(paths.assets() / FONTS[family].lstrip("/")).getBestCmap()
    assert own_words() - {chr(code) for code in drawn} == set()


@pytest.mark.parametrize("style", STYLES)
def test_the_fonts_of_the_screens_are_made_of_the_bundled_ones_and_draw_all_that_these_draw(style: str) -> None:
    file = paths.assets() / "screen_fonts" / f"NotoSansAndSigns-{style}.ttf"
    assert file.read_bytes() == screen_font(style)
    bundled = TTFont(paths.fonts() / f"NotoSans-{style}.ttf")
    assert set(bundled.getBestCmap()) <= set(TTFont(file).getBestCmap())
    assert file.stat().st_size < (paths.fonts() / f"NotoSans-{style}.ttf").stat().st_size
