from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from diary import paths


def test_a_chosen_folder_comes_before_the_environment_and_that_before_the_platforms() -> None:
    environment = {"CRAMP_DIARY_DATA": "/from/environment"}
    assert paths.data_folder(Path("/chosen"), environment) == Path("/chosen")
    assert paths.data_folder(None, environment) == Path("/from/environment")
    assert paths.data_folder(None, {}) == platformdirs.user_data_path("night-cramp-diary", appauthor=False)


def test_an_empty_variable_is_as_good_as_none() -> None:
    assert paths.data_folder(None, {"CRAMP_DIARY_DATA": ""}) == paths.data_folder(None, {})


def test_a_folder_is_taken_from_where_the_program_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.data_folder(Path("nights"), {}) == tmp_path / "nights"


def test_a_tilde_is_the_home_folder_and_of_nobody_a_plain_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert paths.data_folder(Path("~/nights"), {}) == tmp_path / "nights"
    assert paths.data_folder(Path("~nobody-by-this-name/nights"), {}) == tmp_path / "~nobody-by-this-name" / "nights"


@pytest.mark.parametrize("part", ["fonts/NotoSans-Regular.ttf", "icons/icon.svg", "demo/diary.json"])
def test_the_assets_are_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert (paths.assets() / part).is_file()
