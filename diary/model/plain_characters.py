"""Digits, signs and blanks of any script and keyboard as the plain ones that a grammar reads."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\N{MINUS SIGN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{SMALL HYPHEN-MINUS}", "-"),
        **dict.fromkeys("\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{PRIME}", "'"),
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{ARABIC DECIMAL SEPARATOR}": ".",
        "\N{ARABIC THOUSANDS SEPARATOR}": "'",
        "\N{RATIO}": ":",
        "\N{FRACTION SLASH}": "/",
    }
)


def plain_characters(text: str) -> str:
    """The text with ASCII digits, signs and single blanks; “1½” becomes “1 1/2”, and invisible marks go."""
    wide = "".join(_plain(character) for character in text)
    return " ".join(unicodedata.normalize("NFKC", wide).translate(_PLAIN).split())


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf" or (category in ("Cc", "Cs") and not character.isspace()):
        return ""
    if unicodedata.decomposition(character).startswith("<fraction>"):
        return f" {unicodedata.normalize('NFKC', character)}"
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
