from __future__ import annotations

import datetime as dt
import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from diary import __version__
from diary.model.night import Cramp, Night
from diary.model.profile import Marker, Medicine, Profile, Treatment
from diary.model.report_choices import NameForm, Paper, Part, ReportChoices
from diary.report.make import DoctorReport
from diary.report.sections import PictureBlock

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)
Nights = Callable[[int], tuple[Night, ...]]
Report = Callable[..., DoctorReport]
AWKWARD = (
    '#import "x"',
    "#let a = 1",
    "$x^2$",
    "*bold* _slanted_ `code`",
    "@reference <label>",
    "= not a heading",
    r"back\slash // comment /* more */",
    "Ελλάδα",
    "Россия",
    "王芳 日本語",
    "한국어",
)


def _texts(pdf: bytes) -> list[str]:
    """The words of each page, line ends and breaks taken out."""
    return [" ".join(page.extract_text().replace("\u200b", "").split()) for page in PdfReader(BytesIO(pdf)).pages]


def _roles(node: Any) -> list[str]:
    """The tags of a document in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        return [role for child in node for role in _roles(child)]
    if not hasattr(node, "get"):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (_roles(node["/K"]) if "/K" in node else [])


def test_first_page_tells_all_that_the_content_tells(make_nights: Nights, report: Report) -> None:
    made = report(make_nights(200), profile=Profile(name="A. Patient", year_of_birth=1950))
    text, page = _texts(made.pdf())[0], made.content.first_page
    said = [page.strip.name, page.strip.person, page.strip.period, page.strip.quality, page.signs.counts]
    said += [words for tile in page.tiles.tiles for words in (tile.name, tile.value, tile.basis, tile.before)]
    said += [page.tiles.before, page.asked.counts, page.features.unasked if page.features else ""]
    said += [f"{row.name} {row.counts}" for row in (page.features.rows if page.features else ())]
    assert page.course is not None
    assert page.goes_with is not None
    said += [page.course.trend, page.goes_with.others]
    assert [words for words in said if words not in text] == []
    assert made.content.program in text


def test_first_page_keeps_the_order_of_a_doctor_with_one_minute(make_nights: Nights, report: Report) -> None:
    profile = Profile(doctor_questions=("Why?",), medicines=(Medicine("Amlodipine", TODAY),))
    page = _texts(report(make_nights(200), profile=profile).pdf())[0]
    order = [
        "Night cramps",
        "25 Aug\u201322 Nov 2026",
        "Warning signs",
        "In the diary",
        "Cramp nights in 28",
        "Cramp nights, before → since",
        "Where and when",
        "Leg cramp features",
        "Asked once",
        "Medicines",
        "Conditions",
        "Goes with",
        "Questions",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_the_following_pages_hold_what_first_page_rests_on(make_nights: Nights, report: Report) -> None:
    made = report(make_nights(200), markers=(Marker(TODAY - DAY, "New mattress"),))
    later = " ".join(_texts(made.pdf())[1:])
    order = [
        "Burden",
        "Longest free spell",
        "Pattern",
        "What changed when",
        "Everything that was looked at",
        "The nights",
        "How the numbers were made",
        "doi 10.1186",
        "What a diary cannot tell",
        "The scales",
    ]
    places = [later.index(words) for words in order]
    assert places == sorted(places)
    assert "21 Nov 2026 New mattress" in later
    for measure in made.content.burden:
        assert f"{measure.name} {measure.now.value} {measure.now.basis}" in later
    rows = [
        row
        for section in made.content.sections
        if section.key == "looked_at"
        for row in section.parts[1].rows  # type: ignore[union-attr]  # a table
    ]
    assert rows
    for row in rows:
        assert all(cell in later for cell in row)


def test_the_program_and_its_version_stand_on_the_page_and_in_the_file(make_nights: Nights, report: Report) -> None:
    made = report(make_nights(20), days=20)
    reader = PdfReader(BytesIO(made.pdf()))
    assert reader.metadata is not None
    assert reader.metadata.author == f"Night Cramp Diary {__version__}"
    assert f"Night Cramp Diary {__version__}" in _texts(made.pdf())[-1]
    assert f'<meta name="generator" content="Night Cramp Diary {__version__}">' in made.html().decode()


def test_the_last_page_has_more_than_a_few_lines(make_nights: Nights, report: Report) -> None:
    for count in range(40, 48, 2):
        last = PdfReader(BytesIO(report(make_nights(count), days=count).pdf())).pages[-1].extract_text()
        assert len([line for line in last.splitlines() if line.strip()]) > 6


@pytest.mark.parametrize("paper", list(Paper))
def test_pages_have_the_size_that_is_chosen(paper: Paper, make_nights: Nights, report: Report) -> None:
    pdf = report(make_nights(90), choices=ReportChoices(paper=paper)).pdf()
    sizes = {(float(page.mediabox.width), float(page.mediabox.height)) for page in PdfReader(BytesIO(pdf)).pages}
    ((width, height),) = sizes
    assert (width, height) == pytest.approx(paper.points, abs=0.01)


def test_parts_that_are_left_out_stand_nowhere(make_nights: Nights, report: Report) -> None:
    profile = Profile(name="Anna Berg", medicines=(Medicine("Amlodipine", TODAY),))
    nights = make_nights(60)
    noted = replace(nights[-1], note="Private words.")
    choices = ReportChoices(without=frozenset(Part), notes=False, name=NameForm.INITIALS)
    pages = _texts(report([*nights[:-1], noted], profile=profile, choices=choices).pdf())
    for words in ("Amlodipine", "Anna", "Private words.", "Conditions", "Goes with", "The nights", "The scales"):
        assert words not in " ".join(pages)
    assert "A. B." in pages[0]


def test_a_night_that_is_left_out_is_counted_nowhere_and_said_to_be_left_out(report: Report) -> None:
    nights = [Night(TODAY - at * DAY, cramps=(Cramp(intensity=9),) if at == 1 else ()) for at in range(10)]
    choices = ReportChoices(left_out=frozenset({TODAY - DAY}))
    pages = _texts(report(nights, days=10, choices=choices).pdf())
    assert "9 of 10 nights logged" in pages[0]
    assert "1 night was left out by the patient" in pages[0]
    assert "left out by the patient" in pages[1]
    assert "0 of 9; " in pages[0]


@pytest.mark.parametrize("awkward", AWKWARD)
def test_what_a_person_wrote_stays_text(awkward: str, report: Report, today: dt.date) -> None:
    profile = Profile(name=awkward, medicines=(Medicine(awkward, today, dose=awkward),))
    pages = _texts(report([Night(today, cramps=(Cramp(),), note=awkward)], profile=profile).pdf())
    assert awkward in pages[0]
    assert " ".join(pages[1:]).count(awkward) >= 2


@pytest.mark.parametrize("word", ["العربية", "हिन्दी", "ไทย"])
def test_scripts_that_are_shaped_are_set_in_a_font_that_has_them(word: str, report: Report, today: dt.date) -> None:
    pdf = report([Night(today, cramps=(), note=word)]).pdf()
    names = {str(font["/BaseFont"]) for page in PdfReader(BytesIO(pdf)).pages for font in _fonts(page)}
    script = {"العربية": "Arabic", "हिन्दी": "Devanagari", "ไทย": "Thai"}[word]
    assert any(script in name for name in names)


def _fonts(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def test_a_character_that_no_font_has_is_told_in_words_and_the_rules_are_kept(report: Report, today: dt.date) -> None:
    pdf = report([Night(today, cramps=(), note="Slept well 😀 at last \x07 \ue000")]).pdf()
    assert "Slept well [grinning face] at last [U+E000]" in " ".join(_texts(pdf))
    assert _keeps_ua(pdf)


def _keeps_ua(pdf: bytes) -> bool:
    root: Any = PdfReader(BytesIO(pdf)).trailer["/Root"]
    return bool(re.search(rb"pdfuaid:part(>|=\")1", root["/Metadata"].get_object().get_data()))


def test_a_long_note_is_printed_to_its_end(report: Report, today: dt.date) -> None:
    note = " ".join(f"word{n}" for n in range(1200))
    pages = _texts(report([Night(today, cramps=(), note=note)]).pdf())
    assert f"“{note}”".split()[0] in " ".join(pages)  # a note is set as a quotation
    assert set(note.split()) <= set(" ".join(pages).replace("“", "").replace("”", "").split())


def test_nothing_runs_off_the_page_however_many_lines_a_story_has(report: Report, today: dt.date) -> None:
    story = "\n".join(f"line {at}" for at in range(40))
    treatments = tuple(Treatment(f"Trial {at}", today, how=story) for at in range(4))
    nights = [Night(today, cramps=(Cramp(),), note="w" * 300)]
    pages = PdfReader(BytesIO(report(nights, profile=Profile(treatments=treatments)).pdf())).pages
    places: list[tuple[float, float]] = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], _font: Any, _size: float) -> None:
        if text.strip():
            y = matrix[5] + matrix[3] * text_matrix[5]
            places.append((y, text_matrix[4]))

    told = "\n".join(page.extract_text(visitor_text=visit) for page in pages)
    assert told.count("line 39") == len(treatments)
    assert min(min(y, 842 - y) for y, _ in places) > 12


@pytest.mark.parametrize("count", [0, 3, 90, 3650])
def test_pages_are_numbered_and_begin_with_the_page_for_the_doctor(
    count: int, make_nights: Nights, report: Report
) -> None:
    pages = _texts(report(make_nights(count), days=max(count, 30)).pdf())
    assert len(pages) >= 2
    assert pages[0].startswith("Night cramps")
    assert any("The nights" in page for page in pages[1:])
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"Page {number} of {len(pages)}")


def test_the_pdf_keeps_the_rules_of_pdf_ua_and_names_itself(make_nights: Nights, report: Report) -> None:
    pdf = report(make_nights(90)).pdf()
    reader = PdfReader(BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    assert _keeps_ua(pdf)
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Night cramps, ")
    marks = list(_bookmarks(reader.outline))
    assert marks[:3] == ["Night cramps", "Warning signs", "In the diary"]
    assert {"The nights", "How the numbers were made"} <= set(marks)
    roles = _roles(root["/StructTreeRoot"])
    assert roles.index("/H1") < roles.index("/H2")
    assert {"/Table", "/TH", "/TD", "/Figure"} <= set(roles)


def _bookmarks(marks: Any) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, list):
            yield from _bookmarks(mark)
        else:
            yield str(mark.title)


def test_the_pdf_carries_no_moment_that_a_reader_in_another_zone_would_show_as_the_day_before(
    make_nights: Nights, report: Report
) -> None:
    made = report(make_nights(5))
    read = PdfReader(BytesIO(made.pdf()))
    assert read.metadata is not None
    assert read.metadata.creation_date is None
    assert read.metadata.modification_date is None
    assert "22 Nov 2026" in _texts(made.pdf())[0]


def test_the_chart_has_its_words_for_those_who_do_not_see_it(make_nights: Nights, report: Report) -> None:
    made = report(make_nights(90))
    root: Any = PdfReader(BytesIO(made.pdf())).trailer["/Root"]
    pictures = [part for section in made.content.sections for part in section.parts if isinstance(part, PictureBlock)]
    assert pictures
    assert {picture.alternative for picture in pictures} <= set(_alternatives(root["/StructTreeRoot"]))


def _alternatives(node: Any) -> list[str]:
    node = node.get_object()
    if isinstance(node, list):
        return [words for child in node for words in _alternatives(child)]
    if not hasattr(node, "get"):
        return []
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + (_alternatives(node["/K"]) if "/K" in node else [])


def test_the_same_diary_gives_the_same_bytes_twice(make_nights: Nights, report: Report) -> None:
    assert report(make_nights(90)).pdf() == report(make_nights(90)).pdf()


@pytest.mark.parametrize("density", [0.65, 1.3])
def test_the_preview_shows_the_same_pages_at_the_asked_sharpness(
    density: float, make_nights: Nights, report: Report
) -> None:
    made = report(make_nights(90))
    pictures = made.pages(density)
    assert len(pictures) == len(_texts(made.pdf()))
    for picture in pictures:
        width, height = struct.unpack(">II", picture[16:24])
        assert (width, height) == (pytest.approx(595.28 * density, abs=1), pytest.approx(841.89 * density, abs=1))


def test_only_the_fonts_that_travel_with_the_diary_are_used(make_nights: Nights, report: Report) -> None:
    pdf = report(make_nights(30)).pdf()
    names = {str(font["/BaseFont"]) for page in PdfReader(BytesIO(pdf)).pages for font in _fonts(page)}
    assert names
    assert all("NotoSans" in name for name in names)
