"""A damaged diary on the command line: what is wrong, the ways out, and each of them taken."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.commands import nights
from tests.store.damaged_files import page_of, zeroed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.commands import Run


@pytest.fixture
def damaged(cramp_diary: Run, folder: Path) -> Run:
    """Three nights, each with a backup; of the file itself the cramps are lost."""
    for morning in ("2026-11-20", "2026-11-21", "2026-11-22"):
        assert cramp_diary("log", "--cramp", "03:10 calf", "--set", "socks=no", "--morning", morning)[0] == 0
    path = folder / "diary.db"
    path.write_bytes(zeroed(path.read_bytes(), page_of(path, "cramp")))
    return cramp_diary


def test_it_says_what_is_wrong_and_what_each_way_out_would_bring_and_changes_nothing(
    damaged: Run, folder: Path
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    code, out, _ = damaged("mend")
    assert code == 1
    assert out.splitlines() == [
        "1 page of the file holds nothing.",
        "A part of your cramps cannot be read.",
        (
            "The newest whole backup is of 22 Nov 2026, 07:30: 3 nights, the last Sat 21 → Sun 22 Nov 2026. "
            "To restore it: cramp-diary mend --backup"
        ),
        (
            "Of the file itself can be read: 3 of 3 nights, 3 of them lack something. "
            "To save them in a new diary: cramp-diary mend --salvage"
        ),
        "Nothing was changed.",
    ]
    code, out, _ = damaged("mend", "--salvage", "--dry-run")
    assert (code, "Not read of the night to 2026-11-21: whether there were cramps." in out) == (1, True)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_newest_whole_backup_takes_its_place(damaged: Run, folder: Path) -> None:
    broken = (folder / "diary.db").read_bytes()
    code, out, err = damaged("mend", "--backup")
    assert (code, err) == (0, "")
    assert "The diary holds 3 nights." in out
    (aside,) = (folder / "backups").glob("damaged-*.db")
    assert (aside.name in out, aside.read_bytes()) == (True, broken)
    assert all(night["cramps"] for night in nights(damaged))
    assert damaged("check")[0] == 0


def test_what_can_be_read_takes_its_place_and_what_is_lost_is_named(damaged: Run, folder: Path) -> None:
    shutil.rmtree(folder / "backups")
    code, out, err = damaged("mend", "--salvage")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Saved: 3 of 3 nights, 3 of them lack something."
    assert [("cramps" in night, "socks" in night["answers"]) for night in nights(damaged)] == [(False, True)] * 3  # type: ignore[operator]
    code, out, _ = damaged("check")
    assert (code, "This diary was saved from a damaged file" in out) == (1, True)
    assert damaged("check", "--seen")[0] == 0


def test_a_whole_diary_is_not_mended(cramp_diary: Run) -> None:
    assert cramp_diary("log", "--quiet")[0] == 0
    code, _, refusal = cramp_diary("mend", "--salvage")
    assert (code, "Nothing is wrong with the diary" in refusal) == (2, True)


def test_a_diary_is_mended_by_one_of_the_two_ways(damaged: Run) -> None:
    assert damaged("mend", "--salvage", "--backup")[0] == 2


def test_a_backup_is_found_in_the_folder_that_is_named(damaged: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "backups").rename(tmp_path / "stick")
    for chosen, place in ((tmp_path / "stick", "first"), (folder, "second")):
        code, out, _ = damaged("restore", str(chosen), data=tmp_path / place)
        if chosen == folder:
            assert code == 2  # the diary that lies there is damaged, and nothing else does
        else:
            assert (code, out) == (0, "The diary holds 3 nights.\n")


def test_a_mending_is_taken_back_by_restoring_the_damaged_file(damaged: Run, folder: Path) -> None:
    broken = (folder / "diary.db").read_bytes()
    assert damaged("mend", "--backup")[0] == 0
    (aside,) = (folder / "backups").glob("damaged-*.db")
    code, out, _ = damaged("backups")
    assert (code, f"{aside.stem}  22 Nov 2026, 07:30  set aside damaged" in out) == (0, True)
    code, out, _ = damaged("restore", aside.stem, "--dry-run")
    assert (code, "can be read: 3 of 3 nights, 3 of them lack something. Nothing was changed." in out) == (0, True)
    code, out, _ = damaged("restore", aside.name)
    assert (code, "The damaged file lies where it lay before." in out) == (0, True)
    assert (folder / "diary.db").read_bytes() == broken
    newest = out.partition("“cramp-diary restore ")[2].partition("”")[0]
    assert damaged("restore", newest)[0] == 0
    assert all(night["cramps"] for night in nights(damaged))
