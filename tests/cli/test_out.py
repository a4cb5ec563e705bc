"""Where the commands write, and over what they do not: real files, links, pipes and devices."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.commands import Run

LABS = b"%PDF-1.7\n1 0 obj<</Title(Blood test)/Creator(Typst 0.13)/Keywords(cramps, diary)>>endobj\n%%EOF"
OTHER_BUNDLE = b'{"resourceType": "Bundle", "id": "2d1a", "type": "collection", "entry": []}'
OTHER_TABLE = b"morning,cramp_night\r\n2026-11-22,yes\r\n"


@pytest.fixture
def diary(cramp_diary: Run, folder: Path) -> Path:
    """A diary of one night."""
    assert cramp_diary("log", "--cramp", "03:10 calf")[0] == 0
    return folder


@pytest.fixture
def shell(diary: Path, tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Runs a line of shell in which $DIARY is the program."""
    environment = {**os.environ, "CRAMP_DIARY_DATA": str(diary), "DIARY": f"{sys.executable} -m diary"}
    environment["PYTHONPATH"] = str(Path.cwd())

    def call(line: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "-c", line]
        return subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
        )

    return call


@pytest.mark.parametrize(
    ("command", "name", "content"),
    [
        ("report", "labs.pdf", LABS),
        ("report", "labs.pdf", b"%PDF-"),
        ("report", "page.html", b"<!doctype html>\n<p>mine"),
        ("export", "mine.fhir.json", OTHER_BUNDLE),
        ("export", "mine.json", b'{"format": "another"}'),
        ("export", "mine.csv", OTHER_TABLE),
        ("export", "empty.json", b""),
    ],
)
@pytest.mark.usefixtures("diary")
def test_a_file_of_any_other_program_is_left_alone(
    cramp_diary: Run, tmp_path: Path, command: str, name: str, content: bytes
) -> None:
    mine = tmp_path / name
    mine.write_bytes(content)
    code, out, err = cramp_diary(command, "--out", str(mine))
    assert (code, out) == (2, "")
    assert err.startswith(f"{mine} is there already and is not ")
    assert err.endswith("; choose another name.\n")
    assert mine.read_bytes() == content


@pytest.mark.parametrize(
    ("command", "name"),
    [("report", "a.pdf"), ("report", "a"), ("report", "a.html"), ("export", "a.json"), ("export", "a.fhir.json")],
)
@pytest.mark.usefixtures("diary")
def test_a_file_of_ours_is_replaced(cramp_diary: Run, tmp_path: Path, command: str, name: str) -> None:
    ours = tmp_path / name
    for _ in range(2):
        assert cramp_diary(command, "--out", str(ours))[:2] == (0, f"Saved {ours}.\n")


@pytest.mark.usefixtures("diary")
def test_a_report_of_an_earlier_version_is_replaced(cramp_diary: Run, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.pdf"
    earlier.write_bytes(
        b"%PDF-1.7\n9 0 obj<</Title(Night cramps, 1 Nov 2026 to 22 Nov 2026)/Creator(Typst 0.15.1)>>endobj"
    )
    assert cramp_diary("report", "--out", str(earlier))[0] == 0


@pytest.mark.usefixtures("diary")
def test_a_link_stays_a_link_and_leads_to_the_new_file(cramp_diary: Run, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    link = tmp_path / "diary.json"
    link.symlink_to(shelf / "kept.json")
    for _ in range(2):
        assert cramp_diary("export", "--out", str(link))[0] == 0
    assert link.is_symlink()
    assert json.loads((shelf / "kept.json").read_bytes())["nights"]
    assert [path.name for path in shelf.iterdir()] == ["kept.json"]
    (shelf / "kept.json").write_bytes(b"mine")
    assert cramp_diary("export", "--out", str(link))[0] == 2


@pytest.mark.parametrize("out", ["/dev/stdout", "-"])
def test_standard_output_gets_the_file_and_nothing_else(
    shell: Callable[[str], subprocess.CompletedProcess[str]], tmp_path: Path, out: str
) -> None:
    assert shell(f"$DIARY export --out {out} > direct.json").returncode == 0
    assert shell(f"set -o pipefail; $DIARY export --out {out} | cat > piped.json").returncode == 0
    for name in ("direct.json", "piped.json"):
        assert json.loads((tmp_path / name).read_bytes())["nights"]


def test_a_report_goes_through_a_pipe(shell: Callable[[str], subprocess.CompletedProcess[str]], tmp_path: Path) -> None:
    assert shell("$DIARY report --out - | cat > report.pdf").returncode == 0
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("diary")
def test_a_named_pipe_gets_the_file_where_somebody_reads(cramp_diary: Run, tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe.json", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    code, _, err = cramp_diary("export", "--out", str(pipe))
    assert (code, err) == (2, f"Nothing reads from {pipe} yet; start what is to read there first.\n")
    reader.start()
    while cramp_diary("export", "--out", str(pipe))[0] == 2:
        pass  # until the reader has opened it
    reader.join(timeout=20)
    assert json.loads(got[0])["nights"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("line", ["$DIARY report --out -", "$DIARY questions"])
def test_a_reader_that_has_enough_ends_the_program_quietly(
    shell: Callable[[str], subprocess.CompletedProcess[str]], line: str
) -> None:
    done = shell(f"set -o pipefail; {line} | true")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "line",
    [
        "$DIARY report --out /dev/full",
        "$DIARY export --out - > /dev/full",
        "$DIARY nights > /dev/full",
        "$DIARY export --out - >&-",
        "$DIARY export --out /proc/version.json",
    ],
)
def test_what_cannot_be_written_is_told_in_one_sentence(
    shell: Callable[[str], subprocess.CompletedProcess[str]], tmp_path: Path, line: str
) -> None:
    before = sorted(tmp_path.iterdir())
    done = shell(line)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("command", ["report", "export"])
def test_an_empty_name_is_not_the_present_folder(
    cramp_diary: Run, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cramp_diary(command, "--out", "") == (2, "", "No file is named after --out. Name one, like report.pdf.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_is_not_written_to_a_terminal(diary: Path) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "diary", "report", "--data", str(diary), "--out", "-"]
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("A terminal cannot show this file")
