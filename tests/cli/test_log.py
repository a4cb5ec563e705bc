"""`log`: a night told from the terminal, and each mistake in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.cli import run
from diary.model.night import Cramp, Muscle, Side
from diary.model.preferences import Preferences, TemperatureUnit
from tests.cli.commands import MORNING, NOW, nights

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.commands import Run


def test_a_quiet_night_takes_one_word(cramp_diary: Run) -> None:
    code, out, _ = cramp_diary("log", "--quiet")
    assert code == 0
    assert "Sat 21 → Sun 22 Nov" in out
    assert nights(cramp_diary) == [{"morning": MORNING, "cramps": [], "cramps_told_at": NOW.isoformat()}]


def test_a_night_with_cramps_and_answers_is_kept_as_told(cramp_diary: Run, folder: Path) -> None:
    code, out, _ = cramp_diary(
        "log", "--cramp", "23:40 foot", "--cramp", "03:10 calf left 7 4min",
        "--set", "socks=yes", "--set", "room_temperature=16,5", "--set", "bed_time=22:15", "--set", "bedding=thin",
        "--note", "夜 🌙",
    )  # fmt: skip
    assert code == 0
    assert "03:10, calf, left, 7 of 10, 4 min" in out
    book = Diary.open(folder, clock=lambda: NOW, writable=False)
    night = book.nights.get(NOW.date())
    book.close()
    assert night.cramps == (
        Cramp(at=dt.datetime(2026, 11, 21, 23, 40), muscle=Muscle.FOOT),
        Cramp(at=dt.datetime(2026, 11, 22, 3, 10), muscle=Muscle.CALF, side=Side.LEFT, intensity=7, minutes=4),
    )
    assert night.values() == {
        "socks": True, "room_temperature": 16.5, "bed_time": dt.time(22, 15), "bedding": "thin",
    }  # fmt: skip
    assert night.note == "夜 🌙"


def test_all_that_a_command_told_is_shown_as_it_was_understood(cramp_diary: Run) -> None:
    _, out, _ = cramp_diary(
        "log", "--cramp", "toes 03.10 7/10 4,5 min RIGHT", "--set", "room_temperature=10,5", "--set", "socks=Y",
        "--set", "calcium_portions=3", "--set", "bed_time=10.15 pm", "--set", "fluids=1", "--note", "late  dinner",
    )  # fmt: skip
    assert [" ".join(line.split()) for line in out.splitlines()] == [
        "2026-11-22 Sat 21 → Sun 22 Nov cramps 03:10, foot or toes, right, 7 of 10, 4.5 min",
        "Socks in bed: yes · Room temperature: 10.5 °C · Bed time: 22:15 · Calcium-rich portions: 3 or more · Fluids: 1 glass",
        "late dinner",
    ]
    _, out, _ = cramp_diary("log", "--set", "bedding=THICK")
    assert "Covers: Thick" in out
    assert "Socks" not in out


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("69", "69 °F"),
        ("69.5", "69.5 °F"),
        ("45 F", "45 °F"),
        ("20 °C", "68 °F"),
        ("20.5c", "68.9 °F"),
        ("-10", "14 °F"),
    ],
)
def test_a_temperature_is_read_and_shown_in_the_unit_of_the_person(
    cramp_diary: Run, book: Diary, typed: str, shown: str
) -> None:
    book.person.keep_preferences(Preferences(temperature=TemperatureUnit.FAHRENHEIT))
    book.close()
    code, out, _ = cramp_diary("log", "--set", f"room_temperature={typed}")
    assert code == 0
    assert out.rstrip().endswith(f"Room temperature: {shown}")


def test_a_temperature_that_can_be_of_either_unit_is_asked(cramp_diary: Run, book: Diary) -> None:
    book.person.keep_preferences(Preferences(temperature=TemperatureUnit.FAHRENHEIT))
    book.close()
    code, _, err = cramp_diary("log", "--set", "room_temperature=45")
    assert code == 2
    assert err == "Room temperature: “45” can be 45 °C or 45 °F. Type the one that you mean.\n"


def test_a_unit_typed_with_a_temperature_counts_where_the_screens_show_celsius(cramp_diary: Run) -> None:
    assert "20.6 °C" in cramp_diary("log", "--set", "room_temperature=69 °F")[1]
    assert "45 °C" in cramp_diary("log", "--set", "room_temperature=45")[1]


def test_a_key_is_found_in_any_case_and_a_date_with_blanks_around_it(cramp_diary: Run) -> None:
    assert cramp_diary("log", "--set", "Socks = yes", "--morning", f" {MORNING} ")[0] == 0
    assert nights(cramp_diary)[0]["morning"] == MORNING


def test_answers_without_a_word_on_cramps_leave_a_night_not_logged(cramp_diary: Run) -> None:
    assert cramp_diary("log", "--set", "stretched=no", "--morning", "2026-11-23")[0] == 0
    assert "cramps" not in nights(cramp_diary)[0]


def test_cramps_add_to_those_told_before(cramp_diary: Run) -> None:
    cramp_diary("log", "--cramp", "23:40")
    _, out, _ = cramp_diary("log", "--cramp", "03:10")
    assert "23:40" in out
    assert "03:10" in out
    assert len(nights(cramp_diary)) == 1


def test_cramps_are_never_lost_by_calling_their_night_quiet(cramp_diary: Run) -> None:
    cramp_diary("log", "--cramp", "03:10")
    before = nights(cramp_diary)
    code, _, err = cramp_diary("log", "--quiet")
    assert code == 2
    assert "1 cramp" in err
    assert nights(cramp_diary) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "--quiet"),
        (["--quiet", "--cramp", "03:10"], "either quiet or had cramps"),
        (["--quiet", "--morning", "22.11.2026"], "22.11.2026"),
        (["--quiet", "--morning", "2026-02-30"], "2026-02-30"),
        (["--quiet", "--morning", "0001-01-01"], "0001-01-01"),
        (["--quiet", "--morning", "9999-12-31"], "9999-12-31"),
        (["--quiet", "--morning", ""], "is not a date"),
        (["--quiet", "--morning", "2026-11-24"], "tomorrow"),
        (["--quiet", "--morning", "2026-11-23"], "still ahead"),
        (["--cramp", "07:31"], "still to come"),
        (["--cramp", "2026-11-20 03:10"], "from noon to noon"),
        (["--cramp", "2026-11-22 24:00"], "2026-11-23 at 00:00 is not in the night"),
        (["--cramp", "9999-12-31 24:00"], "9999-12-31 at 00:00 is not in the night"),
        (["--cramp", "03:10 knee"], "knee"),
        (["--cramp", "calf 11"], "from 0 to 10"),
        (["--cramp", "25:10"], "25:10"),
        (["--cramp", "4.3 min"], "steps of 0.5"),
        (["--cramp", ""], "unknown"),
        ([word for _ in range(21) for word in ("--cramp", "unknown")], "20 cramps"),
        (["--set", "socks"], "--set socks=yes"),
        (["--set", "=yes"], "--set socks=yes"),
        (["--set", "shoes=yes"], "shoes"),
        (["--set", "socks=maybe"], "yes or no"),
        (["--set", "socks="], "yes or no"),
        (["--set", "bedding=cotton"], "none, thin, medium, thick"),
        (["--set", "bed_time=25:00"], "22:30"),
        (["--set", "room_temperature=warm"], "a number"),
        (["--set", "room_temperature=80"], "-20 to 50"),
        (["--set", "room_temperature=nan"], "a number"),
        (["--set", "fluids=2.5"], "whole numbers"),
        (["--set", "socks=yes", "--set", "socks=no"], "twice"),
        (["--quiet", "--note", "x" * 10_001], "10,000"),
        (["--quiet", "--note", "\udcff"], "--note"),
        (["--note"], "--note"),
        (["--quite"], "--quiet"),
        (["--quiet", "more"], "more"),
    ],
)
def test_each_mistake_in_log_is_told_in_one_line_with_exit_code_two_and_changes_nothing(
    cramp_diary: Run, arguments: list[str], told: str
) -> None:
    cramp_diary("log", "--quiet", "--morning", "2026-11-01")
    before = nights(cramp_diary)
    code, out, err = cramp_diary("log", *arguments)
    assert code == 2
    assert told in err
    assert len(err.splitlines()) == 1
    assert out == ""
    assert nights(cramp_diary) == before


@pytest.mark.parametrize("arguments", [["--set", "shoes=yes"], ["--quiet", "--morning", "2026-11-24"]])
def test_a_first_night_that_is_refused_leaves_no_diary_behind(
    cramp_diary: Run, folder: Path, arguments: list[str]
) -> None:
    assert cramp_diary("log", *arguments)[0] == 2
    assert not folder.exists()


def test_an_empty_name_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["log", "--quiet", "--data", ""], clock=lambda: NOW) == 2
    assert capsys.readouterr().err == "No folder is named after --data. Name one, or leave --data out.\n"


def test_a_file_in_place_of_the_folder_is_told_as_one(cramp_diary: Run, folder: Path) -> None:
    folder.write_bytes(b"")
    code, _, err = cramp_diary("nights")
    assert code == 2
    assert err.endswith("cannot be used (it is a file). Choose another folder.\n")
