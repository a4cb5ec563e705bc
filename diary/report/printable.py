"""Text that a page can show: nothing that no font has a sign for, and no word so long that it runs off the paper."""

from __future__ import annotations

import re
from typing import Any
from unicodedata import category

from diary.model.clean_text import printed_text

LONGEST = 24
"""The number of characters beyond which a word may be broken."""
PIECE = 12
"""The number of characters of each piece: as many of the widest have room in the narrowest column."""
BREAK_HERE = "\u200b"
"""A space of no width."""
_LONG = re.compile(rf"[\x21-\u0dff]{{{LONGEST + 1},}}")
"""A word that is too long. Beyond these characters come Thai, Chinese and others, which typst itself knows how to break."""


def printable_data(value: Any) -> Any:
    """Plain data with every text in it made fit for a page."""
    if isinstance(value, str):
        return printable_text(value)
    if isinstance(value, dict):
        return {key: printable_data(item) for key, item in value.items()}
    return [printable_data(item) for item in value] if isinstance(value, (list, tuple)) else value


def printable_text(text: str) -> str:
    """A text without control characters but line ends, its overlong words breakable."""
    return _LONG.sub(lambda long: _with_breaks(long[0]), printed_text(text))


def _with_breaks(word: str) -> str:
    parts = [""]
    for character in word:
        # a mark stays with the letter that it stands on
        if len(parts[-1]) >= PIECE and not category(character).startswith("M"):
            parts.append("")
        parts[-1] += character
    return BREAK_HERE.join(parts)
