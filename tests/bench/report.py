"""How long the doctor's report takes, against typst setting the same words on as many bare pages.

    python -m tests.bench.report [--runs 7]

Both are measured in a warm process, in turns, each on a new made-up diary every time, so that typst's own memory of what
it has set helps neither. Ours makes the content from the nights and sets the pages; charts and findings are ready, for a
screen has drawn them before. The other sets the same words, tables and pictures one below the other, tagged alike:
nothing is measured, cut, looked up or chosen. The aims: a report of 90 nights takes at most 1.5 times that, and one of 3,650 nights at most 8 times one
of 365. The cold figure is of the first report in a new process, charts, findings and imports with it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from diary import paths
from diary.analysis.diary_findings import diary_findings
from diary.charts.make import ChartDrawing
from diary.demo.cramps import random_cramps
from diary.demo.habits import nights_of_habit
from diary.model.mornings import DAY
from diary.model.night import Answer, Night
from diary.model.period import Period
from diary.model.preferences import Preferences
from diary.model.profile import Profile
from diary.report.content import report_content
from diary.report.drawings import report_drawings
from diary.report.material import Material
from diary.report.pages import report_pdf
from diary.report.printable import printable_data
from diary.report.sections import ListBlock, PictureBlock, ReportSection, TableBlock, TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.report.content import ReportContent

LAST = dt.date(2026, 11, 22)
SEED = 20_261_126
AIM, AIM_OF_TEN_YEARS = 1.5, 8.0
BARE = Path(__file__).with_name("bare.typ")
FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[paths.fonts()])


@dataclass(frozen=True)
class Ready:
    """A diary whose charts and findings are ready."""

    material: Material
    drawings: dict[str, ChartDrawing]
    first: dt.date

    def content(self) -> ReportContent:
        """All that the report says."""
        return report_content(self.material, Period(self.first, LAST), report_date=LAST, drawings=self.drawings)

    @property
    def charts(self) -> dict[str, bytes]:
        """As SVG."""
        return {name: drawing.svg for name, drawing in self.drawings.items()}

    def report(self) -> bytes:
        """Ours, from the nights to the PDF."""
        choices = self.material.choices
        return report_pdf(self.content(), self.charts, fonts=paths.fonts(), paper=choices.paper)


def made_up(count: int, seed: int) -> tuple[Night, ...]:
    """So many nights of the made-up person's habits; some are not logged, some have a note."""
    chance = random.Random(seed)
    nights = []
    for morning, drawn in nights_of_habit(Period(LAST - (count - 1) * DAY, LAST), chance):
        at = dt.datetime.combine(morning, dt.time(8), dt.UTC)
        cramps = random_cramps(morning, chance) if chance.random() < 0.25 else ()
        night = Night(morning, cramps, at, {key: Answer(value, at) for key, value in drawn.items()})
        if chance.random() < 0.85:
            nights.append(replace(night, note=f"Night {chance.random()}") if chance.random() < 0.05 else night)
    return tuple(nights)


def ready(count: int, seed: int) -> Ready:
    """A diary of so many nights, ready to be reported in full."""
    nights, first = made_up(count, seed), LAST - (count - 1) * DAY
    findings = diary_findings(nights, Preferences(), period=Period(first, LAST))
    material = Material(nights, Profile(name=f"Seed {seed}", year_of_birth=1958), findings, Preferences())
    return Ready(material, report_drawings(material, Period(first, LAST)), first)


def bare_inputs(content: ReportContent, charts: dict[str, bytes]) -> dict[str, str]:
    """The same words, tables and pictures, one below the other."""
    data = printable_data({"title": content.title, "parts": list(_parts(content))})
    return {"data": json.dumps(data), **{name: chart.decode() for name, chart in charts.items()}}


def _parts(content: ReportContent) -> Iterator[dict[str, Any]]:
    words, page = content.words, content.first_page
    yield _heading(words.heading, 1)
    yield from (_text(each) for each in (page.strip.name, page.strip.person, page.strip.period, page.strip.quality))
    yield _heading(words.signs)
    yield from (_text(each) for each in (page.signs.counts, *page.signs.diary))
    yield from (_text(f"{each.name} {each.value} {each.basis} {each.before}") for each in page.tiles.tiles)
    yield _heading(words.course)
    yield _picture("course", "100%")
    yield _text(page.course.trend if page.course else "")
    yield _heading(words.features)
    rows = [[one.name, one.counts] for one in (page.features.rows if page.features else ())]
    yield {"kind": "table", "head": ["", ""], "rows": rows}
    yield _picture("side_and_muscle", "232pt")
    for heading, lines in (
        (words.asked, (page.asked.counts,)),
        (words.medicines, (page.medicines.others,) if page.medicines else ()),
        (words.conditions, (page.conditions or "",)),
        (words.findings, (page.goes_with.others,) if page.goes_with else ()),
    ):
        yield _heading(heading)
        yield {"kind": "list", "lines": list(lines or (words.none,))}
    yield {"kind": "new page"}
    yield _heading(words.burden)
    yield {
        "kind": "table",
        "head": [words.measure, words.now],
        "rows": [[one.name, f"{one.now.value} {one.now.basis}"] for one in content.burden],
    }
    yield _heading(words.pattern)
    tables = [[[tally.name, str(tally.count)] for tally in pattern.tallies] for pattern in content.patterns]
    yield {"kind": "tallies", "tables": tables}
    for section in content.sections:
        yield from _section(section)
    yield _heading(words.nights)
    nights = [[row.nights, " ".join((*row.lines, row.note))] for month in content.months for row in month.rows]
    yield {"kind": "nights", "head": [words.night, words.cramps], "rows": nights}
    for section in content.closing:
        yield from _section(section)


def _section(section: ReportSection) -> Iterator[dict[str, Any]]:
    yield _heading(section.heading)
    for part in section.parts:
        match part:
            case TextBlock(text):
                yield _text(text)
            case ListBlock(lines):
                yield {"kind": "list", "lines": list(lines)}
            case TableBlock(columns, rows):
                yield {"kind": "table", "head": list(columns), "rows": [list(row) for row in rows]}
            case PictureBlock(key):
                yield _picture(key, "100%")


def _heading(words: str, level: int = 2) -> dict[str, Any]:
    return {"kind": "heading", "text": words, "level": level}


def _text(words: str) -> dict[str, Any]:
    return {"kind": "text", "text": words}


def _picture(key: str, width: str) -> dict[str, Any]:
    return {"kind": "picture", "key": key, "width": width}


def bare(inputs: dict[str, str]) -> bytes:
    """Those parts, set by typst."""
    pdf: Any = typst.compile(
        BARE,
        root=BARE.parent,
        font_paths=FONTS,
        ignore_system_fonts=True,
        sys_inputs=inputs,
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=dt.datetime.combine(LAST, dt.time(), dt.UTC),
    )
    return bytes(pdf)


def pages_of(pdf: bytes) -> int:
    """How many pages it has."""
    from pypdf import PdfReader  # here, for it is no part of the first report that is measured

    return len(PdfReader(BytesIO(pdf)).pages)


def timed(make: Any) -> tuple[float, bytes]:
    """Seconds of processor time, and what was made."""
    begun = time.process_time()
    made = make()
    return time.process_time() - begun, made


def compare(count: int, runs: int) -> tuple[float, float, int, int]:
    """Medians of ours and of the bare one in seconds, and the pages of each, over diaries of so many nights.

    Each sets diaries that the other never sets: typst remembers what it has set.
    """
    ours, theirs, pages, bare_pages = [], [], 0, 0
    for run in range(runs + 1):
        diary, other = ready(count, SEED + 2 * run), ready(count, SEED + 2 * run + 1)
        inputs = bare_inputs(other.content(), other.charts)
        seconds, pdf = timed(diary.report)
        bare_seconds, bare_pdf = timed(lambda inputs=inputs: bare(inputs))
        pages, bare_pages = pages_of(pdf), pages_of(bare_pdf)
        if run:  # the first of each reads fonts and templates
            ours.append(seconds)
            theirs.append(bare_seconds)
    return statistics.median(ours), statistics.median(theirs), pages, bare_pages


def cold(count: int) -> float:
    """Seconds of the clock from nothing to the first report in a new process, imports, findings and charts with it."""
    code = f"from tests.bench.report import ready; ready({count}, {SEED}).report()"
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
    return time.perf_counter() - begun


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    ours, theirs, pages, bare_pages = compare(90, runs)
    print(f"90 nights: {ours:.3f} s for {pages} pages; bare typst {theirs:.3f} s for {bare_pages} pages")
    print(f"  ratio {ours / theirs:.2f} (aim {AIM})")
    year, _, _, _ = compare(365, runs)
    decade, _, pages, _ = compare(3650, max(2, runs // 3))
    print(f"365 nights: {year:.3f} s; 3,650 nights: {decade:.3f} s for {pages} pages")
    print(f"  ratio {decade / year:.1f} (aim {AIM_OF_TEN_YEARS:.0f})")
    print(f"cold, 90 nights: {cold(90):.2f} s by the clock")


if __name__ == "__main__":
    main()
