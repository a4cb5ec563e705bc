from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flet_desktop.version import version

from diary.window.client import is_there

if TYPE_CHECKING:
    from pathlib import Path


def test_a_client_that_flet_fetched_for_another_program_is_there(tmp_path: Path) -> None:
    assert not is_there({}, "linux", home=tmp_path)
    (tmp_path / ".flet" / "client" / f"flet-desktop-light-{version}").mkdir(parents=True)
    assert is_there({}, "linux", home=tmp_path)


def test_a_client_of_another_version_or_half_unpacked_is_not_there(tmp_path: Path) -> None:
    for name in ("flet-desktop-light-0.1.0", f"flet-desktop-light-{version}.half"):
        (tmp_path / ".flet" / "client" / name).mkdir(parents=True)
    assert not is_there({}, sys.platform, home=tmp_path)


def test_a_client_that_was_put_elsewhere_is_there_once_its_program_is(tmp_path: Path) -> None:
    named = {"FLET_VIEW_PATH": str(tmp_path / "view")}
    (tmp_path / "view").mkdir()
    assert not is_there(named, "linux", home=tmp_path)
    (tmp_path / "view" / "flet").touch()
    assert is_there(named, "linux", home=tmp_path)
