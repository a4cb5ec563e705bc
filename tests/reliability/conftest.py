"""How the programs beside these tests are started and read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import diary

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def start_program() -> Callable[..., subprocess.Popen[str]]:
    """A program beside these tests, started as a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(Path(diary.__file__).parent.parent)}

    def start(name: str, *arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, str(HERE / name), *map(str, arguments)]
        return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    return start
