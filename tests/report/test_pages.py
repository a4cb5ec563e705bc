from __future__ import annotations

import re
import struct
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from diary.model.night import Cramp, Night
from diary.model.profile import CONDITIONS, Condition, Medicine, Profile
from diary.report.make import MadeReport

if TYPE_CHECKING:
    import datetime as dt

Nights = Callable[[int], tuple[Night, ...]]
Report = Callable[..., MadeReport]
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
LAST_OF_PAGE_ONE = "Going together is not proof of why."


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


def test_page_one_tells_all_that_the_content_tells(make_nights: Nights, report: Report) -> None:
    made = report(make_nights(200), profile=Profile(name="A. Patient", year_of_birth=1950))
    page, content = _texts(made.pdf())[0], made.content
    assert "A. Patient" in page
    assert "Kept by the patient; not a medical device." in page
    for words in (*content.facts, content.period, content.counts, content.noted_first, content.summary):
        assert words in page
    for measure in content.burden:
        assert f"{measure.name} {measure.now.value} {measure.now.basis}" in page
    for pattern in content.patterns:
        for tally in pattern.tallies:
            assert f"{tally.name} {tally.count}" in page
    assert content.findings is not None
    for row in content.findings.rows:
        assert f"{row.name} {row.with_it} {row.without_it} {row.verdict}" in page


def test_what_it_goes_with_stands_last_before_the_chart(make_nights: Nights, report: Report) -> None:
    page = _texts(report(make_nights(200)).pdf())[0]
    order = ["Burden", "Pattern", "Conditions", "Medicines", "What it goes with", "Cramps a week"]
    places = [page.rindex(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize("awkward", AWKWARD)
def test_what_a_person_wrote_stays_text(awkward: str, report: Report, today: dt.date) -> None:
    profile = Profile(name=awkward, medicines=(Medicine(awkward, today, dose=awkward),))
    pages = _texts(report([Night(today, cramps=(Cramp(),), note=awkward)], profile=profile).pdf())
    assert awkward in pages[0]
    assert f"{awkward} {awkward}" in pages[0]
    assert awkward in pages[1]


@pytest.mark.parametrize("word", ["العربية", "हिन्दी", "ไทย"])
def test_scripts_that_are_shaped_are_set_in_a_font_that_has_them(word: str, report: Report, today: dt.date) -> None:
    pdf = report([Night(today, cramps=(), note=word)]).pdf()
    names = {str(font["/BaseFont"]) for page in PdfReader(BytesIO(pdf)).pages for font in _fonts(page)}
    script = {"العربية": "Arabic", "हिन्दी": "Devanagari", "ไทย": "Thai"}[word]
    assert any(script in name for name in names)


def _fonts(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def test_a_character_that_no_font_has_does_not_stop_the_report(report: Report, today: dt.date) -> None:
    pages = _texts(report([Night(today, cramps=(), note="Slept well 😀 at last \x07")]).pdf())
    assert "Slept well" in pages[1]
    assert "at last" in pages[1]


def test_page_one_is_one_page_whatever_the_diary_holds(make_nights: Nights, report: Report, today: dt.date) -> None:
    profile = Profile(
        name="W" * 200,
        conditions=tuple(Condition(key, today, 1999) for key in CONDITIONS),
        medicines=tuple(Medicine(f"Medicine {n} " + "m" * 150, today, dose="d" * 200) for n in range(40)),
    )
    pages = _texts(report(make_nights(730), days=365, profile=profile).pdf())
    assert LAST_OF_PAGE_ONE in pages[0]
    assert "40 on a later page" in pages[0]
    later = "".join(pages[1:])
    assert all(f"Medicine {n} " in later for n in range(40))
    assert "Parkinson's disease, since 1999" in later


def test_a_long_note_is_printed_to_its_end(report: Report, today: dt.date) -> None:
    note = " ".join(f"word{n}" for n in range(1200))
    pages = _texts(report([Night(today, cramps=(), note=note)]).pdf())
    assert set(note.split()) <= set(" ".join(pages).split())


@pytest.mark.parametrize("count", [0, 3, 90, 3650])
def test_pages_are_numbered_and_begin_with_the_page_for_the_doctor(
    count: int, make_nights: Nights, report: Report
) -> None:
    pages = _texts(report(make_nights(count), days=max(count, 30)).pdf())
    assert len(pages) >= 2
    assert pages[0].startswith("Night cramps")
    assert "The nights" in pages[1]
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"Page {number} of {len(pages)}")


def test_the_pdf_keeps_the_rules_of_pdf_ua_and_names_itself(make_nights: Nights, report: Report) -> None:
    pdf = report(make_nights(90)).pdf()
    reader = PdfReader(BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    assert re.search(rb"pdfuaid:part(>|=\")1", root["/Metadata"].get_object().get_data())
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Night cramps, ")
    roles = _roles(root["/StructTreeRoot"])
    assert roles.index("/H1") < roles.index("/H2")
    assert {"/Table", "/TH", "/TD", "/Figure"} <= set(roles)


def test_the_chart_has_its_words_for_those_who_do_not_see_it(make_nights: Nights, report: Report) -> None:
    made = report(make_nights(90))
    root: Any = PdfReader(BytesIO(made.pdf())).trailer["/Root"]
    assert made.content.chart_alternative in _alternatives(root["/StructTreeRoot"])


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
