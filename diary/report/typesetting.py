"""Sets a template with typst: a tagged PDF, or pictures of the same pages.

All text goes in as data, so that `#`, `$` and `*` stay what the person wrote. Only the fonts that are passed in are
used, so that the pages look the same on every machine.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import typst

from diary.report.glyphs import spell_missing_glyphs
from diary.report.printable import printable_data

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

POINTS_PER_INCH = 72


def template_inputs(data: Mapping[str, Any], fonts: Path) -> dict[str, str]:
    """What a template reads as `sys.inputs`: plain data whose every text a page of these fonts can show."""
    return {"data": spell_missing_glyphs(json.dumps(printable_data(data), ensure_ascii=False), fonts)}


def tagged_pdf(template: Path, inputs: dict[str, str], fonts: Path) -> bytes:
    """A tagged PDF that keeps the rules of PDF/UA-1. The same inputs give the same bytes.

    PDF/UA-1 forbids a character that no font can show, such as an emoji in a note: it is told in words. Should typst
    all the same not keep the promise, the pages are made without it, for pages are better than none.
    """
    try:
        (pdf,) = _compile(template, inputs, fonts, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError:
        (pdf,) = _compile(template, inputs, fonts, format="pdf")
    return pdf


def page_pictures(template: Path, inputs: dict[str, str], fonts: Path, *, density: float) -> list[bytes]:
    """A PNG of each page, at so many picture pixels to a point."""
    return _compile(template, inputs, fonts, format="png", ppi=POINTS_PER_INCH * density)


def _compile(template: Path, inputs: dict[str, str], fonts: Path, **options: Any) -> list[bytes]:
    output = typst.compile(
        template,
        root=template.parent,
        font_paths=_fonts(fonts),
        ignore_system_fonts=True,
        sys_inputs=inputs,
        **options,
    )
    return output if isinstance(output, list) else [output]


@cache
def _fonts(folder: Path) -> typst.Fonts:
    """The fonts of a folder, read once: it holds many scripts."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
