"""What is being typed stays the person's: read when its field is left, and never lost."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.mornings import DAY
from tests.browser.stored import comes_to, plain_nights

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from tests.browser.conftest import Phone

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

ROOT = Path(__file__).parents[2]
NOTE = "Anything else about this night"
BED_TIME = "Went to bed at"
TEMPERATURE = "Room temperature"
LONGER_THAN_THE_OLD_PAUSE = 1200
"""Milliseconds; after 700 without a key the field used to save and rewrite what it held."""


def program(*arguments: str) -> str:
    """What the command line answers."""
    command = [sys.executable, "-m", "diary", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def kept(folder: Path, morning: dt.date) -> dict[str, Any]:
    """What the diary holds of a night."""
    return plain_nights(folder).get(morning.isoformat(), {})


def answer(folder: Path, morning: dt.date, key: str) -> object:
    """What the diary holds of one question."""
    return kept(folder, morning).get("answers", {}).get(key, {}).get("value")


def go_in(phone: Phone, label: str) -> None:
    """Tap into a field."""
    field = phone.page.get_by_role("textbox", name=label)
    phone.scroll_to(field)
    box = field.bounding_box()
    assert box is not None
    phone.page.mouse.click(box["x"] + 40, box["y"] + 20)
    phone.rest()


def text_in(phone: Phone, label: str) -> str:
    """What a field holds; Flutter tells it of a field that has the focus."""
    go_in(phone, label)
    return phone.page.get_by_role("textbox", name=label).input_value()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """The diary's file, held by another program."""
    with closing(sqlite3.connect(folder / "diary.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_pause_in_mid_word_saves_and_rewrites_nothing(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    program("log", "--set", "room_temperature=12.5", "--data", str(tmp_path))
    phone = open_phone(fork_diary(tmp_path).address)
    for label, first, rest in ((TEMPERATURE, "1", "5"), (BED_TIME, "2", "3:40")):
        go_in(phone, label)
        phone.page.keyboard.press("Control+a")
        phone.page.keyboard.type(first)
        phone.page.wait_for_timeout(LONGER_THAN_THE_OLD_PAUSE)
        assert phone.page.get_by_role("textbox", name=label).input_value() == first
        phone.page.keyboard.type(rest, delay=25)
        phone.page.keyboard.press("Tab")
        comes_to(lambda: answer(tmp_path, today, "room_temperature"), 15)
    comes_to(lambda: answer(tmp_path, today, "bed_time"), "23:40")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_right_after_the_last_key_keeps_what_was_typed(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    tmp_path: Path,
    today: dt.date,
    ending: signal.Signals,
) -> None:
    diary = fork_diary(tmp_path)
    phone = open_phone(diary.address)
    go_in(phone, NOTE)
    phone.page.keyboard.type("Woke twice", delay=25)
    phone.page.wait_for_timeout(100)
    assert diary.close(ending)[0] == 0
    comes_to(lambda: kept(tmp_path, today).get("note"), "Woke twice")


def test_a_reload_in_mid_word_keeps_what_was_typed(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    go_in(phone, NOTE)
    phone.page.keyboard.type("Woke tw", delay=25)
    phone.reload()
    assert text_in(phone, NOTE) == "Woke tw"
    comes_to(lambda: kept(tmp_path, today).get("note"), "Woke tw")


def test_a_tab_closed_right_after_the_last_key_keeps_what_was_typed(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    diary = fork_diary(tmp_path)
    phone = open_phone(diary.address)
    phone.beside("/diary")
    phone.page.bring_to_front()
    go_in(phone, NOTE)
    phone.page.keyboard.type("Woke twice", delay=25)
    phone.page.close()
    comes_to(lambda: kept(tmp_path, today).get("note"), "Woke twice")
    comes_to((tmp_path / "drafts.json").exists, due=False)


def test_what_cannot_be_read_is_there_again_with_its_reason_after_the_program_was_started_anew(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    diary = fork_diary(tmp_path)
    phone = open_phone(diary.address)
    go_in(phone, TEMPERATURE)
    phone.page.keyboard.type("80", delay=25)
    phone.tap("Diary", exact=True)
    phone.sees("Not saved yet")
    diary.close()
    again = open_phone(fork_diary(tmp_path).address)
    again.sees("so 80 cannot be kept")
    assert text_in(again, TEMPERATURE) == "80"
    again.type_in(TEMPERATURE, "18")
    comes_to(lambda: answer(tmp_path, today, "room_temperature"), 18)
    comes_to((tmp_path / "drafts.json").exists, due=False)


def test_a_note_typed_while_the_file_is_locked_is_there_again_and_saved_when_left_again(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    program("log", "--quiet", "--morning", (today - DAY).isoformat(), "--data", str(tmp_path))
    phone = open_phone(fork_diary(tmp_path).address)
    go_in(phone, NOTE)
    with locked(tmp_path):
        phone.page.keyboard.type("Woke twice", delay=25)
        phone.tap("Diary", exact=True)
        phone.sees("Not saved yet")
    phone.tap("Log", exact=True)
    phone.sees(NOTE)
    phone.rest()
    assert text_in(phone, NOTE) == "Woke twice"
    phone.page.keyboard.press("Tab")
    comes_to(lambda: kept(tmp_path, today).get("note"), "Woke twice")


def test_enter_saves_and_keeps_the_focus(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    go_in(phone, TEMPERATURE)
    phone.page.keyboard.type("17,5", delay=25)
    phone.page.keyboard.press("Enter")
    comes_to(lambda: answer(tmp_path, today, "room_temperature"), 17.5)
    assert phone.page.evaluate("document.activeElement.ariaLabel") == TEMPERATURE
    assert text_in(phone, TEMPERATURE) == "17.5"


def test_what_another_tab_saves_never_overwrites_what_is_being_typed(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    go_in(phone, NOTE)
    phone.page.keyboard.type("Mine", delay=25)
    other = phone.beside("/log")
    other.sees(NOTE)
    other.type_in(NOTE, "Theirs")
    phone.page.bring_to_front()
    assert text_in(phone, NOTE) == "Mine"
    phone.page.keyboard.press("End")
    phone.page.keyboard.type(" too", delay=25)
    phone.page.keyboard.press("Tab")
    comes_to(lambda: kept(tmp_path, today).get("note"), "Mine too")


def test_a_question_half_told_waits_in_its_form(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    phone.show("/settings/my-questions")
    go_in(phone, "Your question")
    phone.page.keyboard.type("Herb tea?", delay=25)
    phone.tap("Diary", exact=True)
    phone.show("/settings/my-questions")
    assert text_in(phone, "Your question") == "Herb tea?"
