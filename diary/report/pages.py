"""The report's pages by typst, from the template beside this file: a PDF, or pictures of the same pages.

All text goes in as data, so that `#`, `$` and `*` stay what the person wrote. Only the fonts that are passed in are
used, so that the pages look the same on every machine.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from diary.exchange.whole_file import REPORT_SIGN
from diary.report.foot import foot_words
from diary.report.glyphs import spell_missing_glyphs
from diary.report.printable import printable_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.model.report_choices import Paper
    from diary.report.content import ReportContent

TEMPLATE = Path(__file__).with_name("page.typ")
POINTS_PER_INCH = 72


def report_pdf(content: ReportContent, charts: Mapping[str, bytes], *, fonts: Path, paper: Paper) -> bytes:
    """A tagged PDF that keeps the rules of PDF/UA-1. `charts` are SVG. The same content gives the same bytes.

    PDF/UA-1 forbids a character that no font can show, such as an emoji in a note: it is told in words. Should typst
    all the same not keep the promise, the pages are made without it, for a report is better than none.
    """
    inputs = _inputs(content, charts, paper, fonts)
    try:
        (pdf,) = _compile(inputs, fonts, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError:
        (pdf,) = _compile(inputs, fonts, format="pdf")
    return pdf


def report_pages(
    content: ReportContent, charts: Mapping[str, bytes], *, fonts: Path, paper: Paper, density: float
) -> list[bytes]:
    """A PNG of each page, at so many picture pixels to a point."""
    inputs = _inputs(content, charts, paper, fonts)
    return _compile(inputs, fonts, format="png", ppi=POINTS_PER_INCH * density)


def _inputs(content: ReportContent, charts: Mapping[str, bytes], paper: Paper, fonts: Path) -> dict[str, str]:
    return {
        "data": spell_missing_glyphs(json.dumps(_data(content, paper), ensure_ascii=False), fonts),
        **{f"chart-{key}": drawing.decode() for key, drawing in charts.items()},
    }


def _compile(inputs: dict[str, str], fonts: Path, **options: Any) -> list[bytes]:
    output = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
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


def _data(content: ReportContent, paper: Paper) -> Any:
    """What the template reads."""
    return printable_data(
        {
            **asdict(content),
            "footer": foot_words(content),
            "sign": REPORT_SIGN,
            "paper": list(paper.points),
        }
    )
