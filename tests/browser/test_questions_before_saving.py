"""What Log asks before it saves: which night a tap is for, and whether cramps are to go."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY, night_name
from diary.model.night import Cramp, Muscle, Night
from tests.browser.stored import comes_to
from tests.browser.test_notice import box_of
from tests.browser.test_page_clock import Clock, clock, logged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Phone

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
__all__ = ["clock"]

FRIDAY = dt.date(2026, 11, 20)
SATURDAY = FRIDAY + DAY
ASKED = "This night holds 2 cramps. Remove them?"
WHICH = "Which night is it for?"


@pytest.fixture
def cramp_night(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], diary_with: Callable[..., Path], today: dt.date
) -> Callable[..., tuple[Phone, Path]]:
    """Opens a diary whose last night holds two cramps: cramp_night(scale=1.0, height=860)."""

    def open_(scale: float = 1.0, height: int = 860) -> tuple[Phone, Path]:
        folder = diary_with([Night(today, cramps=(Cramp(muscle=Muscle.CALF, intensity=7), Cramp()))])
        with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone())) as book:
            book.person.keep_preferences(replace(book.person.preferences(), text_scale=scale))
        phone = open_phone(fork_diary(folder).address, height=height)
        phone.sees("Logged: 2 cramps")
        return phone, folder

    return open_


def test_no_cramps_on_a_night_that_holds_some_asks_first_and_removes_only_when_told(
    cramp_night: Callable[..., tuple[Phone, Path]], today: dt.date
) -> None:
    phone, folder = cramp_night()
    phone.tap("No cramps")
    phone.sees(ASKED)
    phone.sees("time not known, calf, 7 of 10")
    phone.tap("Keep them")
    phone.sees("Logged: 2 cramps")
    comes_to(lambda: logged(folder), {today.isoformat(): 2})
    phone.tap("No cramps")
    phone.sees(ASKED)
    phone.rest()
    phone.tap("Remove 2 cramps")
    phone.sees("Logged: no cramps")
    comes_to(lambda: logged(folder), {today.isoformat(): 0})
    phone.tap("Undo")
    phone.sees("Logged: 2 cramps")


def test_a_second_tap_on_no_cramps_neither_removes_nor_takes_the_question_away(
    cramp_night: Callable[..., tuple[Phone, Path]], today: dt.date
) -> None:
    phone, folder = cramp_night()
    for pause in (150, 400, 1200):
        box = phone.find("No cramps").bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        phone.page.mouse.click(x, y)
        phone.page.wait_for_timeout(pause)
        phone.page.mouse.click(x, y)
        phone.page.wait_for_timeout(2500)
        phone.sees(ASKED)
        comes_to(lambda: logged(folder), {today.isoformat(): 2})
        phone.page.keyboard.press("Escape")
        phone.page.get_by_text(ASKED).wait_for(state="detached")
        phone.page.wait_for_timeout(700)  # in the moment after a dialog closes no tap counts


@pytest.mark.parametrize(("scale", "height"), [(1.0, 860), (1.0, 560), (2.0, 860), (2.0, 700)])
def test_nothing_that_removes_comes_up_under_the_finger(
    cramp_night: Callable[..., tuple[Phone, Path]], scale: float, height: int
) -> None:
    phone, _ = cramp_night(scale, height)
    tapped = box_of(phone, "No cramps")
    phone.tap("No cramps")
    phone.find("Remove 2 cramps").wait_for()
    phone.rest()
    phone.shot(f"remove-{scale}-{height}")
    assert not tapped.is_near(box_of(phone, "Remove 2 cramps"))


@pytest.mark.parametrize(("answer", "kept"), [(FRIDAY, FRIDAY), (SATURDAY, SATURDAY), (None, None)])
def test_a_tap_on_a_page_left_open_over_midnight_is_asked_for_and_lands_in_the_night_that_is_named(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    tmp_path: Path,
    clock: Clock,  # pytest's own way to take a fixture
    answer: dt.date | None,
    kept: dt.date | None,
) -> None:
    folder = tmp_path / "diary"
    clock.set(FRIDAY, "22:00")
    phone = open_phone(fork_diary(folder, clock=clock.file).address)
    phone.sees(night_name(FRIDAY))
    phone.sees("Not logged yet")
    box = phone.find("No cramps").bounding_box()
    clock.set(SATURDAY, "07:00")
    phone.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    phone.sees(WHICH)
    for morning in (FRIDAY, SATURDAY):
        phone.sees(night_name(morning))
    comes_to(lambda: logged(folder), {})
    phone.rest()
    phone.tap(night_name(answer) if answer else "Save nothing")
    phone.page.get_by_text(WHICH).wait_for(state="detached")
    phone.rest()
    comes_to(lambda: logged(folder), {kept.isoformat(): 0} if kept else {})


def test_where_the_night_that_is_named_holds_cramps_these_are_asked_for_too(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    tmp_path: Path,
    clock: Clock,
) -> None:
    folder = tmp_path / "diary"
    clock.set(FRIDAY, "22:00")
    with closing(Diary.open(folder, clock=lambda: dt.datetime(2026, 11, 20, 22, tzinfo=dt.UTC))) as book:
        book.nights.log_cramps(FRIDAY, (Cramp(), Cramp()))
    phone = open_phone(fork_diary(folder, clock=clock.file).address)
    phone.sees("Logged: 2 cramps")
    box = phone.find("No cramps").bounding_box()
    clock.set(SATURDAY, "07:00")
    phone.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    phone.sees(WHICH)
    phone.rest()
    phone.tap(night_name(FRIDAY))
    phone.sees(ASKED)
    phone.rest()
    phone.tap("Remove 2 cramps")
    phone.page.get_by_text(ASKED).wait_for(state="detached")
    phone.rest()
    comes_to(lambda: logged(folder), {FRIDAY.isoformat(): 0})


def test_over_noon_the_night_stays_and_nothing_is_asked(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    tmp_path: Path,
    clock: Clock,
) -> None:
    folder = tmp_path / "diary"
    clock.set(FRIDAY, "11:50")
    phone = open_phone(fork_diary(folder, clock=clock.file).address)
    phone.sees(night_name(FRIDAY))
    clock.set(FRIDAY, "12:10")
    phone.tap("No cramps")
    phone.sees("Logged: no cramps")
    comes_to(lambda: logged(folder), {FRIDAY.isoformat(): 0})
