"""Names as they are compared: what looks the same is the same name, however a keyboard or another program composed it.

Accents and signs tell two names apart here, as they do for whoever reads them; a search is more lenient (search_text).
"""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Signs that only say where a line may break. Joiners stay: they change what emoji and some scripts look like."""


def name_key(name: str) -> str:
    """What two names have in common that differ in case, in blanks, or in how their letters are composed."""
    # Unicode's canonical caseless match: folding case takes some letters apart, and needs others taken apart before.
    caseless = unicodedata.normalize("NFD", _UNSEEN.sub("", name)).casefold()
    return " ".join(unicodedata.normalize("NFC", caseless).split())
