"""The bedside sheet, read back from its PDF."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from diary import paths
from diary.model.built_in import BUILT_IN
from diary.model.factors import Choice, Number, YesNo
from diary.model.night import MUSCLE_NAMES, Answer, Night
from diary.model.own_factors import choice_of
from diary.model.preferences import TemperatureUnit
from diary.model.questions import Questions
from diary.model.report_choices import Paper
from diary.report.sheet import NIGHTS, SheetContent, sheet_content, sheet_pdf
from diary.report.sheet_questions import MOST_OWN, MOST_WITH_BUILT_IN, sheet_questions

if TYPE_CHECKING:
    from diary.model.own_factors import OwnKind

FIRST = dt.date(2026, 12, 8)
AWKWARD = (
    "晚上喝牛奶了吗",
    "Έπινα κρασί;",
    "هل مشيت اليوم؟",
    "#import *bold* $x$",
    "🍵 herb tea?",
    "Very " * 23 + "long?",
)
LONGEST_WORDS = [f"{n} choice of forty letters, the longest one"[:40] for n in range(12)]


def own(*questions: str, kind: OwnKind | None = None) -> Questions:
    """A diary's questions with these, every third of which is for the morning."""
    asked = Questions()
    for number, question in enumerate(questions):
        asked = asked.add(question, kind=kind or YesNo(), evening=number % 3 != 2)
    return asked


def content(questions: Questions, nights: tuple[Night, ...] = (), first: dt.date = FIRST) -> SheetContent:
    return sheet_content(first, sheet_questions(questions.catalogue, nights), temperature=TemperatureUnit.CELSIUS)


def words_of(sheet: SheetContent, paper: Paper = Paper.A4) -> str:
    """The words of its one page."""
    (page,) = PdfReader(BytesIO(sheet_pdf(sheet, fonts=paths.fonts(), paper=paper))).pages
    return " ".join(page.extract_text().replace("\u200b", "").split())


def test_each_of_the_fourteen_lines_names_the_two_days_of_its_night() -> None:
    words = words_of(content(Questions()))
    assert "Mon 7 → Tue 8" in words
    assert "Sun 20 → Mon 21" in words
    assert words.count("→ ") >= NIGHTS
    across_months = content(Questions(), first=dt.date(2026, 12, 31))
    assert across_months.title == "Night cramps, 30 Dec 2026 to 13 Jan 2027"
    assert across_months.nights[1] == "Thu 31 Dec → Fri 1 Jan"


def test_what_each_box_means_stands_on_the_page() -> None:
    questions = own("Herb tea?").add("Hours at the desk", kind=Number(0, 24, 1, "hours"))
    questions = questions.add("My mood", kind=choice_of(["Bad", "Good"]))
    words = words_of(content(questions))
    for meaning in ("✓ yes, \u2013 no", "never a no", "L left, R right, B both", "0, no pain, to 10", "Herb tea?"):
        assert meaning in words
    assert "Hours at the desk → how many hours" in words
    assert "My mood → 1 Bad · 2 Good" in words
    for number, muscle in enumerate(MUSCLE_NAMES.values(), 1):
        assert f"{number} {muscle}" in words
    assert [words.count(head) for head in ("First cramp", "Second cramp", "Third cramp", "Strength ")] == [1, 1, 1, 3]


def test_own_questions_come_first_in_their_order_and_those_answered_most_after_them() -> None:
    given_at = dt.datetime(2026, 12, 7, 21, tzinfo=dt.UTC)
    night = Night(FIRST, answers={"caffeine": Answer(value=True, given_at=given_at)})
    sheet = sheet_questions(own("Tea?", "Yoga?", "Sore?").catalogue, [night])
    assert [factor.name for factor in sheet.evening[:2]] == ["Tea", "Yoga"]
    assert sheet.morning[0].name == "Sore"
    assert len(sheet.evening) + len(sheet.morning) == MOST_WITH_BUILT_IN
    assert "caffeine" in {factor.key for factor in sheet.evening}
    everything = {*sheet.evening, *sheet.morning, *sheet.left_out}
    assert everything == set(own("Tea?", "Yoga?", "Sore?").catalogue)


def test_a_question_that_is_not_asked_has_no_box_and_is_not_missed() -> None:
    questions = own("Tea?", "Yoga?").hide("own_tea", hidden=True).hide("socks", hidden=True)
    sheet = sheet_questions(questions.catalogue, ())
    keys = {factor.key for factor in (*sheet.evening, *sheet.morning, *sheet.left_out)}
    assert keys & {"own_tea", "socks"} == set()
    assert "own_yoga" in keys


@pytest.mark.parametrize("paper", list(Paper))
def test_one_page_holds_as_many_questions_as_there_are_boxes_and_names_the_others(paper: Paper) -> None:
    questions = own(*AWKWARD, *[f"Question number {n}?" for n in range(MOST_OWN - len(AWKWARD) + 1)])
    sheet = content(questions)
    words = words_of(sheet, paper)
    assert len(sheet.evening) + len(sheet.morning) == MOST_OWN
    assert f"{len(BUILT_IN.factors) + 1} more questions have no room here" in words
    assert f"Question number {MOST_OWN - len(AWKWARD)}" in words
    for name in ("晚上喝牛奶了吗", "Έπινα κρασί", "#import *bold* $x$", "[teacup without handle] herb tea"):
        assert name in words


@pytest.mark.parametrize("paper", list(Paper))
def test_the_longest_questions_and_answers_still_leave_one_page_with_all_its_lines(paper: Paper) -> None:
    kind = Choice(choice_of(LONGEST_WORDS).options)
    sheet = content(own(*[f"{n} " + "long words " * 10 for n in range(MOST_OWN)], kind=kind))
    words = words_of(sheet, paper)
    assert all(night in words for night in sheet.nights)


def test_a_sheet_without_any_question_asks_for_the_cramps_alone() -> None:
    nothing = Questions()
    for factor in BUILT_IN:
        nothing = nothing.hide(factor.key, hidden=True)
    words = words_of(content(nothing))
    assert "No cramps" in words
    assert "no room here" not in words


def test_the_sheet_is_tagged_for_a_screen_reader_and_made_alike_each_time() -> None:
    pdf = sheet_pdf(content(own("Tea?")), fonts=paths.fonts(), paper=Paper.A4)
    root = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/Lang"] == "en"  # type: ignore[index]
    assert b"pdfuaid" in PdfReader(BytesIO(pdf)).trailer["/Root"]["/Metadata"].get_data()  # type: ignore[index]
    assert pdf == sheet_pdf(content(own("Tea?")), fonts=paths.fonts(), paper=Paper.A4)
