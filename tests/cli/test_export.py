"""`export`: files for other programs."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from tests.cli.commands import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.commands import Run


TABLES = ("nights.csv", "cramps.csv", "columns.csv", "person.csv")


def test_everything_goes_to_json_and_the_nights_to_tables(cramp_diary: Run, tmp_path: Path, folder: Path) -> None:
    cramp_diary("log", "--cramp", "03:10 calf", "--cramp", "unknown", "--note", "=1+1", "--set", "socks=yes")
    there = tmp_path / "files"
    there.mkdir()
    for out in (there / "diary.json", there / "diary.csv", there):
        for _ in range(2):
            code, told, _ = cramp_diary("export", "--out", str(out))
            assert code == 0
    assert told.splitlines() == [f"Saved {there / name}." for name in TABLES]
    assert (there / "nights.csv").read_bytes() == (there / "diary.csv").read_bytes()
    assert b",'=1+1\r\n" in (there / "nights.csv").read_bytes()
    assert len((there / "diary-cramps.csv").read_bytes().splitlines()) == 3
    with (
        closing(Diary.open(tmp_path / "other", clock=lambda: NOW)) as other,
        closing(Diary.open(folder, clock=lambda: NOW, writable=False)) as book,
    ):
        assert len(other.files.import_json((there / "diary.json").read_bytes()).new_nights) == 1
        assert other.nights.all() == book.nights.all()
    assert sorted(path.name for path in there.iterdir()) == sorted(
        [*TABLES, *(f"diary-{name}" for name in TABLES if name != "nights.csv"), "diary.csv", "diary.json"]
    )


def test_what_the_report_shows_goes_to_a_fhir_bundle(cramp_diary: Run, tmp_path: Path) -> None:
    for morning in ("2026-11-20", "2026-11-22"):
        cramp_diary("log", "--cramp", "03:10 calf", "--morning", morning)
    out = tmp_path / "diary.fhir.json"
    nights = []
    for period in ([], ["--from", "2026-11-21"]):
        assert cramp_diary("export", "--out", str(out), *period)[0] == 0
        nights.append(out.read_text(encoding="utf-8").count('"Night with cramps"'))
    assert nights == [2 + 1, 1 + 1]  # the code itself is explained once
    mine = tmp_path / "mine.fhir.json"
    mine.write_text("{}", encoding="utf-8")
    assert cramp_diary("export", "--out", str(mine))[0] == 2
    assert mine.read_text(encoding="utf-8") == "{}"


def test_dates_choose_the_nights_of_the_tables(cramp_diary: Run, tmp_path: Path) -> None:
    for morning in ("2026-11-20", "2026-11-21", "2026-11-22"):
        cramp_diary("log", "--quiet", "--morning", morning)
    cramp_diary("export", "--out", str(tmp_path), "--from", "2026-11-21", "--to", "2026-11-21")
    lines = (tmp_path / "nights.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["morning", "2026-11-21"]


@pytest.mark.parametrize(
    "asked",
    [
        ["--out", "photo.csv"],
        ["--out", "full.csv"],
        ["--out", "no/such/folder.json"],
        ["--out", "no-such-folder"],
        ["--out", "diary.txt"],
        ["--out", "x" * 300 + ".csv"],
        ["--out", "other.json"],
        ["--out", "new.json", "--from", "2026-11-01"],
        ["--out", "new.csv", "--from", "2026-11-22", "--to", "2026-11-21"],
        [],
    ],
)
def test_an_export_that_cannot_be_written_is_refused_in_one_line_and_nothing_is_written(
    cramp_diary: Run, tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cramp_diary("log", "--quiet")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "photo.csv").write_bytes(b"\xff\xd8")
    (tmp_path / "full-cramps.csv").write_bytes(b"my own table")  # beside full.csv, which is not there
    (tmp_path / "other.json").write_bytes(b"{}")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    code, _, err = cramp_diary("export", *asked)
    assert code == 2
    assert len(err.splitlines()) == 1
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
