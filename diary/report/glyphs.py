"""Characters that no font of the report has, spelled out: “[grinning face]” for an emoji in a note.

PDF/UA forbids a character that cannot be shown, and a box in its place tells nobody what was written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COMMON_CHARACTERS = frozenset(map(chr, range(0x20, 0x17F))) | frozenset("\u2013\u2014\u2018\u2019“”…→·°\u200b")
"""Characters that the report's own font has; a text of these alone need not be looked up."""
EMOJI_MODIFIERS = "\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"
"""What joins or tints the emoji before it, and says nothing alone."""


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
    unusual = set(text) - COMMON_CHARACTERS
    missing_glyphs = unusual - font_characters(fonts) if unusual else unusual
    if not missing_glyphs:
        return text
    pattern = re.compile(f"([{re.escape(''.join(sorted(missing_glyphs)))}])[{EMOJI_MODIFIERS}]*")
    return pattern.sub(lambda match: _glyph_name(match[1]), text)


def _glyph_name(character: str) -> str:
    if unicodedata.category(character) == "Cf":  # it only directs or joins its neighbours
        return ""
    name = unicodedata.name(character, "")
    return f"[{name.lower()}]" if name else f"[U+{ord(character):04X}]"
