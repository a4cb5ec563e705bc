"""Text as it is searched: “uber” finds “Über”, “strasse” finds “Straße”, however either was typed."""
# ruff: noqa: RUF001  # letters that look alike are what this is about

from __future__ import annotations

import re
import unicodedata

_MARKS = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # on Latin, Greek and Cyrillic letters
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # Arabic
)
_UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff"
"""What joins, parts or turns letters."""
_ALIKE = {
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ى": "ي", "ة": "ه",
    "’": "'", "‘": "'", "ʼ": "'", "′": "'", "“": '"', "”": '"', "„": '"',
    "\u2010": "-", "\u2011": "-", "–": "-", "—": "-", "−": "-",
}  # fmt: skip
"""Letters and signs without a mark to leave out, as a plain keyboard has them."""
_CHANGED = re.compile(f"[{_MARKS}{_UNSEEN}{''.join(_ALIKE)}]")
"""Marks that people leave out when they type in a hurry, and what is alike. Vowels of Hindi or Thai and voiced kana are
no such marks."""


def search_text(text: str) -> str:
    """The text without case, accents and forms of the same letter, to look for other such texts in it."""
    if text.isascii():
        return text.lower()
    # Some letters come out of a form only as it is taken apart, so that case is folded before and after.
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return unicodedata.normalize("NFC", _CHANGED.sub(lambda match: _ALIKE.get(match[0], ""), plain))
