"""A text as a place has room for it: cut at a word, with a sign that more stands elsewhere."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from diary.model.clean_text import printed_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CUT = "…"


def short_text(text: str, most: int) -> str:
    """The text in so many columns at most; a wide character, such as a Chinese one, takes two."""
    words = " ".join(printed_text(text).split())
    short, columns = "", 0
    for character in words:
        columns += _columns(character)
        if columns > most:
            return _to_last_word(short) + CUT
        short += character
    return words


def short_names(names: Sequence[str], most: int) -> tuple[str, ...]:
    """Names that stand in one list, each in so many columns; those that differ only where they would be cut keep that part.

    “Statin of the morning” and “Statin of the evening” become “Statin of…morning” and “Statin of…evening”, and not twice “Statin of…”.
    """
    whole = [" ".join(printed_text(name).split()) for name in names]
    short = {name: short_text(name, most) for name in whole}
    for alike in _groups(short):
        _tell_apart(short, alike, most)
    return tuple(short[name] for name in whole)


def first_words(names: Iterable[str]) -> dict[str, str]:
    """Of each name as many of its first words as tell it from the others, with a sign where more follow."""
    whole = {name: name.split() for name in names}
    return {name: _own_beginning(words, [w for w in whole.values() if w != words]) for name, words in whole.items()}


def _own_beginning(words: list[str], others: list[list[str]]) -> str:
    for count in range(1, len(words)):
        if all(other[:count] != words[:count] for other in others):
            return " ".join(words[:count]) + CUT
    return " ".join(words)


def _groups(short: dict[str, str]) -> list[list[str]]:
    """The names that were cut to the same text."""
    names = defaultdict(list)
    for name, text in short.items():
        names[text].append(name)
    return [alike for alike in names.values() if len(alike) > 1]


def _tell_apart(short: dict[str, str], alike: list[str], most: int) -> None:
    """Give names that were cut alike a beginning and what stands where they differ."""
    start = _common_beginning(alike)
    anew = {name: _around(name, start, most) for name in alike}
    short |= anew
    for still_alike in _groups(anew):
        if len(still_alike) < len(alike):
            _tell_apart(short, still_alike, most)


def _common_beginning(names: list[str]) -> int:
    """The number of characters that all of these names begin with."""
    return next(
        (at for at, characters in enumerate(zip(*names, strict=False)) if len(set(characters)) > 1),
        min(map(len, names)),
    )


def _around(name: str, start: int, most: int) -> str:
    """The beginning of a name, and what it has from the word on in which it differs from the others."""
    word = name.rfind(" ", 0, start) + 1
    start = word if _width(name[word:start]) < most // 3 else start
    end = short_text(name[start:], most - most // 3 - 1)
    beginning = ""
    for character in name[:start]:
        if _width(beginning + character + CUT + end) > most:
            break
        beginning += character
    return f"{_to_last_word(beginning)}{CUT}{end}"


def _to_last_word(text: str) -> str:
    """A text that was cut somewhere, up to its last whole word unless that takes half of it away."""
    whole_words = text.rpartition(" ")[0]
    return (whole_words if 2 * len(whole_words) > len(text) else text).rstrip(" ,;:.")


def _width(text: str) -> int:
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    return 2 if east_asian_width(character) in "WF" else 1
