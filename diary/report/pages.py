"""The report's pages, from the template beside this file: a PDF, or pictures of the same pages."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from diary.exchange.whole_file import REPORT_SIGN
from diary.report.foot import foot_words
from diary.report.typesetting import page_pictures, tagged_pdf, template_inputs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.model.report_choices import Paper
    from diary.report.content import ReportContent

TEMPLATE = Path(__file__).with_name("page.typ")


def report_pdf(content: ReportContent, charts: Mapping[str, bytes], *, fonts: Path, paper: Paper) -> bytes:
    """A tagged PDF. `charts` are SVG. The same content gives the same bytes."""
    return tagged_pdf(TEMPLATE, _inputs(content, charts, paper, fonts), fonts)


def report_pages(
    content: ReportContent, charts: Mapping[str, bytes], *, fonts: Path, paper: Paper, density: float
) -> list[bytes]:
    """A PNG of each page, at so many picture pixels to a point."""
    return page_pictures(TEMPLATE, _inputs(content, charts, paper, fonts), fonts, density=density)


def _inputs(content: ReportContent, charts: Mapping[str, bytes], paper: Paper, fonts: Path) -> dict[str, str]:
    data = {
        **asdict(content),
        "footer": foot_words(content),
        "sign": REPORT_SIGN,
        "paper": list(paper.points),
    }
    return template_inputs(data, fonts) | {f"chart-{key}": drawing.decode() for key, drawing in charts.items()}
