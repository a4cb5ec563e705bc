"""Whatever a text, a path or an argument holds, the terminal gets words and line ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.commands import MORNING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.commands import Run

DRIVES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202d\u202e\ufeff]")
CLEAR = "\x1b[2J\x9b2J\x07\x7f\u202e"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nights", "--from", CLEAR],
        ["log", "--set", f"{CLEAR}=yes"],
        ["log", "--set", f"socks={CLEAR}"],
        ["log", "--cramp", f"calf {CLEAR}"],
        ["report", "--out", f"{CLEAR}.docx"],
        ["report", "--out", f"no/{CLEAR}/a.pdf"],
        ["report", "--out", "a.pdf", "--paper", CLEAR],
        ["export", "--out", CLEAR],
        ["nights", f"--{CLEAR}"],
        [CLEAR],
    ],
)
def test_a_refusal_names_what_was_typed_without_driving_the_terminal(cramp_diary: Run, arguments: list[str]) -> None:
    code, out, err = cramp_diary(*arguments)
    assert code == 2
    assert out == ""
    assert len(err.splitlines()) == 1
    assert DRIVES.search(err) is None


def test_a_path_is_named_without_driving_the_terminal(cramp_diary: Run, tmp_path: Path) -> None:
    assert cramp_diary("log", "--quiet", "--morning", MORNING)[0] == 0
    code, out, _ = cramp_diary("export", "--out", str(tmp_path / "di\x1b[2Jary.json"))
    assert code == 0
    assert DRIVES.search(out) is None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(CLEAR)))
def test_any_note_is_taken_and_listed_without_driving_the_terminal(cramp_diary: Run, note: str) -> None:
    assert cramp_diary("log", "--morning", MORNING, "--note", note)[0] == 0
    code, out, err = cramp_diary("nights")
    assert (code, err) == (0, "")
    assert DRIVES.search(out) is None
