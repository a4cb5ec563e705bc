from __future__ import annotations

import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import OpenPage, StartDiary

ROOT = Path(__file__).resolve().parent.parent


def status_of(address: str) -> int:
    """What the address says, with nothing held from before."""
    try:
        with urllib.request.build_opener(urllib.request.HTTPCookieProcessor()).open(address, timeout=10) as told:
            return int(told.status)
    except urllib.error.HTTPError as refused:
        return refused.code


def open_diary(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python main.py` to its end."""
    clean = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *options],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**clean, **environment},
    )


def assert_one_sentence(done: subprocess.CompletedProcess[str], *, code: int, says: str) -> None:
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr


def test_it_prints_one_line_that_opens_the_diary_once(start_diary: StartDiary, tmp_path: Path) -> None:
    diary = start_diary(tmp_path)
    assert [status_of(diary.address), status_of(diary.address)] == [200, 401]
    assert diary.close() == (0, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without asking it")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_asked_to_and_leaves_nothing_open(
    start_diary: StartDiary, tmp_path: Path, how: signal.Signals
) -> None:
    diary = start_diary(tmp_path)
    assert (tmp_path / "running.json").exists()
    assert diary.close(how) == (0, "", "")
    assert not (tmp_path / "running.json").exists()
    assert start_diary(tmp_path).close() == (0, "", "")


@pytest.mark.browser
def test_it_ends_at_once_also_while_a_page_is_open(
    start_diary: StartDiary, open_page: OpenPage, tmp_path: Path
) -> None:
    diary = start_diary(tmp_path)
    page = open_page(diary.address)
    page.get_by_role("tab", name="Log").wait_for()
    begun = time.monotonic()
    assert diary.close() == (0, "", "")
    assert time.monotonic() - begun < 5


def test_a_second_start_opens_the_running_diary_and_is_done(start_diary: StartDiary, tmp_path: Path) -> None:
    first = start_diary(tmp_path)
    second = open_diary("--no-open", "--data", str(tmp_path))
    assert (second.returncode, second.stderr) == (0, "")
    address = second.stdout.removeprefix("Open ").strip()
    assert address.startswith(f"http://127.0.0.1:{first.port}/?token=")
    assert [status_of(address), status_of(first.address)] == [200, 200]


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    """A stand-in for the person's browser: it notes the command lines of all programs, and what it was given."""
    script = tmp_path / "browser"
    script.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, sys, urllib.request\n"
        "lines = [each.read_bytes() for each in pathlib.Path('/proc').glob('[0-9]*/cmdline')]\n"
        "given = urllib.request.urlopen(sys.argv[1]).read()\n"
        f"pathlib.Path({str(tmp_path / 'lines')!r}).write_bytes(b'\\n'.join(lines))\n"
        f"pathlib.Path({str(tmp_path / 'given.part')!r}).write_bytes(given)\n"
        f"pathlib.Path({str(tmp_path / 'given.part')!r}).rename({str(tmp_path / 'given')!r})\n"
    )
    script.chmod(0o700)
    return script


def given_to(browser: Path) -> str:
    """The address to which the file that the browser was given leads; no program's command line holds its token."""
    given = browser.with_name("given")
    for _ in range(200):
        if given.exists():
            break
        time.sleep(0.1)
    found = re.search(r"url=(http://127\.0\.0\.1:\d+/\?token=([\w-]+))", given.read_text())
    assert found
    lines = browser.with_name("lines").read_bytes()
    assert b"main.py" in lines
    assert found[2].encode() not in lines
    given.unlink()
    return found[1]


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="reads command lines as Linux shows them")
def test_no_token_stands_in_any_command_line_and_the_browser_is_let_in_all_the_same(
    tmp_path: Path, browser: Path
) -> None:
    seen = {"DISPLAY": ":99", "BROWSER": f"{browser} %s"}
    folder = tmp_path / "diary"
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--data", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **seen},
    ) as first:
        address = given_to(browser)
        assert [status_of(address), status_of(address)] == [200, 401]
        second = open_diary("--data", str(folder), **seen)
        assert (second.returncode, second.stderr) == (0, "")
        assert status_of(given_to(browser)) == 200
        assert list(folder.glob("open-*")) == []
        first.send_signal(signal.SIGINT)
    assert first.returncode == 0


def test_a_running_diary_that_does_not_answer_is_told_in_one_sentence(start_diary: StartDiary, tmp_path: Path) -> None:
    start_diary(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    (tmp_path / "running.json").write_text(json.dumps({"port": port, "secret": "s"}))
    done = open_diary("--no-open", "--data", str(tmp_path))
    assert_one_sentence(done, code=2, says="The diary is open; close it first.")


def test_a_diary_that_is_open_in_its_window_says_so(start_diary: StartDiary, tmp_path: Path) -> None:
    start_diary(tmp_path)
    (tmp_path / "running.json").write_text(json.dumps({"port": None, "secret": "s"}))
    done = open_diary("--data", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "The diary is open already, in its window.\n"


def test_a_instance_file_left_by_a_killed_diary_does_not_keep_the_next_from_starting(
    start_diary: StartDiary, tmp_path: Path
) -> None:
    start_diary(tmp_path).process.kill()
    time.sleep(0.5)
    assert (tmp_path / "running.json").exists()
    assert status_of(start_diary(tmp_path).address) == 200


def test_the_instance_file_and_the_folder_are_the_persons_alone(start_diary: StartDiary, tmp_path: Path) -> None:
    start_diary(tmp_path / "diary")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "diary").iterdir()}
    assert stat.S_IMODE((tmp_path / "diary").stat().st_mode) == 0o700
    assert {"running.json", "diary.db"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_the_port_that_is_asked_for_is_the_one(start_diary: StartDiary, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert start_diary(tmp_path, "--port", str(port)).port == port


def test_a_port_that_is_taken_is_told_in_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = open_diary("--no-open", "--data", str(tmp_path), "--port", str(port))
    assert_one_sentence(done, code=2, says=f"Port {port} cannot be used")
    assert not (tmp_path / "running.json").exists()


def test_a_folder_that_cannot_be_used_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = open_diary("--no-open", "--data", str(tmp_path / "file"))
    assert_one_sentence(done, code=2, says=str(tmp_path / "file"))
    assert (tmp_path / "file").read_text() == "not a folder"


def test_without_a_display_it_prints_its_address_and_waits(tmp_path: Path) -> None:
    ending = (
        f"from diary.app import *; import sys; sys.exit(run_app(OpenOptions(data=Path({str(tmp_path)!r}), grace=0.5)))"
    )
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    done = subprocess.run(
        [sys.executable, "-c", ending], capture_output=True, text=True, timeout=60, check=True, env=environment
    )
    assert done.stdout.startswith("Open http://127.0.0.1:")
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


def test_a_demo_touches_no_diary_and_leaves_nothing_behind(start_diary: StartDiary, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    diary = start_diary(tmp_path / "diary", "--demo", environment={"TMPDIR": str(temporary), "TEMP": str(temporary)})
    assert [path.name for path in temporary.glob("*/diary.db")] == ["diary.db"]
    assert diary.close() == (0, "", "")
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "diary").exists()


WATCHED = """
import os, sys

def note(event, arguments):
    if event == "socket.getaddrinfo" and arguments[0] not in (None, "127.0.0.1", "localhost"):
        sys.__stderr__.write(f"looked up {arguments[0]}\\n")
    if event == "socket.connect" and isinstance(arguments[1], tuple) and arguments[1][0] != "127.0.0.1":
        sys.__stderr__.write(f"reached for {arguments[1]}\\n")
    if event == "subprocess.Popen" and "flet" in str(arguments):
        sys.__stderr__.write(f"started {arguments}\\n")

sys.addaudithook(note)
from diary.app import *

sys.exit(run_app(OpenOptions(data=Path(sys.argv[1]), grace=3)))
"""
"""Opens the diary as it is opened without options, and says whatever it asks of the network."""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_nothing_is_looked_up_on_the_network_unless_the_window_was_chosen(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    (tmp_path / "browser").write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    (tmp_path / "browser").chmod(0o700)
    environment = {"DISPLAY": ":99", "HOME": str(tmp_path), "BROWSER": f"{tmp_path / 'browser'} %s"}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path / "diary")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, **environment},
    )
    assert done.stderr == ""
    assert opened.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_before_the_window_is_fetched_it_says_what_and_from_where(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    opening = (
        f"from diary.app import *; sys.exit(run_app(OpenOptions(data=Path({str(tmp_path)!r}), window=True, grace=1)))"
    )
    environment = {
        "DISPLAY": ":99",
        "HOME": str(tmp_path),
        "BROWSER": "true %s",
        "FLET_CLIENT_URL": f"http://127.0.0.1:{port}/client.tar.gz",
    }
    done = subprocess.run(
        [sys.executable, "-c", opening],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, **environment},
    )
    first, second = done.stderr.splitlines()
    assert "about 30 MB, fetched now from 127.0.0.1, and not checked by the diary." in first
    assert second == "The window could not be fetched, so the diary opens in your browser."


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_a_window_that_cannot_come_up_gives_way_to_the_browser(tmp_path: Path) -> None:
    client, opened = tmp_path / "client", tmp_path / "opened"
    client.mkdir()
    (client / "flet").write_text("#!/bin/sh\nexit 127\n")
    (client / "flet").chmod(0o700)
    (tmp_path / "browser").write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    (tmp_path / "browser").chmod(0o700)
    ending = f"from diary.app import *; import sys; sys.exit(run_app(OpenOptions(data=Path({str(tmp_path)!r}), window=True, grace=2)))"
    environment = {"DISPLAY": ":99", "FLET_VIEW_PATH": str(client), "BROWSER": f"{tmp_path / 'browser'} %s"}
    done = subprocess.run(
        [sys.executable, "-c", ending],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, **environment},
    )
    assert done.stderr == "The window did not come up, so the diary opens in your browser.\n"
    assert re.fullmatch(r"Open http://127\.0\.0\.1:\d+/\?token=\S+\n", done.stdout)
    assert opened.read_text().startswith("file://")


def test_on_a_machine_without_the_libraries_main_says_how_to_install_them(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-S", str(ROOT / "main.py"), "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert_one_sentence(done, code=2, says="-m pip install .")
