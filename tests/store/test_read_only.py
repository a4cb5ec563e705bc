"""A diary is read wherever it lies: in a folder, a file or a snapshot that nobody can write."""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from diary.store.store import Store
from tests.store.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diary.model.night import Night

NOBODY = 65534

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


def without_root(function: Callable[[], Any]) -> Any:
    """What a function gives or raises to a user whom rights stop, as they do not stop root."""
    if os.geteuid() != 0:
        return function()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:  # a process of its own
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        try:
            answer = function()
        except Exception as error:  # noqa: BLE001  # handed to the parent
            answer = f"{type(error).__name__}: {error}"
        os.write(writing, pickle.dumps(answer))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(data)  # noqa: S301  # our own child's


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that other users can look into, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="night-cramp-diary-test-"))
    folder.chmod(0o755)
    yield folder
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def copy(store: Store, place: Path, cramp_night: Night, keep_night: Callable[[Store, Night], None]) -> Path:
    """A copy of a closed diary, as a snapshot has it, with one night."""
    keep_night(store, cramp_night)
    store.close()
    shutil.copytree(store.folder, place / "diary")
    (place / "diary" / "diary.db").chmod(0o444)
    return place / "diary"


def notes(folder: Path) -> list[str]:
    store = Store.open(folder, clock=lambda: NOW, writable=False)
    try:
        assert store.check() == ()
        return [night.note for night in store.nights()]
    finally:
        store.close()


@pytest.mark.parametrize("rights", [0o555, 0o755])
def test_a_diary_in_a_folder_or_a_file_that_can_only_be_read_is_read(copy: Path, rights: int) -> None:
    copy.chmod(rights)
    assert without_root(lambda: notes(copy)) == ["ran for the bus"]
    assert sorted(each.name for each in copy.iterdir()) == ["diary.db", "diary.lock", "diary.seal"]


def test_a_diary_that_can_only_be_read_says_so_where_it_is_to_be_written(copy: Path) -> None:
    copy.chmod(0o555)
    said = without_root(lambda: Store.open(copy, clock=lambda: NOW, writable=True))
    assert said.startswith("FolderNotUsableError")
    assert "Choose another folder" in said or "choose another folder" in said
