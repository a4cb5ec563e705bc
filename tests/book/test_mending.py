"""A damaged diary: each kind of damage by name, and the two ways out of it."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.book.mending import (
    NoWholeBackupError,
    mend_by_backup,
    mend_by_salvage,
    problems_in,
    remedies_in,
)
from diary.store.engine import driver
from diary.store.errors import NewerDiaryError
from diary.store.salvage.errors import NothingToSalvageError
from tests.store.damaged_files import NOW, PAGE, TODAY, change, make_diary, page_of, zeroed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAMAGED_PAGES = {
    "night": ("1 page of the file holds nothing.", "A part of your nights cannot be read."),
    "cramp": ("1 page of the file holds nothing.", "A part of your cramps cannot be read."),
    "answer": ("1 page of the file holds nothing.", "A part of your answers cannot be read."),
    "medicine": ("1 page of the file holds nothing.", "A part of your medicines cannot be read."),
    "act": ("1 page of the file holds nothing.", "A part of the changes that can be undone cannot be read."),
    "sqlite_autoindex_night_1": (
        "1 page of the file holds nothing.",
        "A part of the index of your nights cannot be read.",
    ),
}
DAMAGED_ROWS = {
    "DELETE FROM night WHERE morning = '2026-11-22'": (
        "2 rows of “cramp” belong to nothing.",
        "3 rows of “answer” belong to nothing.",
        "The night to 2026-11-22 cannot be read: only its cramps or answers are there.",
    ),
    "UPDATE answer SET text = 'x', number = NULL WHERE morning = '2026-11-22' AND factor = 'socks'": (
        "The night to 2026-11-22 cannot be read: “None” is not yes or no.",
    ),
    "UPDATE marker SET text = CAST(X'ff41' AS TEXT)": (
        "The marker on “2026-11-23” cannot be read: “\N{REPLACEMENT CHARACTER}A” is not a text.",
    ),
    "DROP TABLE marker": (
        "A part of your markers cannot be read.",
        "The file is damaged: “marker” is not as the program makes it.",
    ),
    "CREATE TABLE other (x)": ("The file is damaged: “other” is not as the program makes it.",),
    "ALTER TABLE medicine DROP COLUMN supplement": (
        "A part of your medicines cannot be read.",
        "The file is damaged: “medicine” is not as the program makes it.",
    ),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_diary(tmp_path_factory.mktemp("whole"), 40)


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    """A folder with a copy of the diary alone, to be broken."""
    folder = tmp_path / "diary"
    folder.mkdir()
    shutil.copy(whole, folder / "diary.db")
    return folder


@pytest.fixture
def reported(folder: Path) -> Callable[[bytes], tuple[str, ...]]:
    """What is reported of the folder's diary with this content; it leaves no trace."""

    def report(content: bytes) -> tuple[str, ...]:
        (folder / "diary.db").write_bytes(content)
        found = problems_in(folder, clock=lambda: NOW)
        assert (folder / "diary.db").read_bytes() == content
        assert not found or [file.name for file in folder.iterdir()] == ["diary.db"]
        return found

    return report


def nights_in(folder: Path) -> int:
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        assert book.files.check()[1:] == ()  # but for what is said of the salvage
        return len(book.nights.all())


def test_a_whole_diary_has_no_problems(reported: Callable[[bytes], tuple[str, ...]], whole: Path) -> None:
    assert reported(whole.read_bytes()) == ()


@pytest.mark.parametrize(("name", "problems"), DAMAGED_PAGES.items())
def test_a_page_of_nothing_is_named_with_what_lay_in_it(
    reported: Callable[[bytes], tuple[str, ...]], whole: Path, name: str, problems: tuple[str, ...]
) -> None:
    assert reported(zeroed(whole.read_bytes(), page_of(whole, name))) == problems


@pytest.mark.parametrize(("statement", "problems"), DAMAGED_ROWS.items())
def test_each_break_of_a_row_or_a_table_is_named(
    reported: Callable[[bytes], tuple[str, ...]], folder: Path, statement: str, problems: tuple[str, ...]
) -> None:
    change(folder / "diary.db", statement)
    assert sorted(reported((folder / "diary.db").read_bytes())) == sorted(problems)


def test_a_truncated_file_says_how_much_of_it_is_there(
    reported: Callable[[bytes], tuple[str, ...]], whole: Path
) -> None:
    content = whole.read_bytes()
    pages = len(content) // PAGE
    assert reported(content[: 20 * PAGE])[0] == f"The file is cut off: 20 of its {pages} pages are there."


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "The file is empty: nothing of a diary is in it."),
        (b"\x89PNG" * 3000, "The file is no diary: another program wrote it."),
        (b"nothing but words", "The file is no diary: another program wrote it."),
    ],
)
def test_what_is_no_diary_is_named_as_that(
    reported: Callable[[bytes], tuple[str, ...]], content: bytes, problem: str
) -> None:
    assert reported(content) == (problem,)


def test_another_programs_database_is_named_as_that(
    reported: Callable[[bytes], tuple[str, ...]], tmp_path: Path
) -> None:
    connection = driver.connect(str(tmp_path / "other.db"))
    connection.execute("CREATE TABLE night (x)")
    connection.close()
    assert reported((tmp_path / "other.db").read_bytes()) == ("The file is no diary: another program wrote it.",)


def test_a_lost_head_is_named(reported: Callable[[bytes], tuple[str, ...]], whole: Path) -> None:
    assert reported(bytes(100) + whole.read_bytes()[100:]) == ("The beginning of the file is lost.",)


def test_a_null_where_none_may_be_and_a_key_that_is_there_twice_are_named(
    reported: Callable[[bytes], tuple[str, ...]], folder: Path
) -> None:
    """Both can only come about where the rules of the table were changed, and were changed back."""
    path = folder / "diary.db"
    connection = driver.connect(str(path))
    ((before,),) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'night'").fetchall()
    connection.close()
    loose = "UPDATE sqlite_master SET sql = replace(sql, 'note TEXT NOT NULL', 'note TEXT') WHERE name = 'night'"
    change(path, loose)
    change(path, "UPDATE night SET note = NULL WHERE morning = '2026-11-22'")
    change(path, "UPDATE sqlite_master SET sql = '{}' WHERE name = 'night'".format(before.replace("'", "''")))  # noqa: S608
    content = path.read_bytes()
    assert reported(content) == ("The night to 2026-11-22 cannot be read: “None” is not a text.",)
    other = content.replace(b"2026-11-12", b"2026-11-13")
    problems = reported(other)
    assert "The night to 2026-11-13 cannot be read: it answers one question twice." in problems


def test_what_a_newer_program_wrote_is_left_to_that(folder: Path) -> None:
    change(folder / "diary.db", "UPDATE alembic_version SET version_num = 'v9999'")
    before = (folder / "diary.db").read_bytes()
    with pytest.raises(NewerDiaryError):
        problems_in(folder, clock=lambda: NOW)
    assert (folder / "diary.db").read_bytes() == before
    assert [file.name for file in folder.iterdir()] == ["diary.db"]


@pytest.fixture
def damaged(whole: Path, tmp_path: Path) -> Path:
    """A diary of forty nights with a page of cramps lost, and a backup of thirty-nine of them."""
    folder = tmp_path / "damaged"
    folder.mkdir()
    shutil.copy(whole, folder / "diary.db")
    with closing(Diary.open(folder, clock=lambda: NOW, backups=False)) as book:
        book.nights.delete(TODAY.replace(day=20))
    with closing(Diary.open(folder, clock=lambda: NOW)):
        pass  # at its beginning and its end a backup is due
    with closing(Diary.open(folder, clock=lambda: NOW, backups=False)) as book:
        book.undo()
    path = folder / "diary.db"
    path.write_bytes(zeroed(path.read_bytes(), page_of(path, "cramp")))
    return folder


def test_the_newest_whole_backup_is_offered_first_then_what_can_be_read(damaged: Path) -> None:
    remedies = remedies_in(damaged, problems_in(damaged, clock=lambda: NOW))
    assert remedies.backup is not None
    assert remedies.backup.holdings is not None
    assert remedies.backup.holdings.nights == 39
    assert remedies.salvage is not None
    assert (remedies.salvage.nights, remedies.salvage.known_nights) == (40, 40)


def test_a_backup_takes_its_place_and_the_damaged_file_lies_among_the_backups(damaged: Path) -> None:
    broken = (damaged / "diary.db").read_bytes()
    mending = mend_by_backup(damaged, moment=NOW)
    assert nights_in(damaged) == 39
    assert (damaged / "backups" / mending.aside).read_bytes() == broken


def test_what_can_be_read_takes_its_place_and_what_is_lost_is_listed_beside_the_damaged_file(damaged: Path) -> None:
    broken = (damaged / "diary.db").read_bytes()
    mending = mend_by_salvage(damaged, moment=NOW)
    assert nights_in(damaged) == 40
    assert (damaged / "backups" / mending.aside).read_bytes() == broken
    assert mending.salvage is not None
    lost = (damaged / "backups" / mending.aside).with_suffix(".txt").read_text(encoding="utf-8")
    assert all(loss in lost for loss in mending.salvage.losses)
    with closing(Diary.open(damaged, clock=lambda: NOW)) as book:
        (notice,) = book.files.notices()
        assert "An answer may be wrong that looks right" in notice.sentence
        assert mending.salvage.words in notice.sentence


def test_two_mendings_in_one_second_set_two_files_aside(damaged: Path) -> None:
    first = mend_by_salvage(damaged, moment=NOW).aside
    (damaged / "diary.db").write_bytes(b"damaged again")
    second = mend_by_backup(damaged, moment=NOW).aside
    assert first != second
    assert (damaged / "backups" / second).read_bytes() == b"damaged again"


def test_where_there_is_nothing_to_mend_by_the_file_stays(folder: Path) -> None:
    (folder / "diary.db").write_bytes(b"nothing")
    with pytest.raises(NoWholeBackupError):
        mend_by_backup(folder, moment=NOW)
    with pytest.raises(NothingToSalvageError):
        mend_by_salvage(folder, moment=NOW)
    assert (folder / "diary.db").read_bytes() == b"nothing"


def test_the_backups_of_the_second_folder_are_found_through_the_damaged_file(damaged: Path, tmp_path: Path) -> None:
    (damaged / "backups").rename(tmp_path / "stick")
    chosen = json.dumps(str(tmp_path / "stick"))
    change(damaged / "diary.db", f"INSERT INTO preference VALUES ('backup_folder', '{chosen}')")  # noqa: S608
    mend_by_backup(damaged, moment=NOW)
    assert nights_in(damaged) == 39
