"""Killed, failing or out of room before any statement of any migration, an upgrade leaves the file as it was."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and limits on the size of a file are of POSIX"),
]

DATA = Path(__file__).parent.parent / "data"
LEAST_STATEMENTS = 60


@pytest.mark.parametrize(
    ("diary", "how"),
    [
        ("schemas/v0001.db", "killed"),
        ("schemas/v0001.db", "refused"),
        ("schemas/v0001.db", "full"),
        ("early/first_rules.db", "killed"),
    ],
)
def test_an_upgrade_stopped_at_any_statement_leaves_the_file_and_the_next_start_does_it(
    start_program: Callable[..., subprocess.Popen[str]], diary: str, how: str
) -> None:
    output, complaints = start_program("upgrade_steps.py", DATA / diary, how).communicate()
    assert complaints == ""
    outcome = json.loads(output)
    print(outcome)
    assert outcome["faults"] == []
    assert outcome["statements"] > LEAST_STATEMENTS
