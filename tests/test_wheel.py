"""A wheel built from the project runs the same wherever it is installed: all that it needs travels inside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Program = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it; the libraries it needs are those of this environment."""
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home / "env", with_pip=False)
    python = next(
        path for path in (home / "env" / "bin" / "python", home / "env" / "Scripts" / "python.exe") if path.exists()
    )
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    packages = _site_packages(python)
    # Only the libraries: an editable install's own hook here would lead back to the source tree.
    (packages / "libraries.pth").write_text(str(_site_packages(Path(sys.executable))))
    return python.parent


def _site_packages(python: Path) -> Path:
    told = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return Path(told.stdout.strip())


@pytest.fixture
def program(installed: Path, tmp_path: Path) -> Program:
    """`cramp-diary` of the installed wheel, in a folder that has nothing to do with the project."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    environment["CRAMP_DIARY_DATA"] = str(tmp_path / "diary")

    def call(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(installed / command[0]), *command[1:]],
            cwd=elsewhere,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=True,
        )

    return call


@pytest.mark.parametrize(
    "part",
    [
        "diary/assets/fonts/NotoSans-Regular.ttf",
        "diary/assets/icons/",
        "diary/assets/locale/diary.pot",
        "diary/assets/demo/diary.json",
        "diary/store/migrations/",
        "diary/report/page.html",
        "diary/report/page.typ",
        ".dist-info/licenses/LICENSE",
    ],
)
def test_what_the_program_needs_travels_inside_the_wheel(wheel: Path, part: str) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(part in name for name in names)


def test_the_whole_program_and_no_test_is_inside_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    source = {path.relative_to(ROOT).as_posix() for path in (ROOT / "diary").rglob("*.py")}
    assert source <= names
    assert not any(name.startswith("tests") for name in names)
    files = {path.relative_to(ROOT / "assets").as_posix() for path in (ROOT / "assets").rglob("*") if path.is_file()}
    assert {f"diary/assets/{name}" for name in files} <= names


def test_the_installed_program_is_the_one_in_the_wheel(program: Program) -> None:
    told = program("python", "-c", "import diary, diary.paths; print(diary.__file__); print(diary.paths.assets())")
    assert str(ROOT) not in told.stdout


def test_the_installed_program_logs_lists_and_reports_from_anywhere(program: Program, tmp_path: Path) -> None:
    program("cramp-diary", "log", "--cramp", "03:10 calf left 7 4min", "--morning", "2026-01-02")
    listed = json.loads(program("cramp-diary", "nights", "--json").stdout)
    assert [night["morning"] for night in listed] == ["2026-01-02"]
    out = tmp_path / "report.pdf"
    program("cramp-diary", "report", "--out", str(out), "--from", "2026-01-01", "--to", "2026-01-31")
    assert out.read_bytes().startswith(b"%PDF-")
    assert "whole" in program("cramp-diary", "check").stdout
