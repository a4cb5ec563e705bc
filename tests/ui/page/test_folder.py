"""Opening the data folder in the machine's own file manager."""

from __future__ import annotations

import stat
import sys
import time
from typing import TYPE_CHECKING

import pytest

from diary.ui.page.folder import downloads_folder, free_place, open_outside, opener

if TYPE_CHECKING:
    from pathlib import Path


def found(name: str) -> str:
    return f"/bin/{name}"


@pytest.mark.parametrize(
    ("platform", "environment", "program"),
    [
        ("linux", {"DISPLAY": ":0"}, "/bin/xdg-open"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, "/bin/xdg-open"),
        ("linux", {}, None),
        ("linux", {"DISPLAY": ""}, None),
        ("darwin", {}, "/bin/open"),
        ("win32", {}, "/bin/explorer"),
    ],
)
def test_a_folder_is_opened_by_the_machines_own_program_where_there_is_a_display(
    platform: str, environment: dict[str, str], program: str | None
) -> None:
    assert opener(platform, environment, find=found) == program


def test_a_machine_without_such_a_program_opens_none() -> None:
    assert opener("linux", {"DISPLAY": ":0"}, find=lambda _name: None) is None


def test_the_program_is_given_the_folder_and_not_waited_for(tmp_path: Path) -> None:
    program = tmp_path / "show"
    program.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/shown\nsleep 5\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    folder = tmp_path / "a folder; with $signs"
    started = time.monotonic()
    open_outside(str(program), folder)
    assert time.monotonic() - started < 2
    for _ in range(100):
        if (tmp_path / "shown").exists() and (tmp_path / "shown").read_text():
            break
        time.sleep(0.05)
    assert (tmp_path / "shown").read_text().strip() == str(folder)


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the variable is Linux's")
def test_the_downloads_folder_is_the_persons_own_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no settings"))
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(tmp_path / "saved"))
    assert downloads_folder() is None
    (tmp_path / "saved").mkdir()
    assert downloads_folder() == tmp_path / "saved"


def test_a_file_is_given_a_name_that_is_free_so_that_none_is_overwritten(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = free_place(tmp_path, "night-cramps-2026-11-22.fhir.json")
        path.touch()
        names.append(path.name)
    assert names == [f"night-cramps-2026-11-22{number}.fhir.json" for number in ("", " (2)", " (3)")]
