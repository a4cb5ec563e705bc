"""Characters that no font of the report has, spelled out: “[grinning face]” for an emoji in a note.

PDF/UA forbids a character that cannot be shown, and a box in its place tells nobody what was written. What only directs or
tints its neighbours says nothing alone: it goes, whether or not a font has the sign before it. Several of one kind in a
row are told once.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from diary.language import tr

if TYPE_CHECKING:
    from pathlib import Path

COMMON_CHARACTERS = frozenset(map(chr, range(0x20, 0x17F))) | frozenset(
    "\u2013\u2014\u2018\u2019“”…→·°\u200b†≥≤↑↓✓φχ√\u2212"
)
"""Characters that the report's fonts have, its own signs among them; a text of these alone need not be looked up, which takes
longer than to set the pages."""
JOINER = "\u200d"
"""Joins two emoji into one; in other scripts it shapes letters, and stays."""
MODIFIERS = "\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
"""What tints the sign before it, or chooses how it is drawn."""
KEYCAP = re.compile("([0-9#*])\ufe0f?\u20e3")
"""A digit in a box."""


@cache
def font_characters(fonts: Path) -> frozenset[str]:
    """All characters that the fonts of a folder have."""
    from fontTools.ttLib import TTFont  # needed only where a text has an unusual character

    codes: set[int] = set()
    for path in sorted(fonts.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            codes.update(font.getBestCmap())
    return frozenset(map(chr, codes))


def spell_missing_glyphs(text: str, fonts: Path) -> str:
    """The text with each character that the fonts do not have as its name in brackets."""
    if not set(text) - COMMON_CHARACTERS:
        return text
    text = re.sub(f"[{MODIFIERS}]", "", KEYCAP.sub(lambda match: f"[{match[1]}]", text))
    missing_glyphs = set(text) - COMMON_CHARACTERS - font_characters(fonts)
    if not missing_glyphs:
        return text
    sign = f"[{re.escape(''.join(sorted(missing_glyphs)))}]"
    joined = re.compile(f"({sign}(?:{JOINER}{sign})*){JOINER}?(?:\\1)*")
    return joined.sub(lambda match: _signs_name(match[1], match[0].count(match[1])), text)


def _signs_name(signs: str, times: int) -> str:
    """The name of a sign, or of several that are joined into one, told once however often it stands there."""
    names = ", ".join(name for name in map(_glyph_name, signs.replace(JOINER, "")) if name)
    if not names:
        return ""
    return tr("[{name}, {n} times]").format(name=names, n=times) if times > 1 else f"[{names}]"


def _glyph_name(character: str) -> str:
    if unicodedata.category(character) == "Cf":  # it only directs or joins its neighbours
        return ""
    name = unicodedata.name(character, "")
    return name.lower() or f"U+{ord(character):04X}"
