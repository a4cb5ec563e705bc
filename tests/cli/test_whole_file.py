from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from diary.cli.errors import CannotWriteError, NoFolderError, NotAFileError, NotAReportError
from diary.cli.whole_file import refuse_other_file, write_whole

if TYPE_CHECKING:
    from pathlib import Path

ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from diary.cli.whole_file import write_whole
from diary.model.errors import DiaryError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), b"%PDF-" + b"x" * 5000)
except DiaryError as refusal:
    sys.exit(str(refusal))
"""


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    write_whole(out, b"%PDF-1")
    write_whole(out, b"%PDF-2")
    assert out.read_bytes() == b"%PDF-2"
    assert list(tmp_path.iterdir()) == [out]


def test_where_the_disk_is_full_the_old_file_stays_and_nothing_else_is_left(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    out.write_bytes(b"%PDF-old")
    done = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(out)], capture_output=True, text=True, timeout=60, check=False
    )
    assert "cannot be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert out.read_bytes() == b"%PDF-old"
    assert list(tmp_path.iterdir()) == [out]


def test_only_a_pdf_is_replaced(tmp_path: Path) -> None:
    report, photo = tmp_path / "report.pdf", tmp_path / "photo.pdf"
    report.write_bytes(b"%PDF-1.7")
    photo.write_bytes(b"\xff\xd8")
    refuse_other_file(report)
    refuse_other_file(tmp_path / "new.pdf")
    with pytest.raises(NotAReportError):
        refuse_other_file(photo)
    with pytest.raises(NotAFileError):
        refuse_other_file(tmp_path)
    with pytest.raises(NoFolderError):
        refuse_other_file(tmp_path / "no" / "report.pdf")
    with pytest.raises(CannotWriteError):
        refuse_other_file(tmp_path / ("x" * 300))
