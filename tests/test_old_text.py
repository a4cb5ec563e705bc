"""A diary of an earlier version, which kept control characters in its texts, and every way out of it."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import shutil
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from diary.book import Diary
from diary.charts.catalogue import CATALOGUE, ChartMarker, ChartOptions
from diary.charts.style import LIGHT, PAPER, ChartStyle
from diary.cli import run
from diary.exchange.own_json import load
from diary.model.factors import Number, YesNo
from diary.model.night import Cramp, Muscle
from diary.model.own_factors import choice_of
from diary.model.period import Period
from diary.model.profile import Marker, Medicine, Profile, Treatment
from diary.model.report_choices import ReportChoices
from diary.ui.nights.content import nights_listed
from tests.whole_person import SetMarkers, SetProfile

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
FIRST = TODAY - 29 * DAY
UNSEEN = "\x1b\x9b\x07\x7f\x01\x00\ufeff\ufffe\uffff\ufdd0\U0001ffff\u202e\u2067"
UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ufdd0\U0001ffff\u202e\u2028]")
TEXTS = {
    "night": ("note",),
    "marker": ("text",),
    "medicine": ("name", "dose"),
    "tried": ("what", "how"),
    "profile_answer": ("text",),
    "factor": ("question", "name", "unit"),
    "former_words": ("question", "name", "unit"),
}
"""The columns that hold what a person wrote, but for options, which lie in JSON."""


def clock() -> dt.datetime:
    return NOW


@pytest.fixture(scope="module")
def spoilt_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A diary with something in every text, each of them spoilt past the model."""
    folder = tmp_path_factory.mktemp("old") / "diary"
    with closing(Diary.open(folder, clock=clock)) as book:
        fill(book)
    with closing(sqlite3.connect(folder / "diary.db")) as file:
        for table, columns in TEXTS.items():
            for column in columns:
                spoilt = f"UPDATE {table} SET {column} = ? || {column} || ? WHERE length({column}) > 0"  # noqa: S608  # names of our own
                file.execute(spoilt, (UNSEEN, "\u2028"))
        low = ("very" + UNSEEN.replace("\x00", "\\u0000") + " low\\u001b",)
        for table in ("factor", "former_words"):
            file.execute(f"UPDATE {table} SET options = replace(options, 'very low', ?)", low)  # noqa: S608
        file.commit()
    return folder


@pytest.fixture
def folder(spoilt_diary: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(spoilt_diary, tmp_path / "diary"))


def fill(book: Diary) -> None:
    mood = book.questions.add("Mood?", kind=choice_of(("very low", "high"))).own[0].key
    steps = book.questions.add("How many steps?", kind=Number(0, 20_000, 1, "steps"), name="Steps").own[1].key
    book.questions.add("Herb tea?", kind=YesNo(), name="Tea")
    book.questions.reword(steps, "Steps that day?", kind=Number(0, 20_000, 1, "paces"), name="Paces", evening=True)
    for back in range(29, -1, -1):
        cramps = (Cramp(muscle=Muscle.CALF),) if back % 3 == 0 else ()
        answers = {
            mood: ("very_low", "high")[back % 2],
            steps: 1000.0 * (back % 7),
            "room_temperature": 15.0 + back % 5,
        }
        book.nights.log(TODAY - back * DAY, cramps=cramps, answers=answers, note="Slept\nwell")
    medicine = Medicine("Simvastatin", TODAY, dose="20 mg", started=FIRST + DAY)
    tried = (Treatment("Quinine", TODAY, how="No good"),)
    book.person.change_profile(
        SetProfile(Profile("A. Patient", medicines=(medicine,), treatments=tried, doctor_questions=("Why me?",)))
    )
    book.person.change_markers(SetMarkers((Marker(FIRST + 9 * DAY, "new mattress"),)))


@pytest.fixture
def book(folder: Path) -> Iterator[Diary]:
    with closing(Diary.open(folder, clock=clock)) as book:
        yield book


def test_the_report_is_made_and_read_back(book: Diary) -> None:
    pdf = book.results.report_pdf(Period(FIRST, TODAY), ReportChoices())
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
    assert all(words in text for words in ("A. Patient", "Simvastatin", "20 mg", "Why me?", "Quinine"))
    assert UNSAFE.search(text) is None
    assert book.results.report_pages(Period(FIRST, TODAY), ReportChoices(), density=1)


def test_the_web_page_holds_nothing_that_html_forbids(book: Diary) -> None:
    page = book.results.report_html(Period(FIRST, TODAY), ReportChoices()).decode()
    HTMLParser().feed(page)
    assert UNSAFE.search(page) is None
    assert "Slept\nwell" in page


@pytest.mark.parametrize("name", [kind.name for kind in CATALOGUE])
def test_every_chart_is_drawn_as_a_picture_and_as_xml(book: Diary, name: str) -> None:
    factor = next(factor for factor in book.questions.catalogue() if factor.name == "Mood")
    options = ChartOptions((ChartMarker(FIRST + DAY, book.person.markers()[0].text),), factor=factor)
    drawing = book.results.chart_drawing(
        name, ChartStyle(PAPER, width=500, height=300), Period(FIRST, TODAY), options=options
    )
    ET.fromstring(drawing.svg)  # noqa: S314  # our own drawing
    assert UNSAFE.search(drawing.svg.decode()) is None
    assert book.results.chart(name, ChartStyle(LIGHT, width=500, height=300), Period(FIRST, TODAY), options=options).png


def test_a_chart_of_any_text_is_xml(book: Diary) -> None:
    options = ChartOptions((ChartMarker(FIRST + 3 * DAY, f"new{UNSEEN} mattress -- <b>&amp;"),))
    drawing = book.results.chart_drawing(
        "cramps_per_week", ChartStyle(PAPER, width=500, height=300), Period(FIRST, TODAY), options=options
    )
    ET.fromstring(drawing.svg)  # noqa: S314  # our own drawing


def test_the_tables_are_read_back_clean(book: Diary) -> None:
    tables = book.files.export_csv()
    for table in (tables.nights, tables.cramps, tables.columns):
        text = table.decode("utf-8-sig")
        assert UNSAFE.search(text.replace("\r\n", "\n")) is None
        assert len({len(row) for row in csv.reader(StringIO(text, newline=""))}) == 1


def test_the_file_of_the_diary_s_own_and_the_bundle_are_clean_and_the_file_is_taken_in(
    book: Diary, tmp_path: Path
) -> None:
    data = book.files.export_json()
    assert UNSAFE.search(str(json.loads(data))) is None
    assert UNSAFE.search(str(json.loads(book.results.report_fhir(Period(FIRST, TODAY))))) is None
    with closing(Diary.open(tmp_path / "another", clock=clock)) as another:
        assert len(another.files.import_json(data).new_nights) == 30
        assert another.files.contents().without_places() == load(data)


def test_the_lists_of_the_screens_show_clean_words(book: Diary) -> None:
    listed = nights_listed(book.nights.all(), book.questions.catalogue())
    shown = " ".join(f"{line.note} {line.answers} {line.searched}" for line in listed.lines)
    assert "very low" in shown
    assert UNSAFE.search(shown) is None


@pytest.mark.parametrize("command", ["nights", "questions", "findings", "check"])
def test_no_list_on_the_terminal_drives_it(folder: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    noticed = command == "check"  # that this test, and not the program, wrote the texts is seen, and said
    assert run([command, "--data", str(folder)], clock=clock) == int(noticed)
    told = capsys.readouterr()
    assert told.out
    assert UNSAFE.search(told.out + told.err) is None


def test_acts_on_spoilt_texts_are_saved_clean_and_taken_back(book: Diary) -> None:
    book.nights.write_note(TODAY, "Another")
    book.person.change_markers(SetMarkers(()))
    book.undo()
    assert [marker.text for marker in book.person.markers()] == ["new mattress"]
    book.undo()
    assert book.nights.get(TODAY).note.strip() == "Slept\nwell"


def test_a_text_of_which_nothing_can_be_seen_shuts_nothing(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "diary.db")) as file:
        file.execute("UPDATE marker SET text = ?", ("\x1b",))
        file.commit()
    with closing(Diary.open(folder, clock=clock)) as book:
        assert [marker.text for marker in book.person.markers()] == ["�"]
        assert book.results.report_pdf(Period(FIRST, TODAY))
