from __future__ import annotations

from typing import TYPE_CHECKING

from diary.window.browsers import app_window_browser

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path, name: str, text: str = "") -> Path:
    """A program of this name."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    program.write_text(text)
    program.chmod(0o700)
    return program


def found(*folders: Path) -> Path | None:
    return app_window_browser({"PATH": ":".join(map(str, folders))}, "linux", folders[0])


def test_any_browser_of_the_family_will_do_and_another_will_not(tmp_path: Path) -> None:
    put(tmp_path / "a", "firefox")
    assert found(tmp_path / "a") is None
    brave = put(tmp_path / "b", "brave-browser")
    assert found(tmp_path / "a", tmp_path / "b") == brave
    chromium = put(tmp_path / "c", "chromium")
    assert found(tmp_path / "b", tmp_path / "c") == chromium


def test_a_browser_in_a_box_that_may_not_read_the_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "chromium").symlink_to(put(tmp_path / "usr", "snap"))
    put(tmp_path, "chromium-browser", "#!/bin/sh\nexec /snap/bin/chromium\n")
    put(tmp_path, "google-chrome", "#!/bin/sh\nexec /usr/bin/flatpak run com.google.Chrome\n")
    assert found(tmp_path) is None
    assert found(tmp_path, put(tmp_path / "edge", "microsoft-edge").parent) == tmp_path / "edge" / "microsoft-edge"


def test_on_a_mac_it_is_found_among_the_persons_applications(tmp_path: Path) -> None:
    brave = put(tmp_path / "Applications" / "Brave Browser.app" / "Contents" / "MacOS", "Brave Browser")
    assert app_window_browser({}, "darwin", tmp_path) == brave


def test_in_windows_there_is_none(tmp_path: Path) -> None:
    put(tmp_path, "chromium")
    assert app_window_browser({"PATH": str(tmp_path)}, "win32", tmp_path) is None
