from __future__ import annotations

import csv
import datetime as dt
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from diary.exchange.cells import cell, unescape_formulas
from diary.exchange.csv_tables import (
    COLUMNS_TABLE,
    CRAMPS_TABLE,
    NIGHTS_TABLE,
    columns_csv,
    cramps_csv,
    csv_tables,
    nights_csv,
)
from diary.model.built_in import BUILT_IN
from diary.model.factors import Catalogue, Choice, Factor, Group, Number, Option, YesNo
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side

if TYPE_CHECKING:
    from diary.exchange.contents import Contents

DOCS = Path(__file__).parents[2] / "docs" / "files.md"
MORNING = dt.date(2026, 11, 22)
TOLD_AT = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
# Shrinking a whole diary takes minutes; the failing one is as good.
slow_to_draw = settings(
    max_examples=60, phases=(Phase.generate,), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a table as a program reads them, texts as they were written."""
    table = csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return [{key: unescape_formulas(value) for key, value in row.items()} for row in table]


@slow_to_draw
@given(data=st.data())
def test_every_answer_cramp_and_note_is_read_back_as_it_was_told(
    data: st.DataObject, any_contents: st.SearchStrategy[Contents]
) -> None:
    contents = data.draw(any_contents)
    nights, catalogue = contents.nights, contents.questions.catalogue
    told = rows(nights_csv(nights, catalogue))
    assert [row["morning"] for row in told] == [night.morning.isoformat() for night in nights]
    for night, row in zip(nights, told, strict=True):
        assert row["note"] == night.note
        assert {key: row[key] for key in row if row[key] and key in catalogue} == {
            key: cell(answer.value) for key, answer in night.answers.items()
        }
        assert set(row["late"].split()) == {key for key in night.answers if night.late(key)}
        assert row["cramps"] == ("" if night.cramps is None else str(len(night.cramps)))
        assert row["cramp_night"] == {None: "", 0: "no"}.get(None if night.cramps is None else len(night.cramps), "yes")
        assert row["cramps_told_at"] == (night.logged_at.isoformat() if night.logged_at else "")
    cramps = [(night.morning, cramp) for night in nights for cramp in night.cramps or ()]
    assert [(dt.date.fromisoformat(row["morning"]), cramp_of(row)) for row in rows(cramps_csv(nights))] == cramps


def cramp_of(row: dict[str, str]) -> Cramp:
    """The cramp that a row tells."""
    yes_no = {"": None, "yes": True, "no": False}
    relief = {one: yes_no[row[f"relief_{one}"]] for one in Relief}
    return Cramp(
        at=dt.datetime.fromisoformat(row["at"]) if row["at"] else None,
        about=row["about"] == "yes",
        minutes=float(row["minutes"]) if row["minutes"] else None,
        intensity=int(row["intensity"]) if row["intensity"] else None,
        side=Side(row["side"]) if row["side"] else None,
        muscle=Muscle(row["muscle"]) if row["muscle"] else None,
        woke_me=yes_no[row["woke_me"]],
        minutes_awake=int(row["minutes_awake"]) if row["minutes_awake"] else None,
        sore_next_day=yes_no[row["sore_next_day"]],
        relief=None if None in relief.values() else frozenset(one for one, helped in relief.items() if helped),
        distress=int(row["distress"]) if row["distress"] else None,
    )


def test_a_file_says_in_its_first_bytes_that_it_is_utf8_and_which_table_it_is() -> None:
    tables = csv_tables([Night(MORNING, note="夜")], BUILT_IN)
    assert tables.nights.startswith(b"\xef\xbb\xbfmorning,cramp_night,cramps,cramps_told_at,position,")
    assert "夜".encode() in tables.nights
    for table, kind in (
        (tables.nights, NIGHTS_TABLE),
        (tables.cramps, CRAMPS_TABLE),
        (tables.columns, COLUMNS_TABLE),
    ):
        assert table.startswith(kind.start)
        assert table.endswith(b"\r\n")


def test_a_night_not_logged_a_quiet_one_and_a_cramp_night_are_told_apart() -> None:
    nights = [Night(MORNING, note="?"), Night(MORNING + DAY, cramps=()), Night(MORNING + 2 * DAY, cramps=(Cramp(),))]
    told = [(row["cramp_night"], row["cramps"]) for row in rows(nights_csv(nights, BUILT_IN))]
    assert told == [("", ""), ("no", "0"), ("yes", "1")]


def test_what_was_answered_after_the_cramps_is_named_as_late() -> None:
    night = Night(
        MORNING,
        cramps=(),
        logged_at=TOLD_AT,
        answers={
            "socks": Answer(value=True, given_at=TOLD_AT - DAY),
            "bedding": Answer("thin", TOLD_AT + DAY),
            "position": Answer("front", TOLD_AT + DAY),
        },
    )
    (row,) = rows(nights_csv([night], BUILT_IN))
    assert (row["late"], row["cramps_told_at"]) == ("position bedding", "2026-11-22T07:30:00+01:00")


def test_a_persons_own_questions_have_columns_and_so_have_those_no_longer_asked() -> None:
    own = Factor("own_tea", Group.OWN, "=Tea?", "Tea", Choice((Option("green", "Green"),)))
    catalogue = Catalogue((*BUILT_IN.factors, own))
    given = {"own_tea": Answer("green", TOLD_AT), "own_once": Answer("=1+1", TOLD_AT)}
    table = nights_csv([Night(MORNING, answers=given)], catalogue)
    (row,) = rows(table)
    assert (row["own_tea"], row["own_once"]) == ("green", "=1+1")
    assert b",'=1+1" in table
    asked = {row["column"]: row for row in rows(columns_csv(catalogue))}
    assert asked["own_tea"] == {
        "column": "own_tea", "question": "=Tea?", "kind": "choice", "unit": "", "answers": "green: Green",
    }  # fmt: skip
    assert (asked["room_temperature"]["unit"], asked["room_temperature"]["answers"]) == ("°C", "-20 to 50")
    assert asked["calcium_portions"]["answers"] == "0 to 3 or more"


def test_an_empty_diary_gives_the_headers_alone() -> None:
    tables = csv_tables([], BUILT_IN)
    assert len(tables.nights.splitlines()) == len(tables.cramps.splitlines()) == 1
    assert rows(tables.nights) == []


def test_pandas_reads_ten_years_of_nights_with_the_kinds_that_the_columns_hold() -> None:
    notes = ["=cmd|' /C calc'!A0", "a\r\nb", '"quoted", and; more', "🌙 ночь", ""]
    nights = [
        Night(
            dt.date(2016, 11, 1) + at * DAY,
            cramps=(Cramp(at=dt.datetime(2016, 11, 1, 3, 10) + at * DAY),) if at % 3 == 0 else (),
            answers={"room_temperature": Answer(at % 40 - 10.5, TOLD_AT)},
            note=notes[at % 5],
        )
        for at in range(3650)
    ]
    tables = csv_tables(nights, BUILT_IN)
    table = pd.read_csv(BytesIO(tables.nights), parse_dates=["morning"])
    assert len(table) == 3650
    assert table["morning"].dt.date.tolist() == [night.morning for night in nights]
    assert table["room_temperature"].tolist() == [night.value("room_temperature") for night in nights]
    assert int(table["cramps"].sum()) == sum(at % 3 == 0 for at in range(3650))
    cramps = pd.read_csv(BytesIO(tables.cramps), parse_dates=["at"])
    assert cramps["at"].dt.hour.unique().tolist() == [3]
    assert [unescape_formulas(note) for note in table["note"].fillna("").tolist()] == [night.note for night in nights]


def test_the_same_nights_give_the_same_bytes() -> None:
    nights = [Night(MORNING, cramps=(Cramp(relief=frozenset(Relief)),))]
    assert csv_tables(nights, BUILT_IN) == csv_tables(nights, BUILT_IN)


@pytest.mark.parametrize("kind", [YesNo(), Number(0, 1)])
def test_what_a_person_asks_cannot_begin_a_formula_in_the_table_of_columns(kind: YesNo | Number) -> None:
    asked = Catalogue((Factor("own_a", Group.OWN, "@SUM(A1)", "x", kind),))
    assert b"own_a,'@SUM(A1)," in columns_csv(asked)


def test_every_column_is_told_in_the_docs() -> None:
    text = DOCS.read_text(encoding="utf-8")
    parts = {
        name: text.split(f"\n## {name}")[1].split("\n## ")[0] for name in ("nights.csv", "cramps.csv", "columns.csv")
    }
    tables = csv_tables([], BUILT_IN)
    for name, table in (("nights.csv", tables.nights), ("cramps.csv", tables.cramps), ("columns.csv", tables.columns)):
        for column in table.decode("utf-8-sig").splitlines()[0].split(","):
            assert f"`{column}`" in parts[name], f"{name}: {column}"
