"""Diary in a real browser: the month, the list, the search, and a night deleted and brought back."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY, night_name, noon_before
from diary.model.night import Cramp, Muscle, Side
from diary.ui.page.content.month import month_before, month_name, month_of
from tests.browser.conftest import SOON
from tests.browser.sharing import Shared
from tests.browser.stored import comes_to
from tests.browser.whole import assert_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

BESIDE_THE_TITLE = (200, 26)
"""A place where a click does nothing."""
LAST_YEAR = 400
"""Nights back, further than the list shows at first."""


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


TODAY = now().date()


def keep(folder: Path, *back: int, cramp_on: int | None = None, note: str = "") -> None:
    """Log the nights so many days back, one of them with a cramp and a note."""
    with closing(Diary.open(folder, clock=now)) as book:
        for each in back:
            morning = TODAY - each * DAY
            # of the last night late in the evening: whoever tests at two in the morning has no 03:10 yet
            at = dt.datetime.combine(morning, dt.time(3, 10)) if each else noon_before(morning) + dt.timedelta(hours=11)
            cramp = Cramp(at=at, intensity=7, side=Side.LEFT, muscle=Muscle.CALF)
            told = (cramp,) if each == cramp_on else ()
            book.nights.log(morning, cramps=told, answers={}, note=note if each == cramp_on else None)


def kept(folder: Path) -> set[dt.date]:
    with closing(Diary.open(folder, clock=now, writable=False)) as book:
        return {night.morning for night in book.nights.all()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


LAST_MONTH = month_before(TODAY)


@pytest.fixture(scope="module")
def shared(
    fork_shared_diary: StartDiary, open_shared_phone: Callable[..., Phone], tmp_path_factory: pytest.TempPathFactory
) -> Shared[Phone]:
    """A page for tests that only look. Its diary holds last night, one of last month and one of last year."""
    folder = tmp_path_factory.mktemp("looked-at") / "diary"
    keep(folder, 0, (TODAY - LAST_MONTH).days, LAST_YEAR, cramp_on=LAST_YEAR, note="Long walk; Ωμέγα")
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address))


@pytest.fixture
def phone(shared: Shared[Phone], request: pytest.FixtureRequest) -> Phone:
    """The shared page, on Diary as it stands when it is opened."""
    phone = shared.of(request)
    phone.show("/log")
    phone.tap("Diary", exact=True)
    for name in ("Clear the search", "This month"):
        if phone.find(name, exact=True).count():
            phone.tap(name, exact=True)
    phone.sees(month_name(TODAY))
    phone.page.mouse.click(*BESIDE_THE_TITLE)  # Flutter lets no field have the first click after one on a tab
    return phone


def open_diary(fork_diary: Callable[..., Any], open_phone: Callable[..., Any], folder: Path, **how: Any) -> Any:
    phone = open_phone(fork_diary(folder).address, **how)
    phone.tap("Diary", exact=True)
    phone.page.mouse.click(*BESIDE_THE_TITLE)  # Flutter lets no field have the first click after one on a tab
    return phone


def test_an_empty_diary_says_what_will_be_there_and_leads_to_log(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], folder: Path
) -> None:
    phone = open_diary(fork_diary, open_phone, folder)
    phone.sees("Every night, at a glance")
    phone.tap("Log last night")
    phone.sees("I had cramps")


def test_a_day_of_the_month_is_named_with_its_cramps_and_opens_its_night(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], folder: Path
) -> None:
    keep(folder, 0, cramp_on=0)
    phone = open_diary(fork_diary, open_phone, folder)
    phone.tap("1 cramp, 7 of 10")
    phone.page.wait_for_url(f"**/log/{TODAY.isoformat()}")
    phone.sees("Logged: 1 cramp")


def test_the_month_that_was_chosen_stays_when_one_comes_back_from_a_night(phone: Phone) -> None:
    phone.tap("The month before")
    phone.tap(": Quiet")
    phone.page.wait_for_url(f"**/log/{LAST_MONTH.isoformat()}")
    phone.tap("Diary", exact=True)
    phone.sees(month_name(LAST_MONTH))
    phone.tap("This month", exact=True)
    phone.sees(month_name(month_of(TODAY)))


def test_a_search_finds_a_night_by_its_note_and_its_cramps_however_old_and_is_kept_while_one_looks_at_it(
    phone: Phone,
) -> None:
    phone.type_in("Search nights and notes", "ωμέγα calf")
    phone.sees("1 night found")
    assert phone.page.get_by_role("textbox", name="Search nights and notes").count() == 1
    phone.tap("03:10, calf, left, 7 of 10")
    phone.page.wait_for_url(f"**/log/{(TODAY - LAST_YEAR * DAY).isoformat()}")
    phone.sees("Logged: 1 cramp")
    phone.tap("Diary", exact=True)
    phone.sees("1 night found")
    phone.tap("Clear the search", exact=True)
    phone.sees(month_name(TODAY))


def test_a_search_that_finds_nothing_says_so_and_can_be_cleared(phone: Phone) -> None:
    phone.type_in("Search nights and notes", "elephant")
    phone.sees("No night has all these words.")
    phone.tap("Clear the search", exact=True)
    phone.sees(month_name(TODAY))


def test_a_deleted_night_leaves_list_and_calendar_and_comes_back_with_undo(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], folder: Path
) -> None:
    keep(folder, 0, 1)
    phone = open_diary(fork_diary, open_phone, folder)
    phone.tap(f"Delete {night_name(TODAY)}", exact=True)
    phone.sees("Night deleted")
    comes_to(lambda: kept(folder), {TODAY - DAY})
    phone.find(f"Delete {night_name(TODAY)}", exact=True).wait_for(state="detached", timeout=SOON)
    phone.tap("Undo", exact=True)
    phone.find(f"Delete {night_name(TODAY)}", exact=True).wait_for(state="attached", timeout=SOON)
    comes_to(lambda: kept(folder), {TODAY, TODAY - DAY})


def test_the_list_grows_at_its_end_until_the_first_night(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], folder: Path
) -> None:
    keep(folder, *range(60))
    phone = open_diary(fork_diary, open_phone, folder)
    oldest = phone.find(f"Delete {night_name(TODAY - 59 * DAY)}", exact=True)
    phone.page.mouse.move(200, 600)
    for _ in range(90):
        phone.page.mouse.wheel(0, 400)
        phone.rest()
        if oldest.count():
            break
    assert oldest.count() == 1


def test_the_list_keeps_one_kind_of_night_or_one_answer_even_after_a_look_at_a_night_until_all_are_wanted_again(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], folder: Path
) -> None:
    keep(folder, 0, 1, 3, cramp_on=3)
    with closing(Diary.open(folder, clock=now)) as book:
        book.nights.answer(TODAY - DAY, "socks", value=True)
    phone = open_diary(fork_diary, open_phone, folder)
    phone.tap("Only Cramp nights")
    phone.sees("1 such night")
    phone.tap("03:10, calf, left, 7 of 10")
    phone.page.wait_for_url("**/log/*")
    phone.tap("Diary", exact=True)
    phone.sees("1 such night")
    phone.tap("Only Not logged")
    phone.sees("1 such night")
    phone.sees(night_name(TODAY - 2 * DAY))
    assert phone.find("Delete ").count() == 0
    phone.tap("Show all nights")
    phone.sees(month_name(TODAY))
    phone.tap("By question: Any")
    phone.tap("Socks in bed")
    phone.sees("1 such night")
    phone.tap("Answer: Any answer")
    phone.tap("Not answered")
    phone.sees("2 such nights")
    phone.shot("diary-filtered")


def test_a_swipe_to_the_right_shows_the_month_before_and_to_the_left_the_month_after(phone: Phone) -> None:
    phone.sees(month_name(TODAY))

    def swipe(by: int) -> None:
        mouse = phone.page.mouse
        mouse.move(210, 480)
        mouse.down()
        mouse.move(210 + by / 2, 480, steps=4)
        mouse.move(210 + by, 480, steps=4)
        mouse.up()

    swipe(150)
    phone.sees(month_name(month_before(TODAY)))
    phone.rest()
    swipe(-150)
    phone.sees(month_name(TODAY))


@pytest.fixture(scope="module")
def shared_large(
    fork_shared_diary: StartDiary, open_shared_phone: Callable[..., Phone], tmp_path_factory: pytest.TempPathFactory
) -> Shared[Phone]:
    """A page at twice the size of text."""
    folder = tmp_path_factory.mktemp("large") / "diary"
    keep(folder, *range(40), cramp_on=3, note="Late dinner")
    with closing(Diary.open(folder, clock=now)) as book:
        book.person.keep_preferences(replace(book.person.preferences(), text_scale=2.0))
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address))


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_is_cut_off_at_twice_the_size_of_text(
    shared_large: Shared[Phone], request: pytest.FixtureRequest, *, dark: bool
) -> None:
    phone = shared_large.of(request)
    phone.look(dark=dark)
    phone.show("/diary")
    phone.sees(month_name(TODAY))
    phone.shot("diary-200-dark" if dark else "diary-200-light")
    assert_whole(phone)
