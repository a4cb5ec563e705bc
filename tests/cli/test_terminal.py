"""Whatever a text, a path or an argument holds, the terminal gets words and line ends."""

from __future__ import annotations

import os
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


def test_a_path_is_named_in_one_line_whatever_its_bytes_are(cramp_diary: Run, tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"di\xffa\nry\xe2\x80\xa8\x1b[2J")
    assert cramp_diary("log", "--quiet", data=folder)[0] == 0
    for arguments in (["check"], ["export", "--out", str(folder / "all.json")]):
        code, out, err = cramp_diary(*arguments, data=folder)
        assert (code, err) == (0, "")
        assert len(out.splitlines()) == 1
        assert DRIVES.search(out) is None


@pytest.mark.parametrize(
    ("option", "typed", "shown"),
    [
        ("--cramp", "03:10 ca\u200blf\x1b 7\ufeff", "03:10, calf, 7 of 10"),
        ("--set", "fluids=8\x1b", "Fluids: 8 glasses"),
        ("--set", "bed_time=22\u200b:30\x07", "Bed time: 22:30"),
        ("--set", "room_felt=co\u202eld", "The room felt: Cold"),
        ("--note", "slept\x1b\ufffe well\u202e", "slept well"),
    ],
)
def test_signs_that_nobody_sees_are_no_reason_to_refuse_what_was_typed(
    cramp_diary: Run, option: str, typed: str, shown: str
) -> None:
    code, out, _ = cramp_diary("log", option, typed)
    assert code == 0
    assert out.rstrip().endswith(shown)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(CLEAR)))
def test_any_note_is_taken_and_listed_without_driving_the_terminal(cramp_diary: Run, note: str) -> None:
    assert cramp_diary("log", "--morning", MORNING, "--note", note)[0] == 0
    code, out, err = cramp_diary("nights")
    assert (code, err) == (0, "")
    assert DRIVES.search(out) is None
