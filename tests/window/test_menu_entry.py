"""The diary in the system's menu: an entry that a menu can read and that starts the diary."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

from diary import paths
from diary.cli import run
from diary.window.menu_entry import MenuEntry, NoMenuEntryError, entry_text

linux = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="another kind of menu")


def entry_of(text: str) -> configparser.SectionProxy:
    """The keys of an entry, as a menu reads them."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # the case of a key counts
    parser.read_string(text)
    return parser["Desktop Entry"]


def command_of(text: str) -> list[str]:
    """The command that a menu runs: escapes of a value undone, then the quotes, then the doubled signs."""
    value = re.sub(r"\\\\", lambda _: "\\", entry_of(text)["Exec"])
    script = f"printf '%s\\0' {value}"  # a shell quotes alike
    words = subprocess.run(["sh", "-c", script], capture_output=True, check=True).stdout.decode().split("\0")[:-1]
    return [word.replace("%%", "%") for word in words]


@linux
@pytest.mark.parametrize(
    "words", [["/usr/bin/python3"], ['/my programs/100% "mine"', "$HOME", "`id`", "back\\slash", "ümlaut", "a;b"]]
)
def test_a_menu_runs_the_very_words_of_the_command(words: list[str]) -> None:
    assert command_of(entry_text(words)) == words


@linux
def test_the_entry_starts_the_diary_bears_its_icon_and_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    for _ in range(2):  # the second takes the place of the first
        assert run(["desktop", "--data", str(tmp_path / "my diary")]) == 0
    entry = tmp_path / "share" / "applications" / "night-cramp-diary.desktop"
    assert str(entry) in capsys.readouterr().out
    text = entry.read_text("utf-8")
    command = command_of(text)
    assert command[-2:] == ["--data", str(tmp_path / "my diary")]
    asked = subprocess.run([*command, "--help"], capture_output=True, text=True, check=True, cwd=paths.assets().parent)
    assert "Open the diary" in asked.stdout
    icons = list((tmp_path / "share" / "icons").rglob("night-cramp-diary.png"))
    assert {path.parent.parent.name for path in icons} == {"192x192", "512x512"}
    assert entry_of(text)["Icon"] == "night-cramp-diary"
    assert run(["desktop", "--remove"]) == 0
    assert [path for path in (tmp_path / "share").rglob("*") if path.is_file()] == []
    assert run(["desktop", "--remove"]) == 0


@linux
def test_an_entry_that_cannot_be_written_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "share").write_text("a file where the folder should be", "utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert run(["desktop"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_place_that_is_not_absolute_counts_as_not_named() -> None:
    home = Path("/home/me")
    for named in ({}, {"XDG_DATA_HOME": ""}, {"XDG_DATA_HOME": "share"}):
        assert MenuEntry.of(named, home, Path()).data == home / ".local" / "share"


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_only_the_person_can_change_the_menu_they_are_told_how(platform: str) -> None:
    assert str(NoMenuEntryError(platform, "python -m diary open")).endswith("python -m diary open")
