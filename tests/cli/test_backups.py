"""Backups on the command line: listed, restored, taken back, and brought to a new machine."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.store.backup_folder import moment_of
from tests.cli.commands import NOW, nights

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.commands import Run

NAME = re.compile(r"diary-\d{8}T\d{6}Z")


@pytest.fixture
def logged(cramp_diary: Run) -> Run:
    """Three nights, each logged by a command of its own, each with a backup at its end."""
    for morning in ("2026-11-20", "2026-11-21", "2026-11-22"):
        assert cramp_diary("log", "--quiet", "--morning", morning)[0] == 0
    return cramp_diary


def names(cramp_diary: Run) -> list[str]:
    return NAME.findall(cramp_diary("backups")[1])


def files(folder: Path) -> dict[Path, bytes]:
    """What lies there, but for what SQLite puts beside a file that is read."""
    lasting = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-wal", "-shm")))
    return {path: path.read_bytes() for path in lasting}


def test_each_is_listed_with_its_moment_its_nights_and_whether_it_is_whole(logged: Run) -> None:
    code, out, err = logged("backups")
    assert (code, err) == (0, "")
    first, _, last = out.splitlines()
    assert first.startswith("diary-20261122T073002Z  22 Nov 2026, 07:30")
    assert "checked" in first
    assert "3 nights, the last Sat 21 → Sun 22 Nov 2026 (at closing)" in first
    assert "1 night, the last Thu 19 → Fri 20 Nov 2026" in last


def test_a_damaged_one_is_named_and_not_restored(logged: Run, folder: Path) -> None:
    newest = names(logged)[0]
    file = folder / "backups" / f"{newest}.db"
    file.write_bytes(file.read_bytes()[:-1] + b"\x01")
    code, out, _ = logged("backups")
    assert (code, "damaged" in out.splitlines()[0]) == (1, True)
    code, _, err = logged("restore", newest)
    assert code == 2
    assert "is damaged, so it was not restored and the diary is as it was" in err
    assert len(nights(logged)) == 3


def test_a_dry_run_says_what_would_be_and_changes_nothing(logged: Run, folder: Path) -> None:
    before = files(folder)
    code, out, _ = logged("restore", names(logged)[-1], "--dry-run")
    assert code == 0
    assert out.startswith("The diary would hold 1 night, the last Thu 19 → Fri 20 Nov 2026. Now 3 nights of it can be")
    assert files(folder) == before


def test_a_restore_says_how_it_is_taken_back(logged: Run) -> None:
    code, out, err = logged("restore", names(logged)[-1])
    assert (code, err) == (0, "")
    assert "The diary holds 1 night, the last Thu 19 → Fri 20 Nov 2026." in out
    assert len(nights(logged)) == 1
    assert logged("check")[0] == 0
    (before,) = set(NAME.findall(out))
    assert logged("restore", before)[0] == 0
    assert len(nights(logged)) == 3


def test_a_backup_comes_to_a_new_machine(logged: Run, folder: Path, tmp_path: Path) -> None:
    stick, new = tmp_path / "stick", tmp_path / "new machine"
    (folder / "backups").rename(stick)
    backup = max(stick.glob("*.db"))
    code, out, _ = logged("restore", str(backup), "--dry-run", data=new)
    assert (code, out.startswith("The diary would hold 3 nights"), new.exists()) == (0, True, False)
    code, out, _ = logged("restore", str(backup), data=new)
    assert (code, out) == (0, "The diary holds 3 nights.\n")
    assert logged("check", data=new)[:2] == (0, f"The diary in {new} is whole: 3 nights.\n")
    assert logged("log", "--quiet", "--morning", "2026-11-19", data=new)[0] == 0


@pytest.mark.parametrize("content", [b"", b"\x89PNG" * 2000])
def test_no_diary_is_begun_on_a_new_machine_from_what_is_no_backup(
    cramp_diary: Run, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "file.db").write_bytes(content)
    code, _, err = cramp_diary("restore", str(tmp_path / "file.db"))
    assert code == 2
    assert "no diary and no backup of one" in err
    code, _, err = cramp_diary("restore", "diary-20200101T000000Z")
    assert (code, "There is no backup" in err) == (2, True)
    assert not (tmp_path / "diary" / "diary.db").exists()


@pytest.mark.parametrize("damage", ["zeroed", "truncated", "emptied"])
def test_a_diary_that_cannot_be_opened_is_set_aside_and_the_newest_backup_takes_its_place(
    logged: Run, folder: Path, damage: str
) -> None:
    content = (folder / "diary.db").read_bytes()
    broken = {"zeroed": bytes(8192) + content[8192:], "truncated": content[:9000], "emptied": b""}[damage]
    (folder / "diary.db").write_bytes(broken)
    listed = names(logged)
    assert len(listed) == 3
    code, out, err = logged("restore", listed[0])
    assert (code, err) == (0, "")
    assert len(nights(logged)) == 3
    (aside,) = (folder / "backups").glob("damaged-*.db")
    assert aside.name in out
    assert aside.read_bytes() == broken
    assert logged("check")[0] == 0


def test_a_diary_that_is_gone_comes_back_from_the_backups_beside_it(logged: Run, folder: Path) -> None:
    (folder / "diary.db").unlink()
    assert logged("restore", names(logged)[0])[0] == 0
    assert len(nights(logged)) == 3
    assert logged("check")[0] == 0


def test_the_check_of_a_damaged_diary_names_the_newest_whole_backup(logged: Run, folder: Path) -> None:
    newest, second, _ = names(logged)
    (folder / "backups" / f"{newest}.db").write_bytes(b"damaged too")
    content = bytearray((folder / "diary.db").read_bytes())
    content[-4096:-4036] = b"\xff" * 60
    (folder / "diary.db").write_bytes(content)
    code, out, _ = logged("check")
    assert code == 1
    moment = moment_of(second)
    line = f"The newest whole backup is of {moment:%d %b %Y, %H:%M}: 2 nights"
    assert any(each.startswith(line) and each.endswith("cramp-diary mend --backup") for each in out.splitlines())


def test_a_restore_beside_an_open_diary_is_refused(logged: Run, folder: Path) -> None:
    name = names(logged)[-1]
    with closing(Diary.open(folder, clock=lambda: NOW + dt.timedelta(minutes=1))):
        code, _, err = logged("restore", name)
        assert (code, "open" in err) == (2, True)
        assert logged("backups")[0] == 0
    assert len(nights(logged)) == 3


def test_a_second_folder_is_chosen_filled_and_given_up(logged: Run, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    assert logged("backups", "--second", str(tmp_path / "stick"))[0] == 0
    assert len(list((tmp_path / "stick").glob("*.db"))) == 4
    (tmp_path / "stick").rename(tmp_path / "drawer")
    code, _, err = logged("log", "--quiet", "--morning", "2026-11-19")
    assert (code, err.count("\n")) == (0, 1)
    assert "what is missing there is copied when it is back" in err
    assert logged("backups", "--no-second")[0] == 0
    assert logged("log", "--quiet", "--morning", "2026-11-18")[2] == ""
    assert logged("backups", "--second", str(tmp_path / "nowhere"))[0] == 2
    assert logged("backups", "--second", str(tmp_path), "--no-second")[0] == 2


def test_a_night_is_logged_though_no_backup_can_be_taken_and_that_is_said(cramp_diary: Run, folder: Path) -> None:
    folder.mkdir()
    (folder / "backups").write_text("a file in its place")
    code, out, err = cramp_diary("log", "--quiet")
    assert (code, "quiet" in out, err.count("\n")) == (0, True, 1)
    assert "No backup could be written" in err
    assert len(nights(cramp_diary)) == 1
