"""The charts' letters: the diary's own fonts, how wide words are, and how they break into lines."""

from __future__ import annotations

import logging
import warnings
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.ft2font import LoadFlags

from diary import paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.font_manager import FontProperties

# Hinting moves letters to whole pixels, so that the same words are wider on one screen than on another, and would not
# have the room that was measured for them. Set once, for all threads.
mpl.rcParams["text.hinting"] = "no_hinting"
# Most scripts have no bold letters here, and no font has every sign: the usual ones, or a box, stand in for these.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
warnings.filterwarnings("ignore", message="Glyph .* missing from font")

POINTS_PER_INCH = 72
"""At this resolution a point is a logical pixel, so that sizes of text and lines are in logical pixels."""
FINE = 8
"""How much finer than a logical pixel widths are measured."""
FAMILY = "Noto Sans"
LINE = 1.36
"""The height of a line, in sizes of the text."""
ASCENT = 1.0
"""How far below the top of its line a text stands, in sizes of the text."""
ELLIPSIS = "…"
_LATIN_ENDS = "\u0530"
"""Latin, Greek and Cyrillic lie before it: those the diary's first font holds."""


@cache
def _families() -> tuple[str, ...]:
    """Make the diary's own fonts known, so that charts look the same on every machine; the names of all of them."""
    files = sorted(paths.fonts().glob("*.ttf"))
    for file in files:
        font_manager.fontManager.addfont(file)
    here = {str(file) for file in files}
    names = {entry.name for entry in font_manager.fontManager.ttflist if entry.fname in here}
    return (FAMILY, *sorted(names - {FAMILY}))


@lru_cache(maxsize=256)
def lettering(size: float, *, bold: bool = False, any_script: bool = False) -> FontProperties:
    """The font of a text. With any script, the diary's other fonts stand in where the first has no letter."""
    families = _families()
    return font_manager.FontProperties(
        family=list(families) if any_script else FAMILY, size=size, weight="bold" if bold else "normal"
    )


def lettering_for(words: str, size: float, *, bold: bool = False) -> FontProperties:
    """The font of these words."""
    return lettering(size, bold=bold, any_script=any(letter >= _LATIN_ENDS for letter in words))


@lru_cache(maxsize=8192)
def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """The width of words in one line, in logical pixels at this size of text."""
    properties = lettering_for(words, size, bold=bold)
    files = [font_manager.findfont(family) for family in _files_of(properties, bold=bold)]
    font = font_manager.get_font(files)
    font.set_size(size, FINE * POINTS_PER_INCH)
    font.set_text(words, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0] / 64 / FINE)


def _files_of(properties: FontProperties, *, bold: bool) -> list[FontProperties]:
    weight = "bold" if bold else "normal"
    return [font_manager.FontProperties(family=family, weight=weight) for family in properties.get_family()]


def widest(lines: Sequence[str], size: float, *, bold: bool = False) -> float:
    """The width of the widest of these lines; words with line breaks count as several."""
    return max((width_of(line, size, bold=bold) for words in lines for line in words.splitlines()), default=0.0)


def wrap_words(words: str, width: float, size: float, *, bold: bool = False, most: int = 99) -> list[str]:
    """The words in lines of at most this width; a word that is too long is broken, and the rest is told by “…”."""
    words = " ".join(words.split())
    lines = [""]
    for word in _pieces(words, width, size, bold=bold):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    full_lines = [line for line in lines if line]
    if len(full_lines) <= most:
        return full_lines
    return [*full_lines[: most - 1], shorten(" ".join(full_lines[most - 1 :]), width, size, bold=bold)]


def _pieces(words: str, width: float, size: float, *, bold: bool) -> list[str]:
    """The words one by one, those that are wider than a line in pieces."""
    pieces = []
    for word in words.replace(" %", "\u00a0%").split(" "):  # a number and its per cent stay in one line
        rest = word
        while width_of(rest, size, bold=bold) > width and len(rest) > 1:
            end = max(1, _fitting_letters(rest, width, size, bold=bold))
            pieces.append(rest[:end])
            rest = rest[end:]
        pieces.append(rest)
    return pieces


def _fitting_letters(words: str, width: float, size: float, *, bold: bool) -> int:
    """How many of the first letters have room in this width."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(words[:middle], size, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def shorten(words: str, width: float, size: float, *, bold: bool = False) -> str:
    """The words if they have room in this width, else their beginning and “…”."""
    if width_of(words, size, bold=bold) <= width:
        return words
    room = width - width_of(ELLIPSIS, size, bold=bold)
    return words[: _fitting_letters(words, max(room, 0), size, bold=bold)].rstrip() + ELLIPSIS
