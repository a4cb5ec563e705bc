"""Trends in a real browser."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.charts.catalogue import CATALOGUE
from diary.model.mornings import DAY, day_name, noon_before
from diary.model.night import Answer, Cramp, Muscle, Night, Side
from diary.model.profile import Medicine, Profile
from diary.ui.page.content.day_choice import full_day_name
from diary.ui.page.content.month import month_name
from tests.browser.conftest import SOON
from tests.browser.sharing import Shared
from tests.browser.stored import write_diary
from tests.browser.whole import assert_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import FloatRect

    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

MIDDLE: FloatRect = {"x": 60, "y": 300, "width": 300, "height": 300}
"""Of an enlarged chart, where no button lies."""


def nights_logged(today: dt.date, *, every: int, back: int) -> list[Night]:
    """Every so manieth night of the last ones, each third of them with a cramp."""
    mornings = [today - each * DAY for each in range(0, back, every)]
    return [Night(morning, cramps=(Cramp(),) if at % 3 == 0 else ()) for at, morning in enumerate(mornings)]


def told_nights(today: dt.date, back: int, *, better_since: int = 0) -> list[Night]:
    """Every night of the last ones, each third with a cramp; only each tenth of the last so many."""
    told_at = dt.datetime.combine(today, dt.time(), dt.UTC)
    nights = []
    for at in range(back):
        morning = today - at * DAY
        cramp = Cramp(
            at=noon_before(morning) + dt.timedelta(hours=11), minutes=4, intensity=6, side=Side.LEFT, muscle=Muscle.CALF
        )
        answers = {
            "position": Answer("back" if at % 2 else "side", told_at),
            "socks": Answer(at % 3 == 0, told_at),
            "room_temperature": Answer(15.0 + at % 7, told_at),
        }
        every = 10 if at < better_since else 3
        nights.append(Night(morning, cramps=(cramp,) if at % every == 0 else (), answers=answers))
    return nights


@pytest.fixture(scope="module")
def shared_phone(
    fork_shared_diary: StartDiary,
    open_shared_phone: Callable[..., Phone],
    tmp_path_factory: pytest.TempPathFactory,
    today: dt.date,
) -> Shared[Phone]:
    """A page with a diary of sixty nights."""
    folder = write_diary(tmp_path_factory.mktemp("trends"), told_nights(today, 60))
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address))


@pytest.fixture
def phone(shared_phone: Shared[Phone], request: pytest.FixtureRequest) -> Phone:
    """The shared page, on Trends as it stands when it is opened."""
    phone = shared_phone.of(request)
    phone.show("/log")
    phone.show("/trends")
    phone.tap("Period 90 days")
    phone.sees("60 of 60 nights logged")
    return phone


@pytest.fixture(scope="module")
def shared_phone_of_half_a_year(
    fork_shared_diary: StartDiary,
    open_shared_phone: Callable[..., Phone],
    tmp_path_factory: pytest.TempPathFactory,
    today: dt.date,
) -> Shared[Phone]:
    """A page with a diary of 180 nights, which got better when a medicine was begun."""
    profile = Profile(medicines=(Medicine("Ramipril", today, started=today - 90 * DAY),))
    folder = write_diary(tmp_path_factory.mktemp("better"), told_nights(today, 180, better_since=90), profile)
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address))


@pytest.fixture
def phone_of_half_a_year(shared_phone_of_half_a_year: Shared[Phone], request: pytest.FixtureRequest) -> Phone:
    """That page, on Trends as it stands when it is opened."""
    phone = shared_phone_of_half_a_year.of(request)
    phone.show("/log")
    phone.show("/trends")
    return phone


def pinch(phone: Any, *fingers: tuple[float, float]) -> None:
    """Two fingers on one height of the screen, at these places one after another."""
    touch = phone.page.context.new_cdp_session(phone.page)
    for at, places in enumerate(fingers):
        points = [{"x": x, "y": 400, "id": finger} for finger, x in enumerate(places)]
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove" if at else "touchStart", "touchPoints": points})
        phone.page.wait_for_timeout(16)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_how_much_was_logged_is_told_of_every_period(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
) -> None:
    diary = fork_diary(diary_with(nights_logged(today, every=2, back=100)))
    phone = open_phone(diary.address)
    phone.tap("Trends", exact=True)
    phone.sees("45 of 90 nights logged")
    phone.tap("Period 30 days")
    phone.sees("15 of 30 nights logged")
    phone.tap("Period 1 year")
    phone.sees("50 of 99 nights logged")
    phone.tap("Period All")
    phone.sees("50 of 99 nights logged")


def test_every_chart_has_words_that_tell_what_it_shows(phone: Phone) -> None:
    pictures = phone.page.get_by_role("img", name=re.compile(r"\d"))
    pictures.nth(len(CATALOGUE) - 1).wait_for(state="attached", timeout=SOON)
    told = [pictures.nth(at).get_attribute("aria-label") for at in range(len(CATALOGUE))]
    assert len(set(told)) == len(CATALOGUE), told
    phone.shot("trends-sixty-nights")


def test_a_period_in_which_nothing_was_logged_says_so_instead_of_drawing_nothing(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
) -> None:
    diary = fork_diary(diary_with([Night(today - 200 * DAY, cramps=())]))
    phone = open_phone(diary.address)
    phone.tap("Trends", exact=True)
    phone.sees("0 of 90 nights logged")
    phone.sees("Choose a longer time.")


def test_an_empty_trends_says_what_will_be_there_and_leads_to_log(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    diary = fork_diary(tmp_path / "diary")
    phone = open_phone(diary.address)
    phone.tap("Trends", exact=True)
    phone.sees("After the first night you log")
    phone.sees("After seven nights, the share of cramp nights")
    phone.tap("Log last night")
    phone.sees("No cramps")


def test_the_trend_stands_at_the_top_in_words_with_what_placebo_does_beside_an_improvement(
    phone_of_half_a_year: Phone,
) -> None:
    phone = phone_of_half_a_year
    phone.tap("Period 1 year")
    phone.sees("Fewer cramp nights")
    phone.sees("People on placebo improved by about 28 %")
    phone.tap("Period 30 days")
    phone.sees("Not enough nights yet")
    phone.sees("after 26 more logged nights")


def test_a_medicine_that_was_begun_is_compared_before_and_since_without_claiming_a_cause(
    phone_of_half_a_year: Phone,
) -> None:
    phone = phone_of_half_a_year
    phone.tap("Period 1 year")
    phone.tap("Ramipril begun")
    phone.sees("Before: cramps on 30 of 90 logged nights (33 %).")
    phone.sees("Since: cramps on 9 of 90 logged nights (10 %).")
    phone.sees("Fewer since: by")
    phone.sees("not what came of it")
    phone.shot("trends-before-since")


def test_a_marker_is_added_moved_in_words_and_taken_away_on_trends_itself(phone: Phone, today: dt.date) -> None:
    phone.tap("Add a marker")
    phone.type_in("What changed?", "New mattress")
    phone.tap("Add for today")
    phone.sees(f"Day: {day_name(today, year=True)}")
    phone.type_in("What changed?", "New bed")
    phone.sees("Remove New bed")
    phone.tap("Settings", exact=True)
    phone.tap("Markers")
    phone.sees("New bed")
    phone.tap("Close settings")
    phone.tap("Trends", exact=True)
    phone.tap("New bed")
    phone.tap("Remove New bed")
    phone.sees("Removed: New bed.")
    phone.tap("Undo", exact=True)
    phone.sees("New bed")


def test_a_chart_opens_in_the_whole_window_is_zoomed_by_buttons_keys_and_fingers_and_saved_and_the_way_back_keeps_the_time(
    phone: Phone,
) -> None:
    phone.tap("Period 30 days")
    phone.sees("30 of 30 nights logged")
    phone.scroll_to(phone.find("Enlarge “Hour of the night”"))
    pictures = phone.page.get_by_role("img", name=re.compile(r"\d"))
    pictures.nth(len(CATALOGUE) - 1).wait_for(state="attached", timeout=SOON)  # each comes and makes room for its words
    phone.tap("Enlarge “Hour of the night”")
    phone.page.wait_for_url("**/trends/hour_of_night")
    phone.page.get_by_role("img", name=re.compile(r"\d")).first.wait_for(state="attached", timeout=SOON)
    phone.page.wait_for_timeout(500)

    def seen(after: float) -> bytes:
        phone.page.wait_for_timeout(1000 * after)
        picture: bytes = phone.page.screenshot(clip=MIDDLE)
        return picture

    whole = seen(0)
    phone.tap("Zoom in")
    closer = seen(0.5)
    assert closer != whole
    phone.tap("Look further left")
    assert seen(0.5) not in {whole, closer}
    phone.tap("The whole chart")
    assert seen(0.8) == whole
    phone.page.keyboard.press("+")
    assert seen(0.5) == closer
    phone.page.keyboard.press("ArrowLeft")
    assert seen(0.5) not in {whole, closer}
    phone.page.keyboard.press("Escape")
    assert seen(0.8) == whole
    pinch(phone, *[(190 - 6 * step, 230 + 6 * step) for step in range(15)])
    assert seen(0.8) != whole
    phone.page.keyboard.press("0")
    assert seen(0.8) == whole
    phone.tap("Save “Hour of the night”")
    with phone.page.expect_download() as download:
        phone.tap("Drawing (SVG)")
    assert download.value.suggested_filename.startswith("hour-of-night-")
    assert "<svg" in download.value.path().read_text()[:1000]
    phone.tap("Save “Hour of the night”")
    with phone.page.expect_download() as download:
        phone.tap("Picture (PNG)")
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    phone.sees("is in your browser's downloads")
    phone.tap("Back to Trends")
    phone.sees("30 of 30 nights logged")


def test_the_factor_beside_which_cramps_are_seen_can_be_chosen(phone: Phone) -> None:
    phone.tap("Seen beside: Mostly lay on")
    phone.tap("Socks in bed", exact=True)
    phone.sees("Seen beside: Socks in bed")
    phone.page.get_by_role("img", name=re.compile("Socks")).wait_for(state="attached", timeout=SOON)
    phone.shot("trends-factor")


def choose_day(phone: Any, button: str, day: dt.date) -> None:
    """Open a calendar and go by year and month to the day."""
    phone.tap(button)
    phone.sees("Choose a year")
    if not phone.page.get_by_role("button", name=f"Choose a year {day.year}").count():
        phone.tap("Choose a year")
        phone.sees("Earlier years")
        phone.tap(str(day.year), exact=True)
        phone.sees("Previous month")
    phone.tap("Choose a month")
    phone.sees("Previous year")
    phone.tap(month_name(day))
    phone.sees("Previous month")
    phone.tap(full_day_name(day))
    phone.tap("OK", exact=True)
    phone.page.get_by_role("button", name="OK", exact=True).wait_for(state="detached", timeout=SOON)


def test_own_dates_are_chosen_from_calendars_and_stay_and_an_end_before_the_start_is_refused(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
) -> None:
    diary = fork_diary(diary_with(told_nights(today, 60)))
    phone = open_phone(diary.address)
    phone.tap("Trends", exact=True)
    phone.tap("Period 30 days")
    phone.tap("Period Own dates")
    phone.sees(f"From: {day_name(today - 29 * DAY, year=True)}")
    phone.sees(f"To: {day_name(today, year=True)}")
    first, last = today - 49 * DAY, today - 20 * DAY
    choose_day(phone, "From: ", first)
    phone.sees("50 of 50 nights logged")
    choose_day(phone, "To: ", last)
    phone.sees("30 of 30 nights logged")
    calendar = phone.page.get_by_role("img", name=re.compile(f"Calendar from {day_name(first, year=True)}"))
    calendar.first.wait_for(state="attached", timeout=SOON)
    choose_day(phone, "From: ", last + DAY)
    phone.sees("Choose an end on or after the start.")
    phone.sees(f"From: {day_name(first, year=True)}")
    phone.tap("Period 90 days")
    phone.sees("60 of 60 nights logged")
    phone.tap("Diary", exact=True)
    phone.tap("Trends", exact=True)
    phone.tap("Period Own dates")
    phone.sees(f"From: {day_name(first, year=True)}")
    choose_day(phone, "From: ", today - 100 * DAY)
    phone.sees("40 of 40 nights logged since the diary began")


@pytest.fixture(scope="module")
def shared_large_phone(
    fork_shared_diary: StartDiary,
    open_shared_phone: Callable[..., Phone],
    tmp_path_factory: pytest.TempPathFactory,
    today: dt.date,
) -> Shared[Phone]:
    """A page at twice the size of text."""
    folder = write_diary(tmp_path_factory.mktemp("large"), told_nights(today, 120))
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone())) as book:
        book.person.keep_preferences(replace(book.person.preferences(), text_scale=2.0))
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address))


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_of_trends_is_cut_off_at_twice_the_size_of_text(
    shared_large_phone: Shared[Phone], request: pytest.FixtureRequest, *, dark: bool
) -> None:
    phone = shared_large_phone.of(request)
    phone.look(dark=dark)
    phone.show("/trends")
    phone.sees("No clear change")
    phone.shot("trends-200-dark" if dark else "trends-200-light")
    assert_whole(phone)
    phone.tap("Enlarge “Cramps a week”")
    phone.page.get_by_role("img", name=re.compile(r"\d")).first.wait_for(state="attached", timeout=SOON)
    phone.shot("trends-chart-200-dark" if dark else "trends-chart-200-light")
    assert_whole(phone)
