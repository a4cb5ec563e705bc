"""Double taps in a real browser: what the screen shows afterwards is what the diary holds."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import night_name, night_to_log
from diary.model.night import Night, NightState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.model.factors import Value

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

SHOWN = 1500
"""Milliseconds in which everything that two taps did is saved and shown."""


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def night(folder: Path) -> Night:
    """What the file holds of the night to log."""
    with closing(Diary.open(folder, clock=now, writable=False)) as book:
        return book.nights.get(night_to_log(book.now()))


def tap_twice(phone: Any, name: str, pause: int) -> None:
    """Two clicks at one place, whatever stands there at the second."""
    box = phone.find(name).bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    phone.page.mouse.click(*middle)
    phone.page.wait_for_timeout(pause)
    phone.page.mouse.click(*middle)
    phone.page.wait_for_timeout(SHOWN)


def test_a_chip_shows_the_answer_that_is_kept_after_double_taps_of_any_pace(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    chip = phone.find("Socks in bed? Yes")
    phone.scroll_to(chip)
    answer: Value | None = None
    for pause in (60, 200, 300, 350, 400):
        tap_twice(phone, "Socks in bed? Yes", pause)
        answer = None if answer else True
        assert (night(tmp_path).value("socks"), chip.get_attribute("aria-checked")) == (
            answer,
            str(bool(answer)).lower(),
        )


def test_a_double_tap_on_the_night_that_is_chosen_leaves_it_chosen(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    offer = phone.page.get_by_role("checkbox", checked=True).first
    name = offer.get_attribute("aria-label") or offer.inner_text()
    tap_twice(phone, name, 200)
    assert phone.find(name).get_attribute("aria-checked") == "true"


def test_a_double_tap_on_the_day_opens_the_calendar_and_leaves_it_open(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    for pause in (100, 250):
        tap_twice(phone, night_name(night_to_log(now())), pause)
        phone.find("OK", exact=True).wait_for()
        phone.tap("Cancel", exact=True)
        phone.find("OK", exact=True).wait_for(state="detached")
        phone.page.wait_for_timeout(SHOWN)
    assert night(tmp_path) == Night(night(tmp_path).morning)


def test_an_undo_in_one_tab_takes_back_no_act_of_another(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    a = open_phone(fork_diary(tmp_path).address)
    b = a.beside("/")
    a.page.bring_to_front()
    a.tap("No cramps", exact=True)
    a.find("Undo", exact=True).wait_for()
    undo = a.find("Undo", exact=True).bounding_box()
    b.page.bring_to_front()
    b.sees("Logged: no cramps")
    b.scroll_to(b.find("Socks in bed? Yes"))
    b.tap("Socks in bed? Yes")
    a.page.bring_to_front()
    a.page.mouse.click(undo["x"] + undo["width"] / 2, undo["y"] + undo["height"] / 2)
    a.find("Undo", exact=True).wait_for(state="detached")
    a.page.wait_for_timeout(SHOWN)
    assert (night(tmp_path).state, night(tmp_path).value("socks")) == (NightState.QUIET, True)
