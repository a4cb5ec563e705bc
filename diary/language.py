"""The words on screen and on paper, through gettext.

Every sentence that a person reads passes through :func:`tr` or :func:`trn` at the moment it is shown. Texts that
stand in a catalogue (a factor's question, a trigger's name) are marked with :func:`mark` where they are written, so
that translators find them, and translated where they are shown. English is the language they are written in.
"""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DOMAIN = "diary"
_in_use: list[gettext.NullTranslations] = [gettext.NullTranslations()]


def use(folder: Path, languages: Sequence[str]) -> None:
    """Read the words of the first of these languages that the folder holds; English where it holds none."""
    _in_use[0] = gettext.translation(DOMAIN, folder, languages=list(languages), fallback=True)


def tr(text: str) -> str:
    """The text in the language in use."""
    return _in_use[0].gettext(text)


def trn(singular: str, plural: str, count: int) -> str:
    """The text for this count: singular or plural, or whatever forms the language has."""
    return _in_use[0].ngettext(singular, plural, count)


def mark(text: str) -> str:
    """Mark a text for translators without translating it yet."""
    return text
