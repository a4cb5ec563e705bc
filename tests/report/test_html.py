"""The report as a web page, read back by a parser."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, fields
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from jinja2 import UndefinedError

from diary.model.clean_text import clean_text
from diary.model.night import Cramp, Night
from diary.model.profile import Condition, Medicine, Profile, Treatment
from diary.model.profile_questions import COMES_WITH, ProfileAnswer
from diary.model.report_choices import Part, ReportChoices
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import WARNING_SIGNS
from diary.report import html
from diary.report.asked_block import AskedBlock
from diary.report.content import ReportContent
from diary.report.course_block import CourseBlock
from diary.report.events import EventLine
from diary.report.features import FeatureRow, FeaturesBlock
from diary.report.first_page import FirstPage
from diary.report.goes_with import GoesWith, GoesWithRow, SidedShare
from diary.report.html import WEB_PAGE, inline_svg
from diary.report.nights_content import Month, NightTableRow
from diary.report.pattern import Pattern
from diary.report.place_block import HourBar, PlaceBlock
from diary.report.record_block import MedicineLine, MedicinesBlock
from diary.report.sheet import SheetContent, SheetQuestion
from diary.report.sheet_words import SheetWords
from diary.report.signs_block import SignsBlock
from diary.report.strip import Strip
from diary.report.tiles import NumberTile, Tiles
from diary.report.tried_block import QuestionsBlock, TriedBlock, TriedRow
from diary.report.words import ReportWords

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    MakeNights = Callable[[int], tuple[Night, ...]]
    Report = Callable[..., Any]

SAMPLES = Path(__file__).parents[1] / "data" / "report"
"""A page as the program wrote it, and a reader of its source found it well built."""
WITHOUT_END = {"meta", "br", "img", "input", "hr", "link"}
EVIL = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "</td></table></section></body>",
    "&lt;b&gt; &amp; 'quoted' \"twice\"",
    "🌙 夜 Ночь مرحبا नमस्ते\u0000\u0008end",
    "first line\nsecond line",
)


@dataclass
class Element:
    """One element as it was opened."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Read(HTMLParser):
    """A page as a strict reader sees it: an element that is not closed where it was opened fails."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.elements.append(element)
        if tag not in WITHOUT_END:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].tag != "style":
            self.text += data
            for element in self._open:
                element.text += data

    def close(self) -> None:
        super().close()
        assert self._open == []

    def named(self, tag: str) -> list[Element]:
        """All elements of this tag."""
        return [element for element in self.elements if element.tag == tag]


def read(page: bytes) -> Read:
    reader = Read()
    reader.feed(page.decode())
    reader.close()
    return reader


@pytest.fixture(scope="module", params=[0, 3, 90])
def page(request: pytest.FixtureRequest, make_nights: MakeNights, report: Report) -> Read:
    return read(report(make_nights(request.param)).html())


def test_a_page_has_its_language_one_main_heading_and_no_level_left_out(page: Read) -> None:
    (root,) = page.named("html")
    assert root.attributes["lang"] == "en"
    levels = [int(element.tag[1]) for element in page.elements if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    assert all(element.text.strip() for element in page.elements if re.fullmatch(r"h[1-6]", element.tag))


def test_every_head_of_a_table_says_what_it_is_the_head_of_and_every_table_has_a_name(page: Read) -> None:
    assert all(head.attributes.get("scope") in {"col", "row", "rowgroup"} for head in page.named("th"))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in (*page.named("table"), *page.named("section")):
        assert element.attributes.get("aria-labelledby") in ids or element.attributes.get("aria-label")


def test_a_wide_table_is_reached_by_keyboard_and_named(page: Read) -> None:
    wide = [element for element in page.elements if element.attributes.get("class") == "wide"]
    assert wide
    for element in wide:
        assert (element.attributes["role"], element.attributes["tabindex"]) == ("group", "0")
        assert element.attributes["aria-labelledby"]


def test_no_two_landmarks_of_a_page_have_the_same_name(make_nights: MakeNights, report: Report, today: dt.date) -> None:
    choices = ReportChoices(without=frozenset())
    page = read(report(make_nights(90), profile=answered_profile(today), choices=choices).html())
    assert not [each for each in page.elements if each.attributes.get("role") == "region"]
    names = {each.attributes["id"]: each.text for each in page.elements if "id" in each.attributes}
    headings = [names[each.attributes["aria-labelledby"]] for each in page.named("section")]
    assert sorted(headings) == sorted(set(headings))


def test_the_foot_of_a_printed_page_has_name_and_number_and_a_name_ends_no_style(report: Report) -> None:
    name = 'A"} body { display: none } </style><b>'
    page = report((), profile=Profile(name=name)).html().decode()
    (foot,) = re.findall(r'@bottom-left { content: "([^"]*)"', page)
    assert re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), foot).startswith(name)
    assert "counter(page)" in page
    assert "display: none } </style>" not in page


def test_a_drawing_is_a_picture_with_its_words(page: Read) -> None:
    for drawing in page.named("svg"):
        assert drawing.attributes["role"] == "img"
        assert len(drawing.attributes["aria-label"]) > 20


def test_a_page_runs_nothing_and_asks_for_nothing(page: Read) -> None:
    assert not page.named("script")
    assert not page.named("link")
    policy = next(meta.attributes for meta in page.named("meta") if "http-equiv" in meta.attributes)
    assert policy["content"].startswith("default-src 'none'")
    for element in page.elements:
        assert not [key for key in element.attributes if key.startswith("on")]
        for key in ("src", "href", "xlink:href", "data", "action"):
            assert element.attributes.get(key, "#").startswith("#")


def strings(value: Any) -> Iterator[str]:
    """All texts in plain data, but for keys and kinds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in {"key", "kind", "words", "language"}:
                yield from strings(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from strings(each)


def squeezed(text: str) -> str:
    return " ".join(clean_text(text).split())


def test_everything_that_the_paper_says_stands_on_the_page(make_nights: MakeNights, report: Report) -> None:
    medicines = tuple(Medicine(f"Medicine {at}", make_nights(1)[0].morning, dose="5 mg") for at in range(40))
    made = report(make_nights(200), days=120, profile=Profile(name="A. Example", medicines=medicines))
    shown = read(made.html())
    told = squeezed(shown.text) + " ".join(drawing.attributes["aria-label"] for drawing in shown.named("svg"))
    content = asdict(made.content)
    content["first_pages"] = content["first_pages"][:1]  # the others tell less, should the paper lack room
    said = list(strings(content))
    assert len(said) > 200
    assert [text for text in said if squeezed(text) not in told] == []


def test_what_a_person_wrote_stays_text_and_keeps_its_lines(today: dt.date, report: Report) -> None:
    nights = [Night(today.replace(day=1 + at), cramps=(Cramp(),), note=note) for at, note in enumerate(EVIL, start=1)]
    shown = read(report(nights, profile=Profile(name=EVIL[0], doctor_questions=EVIL[:3])).html())
    notes = [element.text for element in shown.elements if element.attributes.get("class") == "note"]
    assert notes == [clean_text(note) for note in reversed(EVIL)]
    assert "\x00" not in shown.text
    assert not shown.named("script")
    assert not shown.named("img")
    assert EVIL[0] in shown.named("strong")[0].text


def test_the_same_report_gives_the_same_bytes_and_begins_as_a_report(make_nights: MakeNights, report: Report) -> None:
    made, again = (report(make_nights(30)).html() for _ in range(2))
    assert made == again
    assert made.startswith(WEB_PAGE.start)


def answered_profile(today: dt.date) -> Profile:
    """A profile with something in each of the report's lists."""
    questions = (*COMES_WITH, *TELLING_APART)
    answers = {question.key: ProfileAnswer(at % 2 == 0, today) for at, question in enumerate(questions)}
    return Profile(
        name="A. <Example>",
        year_of_birth=1961,
        conditions=(Condition("diabetes", today, since=1990), Condition("kidney", today)),
        medicines=(Medicine("Furosemide", today, dose="5 mg", started=today), Medicine("Magnesium", today)),
        answers={**answers, WARNING_SIGNS[0].key: ProfileAnswer(yes=True, noted_on=today)},
        treatments=(Treatment("Stretching", today, how="It helped."),),
        doctor_questions=("Is it the <b>water</b> tablet?",),
    )


def _without_drawings(page: bytes) -> bytes:
    return re.sub(rb"<svg.*?</svg>", b"<svg></svg>", page, flags=re.DOTALL)


def test_a_page_is_built_as_it_is_kept(make_nights: MakeNights, report: Report, today: dt.date) -> None:
    nights = [*make_nights(14)[:-1], Night(today, cramps=(Cramp(),), note="a & b\nc")]
    choices = ReportChoices(without=frozenset({Part.CHARTS}))
    page = _without_drawings(report(nights, days=16, profile=answered_profile(today), choices=choices).html())
    sample = read((SAMPLES / "web_page.html").read_bytes())
    shape, sample_shape = ([(part.tag, part.attributes) for part in each.elements] for each in (read(page), sample))
    assert shape == sample_shape


def test_each_field_of_the_content_is_read_by_a_template() -> None:
    folder = Path(html.__file__).parent
    templates = (folder / "page.html").read_text("utf-8") + (folder / "page.typ").read_text("utf-8")
    kinds = [
        *(ReportContent, ReportWords, FirstPage, Strip, SignsBlock, Tiles, NumberTile, CourseBlock, EventLine),
        *(
            PlaceBlock,
            HourBar,
            FeatureRow,
            FeaturesBlock,
            AskedBlock,
            MedicinesBlock,
            MedicineLine,
            GoesWith,
            GoesWithRow,
            SidedShare,
        ),
        *(TriedBlock, TriedRow, QuestionsBlock, Pattern, Month, NightTableRow),
    ]
    sheet = (folder / "sheet.typ").read_text("utf-8")
    assert _unread((SheetContent, SheetQuestion, SheetWords), sheet) == set()
    assert _unread(kinds, templates) == set()


def _unread(kinds: Iterable[type], template: str) -> set[str]:
    """The fields of some kinds of content that a template does not read."""
    names = {field.name for kind in kinds for field in fields(cast("Any", kind))}
    return {name for name in names if not re.search(rf"\.{name}\b", template)}


def test_a_name_that_the_content_does_not_have_fails_rather_than_leaving_a_gap() -> None:
    first_page = SimpleNamespace(strip=SimpleNamespace(name="", period=""))
    content = SimpleNamespace(words=SimpleNamespace(), program="", first_page=first_page)
    with pytest.raises(UndefinedError):
        html.report_html(cast("ReportContent", content), {})


def test_ten_years_make_one_whole_page(make_nights: MakeNights, report: Report) -> None:
    shown = read(report(make_nights(3650), days=3650).html())
    groups = [head for head in shown.named("th") if head.attributes["scope"] == "rowgroup"]
    assert len(groups) == 121  # the first and the last month are parts


def test_two_drawings_on_a_page_do_not_share_names() -> None:
    svg = (
        '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg width="9pt"><metadata>who</metadata><style type="text/css">*{a:b}</style>'
        '<path id="p1"/><use xlink:href="#p1"/><g clip-path="url(#p1)"/></svg>'
    )
    assert inline_svg(svg, "one", 'says "this"') == (
        '<svg id="chart-one" role="img" aria-label="says &quot;this&quot;" width="9pt">'
        '<style type="text/css">#chart-one *{a:b}</style>'
        '<path id="chart-one-p1"/><use xlink:href="#chart-one-p1"/><g clip-path="url(#chart-one-p1)"/></svg>'
    )
