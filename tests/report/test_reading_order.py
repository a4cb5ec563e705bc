"""What a screen reader meets, in its order: the structure tree of the PDF with its words, as poppler reads it."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from diary.model.profile import Condition, Medicine, Profile
from diary.model.profile_questions import ProfileAnswer
from diary.report.make import DoctorReport

if TYPE_CHECKING:
    from pathlib import Path

    from diary.model.night import Night

Nights = Callable[[int], "tuple[Night, ...]"]
Report = Callable[..., DoctorReport]
TODAY = dt.date(2026, 11, 22)
PROFILE = Profile(
    name="A. Patient",
    year_of_birth=1950,
    conditions=(Condition("diabetes", TODAY, 2001),),
    medicines=(Medicine("Simvastatin", TODAY), Medicine("Amlodipine", TODAY)),
    answers={
        "sign_sleep": ProfileAnswer(yes=True, noted_on=TODAY),
        "with_twitching": ProfileAnswer(yes=True, noted_on=TODAY),
    },
    doctor_questions=("Is swimming all right?",),
)


@pytest.fixture(scope="module")
def dump(make_nights: Nights, report: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("report") / "report.pdf"
    path.write_bytes(report(make_nights(200), profile=PROFILE).pdf())
    read = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True)
    return read.stdout.decode(errors="replace")  # titles of headings come as the PDF holds them, in UTF-16


def test_it_is_read_in_the_order_of_the_page(dump: str) -> None:
    order = (
        "Night cramps",
        "A. Patient",
        "25 Aug",
        "Warning signs",
        "VISIT",
        "In the diary",
        "Cramp nights in 28",
        "Where and when",
        "Leg cramp features",
        "Asked once",
        "Twitching",
        "Medicines",
        "Simvastatin",
        "Conditions",
        "diabetes (2001)",
        "Goes with",
        "Questions",
        "Is swimming all right?",
        "Burden",
        "Longest free spell",
        "Pattern",
        "Time of night",
        "What relieved it",
        "Warning signs, as answered",
        "Asked apart from the nights",
        "Medicines and supplements",
        "Everything that was looked at",
        "The nights",
        "How the numbers were made",
        "What a diary cannot tell",
        "The scales",
    )
    place = 0
    for words in order:
        found = dump.find(f'"{words}', place)
        assert found >= 0, words
        place = found


def test_headings_never_skip_a_level(dump: str) -> None:
    levels = [int(level) for level in re.findall(r"^ *H(\d) ", dump, re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(next_one <= one + 1 for one, next_one in itertools.pairwise(levels))


def test_every_table_says_what_its_columns_are(dump: str) -> None:
    tables = re.split(r"^ *Table ", dump, flags=re.MULTILINE)[1:]
    heads = [re.findall(r"^ *TH\b.*$", table.split("TBody")[0], re.MULTILINE) for table in tables]
    assert len(tables) >= 6  # burden, the profile's, everything looked at, the nights, the scales
    assert all(heads)
    assert all("/Scope /Column" in table.split("TBody")[0] for table in tables)


def test_lines_of_a_list_are_told_apart_as_items(dump: str) -> None:
    items = re.findall(r"^ *LI\b", dump, re.MULTILINE)
    assert len(items) >= len(PROFILE.medicines) + len(PROFILE.conditions)
