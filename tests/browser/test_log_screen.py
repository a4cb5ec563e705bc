"""Log, as it is used: half awake, in a hurry, by keyboard, in two tabs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.mornings import DAY, night_name
from tests.browser.stored import comes_to, plain_nights

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

ROOT = Path(__file__).parents[2]
NOTE = "Anything else about this night"
TEMPERATURE = "Room temperature"


def program(*arguments: str) -> str:
    """What the command line answers."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def kept(folder: Path, morning: dt.date) -> dict[str, Any]:
    """What the diary holds of a night."""
    return plain_nights(folder).get(morning.isoformat(), {})


def test_what_was_typed_is_kept_although_one_leaves_the_screen_at_once(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    field = phone.page.get_by_label(NOTE)
    phone.scroll_to(field)
    box = field.bounding_box()
    phone.page.mouse.click(box["x"] + 40, box["y"] + 20)
    phone.rest()
    phone.page.keyboard.type("Woke twice", delay=25)
    phone.tap("Diary", exact=True)
    comes_to(lambda: kept(tmp_path, today).get("note"), "Woke twice")


def test_a_temperature_that_cannot_be_is_refused_in_words_and_stays_with_its_night(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    phone.type_in(TEMPERATURE, "80")
    phone.sees("Room temperature is from -20 to 50 °C, so 80 cannot be kept.")
    assert kept(tmp_path, today) == {}
    phone.tap("The night before", exact=True)
    phone.sees(night_name(today - DAY))
    assert phone.page.get_by_label(TEMPERATURE).input_value() == ""


def test_the_answers_that_seldom_change_are_copied_on_request_only(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    program(
        *("-m", "diary", "log", "--quiet", "--morning", (today - DAY).isoformat()),
        *("--set", "bedding=thin", "--set", "socks=yes", "--set", "alcohol=2", "--data", str(tmp_path)),
    )
    phone = open_phone(fork_diary(tmp_path).address)
    assert kept(tmp_path, today) == {}
    phone.tap("Same as the night before")
    phone.sees("Covers, socks and room copied from the night before.")
    comes_to(
        lambda: {key: answer["value"] for key, answer in kept(tmp_path, today).get("answers", {}).items()},
        {"bedding": "thin", "socks": True},
    )


def test_what_is_logged_in_one_tab_is_seen_in_the_other(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    one = open_phone(fork_diary(tmp_path).address)
    again = program("main.py", "--no-open", "--data", str(tmp_path))
    other = open_phone(again.split()[1])
    one.tap("No cramps")
    other.sees("Logged: no cramps")
    other.tap("I had cramps")
    one.sees("Logged: 1 cramp")


def test_cramps_told_while_log_goes_leave_the_page_its_connection(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    phone.page.wait_for_timeout(2000)
    phone.page.evaluate("window.sameAsBefore = true")
    cramps, diary = (phone.find(name, exact=True).bounding_box() for name in ("I had cramps", "Diary"))
    for pause in (10, 30, 50, 70, 90, 120):
        # Where the tap on I had cramps was in time, the night holds a cramp, and No cramps asks first.
        phone.tap("No cramps")
        if phone.find("Remove 1 cramp").count():
            phone.tap("Remove 1 cramp")
        phone.sees("Logged: no cramps")
        phone.page.mouse.click(diary["x"] + 40, diary["y"] + 40)
        phone.page.wait_for_timeout(pause)
        phone.page.mouse.click(cramps["x"] + 90, cramps["y"] + 30)
        phone.page.wait_for_timeout(1500)
        assert phone.page.evaluate("window.sameAsBefore"), "the page was loaded anew"
        phone.tap("Log", exact=True)


def test_a_quiet_night_is_logged_and_taken_back_by_keyboard_alone(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    phone.sees(NOTE)
    phone.rest()
    phone.walk_to("No cramps")
    phone.page.keyboard.press("Enter")
    phone.sees("Logged: no cramps")
    comes_to(lambda: kept(tmp_path, today).get("cramps"), [])
    phone.find("Undo").wait_for()
    phone.page.keyboard.press("Alt+u")
    phone.sees("Not logged yet")
    comes_to(lambda: kept(tmp_path, today), {})


def test_whatever_is_tapped_half_awake_is_tall_enough(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    # So long that no target is cut off at the edge of what scrolls, whatever the hour adds above.
    phone = open_phone(fork_diary(tmp_path).address, height=2000)
    phone.tap("I had cramps")
    for name in ("Settings", "The night before", "Which side? Left", "How many minutes? 5", "Another cramp this night"):
        target = phone.find(name, exact=name == "The night before")
        phone.scroll_to(target)
        assert target.bounding_box()["height"] >= 46, name
