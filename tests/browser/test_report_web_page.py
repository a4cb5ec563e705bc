"""The report's web page in a real browser, as a screen reader meets it, and as it prints."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.mornings import DAY
from diary.model.night import Cramp, Muscle, Night, Side
from diary.model.period import Period
from diary.model.profile import Profile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

PICTURES = Path(__file__).parent / "screenshots"
NOW = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
LONG = "x" * 300
EVIL = f"<script>document.title = 'run'</script> <img src=http://evil.example/a.png> {LONG} 🌙 مرحبا بالليل"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    today = NOW.date()
    nights = tuple(
        Night(
            today - at * DAY,
            cramps=(Cramp(muscle=Muscle.CALF, side=Side.LEFT, intensity=7),) if at % 3 == 0 else (),
            note=EVIL if at == 3 else "",
        )
        for at in range(59, -1, -1)
    )
    book = Diary.open(folder / "diary", clock=lambda: NOW)
    book.files.import_contents(Contents(nights=nights, profile=Profile(name="Ἀλέξης <b>", doctor_questions=("Why?",))))
    page = folder / "report.html"
    page.write_bytes(book.results.report_html(Period(today - 89 * DAY, today)))
    page.with_suffix(".pdf").write_bytes(book.results.report_pdf(Period(today - 89 * DAY, today)))
    book.close()
    return page


@pytest.fixture
def page(chromium: Browser, file: Path) -> Page:
    context = chromium.new_context(viewport={"width": 420, "height": 860})
    page = context.new_page()
    page.goto(file.as_uri())
    return page


def test_a_screen_reader_finds_headings_tables_and_the_drawing_in_words(page: Page) -> None:
    told = page.locator("body").aria_snapshot()
    assert '- heading "Night cramps" [level=1]' in told
    for name in ("Burden", "Pattern", "Questions the patient wants to ask", "The nights"):
        assert f'- heading "{name}" [level=2]' in told
    assert '- table "Burden":' in told
    assert '- columnheader "This period"' in told
    assert '- rowheader "Cramps a week"' in told
    assert page.get_by_role("img").count() == page.locator("svg").count() > 0
    words = [drawing.get_attribute("aria-label") or "" for drawing in page.get_by_role("img").all()]
    assert all(len(each) > 20 for each in words)
    assert any(each.startswith("Cramps a week") for each in words)


def test_nothing_runs_and_nothing_is_asked_for(chromium: Browser, file: Path) -> None:
    page = chromium.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert complaints == []
    assert page.title().startswith("Night cramps, ")


@pytest.mark.parametrize("width", [320, 420, 1100])
def test_no_word_runs_off_the_page_however_narrow(chromium: Browser, file: Path, width: int) -> None:
    page = chromium.new_context(viewport={"width": width, "height": 860}).new_page()
    page.goto(file.as_uri())
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"report-web-page-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_it_prints_with_all_its_text(page: Page) -> None:
    printed = PdfReader(BytesIO(page.pdf()))
    text = "".join(sheet.extract_text() for sheet in printed.pages)
    assert "60 of 90 nights logged" in " ".join(text.split())
    for number, sheet in enumerate(printed.pages, 1):  # whose it is, and its number, at the foot of each
        assert f"{number} / {len(printed.pages)}" in sheet.extract_text()
        assert "Night Cramp Diary" in sheet.extract_text()


def test_it_prints_in_about_as_many_pages_as_the_pdf_has(page: Page, file: Path) -> None:
    pdf = file.with_suffix(".pdf").read_bytes()
    printed, paper = (len(PdfReader(BytesIO(each)).pages) for each in (page.pdf(format="A4"), pdf))
    assert abs(printed - paper) <= 1
