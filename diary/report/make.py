"""The doctor's report in one call: what it says, and its pages when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from diary.model.report_choices import Paper, Part
from diary.report.content import Material, ReportContent, report_content
from diary.report.drawings import Drawing, drawings
from diary.report.pages import Pages

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True)
class MadeReport:
    """A report, ready to be laid out."""

    content: ReportContent
    drawings: tuple[Drawing, ...]
    fonts: Path
    paper: Paper

    @cached_property
    def charts(self) -> Mapping[str, bytes]:
        """The drawings as SVG, by their keys; drawn once."""
        return {drawing.key: drawing.draw() for drawing in self.drawings}

    @cached_property
    def pages(self) -> Pages:
        """What is laid out."""
        return Pages(self.content, self.charts, self.fonts, self.paper)

    def pdf(self) -> bytes:
        """Its pages as a PDF."""
        return self.pages.pdf()

    def pictures(self, density: float) -> list[bytes]:
        """Its pages as PNG pictures, at so many picture pixels to a point."""
        return self.pages.pictures(density)


def make_report(material: Material, first: dt.date, last: dt.date, *, made_on: dt.date, fonts: Path) -> MadeReport:
    """The report over the mornings from first to last.

    The findings' counts are to be of the same mornings. Only `fonts`, a folder, are used on its pages.
    """
    choices = material.choices
    return MadeReport(
        report_content(material, first, last, made_on=made_on),
        drawings(material.counted_nights, first, last) if choices.shows(Part.CHARTS) else (),
        fonts,
        choices.paper,
    )
