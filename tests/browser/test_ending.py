"""The program ends within three seconds of being asked to, whatever it is doing, and nothing that was told is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SOON
from tests.browser.stored import plain_nights
from tests.browser.test_drafts import NOTE, go_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.browser.conftest import Phone
    from tests.conftest import OpenDiary, OpenPage, StartDiary

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(240),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without asking it"),
]

fcntl = pytest.importorskip("fcntl")
ROOT = Path(__file__).parents[2]
WITHIN = 3.0
"""Seconds, where the machine has a processor for each program that wants one."""
ENDINGS = (signal.SIGINT, signal.SIGTERM)


def ends(diary: OpenDiary, how: signal.Signals = signal.SIGINT) -> tuple[int, str, str]:
    """Ask it to end, and see that it does in time; gives what it left behind."""
    asked = time.monotonic()
    left = diary.close(how)
    assert time.monotonic() - asked < WITHIN * crowd()
    return left


def is_held(lock: Path) -> bool:
    """Whether a program that writes the diary holds its lock."""
    with lock.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


def crowd() -> float:
    """How many programs wait for each processor of the machine; 1 where none does."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


LOCKING = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN EXCLUSIVE")
print(flush=True)
sys.stdin.read()
"""


@contextmanager
def in_use(folder: Path) -> Iterator[None]:
    """The diary's file, locked by another program."""
    command = [sys.executable, "-c", LOCKING, str(folder / "diary.db")]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout is not None
    other.stdout.readline()
    try:
        yield
    finally:
        other.kill()
        other.communicate()


def nights(folder: Path) -> list[dict[str, Any]]:
    """All nights that are kept."""
    return list(plain_nights(folder).values())


@pytest.mark.parametrize("how", ENDINGS)
@pytest.mark.parametrize("pause", [0, 0.1, 0.3, 1.0])
def test_before_the_first_page(start_diary: StartDiary, tmp_path: Path, how: signal.Signals, pause: float) -> None:
    diary = start_diary(tmp_path)
    time.sleep(pause)
    assert ends(diary, how) == (0, "", "")


def test_before_anything_has_loaded(start_diary: StartDiary, tmp_path: Path) -> None:
    flag = tmp_path / "flag"
    flag.touch()
    diary = start_diary(tmp_path, mistake=("hangs", "diary.app", "_get_ready", str(flag)))
    time.sleep(1)
    assert ends(diary) == (0, "", "")


@pytest.mark.parametrize("how", ENDINGS)
@pytest.mark.parametrize("pause", [0, 300, 1000, 3200])
def test_in_the_first_seconds_of_a_page(
    start_diary: StartDiary, open_page: OpenPage, tmp_path: Path, how: signal.Signals, pause: int
) -> None:
    diary = start_diary(tmp_path)
    page = open_page("about:blank")
    with page.expect_websocket():
        page.goto(diary.address)
    page.wait_for_timeout(pause)
    assert ends(diary, how) == (0, "", "")


@pytest.mark.parametrize(
    ("kind", "module", "name", "path"),
    [
        ("hangs-import", "diary.ui.settings.screen", "", "/"),
        ("hangs-import", "diary.ui.trends.screen", "", "/trends"),
        ("hangs", "diary.book", "DiaryResults.chart", "/trends"),
        ("hangs", "diary.book", "DiaryResults.findings", "/triggers"),
        ("hangs", "diary.book", "DiaryResults.report_pages", "/report"),
    ],
    ids=["loading the rest", "loading a screen", "a chart", "findings", "a report"],
)
def test_while_something_slow_is_under_way(
    start_diary: StartDiary,
    open_phone: Callable[..., Phone],
    tmp_path: Path,
    *,
    kind: str,
    module: str,
    name: str,
    path: str,
) -> None:
    flag = tmp_path / "flag"
    flag.touch()
    diary = start_diary(tmp_path, "--demo", mistake=(kind, module, name, str(flag)))
    phone = open_phone(diary.address)
    phone.show(path)
    phone.page.wait_for_timeout(4500)
    assert ends(diary) == (0, "", "")


def test_while_it_waits_to_open_a_file_that_is_in_use(start_diary: StartDiary, tmp_path: Path) -> None:
    start_diary(tmp_path).close()
    with in_use(tmp_path):
        command = [sys.executable, str(ROOT / "main.py"), "--no-open", "--data", str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            while not is_held(tmp_path / "diary.lock"):
                time.sleep(0.05)
            time.sleep(0.5)
            asked = time.monotonic()
            process.send_signal(signal.SIGINT)
            assert process.communicate(timeout=20) == ("", "")
            assert time.monotonic() - asked < WITHIN * crowd()


def test_the_acts_under_way_are_done(start_diary: StartDiary, open_phone: Callable[..., Phone], tmp_path: Path) -> None:
    flag = tmp_path / "flag"
    diary = start_diary(tmp_path, mistake=("is-slow", "diary.book", "DiaryNights.perform", str(flag)))
    phone = open_phone(diary.address)
    names = ("How did you mostly lie? Back", "No cramps")
    phone.scroll_to(phone.find(names[0]))
    boxes = [phone.find(name).bounding_box() for name in names]
    flag.touch()
    for box in boxes:
        assert box is not None
        phone.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    phone.page.wait_for_timeout(150)
    assert ends(diary) == (0, "", "")
    assert [(night["cramps"], night["answers"]["position"]["value"]) for night in nights(tmp_path)] == [([], "back")]


def test_while_its_file_is_in_use_a_draft_is_kept_and_an_act_that_cannot_be_is_told(
    start_diary: StartDiary, open_phone: Callable[..., Phone], tmp_path: Path
) -> None:
    diary = start_diary(tmp_path)
    phone = open_phone(diary.address)
    with in_use(tmp_path):
        go_in(phone, NOTE)
        phone.page.keyboard.type("Woke twice", delay=25)
        phone.tap("No cramps")
        code, _, errors = ends(diary)
        assert code == 2

        assert errors.startswith("The diary was closed while another program kept its file in use")
    phone.page.close()  # it would come back with the program, and take up the draft
    again = open_phone(start_diary(tmp_path).address)
    go_in(again, NOTE)
    expect(again.page.get_by_role("textbox", name=NOTE)).to_have_value("Woke twice", timeout=SOON)
    with sqlite3.connect(tmp_path / "diary.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
