"""Medicines, conditions, what was tried and markers are a table that is read back as it was told."""

from __future__ import annotations

import csv
import datetime as dt
from io import StringIO
from pathlib import Path

from diary.exchange.person_table import PERSON_COLUMNS, PERSON_TABLE, person_csv
from diary.model.profile import Condition, Helpfulness, Marker, Medicine, Profile, Treatment
from diary.model.report_choices import Part, ReportChoices

DAY = dt.date(2026, 11, 1)
PROFILE = Profile(
    medicines=(Medicine("Simvastatin", DAY, "20 mg", DAY, key=1), Medicine("=1+1", DAY, for_cramps=True, key=2)),
    conditions=(Condition("diabetes", DAY, 2009), Condition("other", DAY, own_name="Raynaud")),
    treatments=(Treatment("Stretching", DAY, Helpfulness.A_LITTLE, "Felt, looser"),),
)
MARKERS = (Marker(DAY, "New mattress"),)


def _rows(choices: ReportChoices | None = None) -> list[dict[str, str]]:
    table = person_csv(PROFILE, MARKERS, choices)
    assert table.startswith(PERSON_TABLE.start)
    return list(csv.DictReader(StringIO(table.decode("utf-8-sig"), newline="")))


def test_each_row_says_what_it_is_and_when_it_was() -> None:
    medicine, spreadsheet, condition, other, tried, marker = _rows()
    assert (medicine["kind"], medicine["name"], medicine["dose"], medicine["from"], medicine["linked_class"]) == (
        "medicine",
        "Simvastatin",
        "20 mg",
        "2026-11-01",
        "statin",
    )
    assert not spreadsheet["name"].startswith("=")  # no spreadsheet computes what a person wrote
    assert spreadsheet["note"] == "against the cramps"
    assert (condition["name"], condition["since_year"]) == ("Diabetes", "2009")
    assert (other["kind"], other["name"]) == ("condition", "Raynaud")
    assert (tried["verdict"], tried["note"]) == ("a_little", "Felt, looser")
    assert (marker["kind"], marker["name"], marker["from"]) == ("marker", "New mattress", "2026-11-01")


def test_what_the_report_leaves_out_is_left_out_here_too() -> None:
    choices = ReportChoices(without=frozenset({Part.MEDICINES, Part.CONDITIONS}))
    assert [row["kind"] for row in _rows(choices)] == ["marker"]


def test_each_column_is_told_in_the_docs() -> None:
    text = (Path(__file__).parents[2] / "docs" / "files.md").read_text("utf-8")
    section = text.split("\n## person.csv")[1].split("\n## ")[0]
    assert [name for name in PERSON_COLUMNS if f"`{name}`" not in section] == []
