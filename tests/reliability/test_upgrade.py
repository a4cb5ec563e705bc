"""An upgrade comes about whole, or is refused in one sentence that names the cause, with the file as it was."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from diary.store import engine, upgrade
from diary.store.engine import driver
from diary.store.errors import UpgradeFailedError
from diary.store.store import Store
from tests.store.test_read_only import without_root

if TYPE_CHECKING:
    from diary.model.errors import DiaryError

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of a file, and these rights, are of POSIX"),
]

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)
OLDEST = Path(__file__).parent.parent / "data" / "schemas" / "v0001.db"
SYSTEM_WORDS = re.compile(r"sqlalche|SQL|Errno|disk I/O|database|Error|Traceback")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A diary of the oldest schema."""
    (tmp_path / "diary").mkdir()
    shutil.copy(OLDEST, tmp_path / "diary" / "diary.db")
    return tmp_path / "diary"


def opened(folder: Path) -> Store:
    return Store.open(folder, clock=lambda: NOW, writable=True)


def refused(folder: Path) -> DiaryError:
    with pytest.raises(UpgradeFailedError) as refusal:
        opened(folder)
    return refusal.value


def assert_one_sentence_and_unchanged(words: str, folder: Path) -> None:
    assert not SYSTEM_WORDS.search(words.replace(str(folder), "")), words
    assert "\n" not in words
    assert words.endswith(".")
    assert (folder / "diary.db").read_bytes() == OLDEST.read_bytes()


def test_a_file_that_another_program_writes_is_told_as_that(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PRAGMAS", tuple(each.replace("5000", "50") for each in engine.PRAGMAS))
    with closing(driver.connect(str(folder / "diary.db"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        words = str(refused(folder))
    assert "another program is using the file" in words
    assert_one_sentence_and_unchanged(words, folder)


def test_a_folder_that_can_only_be_read_is_told_as_that() -> None:
    place = Path(tempfile.mkdtemp(prefix="night-cramp-diary-test-"))  # where other users can look, unlike pytest's own
    shutil.copy(OLDEST, place / "diary.db")
    (place / "diary.lock").touch()
    for path in (place / "diary.db", place / "diary.lock", place):
        path.chmod(0o555)
    words = without_root(lambda: opened(place))
    for path in (place, place / "diary.db"):
        path.chmod(0o755)
    assert words.startswith("FolderNotUsableError: ")
    assert "can only be read" in words or "not allowed" in words
    assert_one_sentence_and_unchanged(words.split(": ", 1)[1], place)
    shutil.rmtree(place)


def test_a_disk_that_goes_meanwhile_is_told_as_that(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = upgrade.run_migrations

    def lose_the_disk(connection: Any) -> None:
        folder.rename(folder.with_name("gone"))
        run(connection)
        raise driver.OperationalError("disk I/O error")

    monkeypatch.setattr(upgrade, "run_migrations", lose_the_disk)
    words = str(refused(folder))
    folder.with_name("gone").rename(folder)
    assert "cannot be found" in words
    assert_one_sentence_and_unchanged(words, folder)


def test_a_mistake_in_a_step_is_not_called_damage(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def misspell(connection: Any) -> None:
        connection.exec_driver_sql("ALTER TABEL night ADD COLUMN mood TEXT")

    monkeypatch.setattr(upgrade, "run_migrations", misspell)
    words = str(refused(folder))
    assert "one of its steps failed" in words
    assert "backup" not in words
    assert_one_sentence_and_unchanged(words, folder)
