from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diary.exchange.errors import CannotWriteError, NoFolderError, NotAFileError, NotAPlainFileError, OtherFileError
from diary.exchange.streams import is_stream
from diary.exchange.whole_file import REPORT, refuse_other_file, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from diary.exchange.whole_file import write_all
from diary.model.errors import DiaryError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_all({Path(path): b"%PDF-" + b"x" * length for path, length in zip(sys.argv[1:], (500, 5000))})
except DiaryError as refusal:
    sys.exit(str(refusal))
"""

AS_SOMEBODY_ELSE = """
import os, sys
from pathlib import Path
from diary.exchange.whole_file import write_whole
from diary.model.errors import DiaryError

if os.getuid() == 0:  # to whom every folder is open
    os.setuid(65534)
try:
    write_whole(Path(sys.argv[1]), b"new")
except DiaryError as refusal:
    sys.exit(str(refusal))
"""


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that others may look into, unlike the test's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def written_by_somebody_else(path: Path) -> str:
    command = [sys.executable, "-c", AS_SOMEBODY_ELSE, str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stderr


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    write_whole(out, b"%PDF-1")
    write_whole(out, b"%PDF-2")
    assert out.read_bytes() == b"%PDF-2"
    assert list(tmp_path.iterdir()) == [out]


def test_where_the_disk_is_full_all_old_files_stay_and_nothing_else_is_left(tmp_path: Path) -> None:
    nights, cramps = tmp_path / "nights.csv", tmp_path / "cramps.csv"
    nights.write_bytes(b"old nights")
    cramps.write_bytes(b"old cramps")
    command = [sys.executable, "-c", ON_A_FULL_DISK, str(nights), str(cramps)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "there is no room for it" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (nights.read_bytes(), cramps.read_bytes()) == (b"old nights", b"old cramps")
    assert set(tmp_path.iterdir()) == {nights, cramps}


def test_a_folder_that_may_not_be_written_is_told_in_one_sentence(shared_folder: Path) -> None:
    shared_folder.chmod(0o555)
    assert written_by_somebody_else(shared_folder / "a.csv") == (
        f"{shared_folder / 'a.csv'} cannot be written (this program is not allowed to use it). "
        "Change the rights of the file and its folder, or choose another folder.\n"
    )
    assert list(shared_folder.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can hold a file against others")
def test_a_file_that_another_holds_is_left_as_it_is(shared_folder: Path) -> None:
    shared_folder.chmod(0o1777)
    held = shared_folder / "a.csv"
    held.write_bytes(b"old")
    assert "is open in another program" in written_by_somebody_else(held)
    assert held.read_bytes() == b"old"
    assert list(shared_folder.iterdir()) == [held]


def test_only_a_report_is_replaced(tmp_path: Path) -> None:
    report, photo, labs = tmp_path / "report.pdf", tmp_path / "photo.pdf", tmp_path / "labs.pdf"
    report.write_bytes(b"%PDF-1.7 <</Keywords(night-cramp-diary)>>")
    photo.write_bytes(b"\xff\xd8")
    labs.write_bytes(b"%PDF-1.7")
    refuse_other_file(report, REPORT)
    refuse_other_file(tmp_path / "new.pdf", REPORT)
    for other in (photo, labs):
        with pytest.raises(OtherFileError):
            refuse_other_file(other, REPORT)
    with pytest.raises(NotAFileError):
        refuse_other_file(tmp_path, REPORT)
    with pytest.raises(NoFolderError):
        refuse_other_file(tmp_path / "no" / "report.pdf", REPORT)
    with pytest.raises(CannotWriteError):
        refuse_other_file(tmp_path / ("x" * 300), REPORT)


def test_a_socket_is_no_file(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "door"))
        with pytest.raises(NotAPlainFileError):
            refuse_other_file(tmp_path / "door", REPORT)


def test_links_that_lead_round_in_a_circle_are_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "b.pdf")
    (tmp_path / "b.pdf").symlink_to(tmp_path / "a.pdf")
    with pytest.raises(NotAPlainFileError):
        refuse_other_file(tmp_path / "a.pdf", REPORT)


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/stderr", "/dev/fd/7", "/proc/self/fd/1", "/dev/null"])
def test_the_program_s_own_outputs_and_devices_are_no_files_to_replace(name: str) -> None:
    assert is_stream(Path(name))


@pytest.mark.parametrize("name", ["report.pdf", "/dev/shelf/report.pdf", "/dev/fdx/1", "no/-"])
def test_any_other_path_is_a_file(name: str) -> None:
    assert not is_stream(Path(name))
