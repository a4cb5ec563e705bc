"""Page one is read in a minute, whatever the diary holds: at most 300 words, no small print, one page, one picture."""

from __future__ import annotations

import datetime as dt
import random
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from diary.model.mornings import DAY
from diary.model.night import Cramp, Muscle, Night
from diary.model.profile import (
    CONDITIONS,
    Condition,
    FirstCramp,
    Helpfulness,
    Marker,
    Medicine,
    Pregnancy,
    Profile,
    Sex,
    Treatment,
)
from diary.model.profile_questions import COMES_WITH, USUAL_CRAMP, ProfileAnswer
from diary.model.report_choices import Paper, Part, ReportChoices
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import WARNING_SIGNS
from diary.report.first_page import word_count
from diary.report.fit import MOST_WORDS
from diary.report.make import DoctorReport
from tests.report.blocks import TODAY

if TYPE_CHECKING:
    from pathlib import Path

Nights = Callable[[int], tuple[Night, ...]]
Report = Callable[..., DoctorReport]
SMALLEST = 8.5
BEGUN = TODAY - 40 * DAY
FILLED = Profile(
    name="Margarete Lindqvist",
    year_of_birth=1958,
    sex=Sex.FEMALE,
    conditions=tuple(Condition(key, TODAY, 2001) for key in list(CONDITIONS)[:5]),
    medicines=(
        Medicine("Hydrochlorothiazide", TODAY, "25 mg", BEGUN),
        Medicine("Simvastatin", TODAY, "20 mg", dt.date(2024, 3, 1)),
        *(
            Medicine(name, TODAY, "5 mg", BEGUN + DAY)
            for name in ("Eye drops", "Paracetamol", "Metformin", "Vitamin D")
        ),
    ),
    first_cramp=FirstCramp(2024, TODAY),
    answers={
        question.key: ProfileAnswer(place % 5 == 0, TODAY)
        for place, question in enumerate((*WARNING_SIGNS, *TELLING_APART, *COMES_WITH, *USUAL_CRAMP))
    },
    treatments=(
        Treatment("Stretching before bed", TODAY, Helpfulness.A_LITTLE, "Felt looser", BEGUN + 9 * DAY),
        Treatment("Tonic water", TODAY, Helpfulness.NO_HELP),
        Treatment("A pillow at the feet", TODAY),
    ),
    doctor_questions=(
        "Could the water tablet have to do with it?",
        "Should my calves be looked at, as walking hurts too?",
        "Is it safe to go on swimming at night after a warm meal?",
    ),
)
MARKERS = tuple(Marker(BEGUN + place * DAY, f"Change number {place}") for place in range(3))
EVERY_YES = replace(
    FILLED,
    pregnancy=Pregnancy(20, TODAY),
    answers={key: ProfileAnswer(yes=True, noted_on=TODAY - 60 * DAY) for key in FILLED.answers},
)

LINKED = (
    "Simvastatin", "Hydrochlorothiazide", "Salbutamol", "Terbutaline", "Salmeterol", "Spironolactone", "Furosemide",
    "Raloxifene", "Naproxen", "Nifedipine", "Teriparatide", "Atorvastatin",
)  # fmt: skip
EVERY_YES_AND_LINKED = replace(
    EVERY_YES,
    medicines=tuple(Medicine(f"{name} modified release", TODAY, "20 mg twice", dt.date(2024, 3, 1)) for name in LINKED),
)


def _bad_nights(nights: tuple[Night, ...]) -> tuple[Night, ...]:
    return tuple(night for night in nights if night.cramps)


def _in_hands(nights: tuple[Night, ...]) -> tuple[Night, ...]:
    hand = Cramp(minutes=25.0, muscle=Muscle.HAND_ARM)
    return tuple(replace(night, cramps=(hand,) * 8) if night.cramps else night for night in nights)


@pytest.fixture(scope="module")
def reports(make_nights: Nights, report: Report) -> dict[str, DoctorReport]:
    nights = make_nights(190)
    return {
        "empty": report(()),
        "a week": report(make_nights(7), days=7),
        "quiet": report([Night(TODAY - back * DAY, ()) for back in range(30)], days=30),
        "bad nights only": report(_bad_nights(nights), profile=FILLED, markers=MARKERS),
        "filled": report(nights, profile=FILLED, markers=MARKERS),
        "filled, a year": report(make_nights(400), days=365, profile=FILLED, markers=MARKERS),
        "filled, on Letter": report(nights, profile=FILLED, markers=MARKERS, choices=ReportChoices(paper=Paper.LETTER)),
        "every sign": report(_in_hands(nights), profile=EVERY_YES, markers=MARKERS),
        "every sign, twelve medicines": report(_in_hands(nights), profile=EVERY_YES_AND_LINKED, markers=MARKERS),
    }


NAMES = (
    "empty",
    "a week",
    "quiet",
    "bad nights only",
    "filled",
    "filled, a year",
    "filled, on Letter",
    "every sign",
    "every sign, twelve medicines",
)


def _text_of_first_page(pdf: bytes, folder: Path) -> str:
    path = folder / "report.pdf"
    path.write_bytes(pdf)
    return subprocess.run(
        ["pdftotext", "-f", "1", "-l", "1", "-layout", str(path), "-"], capture_output=True, check=True, text=True
    ).stdout


@pytest.mark.parametrize("name", NAMES)
def test_first_page_is_one_page_of_at_most_three_hundred_words_in_letters_that_can_be_read(
    name: str, reports: dict[str, DoctorReport], tmp_path: Path
) -> None:
    made = reports[name]
    pdf = made.pdf()
    text = _text_of_first_page(pdf, tmp_path)
    words = len(text.split())
    assert words <= MOST_WORDS
    assert words <= word_count(made.content.first_page) + 2
    assert "kept by the patient; not a medical device" in text
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) > 1
    for page in pages:
        assert min(_sizes(page), default=SMALLEST) >= SMALLEST - 0.01
    second = pages[1].extract_text()
    assert not any(heading in second for heading in ("In the diary", "Asked once", "Leg cramp features"))


def test_where_all_is_wrong_signs_are_counted_and_linked_medicines_named(reports: dict[str, DoctorReport]) -> None:
    page = reports["every sign, twelve medicines"].content.first_page
    assert page.medicines
    assert [row.name.partition(" ")[0].rstrip("…") for row in page.medicines.rows] == list(LINKED)
    assert {(row.dose, row.since) for row in page.medicines.rows} == {("", "")}
    now, today, visit = page.signs.lines
    assert now.text.count(";") == 4
    assert "more" not in now.text
    assert today.text.endswith(" more, page 2")
    assert visit.text.endswith(", page 2")


def _sizes(page: Any) -> list[float]:
    """The size of every letter on a page, in points."""
    sizes: list[float] = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], _font: Any, size: float) -> None:
        if text.strip():
            sizes.append(abs(size * text_matrix[3] * matrix[3]))

    page.extract_text(visitor_text=visit)
    return sizes


@pytest.mark.parametrize("name", [name for name in NAMES if name != "empty"])
def test_the_picture_over_time_is_never_dropped(name: str, reports: dict[str, DoctorReport]) -> None:
    block = reports[name].content.first_page.course
    assert block is not None
    assert block.picture is not None
    assert "chart-course" in reports[name].html().decode()


def test_without_charts_the_picture_of_first_page_stands_all_the_same(make_nights: Nights, report: Report) -> None:
    made = report(make_nights(30), days=30, choices=ReportChoices(without=frozenset({Part.CHARTS})))
    assert set(made.charts) == {"course"}


def test_what_gives_way_gives_way_in_order_and_stands_on_the_pages_after(
    reports: dict[str, DoctorReport],
) -> None:
    content = reports["filled"].content
    page = content.first_page
    assert [(line.urgency, bool(line.text)) for line in page.signs.lines]  # warning signs never give way
    assert "more" not in " ".join(line.text for line in page.signs.lines)
    assert [row.name for row in page.medicines.rows] == ["Hydrochlorothiazide", "Simvastatin"] if page.medicines else 0
    assert "4 others" in page.medicines.others if page.medicines else False
    later = {section.key: repr(section.parts) for section in content.sections}
    for name in ("Eye drops", "Paracetamol", "Metformin", "Vitamin D"):
        assert name in later["medicines"]
    for question in FILLED.doctor_questions:
        assert question in later["questions"]
    assert "Tonic water" in later["tried"]
    assert all(sign.name in later["signs"] for sign in WARNING_SIGNS if sign.key in FILLED.answers)
    assert sum(marker.text in later["changes"] for marker in MARKERS) == len(MARKERS)


@pytest.mark.parametrize(
    ("letters", "paper"),
    [*((letters, Paper.A4) for letters in ("W", "ب", "क", "漢")), ("W", Paper.LETTER), ("漢", Paper.LETTER)],
)
def test_first_page_is_one_page_in_every_script(
    letters: str, paper: Paper, make_nights: Nights, report: Report
) -> None:
    profile = replace(
        FILLED,
        name=letters * 200,
        medicines=tuple(Medicine(f"Statin {n} " + letters * 150, TODAY, dose=letters * 200) for n in range(12)),
        doctor_questions=(letters * 200,) * 3,
        treatments=(Treatment(letters * 190, TODAY),) * 3,
    )
    markers = [Marker(TODAY - place * DAY, letters * 190) for place in range(9)]
    made = report(make_nights(60), days=60, profile=profile, markers=markers, choices=ReportChoices(paper=paper))
    pages = [page.extract_text() for page in PdfReader(BytesIO(made.pdf())).pages]
    assert "kept by the patient" in pages[0]
    assert "Questions" in pages[0] or "Goes with" in pages[0]
    assert "Burden" in pages[1]
    assert pages[0].count("Statin") == 12


def test_a_quiet_or_an_empty_diary_invents_nothing(reports: dict[str, DoctorReport]) -> None:
    empty, quiet = reports["empty"].content.first_page, reports["quiet"].content.first_page
    assert (empty.course, empty.place, empty.features, empty.goes_with) == (None, None, None, None)
    assert (quiet.place, quiet.features) == (None, None)
    assert "not recorded" not in repr(quiet)


def test_random_diaries_keep_within_their_words(make_nights: Nights, report: Report) -> None:
    chance = random.Random(7)
    for _ in range(3):
        profile = replace(
            FILLED,
            answers={key: answer for key, answer in FILLED.answers.items() if chance.random() < 0.8},
            conditions=FILLED.conditions[: chance.randint(0, 5)],
            treatments=FILLED.treatments[: chance.randint(0, 3)],
        )
        content = report(make_nights(chance.randint(20, 200)), profile=profile, markers=MARKERS).content
        assert word_count(content.first_page) <= MOST_WORDS
