"""Taps on a page that shows late what came of the taps before: each means what stood under the finger."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY, night_name
from diary.model.night import Cramp, Night
from tests.browser.stored import comes_to

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

LATE = Path(__file__).with_name("late_page.js")
LATENESS, BETWEEN = 900, 150
"""Milliseconds by which the page is late, and between two taps."""


@pytest.fixture
def late_phone(open_phone: Callable[..., Any]) -> Callable[..., Any]:
    """Opens Log with a page that shows everything late from then on."""

    def open_late(address: str) -> Any:
        phone = open_phone(address)
        phone.page.context.add_init_script(path=LATE)
        phone.reload()
        phone.sees("Anything else about this night")
        phone.rest()
        return phone

    return open_late


def tap_fast(phone: Any, *names: str, between: int = BETWEEN) -> None:
    """Tap one after the other where they stand now, before the page shows what came of the first."""
    boxes = [phone.find(name, exact=True).bounding_box() for name in names]
    phone.page.evaluate(f"window.lateness = {LATENESS}")
    for box in boxes:
        phone.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        phone.page.wait_for_timeout(between)
    phone.page.wait_for_timeout(2 * LATENESS)
    phone.page.evaluate("window.lateness = 0")
    phone.page.wait_for_timeout(LATENESS)


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def log_quiet(folder: Path, *mornings: dt.date) -> None:
    """Log nights without cramps."""
    with closing(Diary.open(folder, clock=now)) as book:
        for morning in mornings:
            book.nights.log_quiet(morning)


def kept(folder: Path) -> dict[dt.date, Night]:
    """What the diary holds, by morning."""
    with closing(Diary.open(folder, clock=now, writable=False)) as book:
        return {night.morning: night for night in book.nights.all()}


def test_a_tap_on_the_night_that_is_shown_is_for_no_other_night(
    fork_diary: Callable[..., Any], late_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = late_phone(fork_diary(tmp_path).address)
    # The program hears of the new address when the page goes to it, and the page is late twice.
    tap_fast(phone, "The night before", "No cramps", between=3 * LATENESS // 2)
    phone.sees(night_name(today - DAY))
    assert today - DAY not in kept(tmp_path)


def test_an_undo_that_is_tapped_late_takes_back_no_later_act(
    fork_diary: Callable[..., Any], late_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = late_phone(fork_diary(tmp_path).address)
    phone.tap("No cramps")
    phone.sees("Logged: no cramps")
    tap_fast(phone, "I had cramps", "Undo")
    comes_to(lambda: kept(tmp_path)[today].cramps, (Cramp(),))


def test_an_answer_is_to_the_question_that_stood_there(
    fork_diary: Callable[..., Any], late_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = late_phone(fork_diary(tmp_path).address)
    phone.tap("Done", exact=True)
    phone.scroll_to(phone.find("Stayed in one position most of the night? Yes"))
    tap_fast(phone, "How did you mostly lie? Front", "Stayed in one position most of the night? Yes")
    comes_to(
        lambda: {morning: night.values() for morning, night in kept(tmp_path).items()},
        {today: {"position": "front", "one_position": True}},
    )


def test_the_night_that_is_deleted_is_the_one_beside_the_button(
    fork_diary: Callable[..., Any], late_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    log_quiet(tmp_path, *(today - back * DAY for back in (2, 3, 4)))
    phone = late_phone(fork_diary(tmp_path).address)
    other = phone.beside(f"/log/{(today - DAY).isoformat()}")
    phone.tap("Diary", exact=True)
    delete = phone.find(f"Delete {night_name(today - 3 * DAY)}")
    phone.scroll_to(delete)
    box = delete.bounding_box()
    phone.page.evaluate(f"window.lateness = {3 * LATENESS}")
    other.tap("No cramps")
    phone.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    phone.page.wait_for_timeout(4 * LATENESS)
    comes_to(lambda: set(kept(tmp_path)), {today - back * DAY for back in (1, 2, 4)})


@pytest.mark.parametrize("hovered", [0, 1500])
def test_each_step_to_another_month_counts_however_fast(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date, hovered: int
) -> None:
    log_quiet(tmp_path, today)
    phone = open_phone(fork_diary(tmp_path).address)
    phone.tap("Diary", exact=True)
    phone.sees("Delete ")  # the nights are there, so that nothing moves any more
    box = phone.place(phone.find("The month before", exact=True))
    phone.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    phone.page.wait_for_timeout(hovered)  # milliseconds until the button's name has come up beside the mouse
    for _ in range(4):
        phone.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    month = today.year * 12 + today.month - 1 - 4
    phone.sees(f"{dt.date(month // 12, month % 12 + 1, 1):%B %Y}")


def test_a_tap_counts_although_the_one_before_is_shown_and_not_saved_yet(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    phone.tap("Done", exact=True)
    phone.page.get_by_text("Welcome to your diary").wait_for(state="detached")
    phone.page.wait_for_timeout(1500)  # until its place has closed: the chip that is tapped twice must stand still
    box = phone.place(phone.find("Socks in bed? Yes"))
    with closing(sqlite3.connect(tmp_path / "diary.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # another program writes for a while
        for _ in range(2):
            phone.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            phone.page.wait_for_timeout(1400)  # on a busy machine the second comes the sooner after the first was heard
        other.execute("ROLLBACK")
    phone.page.wait_for_timeout(1500)
    assert kept(tmp_path).get(today, Night(today)).values() == {}
