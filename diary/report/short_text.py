"""A text as page one has room for it: cut at a word, with a sign that more stands later."""

from __future__ import annotations

from unicodedata import east_asian_width

from diary.model.clean_text import printed_text

CUT = "…"


def short_text(text: str, most: int) -> str:
    """The text in so many columns at most; a wide character, such as a Chinese one, takes two."""
    words = " ".join(printed_text(text).split())
    short, columns = "", 0
    for character in words:
        columns += 2 if east_asian_width(character) in "WF" else 1
        if columns > most:
            whole_words = short.rpartition(" ")[0]
            return f"{whole_words if 2 * len(whole_words) > len(short) else short}".rstrip(" ,;:.") + CUT
        short += character
    return words
