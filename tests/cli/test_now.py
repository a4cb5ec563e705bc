"""`now`: a cramp begins and ends from the terminal."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.cli import run
from tests.cli.commands import NOW, nights

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.commands import Run


def test_the_command_begins_a_cramp_and_given_again_ends_it(
    cramp_diary: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = cramp_diary("now")
    assert code == 0
    assert out == "A cramp since 07:30, Sat 21 → Sun 22 Nov. Give the same command when it is over.\n"
    assert run(["now", "--data", str(folder)], clock=lambda: NOW + dt.timedelta(minutes=6)) == 0
    assert capsys.readouterr().out == "Over and saved, Sat 21 → Sun 22 Nov: 07:30, 6 min.\n"
    assert nights(cramp_diary)[0]["cramps"] == [{"at": "2026-11-22T07:30", "minutes": 6.0}]


def test_by_day_the_command_is_refused_in_words_and_leaves_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noon = NOW.replace(hour=12)
    assert run(["now", "--data", str(folder)], clock=lambda: noon) != 0
    refused = capsys.readouterr()
    assert "from 18:00 to 10:00" in refused.err
    assert refused.out == ""
