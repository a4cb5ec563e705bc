"""Text without what nobody can see and other programs choke on, for all words that a person gives the diary.

A control character pasted from a terminal makes an SVG, and with it the whole report, unreadable for ever; in a list
on the terminal it drives the terminal. So every text is cleaned where it comes into a value of the model, and again
where it leaves the program. What is seen stays as it was typed; so do the marks that join letters and emoji.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands for a text of which nothing else is left."""

_LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
_NOT_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_OVERRIDES = "\u202d\u202e"
"""They show letters in another order than they are written in; nobody's writing needs them."""
_REMOVED = f"\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\ufeff\ud800-\udfff{_NOT_CHARACTERS}{_OVERRIDES}"
_CLOSED_BY = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
"""What turns the direction of writing, and what ends it."""
_TURNS = "\u202a-\u202c\u2066-\u2069"

_UNCLEAN = re.compile(f"[\r\v\f\x85\u2028\u2029{_TURNS}{_REMOVED}]")
_TO_REMOVE = re.compile(f"[{_REMOVED}]")
_LINE_END = re.compile(f"\r\n|[{_LINE_ENDS}]")
_TURN = re.compile(f"[{_TURNS}]")


def clean_text(text: str) -> str:
    """The text with its line ends as line feeds, its tabs as they are, and nothing in it that cannot be seen."""
    if _UNCLEAN.search(text) is None:
        return text
    lines = _LINE_END.sub("\n", _TO_REMOVE.sub("", text))
    # A line end closes whatever was opened, so each line stands for itself.
    return "\n".join(map(_balanced_text, lines.split("\n"))) if _TURN.search(lines) else lines


def printed_text(text: str) -> str:
    """The clean text without tabs, for paper, drawings and the terminal."""
    clean = clean_text(text)
    return clean.replace("\t", " ") if "\t" in clean else clean


def clean_line(text: str) -> str:
    """The clean text in one line, without tabs."""
    clean = printed_text(text)
    return " ".join(filter(None, map(str.strip, clean.split("\n")))) if "\n" in clean else clean


def path_words(path: Path) -> str:
    """A file or folder as words can name it, in one line: its bytes may be no text at all."""
    return clean_line(str(path))


def clean_number(text: str) -> str:
    """A number to call, without the marks of direction that telephones copy with it."""
    return "".join(sign for sign in clean_line(text) if category(sign) != "Cf")


def legible_text(text: str) -> str:
    """The clean text, or a sign in its place where nothing of it can be seen."""
    clean = clean_text(text)
    return clean if clean or not text else REPLACEMENT


def clean_fields(value: object, *names: str) -> None:
    """Clean these fields of a frozen value, each one line, from within its own __post_init__."""
    _replace_fields(value, ((name, clean_line(getattr(value, name))) for name in names))


def clean_paragraphs(value: object, *names: str) -> None:
    """Clean these fields of a frozen value, which may have several lines, from within its own __post_init__."""
    _replace_fields(value, ((name, clean_text(getattr(value, name))) for name in names))


def _replace_fields(value: object, fields: Iterable[tuple[str, str]]) -> None:
    for name, text in fields:
        object.__setattr__(value, name, text)


def _balanced_text(line: str) -> str:
    """The line without turns of direction that are not ended in it: they would turn what is written beside it."""
    stray: set[int] = set()
    open_turns: list[int] = []
    for turn in _TURN.finditer(line):
        place, sign = turn.start(), turn[0]
        if sign in _CLOSED_BY:
            open_turns.append(place)
        elif open_turns and _CLOSED_BY[line[open_turns[-1]]] == sign:
            open_turns.pop()
        else:
            stray.add(place)
    stray.update(open_turns)
    return "".join(sign for place, sign in enumerate(line) if place not in stray)
