"""`import`: a file of this diary, or another machine's diary, taken in."""

from __future__ import annotations

import datetime as dt
import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.book.import_file import read_imported_bytes
from diary.model.errors import DiaryError
from diary.model.mornings import DAY
from diary.model.night import Cramp
from diary.store.folder import DIARY_NAME
from tests.cli.commands import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.commands import Run

TODAY = NOW.date()
MUTATIONS = 1000


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Diary]:
    """The diary of another machine, with a cramp night and answers of its own."""
    with closing(Diary.open(tmp_path / "laptop", clock=lambda: NOW)) as other:
        other.nights.log_cramps(TODAY, (Cramp(minutes=3),))
        other.nights.answer(TODAY, "socks", value=True)
        other.nights.log_quiet(TODAY - DAY)
        yield other


def exported(diary: Diary, tmp_path: Path) -> str:
    path = tmp_path / "everything.json"
    path.write_bytes(diary.files.export_json())
    return str(path)


def test_a_dry_run_says_what_would_be_and_changes_nothing(
    cramp_diary: Run, book: Diary, other: Diary, tmp_path: Path
) -> None:
    book.nights.answer(TODAY, "socks", value=False)
    book.close()
    code, said, _ = cramp_diary("import", "--dry-run", exported(other, tmp_path))
    assert code == 0
    assert said.splitlines() == [
        "The file holds 2 nights, the last Sat 21 → Sun 22 Nov.",
        "1 night is new.",
        "1 night that the diary has gains or changes something.",
        "Not the same in both:",
        "  Sat 21 → Sun 22 Nov, Socks in bed: here no, in the file yes; the diary's stays.",
        "Nothing was changed: this was a dry run.",
    ]
    assert cramp_diary("nights")[1].count("2026-11-2") == 1


def test_a_file_is_taken_in_once_and_the_same_again_adds_nothing(
    cramp_diary: Run, other: Diary, tmp_path: Path, folder: Path
) -> None:
    path = exported(other, tmp_path)
    assert cramp_diary("import", path)[1].splitlines()[-1] == "Taken in, as one step of undo."
    with closing(Diary.open(folder, clock=lambda: NOW, writable=False)) as book:
        assert book.nights.all() == other.nights.all()
    assert cramp_diary("import", path)[1].splitlines()[-2:] == [
        "The diary holds all of it already.",
        "Nothing was changed.",
    ]


def test_another_machines_diary_is_taken_in_while_it_is_open_there_and_never_written(
    cramp_diary: Run, other: Diary, folder: Path
) -> None:
    path = other.folder / DIARY_NAME
    before = path.read_bytes()
    code, said, wrong = cramp_diary("import", str(path))
    assert (code, wrong) == (0, "")
    assert "2 nights are new." in said
    assert path.read_bytes() == before
    with closing(Diary.open(folder, clock=lambda: NOW, writable=False)) as book:
        assert book.nights.all() == other.nights.all()


@pytest.mark.parametrize(("differing", "minutes"), [(None, 3), ("keep", 1), ("take", 3), ("later", 3)])
def test_of_two_diaries_the_later_answer_counts_unless_the_person_says_otherwise(
    cramp_diary: Run, folder: Path, other: Diary, differing: str | None, minutes: int
) -> None:
    earlier = NOW - dt.timedelta(hours=1)
    with closing(Diary.open(folder, clock=lambda: earlier)) as book:
        book.nights.log_cramps(TODAY, (Cramp(minutes=1),))
    cramp_diary("import", str(other.folder / DIARY_NAME), *(("--differing", differing) if differing else ()))
    with closing(Diary.open(folder, clock=lambda: NOW, writable=False)) as book:
        assert book.nights.get(TODAY).cramps == (Cramp(minutes=minutes),)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is not JSON. Choose a file that this diary exported."),
        (b"\x00\xff" * 50, "This file is not JSON. Choose a file that this diary exported."),
        (b"[]", "This file is not from a night cramp diary. Choose a file that this diary exported."),
        (b"SQLite format 3\x00" + b"\xff" * 5000, "cannot be read as a diary"),
    ],
)
def test_what_is_no_diary_is_refused_in_one_sentence(
    cramp_diary: Run, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    code, said, wrong = cramp_diary("import", str(path))
    assert (code, said, len(wrong.splitlines())) == (2, "", 1)
    assert sentence in wrong


def test_a_database_of_another_program_is_refused_as_that(cramp_diary: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "photos.db")) as photos:
        photos.execute("CREATE TABLE photo (id INTEGER)")
        photos.commit()
    code, said, wrong = cramp_diary("import", str(tmp_path / "photos.db"))
    assert (code, said) == (2, "")
    assert "photos.db” cannot be read as a diary" in wrong


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_read_is_told_with_why(cramp_diary: Run, tmp_path: Path, name: str) -> None:
    code, _, wrong = cramp_diary("import", str(tmp_path / name))
    assert code == 2
    assert "cannot be read (" in wrong


def test_files_broken_at_random_change_nothing_or_what_they_say_and_never_crash(book: Diary, other: Diary) -> None:
    book.nights.log(TODAY - 3 * DAY, cramps=(), answers={"socks": True}, note="mine")
    whole = [other.files.export_json(), (other.folder / DIARY_NAME).read_bytes()]
    chance = random.Random(20_261_129)
    refusals: list[DiaryError] = []
    for number in range(MUTATIONS):
        data = broken(whole[number % 20 == 0], chance)
        version = book.version()
        try:
            contents = read_imported_bytes(data, "file", clock=lambda: NOW).contents
        except DiaryError as refusal:
            refusals.append(refusal)
            continue
        plan = book.files.plan_import(contents)
        assert book.version() == version
        assert all(each.sentence for each in plan.refusals)
    assert MUTATIONS // 2 < len(refusals) < MUTATIONS
    assert not any("\n" in str(refusal) for refusal in refusals)
    assert [night.note for night in book.nights.all()] == ["mine"]


def broken(data: bytes, chance: random.Random) -> bytes:
    """The bytes, cut, doubled, shuffled or changed at a random place."""
    at = chance.randrange(len(data))
    end = min(len(data), at + chance.randint(1, 40))
    match chance.randrange(4):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + data[end:]
        case 2:
            return data[:end] + data[at:]
        case _:
            return data[:at] + bytes(chance.randrange(256) for _ in range(end - at)) + data[end:]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("is_device", [False, True])
def test_a_pipe_or_device_is_refused_and_not_waited_for(cramp_diary: Run, tmp_path: Path, *, is_device: bool) -> None:
    path = Path("/dev/null") if is_device else tmp_path / "pipe"
    if not is_device:
        os.mkfifo(path)
    code, _, err = cramp_diary("import", str(path))
    assert code == 2
    assert f"{path} is a pipe or a device, and no file" in err


def test_what_the_shell_hands_over_as_an_open_file_is_read(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--quiet")
    everything = tmp_path / "diary.json"
    cramp_diary("export", "--out", str(everything))
    reading, writing = os.pipe()
    os.write(writing, everything.read_bytes())
    os.close(writing)
    try:
        assert cramp_diary("import", f"/dev/fd/{reading}", "--dry-run")[0] == 0
    finally:
        os.close(reading)
