"""News comes up over the heading: nothing moves under a finger, and nothing that takes back comes up there."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY, night_to_log
from diary.model.night import Night
from diary.model.profile import Medicine, Profile
from diary.ui.page.theme import COLUMN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Phone

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

WIDTHS = (320, 420, 800, 1200)
PAUSES = (0.2, 0.4, 0.8, 1.2)
"""Seconds after which a finger that has just tapped may tap once more."""
FINGER = 24
"""Pixels by which a finger misses what it means."""
WHAT_CAN_BE_TAPPED = """() => Array.from(
    document.querySelectorAll('[role=button],[role=tab],[role=checkbox],[role=switch],[role=radio],input,textarea')
).map(each => {
    const box = each.getBoundingClientRect();
    return [each.innerText || each.ariaLabel || '', box.left, box.top, box.right, box.bottom].map(
        value => typeof value === 'number' ? Math.round(value) : value);
})"""
ROUNDING = 2
"""Pixels by which Flutter may round the places of lines anew when their font is there."""
OF_THE_NEWS = ("Undo", "Close this line")


@dataclass(frozen=True, order=True)
class Box:
    """Where something stands that can be tapped."""

    name: str
    left: int
    top: int
    right: int
    bottom: int

    def is_near(self, other: Box) -> bool:
        """Whether a finger that means one may come upon the other."""
        return (
            self.left - FINGER < other.right
            and other.left < self.right + FINGER
            and self.top - FINGER < other.bottom
            and other.top < self.bottom + FINGER
        )


def farthest_move(before: list[Box], after: list[Box]) -> int:
    """How many pixels the box that moved most did; the same things must be there."""
    assert [box.name for box in before] == [box.name for box in after]
    return max(max(abs(b.left - a.left), abs(b.top - a.top)) for b, a in zip(before, after, strict=True))


def boxes(phone: Phone) -> list[Box]:
    """All that can be tapped, in an order of its own."""
    return sorted(Box(*each) for each in phone.page.evaluate(WHAT_CAN_BE_TAPPED))


def box_of(phone: Phone, name: str) -> Box:
    """Where this stands."""
    return next(each for each in boxes(phone) if each.name.strip() == name)


def but_the_news(all_boxes: list[Box]) -> list[Box]:
    """What can be tapped also when there is no news."""
    return [each for each in all_boxes if each.name.strip() not in OF_THE_NEWS]


def settled(phone: Phone, width: int) -> list[Box]:
    """All that can be tapped in a window of this width, once it has come to that and nothing moves any more."""
    before: list[Box] = []
    for _ in range(40):
        now = boxes(phone)
        is_as_wide = any(each.name == "Settings" and each.right == (width + min(width, COLUMN)) / 2 - 8 for each in now)
        if is_as_wide and now == before:
            return now
        before = now
        phone.page.wait_for_timeout(300)
    pytest.fail("The screen does not come to rest.")


@pytest.fixture
def open_diary(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], diary_with: Callable[..., Path]
) -> Callable[..., tuple[Any, Path]]:
    """Opens a diary of quiet nights, all logged but the last, at a size of text."""

    def open_(scale: float) -> tuple[Any, Path]:
        last = night_to_log(dt.datetime.now().astimezone())
        folder = diary_with([Night(last - at * DAY, cramps=()) for at in range(1, 10)])
        with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone())) as book:
            book.person.keep_preferences(replace(book.person.preferences(), text_scale=scale))
        phone = open_phone(fork_diary(folder).address)
        phone.sees("Not logged yet")
        phone.page.get_by_label("Anything else about this night").wait_for(state="attached")
        return phone, folder

    return open_


def last_night(folder: Path) -> Night:
    """What the file holds of the night to log."""
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone(), writable=False)) as book:
        return book.nights.get(night_to_log(book.now()))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_button_moves_for_news_and_undo_comes_up_far_from_the_finger(
    open_diary: Callable[..., tuple[Any, Path]], scale: float
) -> None:
    phone, _ = open_diary(scale)
    for width in WIDTHS:
        phone.page.set_viewport_size({"width": width, "height": 860})
        before = settled(phone, width)
        phone.tap("No cramps")
        phone.find("Undo").wait_for()
        assert but_the_news(settled(phone, width)) == before
        undo = box_of(phone, "Undo")
        tapped = [each for each in before if each.name.strip() in {"No cramps", "I had cramps", "Settings"}]
        assert len(tapped) == 3
        assert not [each.name for each in tapped if undo.is_near(each)]
        assert undo.bottom <= box_of(phone, "Settings").bottom
        phone.shot(f"notice-{width}-{scale:.0%}")
        phone.tap("Undo")
        phone.sees("Taken back")
        phone.tap("Close this line")
        phone.find("Close this line").wait_for(state="detached")
        assert settled(phone, width) == before


@pytest.mark.parametrize("width", WIDTHS)
def test_a_second_tap_on_i_had_cramps_does_not_take_the_cramp_back(
    open_diary: Callable[..., tuple[Any, Path]], width: int
) -> None:
    phone, folder = open_diary(1.0)
    phone.page.set_viewport_size({"width": width, "height": 860})
    settled(phone, width)
    button = box_of(phone, "I had cramps")
    middle = (button.left + button.right) / 2, (button.top + button.bottom) / 2
    for pause in PAUSES:
        phone.page.mouse.click(*middle)
        phone.page.wait_for_timeout(1000 * pause)
        phone.page.mouse.click(*middle)
        phone.page.wait_for_timeout(500)
        phone.sees("Logged: 1 cramp")
        assert last_night(folder).cramps
        phone.tap("No cramps")
        phone.page.wait_for_timeout(1000)  # a button of the question takes no second half of a double tap
        phone.tap("Remove 1 cramp")
        phone.sees("Logged: no cramps")
        phone.page.wait_for_timeout(1000)


@pytest.mark.parametrize(("width", "scale"), [(420, 2.0), (420, 1.0)])
def test_no_button_of_an_enlarged_chart_moves_when_the_chart_or_news_comes(
    open_diary: Callable[..., tuple[Any, Path]], width: int, scale: float
) -> None:
    phone, _ = open_diary(scale)
    phone.page.set_viewport_size({"width": width, "height": 860})
    chart = phone.beside("/trends/cramps_per_week")
    chart.page.set_viewport_size({"width": width, "height": 860})
    chart.find("Zoom in").wait_for()
    chart.place(chart.find("Zoom in"))  # in the window's new size
    at_first = boxes(chart)
    chart.page.get_by_role("img", name="Cramps a week, from").first.wait_for(state="attached", timeout=30_000)
    before = boxes(chart)
    assert farthest_move(at_first, before) <= ROUNDING
    chart.shot(f"enlarged-{width}-{scale:.0%}")
    chart.tap("Save “Cramps a week”")
    with chart.page.expect_download():
        chart.tap("Picture (PNG)")
    chart.find("Close this line").wait_for()
    assert but_the_news(boxes(chart)) == before


def test_undo_comes_up_far_from_a_button_that_removes(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
) -> None:
    medicines = tuple(Medicine(f"Medicine {n}", today) for n in range(1, 4))
    phone = open_phone(fork_diary(diary_with([], profile=Profile(medicines=medicines))).address, width=320)
    phone.go_to("/settings/medicines")
    phone.tap("Medicine 1")
    button = phone.find("Remove Medicine 1")
    phone.scroll_to(button)
    for _ in range(20):  # as far up as it comes
        phone.page.mouse.move(160, 500)
        phone.page.mouse.wheel(0, 60)
        phone.page.wait_for_timeout(100)
    removing = box_of(phone, "Remove Medicine 1")
    phone.tap("Remove Medicine 1")
    phone.find("Undo").wait_for()
    assert not box_of(phone, "Undo").is_near(removing)


def test_what_slides_under_the_finger_when_a_card_is_put_away_is_not_tapped(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    phone.scroll_to(phone.find("Done", exact=True))
    done = box_of(phone, "Done")
    middle = (done.left + 40, (done.top + done.bottom) / 2)
    phone.page.mouse.click(*middle)
    phone.page.wait_for_timeout(300)
    phone.page.mouse.click(*middle)
    phone.find("Done", exact=True).wait_for(state="detached")
    phone.page.wait_for_timeout(1000)
    assert last_night(tmp_path) == Night(last_night(tmp_path).morning)
