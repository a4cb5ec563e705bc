"""The report's pages by typst, from the template beside this file: a PDF, or pictures of the same pages.

All text goes in as data, so that `#`, `$` and `*` stay what the person wrote. Only the fonts that are passed in are
used, so that the pages look the same on every machine.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from diary.language import tr
from diary.model.mornings import day_name
from diary.report.printable import printable

if TYPE_CHECKING:
    from diary.report.content import ReportContent

TEMPLATE = Path(__file__).with_name("page.typ")
POINTS_PER_INCH = 72
LONGEST_NAME = 40
"""Characters of a name that have room at the foot of each page; it stands whole at the head of the first."""


def report_pdf(content: ReportContent, chart: bytes, *, fonts: Path) -> bytes:
    """A tagged PDF that keeps the rules of PDF/UA-1. `chart` is an SVG. The same content gives the same bytes.

    PDF/UA-1 forbids a character that no font can show, such as an emoji in a note. With one, the page is made all the
    same, tagged but without that promise, and a box stands for the character.
    """
    try:
        (pdf,) = _compiled(content, chart, fonts, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError:
        (pdf,) = _compiled(content, chart, fonts, format="pdf")
    return pdf


def report_pages(content: ReportContent, chart: bytes, *, fonts: Path, density: float) -> list[bytes]:
    """A PNG of each page, at so many picture pixels to a point."""
    return _compiled(content, chart, fonts, format="png", ppi=POINTS_PER_INCH * density)


def _compiled(content: ReportContent, chart: bytes, fonts: Path, **how: Any) -> list[bytes]:
    made = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(fonts),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_data(content)), "chart": chart.decode()},
        timestamp=dt.datetime.combine(content.made_on, dt.time(), dt.UTC),
        **how,
    )
    return made if isinstance(made, list) else [made]


@cache
def _fonts(folder: Path) -> typst.Fonts:
    """The fonts of a folder, read once: it holds many scripts."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _data(content: ReportContent) -> Any:
    """What the template reads."""
    made_on = content.made_on
    return printable(
        {
            **asdict(content),
            "title": _title(content),
            "footer": _footer(content),
            "language": tr("en"),  # translators put their language's code
            "made_on": [made_on.year, made_on.month, made_on.day],
            "words": _words(content),
        }
    )


def _footer(content: ReportContent) -> str:
    name = content.name if len(content.name) <= LONGEST_NAME else f"{content.name[:LONGEST_NAME]}…"
    return " · ".join(words for words in (name, content.period) if words)


def _title(content: ReportContent) -> str:
    return tr("Night cramps, {period}").format(period=content.period)


def _words(content: ReportContent) -> dict[str, str]:
    """The words of the template itself, by where they stand."""
    return {
        "heading": tr("Night cramps"),
        "disclaimer": tr("Kept by the patient; not a medical device."),
        "period": tr("Nights of"),
        "made": tr("Report made on {day}").format(day=day_name(content.made_on, year=True)),
        "burden": tr("Burden"),
        "interval": tr("In brackets: the 95 % interval of the share."),
        "measure": tr("Measure"),
        "now": tr("This period"),
        "before": tr("Equal period before"),
        "pattern": tr("Pattern"),
        "conditions": tr("Conditions"),
        "medicines": tr("Medicines and supplements"),
        "none": tr("not recorded"),
        "more": tr("{n} more on a later page"),
        "later": tr("{n} on a later page"),
        "findings": tr("What it goes with"),
        "trigger": tr("Looked at"),
        "with_it": tr("Cramps on nights with it"),
        "without_it": tr("On the others"),
        "verdict": tr("Verdict"),
        "not_proof": tr("Going together is not proof of why."),
        "chart": tr("Cramps a week"),
        "nights": tr("The nights"),
        "night": tr("Night"),
        "told": tr("Cramps"),
        "counted": tr(
            "A night runs from noon to noon. Nights not logged count neither as cramp nights nor as quiet ones."
        ),
        "page": tr("Page {n} of {pages}"),
    }
