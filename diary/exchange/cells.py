"""The cells of a CSV file: answers as text, and texts that no spreadsheet takes for a formula.

Spreadsheets compute a cell that begins with = + - or @, also after blanks, and in their wide forms; some drop a tab or a
line end before it. Many expect a semicolon between cells, and cut a text there and at its line ends. So an apostrophe
goes before each place where a formula could begin, and before an apostrophe there, so that it can be taken out again.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from diary.model.clean_text import clean_text

if TYPE_CHECKING:
    from diary.model.factors import Value

GUARD = "'"
_START = r"(?:\A|(?<=[;\n\r\t]))"
_FORMULA = r"(?=[\s\ufeff\u200b]*['=+\-@\uff1d\uff0b\uff0d\uff20\t\r])"
_FORMULA_PLACE = re.compile(_START + _FORMULA)
_ESCAPED_FORMULA = re.compile(_START + GUARD + _FORMULA)


def escape_formulas(text: str) -> str:
    """A person's text, safe in a spreadsheet."""
    return _FORMULA_PLACE.sub(GUARD, text)


def unescape_formulas(cell: str) -> str:
    """The person's text again."""
    return _ESCAPED_FORMULA.sub("", cell)


def cell(value: Value | dt.date | None) -> str:
    """A value as a cell: yes or no, a number with a point, a text, a date or time; empty where not answered."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return escape_formulas(clean_text(value))
    return _number(value) if isinstance(value, (int, float)) else _time(value)


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _time(value: dt.date | dt.time) -> str:
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, dt.date) else f"{value:%H:%M}"
