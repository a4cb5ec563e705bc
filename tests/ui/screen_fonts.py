"""Makes the two fonts of the screens: Noto Sans, and the signs of the program's own words that it lacks.

python -m tests.ui.screen_fonts assets/screen_fonts
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from diary import paths

SIGNS = "←↑→↓\N{MINUS SIGN}√≈≠≤≥"
"""The arrow between the two days of a night, the minus of a cold night, and their neighbours."""
STYLES = ("Regular", "Bold")


def screen_font(style: str) -> bytes:
    """Noto Sans of this style with the signs, as Noto Sans Math draws them, and without what only old screens use."""
    font = TTFont(paths.fonts() / f"NotoSans-{style}.ttf", recalcTimestamp=False)
    _add_signs(font, TTFont(paths.fonts() / "NotoSansMath-Regular.ttf"))
    subsetter = Subsetter(Options(layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=["*"]))
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _add_signs(font: TTFont, other: TTFont) -> None:
    glyphs, names = other.getGlyphSet(), other.getBestCmap()
    for sign in SIGNS:
        name = names[ord(sign)]
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(pen)
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = other["hmtx"][name]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name


if __name__ == "__main__":
    for each in STYLES:
        (Path(sys.argv[1]) / f"NotoSansAndSigns-{each}.ttf").write_bytes(screen_font(each))
