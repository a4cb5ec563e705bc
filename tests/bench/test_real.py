from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from tests.bench.real import NULLS, between_people, frames_of, main, with_null

if TYPE_CHECKING:
    from pathlib import Path


def _table(people: int = 3, days: int = 70) -> pd.DataFrame:
    draw = np.random.default_rng(1)
    rows = [
        {
            "who": who,
            "when": f"{morning:%Y-%m-%d} 21:00",
            "pain": float(draw.integers(0, 4)),
            "walk": int(draw.integers(0, 2)),
            "stress": draw.normal(),
        }
        for who in range(people)
        for morning in pd.date_range("2024-01-01", periods=days)
    ]
    return pd.DataFrame(rows)


def _frames(table: pd.DataFrame) -> list[pd.DataFrame]:
    return frames_of(table, person="who", day="when", outcome="pain", above=2, yes=["walk"], high=["stress"])


def test_each_person_with_days_enough_is_a_frame_of_cramp_nights_and_exposures() -> None:
    table = _table()
    frames = _frames(pd.concat([table, table[table["who"] == 2].head(20).assign(who=9)]))
    assert len(frames) == 3
    assert list(frames[0].columns) == ["cramp", "walk", "stress"]
    assert frames[0]["stress"].mean() == pytest.approx(0.5, abs=0.02)
    assert frames[0]["cramp"].tolist() == (table[table["who"] == 0]["pain"] > 2).tolist()


@pytest.mark.parametrize("null", NULLS)
def test_a_null_changes_the_outcome_alone(null: str) -> None:
    first, *others = _frames(_table())
    nothing = with_null(first, others, null, np.random.default_rng(1))
    assert nothing.drop(columns="cramp").equals(first.drop(columns="cramp"))
    assert nothing["cramp"].tolist() != first["cramp"].tolist()


def test_the_table_has_a_row_for_each_null(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _table().to_csv(tmp_path / "people.csv", index=False)
    arguments = [
        "--person",
        "who",
        "--day",
        "when",
        "--outcome",
        "pain",
        "--above",
        "2",
        "--yes",
        "walk",
        "--high",
        "stress",
    ]
    main([str(tmp_path / "people.csv"), *arguments])
    printed = capsys.readouterr().out
    assert printed.startswith("3 people")
    assert [line.split()[1] for line in printed.splitlines()[-3:]] == list(NULLS)


def test_without_a_column_of_days_each_row_is_the_day_after_the_one_before() -> None:
    table = _table(people=2).drop(columns="when")
    frame = frames_of(table, person="who", day=None, outcome="pain", above=2, yes=["walk"], high=[])[1]
    assert (frame.index[-1] - frame.index[0]).days == len(frame) - 1
    assert frame["cramp"].tolist() == (table[table["who"] == 1]["pain"] > 2).tolist()


def test_the_standard_error_is_that_between_people() -> None:
    rate = between_people(np.array([0.0, 0.5, 1.0]))
    assert rate.value == pytest.approx(0.5)
    assert rate.error == pytest.approx(0.5 / 3**0.5)


def test_days_may_be_numbers() -> None:
    table = _table(people=1)
    numbered = _frames(table.assign(when=range(len(table))))[0]
    assert numbered["cramp"].tolist() == _frames(table)[0]["cramp"].tolist()
    assert numbered.index.nunique() == len(table)
