"""The command line, as its caller meets it: each command once as a program, the refusals one by one."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from diary.book import Diary
from diary.cli import run
from diary.model.factors import Number, YesNo
from diary.model.night import Cramp, Muscle, NightState, Side
from diary.model.own_factors import choice_of
from diary.model.report_choices import ReportChoices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

NOW = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC)
MORNING = "2026-11-22"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def cramp_diary(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command at 07:30 on 22 November 2026, on the test's own diary; gives exit code, output, errors."""

    def call(*arguments: str, data: Path = folder) -> tuple[int, str, str]:
        command, *others = arguments
        code = run([command, "--data", str(data), *others], clock=lambda: NOW)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def book(folder: Path) -> Iterator[Diary]:
    book = Diary.open(folder, clock=lambda: NOW)
    yield book
    book.close()


def nights(cramp_diary: Run) -> list[dict[str, object]]:
    code, out, _ = cramp_diary("nights", "--json")
    assert code == 0
    listed = json.loads(out)
    assert isinstance(listed, list)
    return listed


# log


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
    night = book.night(NOW.date())
    book.close()
    assert night.cramps == (
        Cramp(at=dt.datetime(2026, 11, 21, 23, 40), muscle=Muscle.FOOT),
        Cramp(at=dt.datetime(2026, 11, 22, 3, 10), muscle=Muscle.CALF, side=Side.LEFT, intensity=7, minutes=4),
    )
    assert night.values() == {
        "socks": True, "room_temperature": 16.5, "bed_time": dt.time(22, 15), "bedding": "thin",
    }  # fmt: skip
    assert night.note == "夜 🌙"


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


# nights, findings, check


def test_nights_are_listed_for_a_person_with_quiet_and_not_logged_apart(cramp_diary: Run) -> None:
    cramp_diary("log", "--quiet", "--morning", "2026-11-20")
    cramp_diary("log", "--set", "socks=no", "--morning", "2026-11-21", "--note", "two\nlines")
    cramp_diary("log", "--cramp", "about 3", "--cramp", "unknown")
    code, out, _ = cramp_diary("nights")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines() if line[0] != " "] == ["2026-11-20", "2026-11-21", MORNING]
    quiet, not_logged, cramps, more = out.splitlines()
    assert quiet.endswith("quiet")
    assert "not logged" in not_logged
    assert not_logged.endswith("two lines")
    assert cramps.endswith("about 3")
    assert more.strip() == "time not known"


@pytest.fixture
def own_questions(book: Diary) -> None:
    """A diary, closed again, that asks for tea, steps and mood, and not for socks."""
    book.add_question("Herb tea?", kind=YesNo(), name="Tea")
    book.add_question("Steps", kind=Number(0, 20_000, 1, "steps"))
    book.add_question("Mood?", kind=choice_of(("Very low", "High")))
    book.hide_question("socks")
    book.close()


@pytest.mark.usefixtures("own_questions")
def test_own_questions_are_set_by_key_and_told_by_their_words(cramp_diary: Run) -> None:
    answers = [word for one in ("own_tea=no", "own_steps=12500", "own_mood=very low") for word in ("--set", one)]
    code, out, _ = cramp_diary("log", "--quiet", *answers)
    assert code == 0
    assert out.rstrip().endswith("Tea: no · Steps: 12500 steps · Mood: Very low")
    _, out, _ = cramp_diary("nights", "--json")
    assert {key: answer["value"] for key, answer in json.loads(out)[0]["answers"].items()} == {
        "own_tea": False,
        "own_steps": 12_500.0,
        "own_mood": "very_low",
    }


@pytest.mark.usefixtures("own_questions")
@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("own_tea=maybe", "Tea takes yes or no"),
        ("own_steps=20001", "Steps is from 0 to 20000 steps, so 20001 cannot be kept."),
        ("own_mood=mixed", "Mood takes one of very_low, high"),
        ("own_x=1", "no question named “own_x”"),
    ],
)
def test_an_own_answer_that_cannot_be_is_refused_in_words(cramp_diary: Run, setting: str, words: str) -> None:
    code, _, err = cramp_diary("log", "--set", setting)
    assert code == 2
    assert words in err
    assert nights(cramp_diary) == []


@pytest.mark.usefixtures("own_questions")
def test_questions_are_listed_with_their_keys_and_what_is_not_asked(cramp_diary: Run) -> None:
    code, out, _ = cramp_diary("questions")
    assert code == 0
    lines = {line.split()[0]: " ".join(line.split()[1:]) for line in out.splitlines()}
    assert lines["own_steps"] == "Steps: 0 to 20000 steps"
    assert lines["own_mood"] == "Mood: very_low, high"
    assert lines["socks"] == "Socks in bed: yes or no (not asked)"
    assert lines["bed_time"] == "Bed time: a time like 22:30"
    _, out, _ = cramp_diary("questions", "--json")
    told = {question["key"]: question for question in json.loads(out)}
    assert (told["socks"]["asked"], told["socks"]["own"]) == (False, False)
    assert told["own_mood"]["options"] == {"very_low": "Very low", "high": "High"}
    assert (told["own_steps"]["high"], told["own_steps"]["unit"]) == (20_000, "steps")


def test_nights_can_be_chosen_by_their_mornings(cramp_diary: Run) -> None:
    for day in ("2026-11-19", "2026-11-20", "2026-11-21"):
        cramp_diary("log", "--quiet", "--morning", day)
    _, out, _ = cramp_diary("nights", "--json", "--from", "2026-11-20", "--to", "2026-11-20")
    assert [night["morning"] for night in json.loads(out)] == ["2026-11-20"]


def test_findings_tell_every_trigger_with_its_counts(cramp_diary: Run) -> None:
    cramp_diary("log", "--cramp", "03:10", "--set", "legs_outside=yes")
    cramp_diary("log", "--quiet", "--set", "legs_outside=no", "--morning", "2026-11-21")
    code, out, _ = cramp_diary("findings", "--json")
    assert code == 0
    legs = next(finding for finding in json.loads(out) if finding["key"] == "legs_uncovered")
    assert [legs[key] for key in ("exposed_cramp", "exposed", "unexposed_cramp", "unexposed")] == [1, 1, 0, 1]
    assert (legs["verdict"], legs["section"]) == ("not_enough_nights", "article")
    socks = next(finding for finding in json.loads(out) if finding["key"] == "no_socks")
    assert (socks["section"], socks["name"]) == ("tracked", "No socks in bed")
    code, out, _ = cramp_diary("findings")
    assert code == 0
    assert "Legs or feet uncovered" in out
    assert out.index("From the article") < out.index("You also track") < out.index("No socks in bed")
    assert out.endswith("The first look comes after 26 more logged nights.\n")


@pytest.mark.parametrize("command", ["nights", "findings"])
def test_a_period_that_runs_backwards_is_refused(cramp_diary: Run, command: str) -> None:
    cramp_diary("log", "--quiet")
    code, _, err = cramp_diary(command, "--from", "2026-11-22", "--to", "2026-11-21")
    assert code == 2
    assert len(err.splitlines()) == 1


def test_check_says_that_a_diary_is_whole(cramp_diary: Run) -> None:
    cramp_diary("log", "--quiet")
    code, out, _ = cramp_diary("check")
    assert code == 0
    assert "1 night" in out


# report


def test_a_report_is_a_pdf_and_replaces_only_a_report(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--cramp", "03:10 calf")
    out = tmp_path / "report.pdf"
    for _ in range(2):
        assert cramp_diary("report", "--out", str(out), "--from", "2026-11-01")[0] == 0
        assert out.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == ["diary", "report.pdf"] or len(list(tmp_path.iterdir())) == 2


def test_a_report_is_a_web_page_where_its_name_says_so(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--cramp", "03:10 calf", "--note", "<b>")
    out = tmp_path / "report.html"
    for _ in range(2):
        assert cramp_diary("report", "--out", str(out))[0] == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "&lt;b&gt;" in out.read_text(encoding="utf-8")
    out.write_text("<!doctype html><p>mine", encoding="utf-8")
    assert cramp_diary("report", "--out", str(out))[0] == 2
    assert out.read_text(encoding="utf-8") == "<!doctype html><p>mine"


def test_a_report_is_not_written_over_anything_else(cramp_diary: Run, folder: Path, tmp_path: Path) -> None:
    cramp_diary("log", "--quiet")
    diary_file = folder / "diary.db"
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff")
    for path in (diary_file, photo, tmp_path):
        kept = path.read_bytes() if path.is_file() else None
        code, _, err = cramp_diary("report", "--out", str(path))
        assert code == 2
        assert str(path) in err
        assert kept is None or path.read_bytes() == kept


@pytest.mark.parametrize("out", ["no/such/folder/report.pdf", "file/report.pdf", "x" * 300 + ".pdf", "a.docx"])
def test_a_report_that_cannot_be_written_is_refused_in_words(cramp_diary: Run, tmp_path: Path, out: str) -> None:
    cramp_diary("log", "--quiet")
    (tmp_path / "file").write_text("in the way")
    code, _, err = cramp_diary("report", "--out", str(tmp_path / out))
    assert code == 2
    assert len(err.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["diary", "file"]


def test_a_report_has_what_is_asked_for_and_looks_so(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--cramp", "03:10 calf", "--note", "Private words.")
    out = tmp_path / "report.pdf"
    wanted = ("--paper", "letter", "--no-notes", "--without", "method", "--without", "charts", "--name", "none")
    assert cramp_diary("report", "--out", str(out), *wanted)[0] == 0
    pages = PdfReader(out).pages
    text = " ".join(page.extract_text() for page in pages)
    assert float(pages[0].mediabox.width) == 612
    assert "03:10" in text
    for words in ("Private words.", "How the numbers were made", "Cramps a week 2026"):
        assert words not in text


def test_a_night_left_out_on_the_command_line_is_in_no_count(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--cramp", "03:10 calf")
    out = tmp_path / "report.pdf"
    assert cramp_diary("report", "--out", str(out), "--leave-out", MORNING)[0] == 0
    assert "0 cramp nights of 0 logged" in PdfReader(out).pages[0].extract_text()


def test_a_report_since_the_last_begins_after_it(cramp_diary: Run, book: Diary, tmp_path: Path) -> None:
    book.tell_quiet(dt.date(2026, 11, 22))
    book.keep_report_choices(ReportChoices(last_report=dt.date(2026, 11, 15)))
    out = tmp_path / "report.pdf"
    assert cramp_diary("report", "--out", str(out), "--since-last")[0] == 0
    assert "16 Nov 2026 to 22 Nov 2026" in PdfReader(out).pages[0].extract_text()


def test_a_report_needs_a_file_to_go_to(cramp_diary: Run) -> None:
    code, _, err = cramp_diary("report")
    assert code == 2
    assert "--out" in err


# export


def test_everything_goes_to_json_and_the_nights_to_tables(cramp_diary: Run, tmp_path: Path, folder: Path) -> None:
    cramp_diary("log", "--cramp", "03:10 calf", "--cramp", "unknown", "--note", "=1+1", "--set", "socks=yes")
    there = tmp_path / "files"
    there.mkdir()
    for out in (there / "diary.json", there / "diary.csv", there):
        for _ in range(2):
            code, told, _ = cramp_diary("export", "--out", str(out))
            assert code == 0
    assert told.splitlines() == [f"Saved {there / name}." for name in ("nights.csv", "cramps.csv", "columns.csv")]
    assert (there / "nights.csv").read_bytes() == (there / "diary.csv").read_bytes()
    assert b",'=1+1\r\n" in (there / "nights.csv").read_bytes()
    assert len((there / "diary-cramps.csv").read_bytes().splitlines()) == 3
    with (
        closing(Diary.open(tmp_path / "other", clock=lambda: NOW)) as other,
        closing(Diary.open(folder, clock=lambda: NOW, writable=False)) as book,
    ):
        assert other.import_json((there / "diary.json").read_bytes()) == 1
        assert other.nights() == book.nights()
    assert sorted(path.name for path in there.iterdir()) == sorted(
        ["columns.csv", "cramps.csv", "diary-columns.csv", "diary-cramps.csv", "diary.csv", "diary.json", "nights.csv"]
    )


def test_what_the_report_shows_goes_to_a_fhir_bundle(cramp_diary: Run, tmp_path: Path) -> None:
    for morning in ("2026-11-20", "2026-11-22"):
        cramp_diary("log", "--cramp", "03:10 calf", "--morning", morning)
    out = tmp_path / "diary.fhir.json"
    nights = []
    for period in ([], ["--from", "2026-11-21"]):
        assert cramp_diary("export", "--out", str(out), *period)[0] == 0
        nights.append(out.read_text(encoding="utf-8").count('"Night with cramps"'))
    assert nights == [2 + 1, 1 + 1]  # the code itself is explained once
    mine = tmp_path / "mine.fhir.json"
    mine.write_text("{}", encoding="utf-8")
    assert cramp_diary("export", "--out", str(mine))[0] == 2
    assert mine.read_text(encoding="utf-8") == "{}"


def test_dates_choose_the_nights_of_the_tables(cramp_diary: Run, tmp_path: Path) -> None:
    for morning in ("2026-11-20", "2026-11-21", "2026-11-22"):
        cramp_diary("log", "--quiet", "--morning", morning)
    cramp_diary("export", "--out", str(tmp_path), "--from", "2026-11-21", "--to", "2026-11-21")
    lines = (tmp_path / "nights.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["morning", "2026-11-21"]


@pytest.mark.parametrize(
    "asked",
    [
        ["--out", "photo.csv"],
        ["--out", "full.csv"],
        ["--out", "no/such/folder.json"],
        ["--out", "no-such-folder"],
        ["--out", "diary.txt"],
        ["--out", "x" * 300 + ".csv"],
        ["--out", "other.json"],
        ["--out", "new.json", "--from", "2026-11-01"],
        ["--out", "new.csv", "--from", "2026-11-22", "--to", "2026-11-21"],
        [],
    ],
)
def test_an_export_that_cannot_be_written_is_refused_in_one_line_and_nothing_is_written(
    cramp_diary: Run, tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cramp_diary("log", "--quiet")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "photo.csv").write_bytes(b"\xff\xd8")
    (tmp_path / "full-cramps.csv").write_bytes(b"my own table")  # beside full.csv, which is not there
    (tmp_path / "other.json").write_bytes(b"{}")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    code, _, err = cramp_diary("export", *asked)
    assert code == 2
    assert len(err.splitlines()) == 1
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


# Where the diary lies


def test_a_writing_command_beside_an_open_diary_is_refused_and_reading_ones_work(cramp_diary: Run, book: Diary) -> None:
    book.tell_quiet(NOW.date())
    code, _, err = cramp_diary("log", "--cramp", "03:10")
    assert (code, err) == (2, "The diary is open; close it first.\n")
    assert book.night(NOW.date()).state is NightState.QUIET
    for command in (["nights"], ["nights", "--json"], ["check"], ["findings", "--json"]):
        assert cramp_diary(*command)[0] == 0


@pytest.mark.parametrize("command", [["log", "--quiet"], ["nights"], ["check"], ["findings"]])
def test_a_file_that_is_not_a_diary_is_left_as_it_is(cramp_diary: Run, folder: Path, command: list[str]) -> None:
    folder.mkdir()
    other = folder / "diary.db"
    other.write_bytes(b"not a diary at all" * 500)
    code, _, err = cramp_diary(*command)
    assert code == 2
    assert len(err.splitlines()) == 1
    assert other.read_bytes() == b"not a diary at all" * 500


def test_a_folder_that_cannot_be_made_is_refused(cramp_diary: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    code, _, err = cramp_diary("log", "--quiet", data=tmp_path / "file" / "diary")
    assert code == 2
    assert len(err.splitlines()) == 1


def test_a_file_in_place_of_the_folder_is_refused_and_left_as_it_is(cramp_diary: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    code, _, err = cramp_diary("log", "--quiet", data=tmp_path / "file")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.parametrize(
    "command", [["nights"], ["check"], ["findings"], ["report", "--out", "report.pdf"], ["export", "--out", "a.csv"]]
)
def test_reading_where_there_is_no_diary_makes_none(cramp_diary: Run, folder: Path, command: list[str]) -> None:
    code, _, err = cramp_diary(*command)
    assert code == 2
    assert str(folder) in err
    assert not folder.exists()


def test_what_nobody_foresaw_is_told_in_one_line_with_its_place_and_exit_code_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> dt.datetime:
        message = "the clock\nstopped"
        raise RuntimeError(message)

    code = run(["log", "--quiet", "--data", str(folder)], clock=broken)
    told = capsys.readouterr().err
    assert code == 1
    assert len(told.splitlines()) == 1
    assert "RuntimeError" in told
    assert "test_cli.py, line " in told


# As a program


@pytest.fixture
def program(folder: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`python -m diary`, with the diary's folder given by the environment."""
    environment = {**os.environ, "CRAMP_DIARY_DATA": str(folder), "PYTHONIOENCODING": "utf-8"}

    def call(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "diary", *arguments],
            env={**environment, **more},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return call


def test_the_program_logs_and_lists_and_exits_zero(program: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    assert program("log", "--cramp", "03:10 calf", "--morning", MORNING).returncode == 0
    listed = program("nights", "--json")
    assert listed.returncode == 0
    assert json.loads(listed.stdout)[0]["cramps"] == [{"at": "2026-11-22T03:10", "muscle": "calf"}]


@pytest.mark.parametrize(
    "arguments", [["nigts"], ["nights", "--frm", "x"], ["--colour"], ["log"], ["open", "--port", "99999"]]
)
def test_a_mistake_is_one_line_on_standard_error_and_never_a_traceback(
    program: Callable[..., subprocess.CompletedProcess[str]], arguments: list[str]
) -> None:
    done = program(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_help_names_every_command(program: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    told = program("--help")
    assert told.returncode == 0
    assert {"open", "log", "nights", "findings", "report", "export", "check"} <= set(told.stdout.split())


def test_a_terminal_without_our_characters_gets_question_marks(
    program: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    program("log", "--quiet", "--morning", MORNING, "--note", "夜")
    told = program("nights", PYTHONIOENCODING="latin-1")
    assert told.returncode == 0
    assert "Sat 21 ? Sun 22 Nov" in told.stdout


def test_a_reader_that_leaves_early_sees_no_traceback(folder: Path) -> None:
    book = Diary.open(folder, clock=lambda: NOW)
    for back in range(40):
        book.write_note(NOW.date() - dt.timedelta(days=back), "x" * 9_000)
    book.close()
    listing = subprocess.Popen(
        [sys.executable, "-m", "diary", "nights", "--data", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert listing.stdout is not None
    assert listing.stderr is not None
    listing.stdout.read(10)
    listing.stdout.close()
    assert listing.stderr.read() == b""
    listing.stderr.close()
    listing.wait(timeout=60)
