"""Report in a real browser."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY, day_name
from diary.model.night import Cramp, Night
from diary.model.preferences import Preferences, TemperatureUnit
from diary.model.profile import Profile
from diary.model.report_choices import NameForm, Paper, Part, ReportChoices
from diary.ui.page.content.day_choice import full_day_name
from tests.browser.conftest import SOON
from tests.browser.sharing import Shared
from tests.browser.stored import comes_to, write_diary
from tests.browser.whole import assert_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FloatRect, Request

    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

ROOT = Path(__file__).parents[2]


PERSON = Profile(name="A. Example", year_of_birth=1954)


def sixty_nights(today: dt.date) -> list[Night]:
    """The last ones, each fourth with a cramp."""
    return [Night(today - at * DAY, cramps=(Cramp(),) if at % 4 == 0 else ()) for at in range(60)]


@pytest.fixture
def folder(diary_with: Callable[..., Path], today: dt.date) -> Path:
    return diary_with(sixty_nights(today), profile=PERSON)


@pytest.fixture(scope="module")
def shared_report(
    fork_shared_diary: StartDiary,
    open_shared_phone: Callable[..., Phone],
    tmp_path_factory: pytest.TempPathFactory,
    today: dt.date,
) -> tuple[Shared[Phone], Path]:
    """The page of tests that leave the choices of the report as they find them, and its diary's folder."""
    folder = write_diary(tmp_path_factory.mktemp("report"), sixty_nights(today), PERSON)
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address)), folder


@pytest.fixture
def phone(shared_report: tuple[Shared[Phone], Path], request: pytest.FixtureRequest) -> Phone:
    """The shared page, on Report as it stands when it is opened."""
    phone = shared_report[0].of(request)
    phone.look()
    phone.show("/log")
    phone.show("/report")
    phone.tap("Period 90 days")
    phone.sees("60 of 60 nights logged")
    return phone


@pytest.fixture
def phone_of_its_own(fork_diary: StartDiary, open_phone: Callable[..., Phone], folder: Path) -> Phone:
    """A page on Report, of a program that no other test uses."""
    phone = open_phone(fork_diary(folder).address)
    phone.tap("Report", exact=True)
    phone.sees("60 of 60 nights logged")
    return phone


def is_previewed(phone: Phone) -> None:
    """Wait until the first page of the report is there, and drawn."""
    phone.page.get_by_role("img", name="The report: Page 1 of").wait_for(state="attached", timeout=SOON)
    phone.rest()


def test_the_report_is_seen_before_it_is_saved_with_whose_it_is(phone: Phone) -> None:
    is_previewed(phone)
    phone.shot("report-preview")
    phone.tap("What goes in")
    phone.sees("Name: A. Example")


def test_what_goes_in_folds_open_and_is_kept_for_the_next_time(phone_of_its_own: Phone, folder: Path) -> None:
    phone = phone_of_its_own
    phone.sees("A4, whole name, all parts, with notes")
    phone.tap("What goes in")
    phone.tap("Name on the report Initials")
    phone.tap("Paper Letter")
    phone.tap("Temperatures in °F")
    phone.shot("report-choices")
    phone.tap("Charts")
    phone.tap("The notes of the nights")
    phone.sees("Letter, initials, 1 part left out, without notes")
    phone.shot("report-choices-parts")
    phone.page.get_by_role("img", name="The report: Page 1 of").wait_for(state="attached", timeout=SOON)
    phone.reload()
    phone.sees("Letter, initials, 1 part left out, without notes")
    kept = Diary.open(folder, clock=lambda: dt.datetime.now().astimezone(), writable=False).person.report_choices()
    assert kept == ReportChoices(
        name=NameForm.INITIALS,
        paper=Paper.LETTER,
        temperature=TemperatureUnit.FAHRENHEIT,
        paper_chosen=True,
        without=frozenset({Part.ANSWERS, Part.CHARTS}),
        notes=False,
    )


def test_a_night_is_left_out_and_put_back(phone: Phone, today: dt.date) -> None:
    phone.tap("What goes in")
    phone.tap("Leave out a night")
    phone.tap(full_day_name(today))
    phone.tap("OK", exact=True)
    phone.sees("59 of 60 nights logged")
    phone.sees("1 night left out")
    phone.tap("Put back")
    phone.sees("60 of 60 nights logged")


def test_the_report_since_the_last_one_is_offered_after_it(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], folder: Path, today: dt.date
) -> None:
    book = Diary.open(folder, clock=lambda: dt.datetime.now().astimezone())
    book.person.keep_report_choices(ReportChoices(last_report=today - 14 * DAY))
    book.close()
    phone = open_phone(fork_diary(folder).address)
    phone.tap("Report", exact=True)
    phone.tap("Period Since the last report")
    phone.sees("14 of 14 nights logged")


@pytest.mark.parametrize("looks", [{"dark": True}, {"width": 1280}], ids=["dark", "wide"])
def test_the_screen_reads_well(looks: dict[str, Any], phone: Phone, request: pytest.FixtureRequest) -> None:
    phone.look(**looks)
    reads_well(phone, request.node.callspec.id)


def test_the_screen_reads_well_at_twice_the_size_of_text(
    fork_diary: StartDiary, open_phone: Callable[..., Phone], folder: Path
) -> None:
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone())) as book:
        book.person.keep_preferences(Preferences(text_scale=2.0, welcomed=True))
    phone = open_phone(fork_diary(folder).address)
    phone.tap("Report", exact=True)
    reads_well(phone, "large")


def reads_well(phone: Phone, name: str) -> None:
    phone.sees("60 of 60 nights logged")
    is_previewed(phone)
    phone.shot(f"report-{name}")
    assert_whole(phone)
    phone.tap("What goes in")
    phone.shot(f"report-{name}-choices")
    assert_whole(phone)


def test_a_page_made_larger_to_be_read_can_be_moved_sideways(phone: Phone) -> None:
    is_previewed(phone)
    phone.sees("100 %")
    assert not moves_sideways(phone)
    phone.tap("Larger", exact=True)
    phone.sees("150 %")
    is_previewed(phone)
    comes_to(lambda: moves_sideways(phone), due=True)


def moves_sideways(phone: Phone) -> bool:
    """Whether the preview looks different after a turn of the wheel to the right."""
    page: FloatRect = {"x": 40, "y": 500, "width": 320, "height": 150}
    phone.page.mouse.move(200, 600)
    phone.rest()
    before = phone.page.screenshot(clip=page)
    phone.page.mouse.wheel(120, 0)
    phone.rest()
    return bool(phone.page.screenshot(clip=page) != before)


def test_what_would_make_the_page_better_is_one_tap_away(phone: Phone) -> None:
    phone.tap("To make the page better")
    phone.sees("The warning signs were not asked yet.")
    phone.shot("report-gaps")
    phone.tap("Medicines", exact=True)
    phone.sees("Do you take any medicine or supplement?")


def test_the_pages_open_in_the_whole_window_and_lead_back(phone: Phone) -> None:
    is_previewed(phone)
    phone.tap("The pages in the whole window")
    phone.sees("The pages for your doctor")
    is_previewed(phone)
    phone.shot("report-whole-window")
    phone.tap("Back to Report")
    phone.sees("60 of 60 nights logged")


def test_what_is_saved_is_byte_for_byte_what_the_command_line_makes(
    phone: Phone, shared_report: tuple[Shared[Phone], Path], today: dt.date, tmp_path: Path
) -> None:
    _, folder = shared_report
    with phone.page.expect_download(timeout=SOON) as waiting:
        phone.tap("Save PDF")
    assert waiting.value.suggested_filename == f"night-cramps-{today.isoformat()}.pdf"
    phone.sees("is in your browser's downloads")
    made = tmp_path / "made.pdf"
    period = ["--from", (today - 59 * DAY).isoformat(), "--to", today.isoformat()]
    command = [sys.executable, "-m", "diary", "report", "--data", str(folder), "--out", str(made), *period]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    assert Path(waiting.value.path()).read_bytes() == made.read_bytes()


def is_asked_by_a_tab(request: Request) -> bool:
    """Whether a tab goes to an address by it."""
    return request.is_navigation_request()


def test_after_saving_the_folder_opens_and_the_pages_show_in_a_tab_to_print(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], folder: Path, tmp_path: Path
) -> None:
    downloads, opened = tmp_path / "saved files", tmp_path / "opened"
    downloads.mkdir()
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    program.chmod(0o755)
    machine = {
        "DISPLAY": ":0",
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "XDG_DOWNLOAD_DIR": str(downloads),
        "XDG_CONFIG_HOME": str(tmp_path / "no settings"),
    }
    phone = open_phone(fork_diary(folder, environment=machine).address)
    phone.tap("Report", exact=True)
    phone.sees("60 of 60 nights logged")
    with phone.page.expect_download(timeout=SOON) as waiting:
        phone.tap("Save PDF")
    phone.tap("Open folder")
    phone.shot("report-saved")
    assert opened.read_text().strip() == str(downloads)
    # What the tab asks for, not what it shows: a Chromium without its windows has no viewer of PDFs.
    with (
        phone.page.context.expect_page(timeout=SOON) as opening,
        phone.page.context.expect_event("request", is_asked_by_a_tab, timeout=SOON) as asking,
    ):
        phone.tap("Print", exact=True)
    assert opening.value is not phone.page
    shown = phone.page.context.request.get(asking.value.url)
    assert shown.headers["content-type"] == "application/pdf"
    assert shown.headers["content-disposition"].startswith("inline")
    assert shown.body() == Path(waiting.value.path()).read_bytes()


def test_each_other_kind_of_file_is_saved_and_holds_what_it_says(phone: Phone, today: dt.date) -> None:
    def saved(kind: str, name: str) -> str:
        phone.tap("Other files")
        phone.sees("Save as")
        phone.shot("report-save-as")
        with phone.page.expect_download(timeout=SOON) as waiting:
            phone.tap(kind)
        assert waiting.value.suggested_filename == name
        phone.sees(f"{name} is in your browser's downloads")
        return Path(waiting.value.path()).read_text(encoding="utf-8")

    day = today.isoformat()
    page = saved("Web page (HTML)", f"night-cramps-{day}.html")
    assert page.startswith("<!doctype html>")
    assert "60 of 60 nights logged" in page
    assert phone.page.get_by_role("button", name="Print", exact=True).count() == 1
    nights = saved("Table of the nights (CSV)", f"night-cramps-nights-{day}.csv")
    assert len(nights.splitlines()) == 1 + 60
    assert phone.page.get_by_role("button", name="Print", exact=True).count() == 0
    cramps = saved("Table of the cramps (CSV)", f"night-cramps-cramps-{day}.csv")
    assert len(cramps.splitlines()) == 1 + 15
    phone.tap("Other files")
    with phone.page.expect_download(timeout=SOON) as waiting:
        phone.tap("Bedside sheet (PDF)")
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF-")
    phone.sees("night-cramps-sheet.pdf is in your browser's downloads")
    assert phone.page.get_by_role("button", name="Print", exact=True).count() == 1
    record = json.loads(saved("Health record (FHIR)", f"night-cramps-{day}.fhir.json"))
    told = [entry["resource"] for entry in record["entry"] if "valueBoolean" in entry["resource"]]
    assert [one["valueBoolean"] for one in told].count(True) == 15
    assert record["entry"][0]["resource"]["resourceType"] == "Composition"
    assert record["entry"][1]["resource"]["name"] == [{"text": "A. Example"}]


def test_the_choice_of_files_closes_by_the_keyboard(phone: Phone) -> None:
    phone.tap("Other files")
    phone.sees("Save as")
    phone.page.keyboard.press("Escape")
    phone.page.get_by_text("Save as").wait_for(state="detached", timeout=SOON)


def test_own_dates_are_chosen_from_a_calendar(phone_of_its_own: Phone, today: dt.date) -> None:
    phone = phone_of_its_own
    phone.tap("Period Own dates")
    phone.tap(f"To: {day_name(today, year=True)}")
    chosen = today.replace(day=1)
    phone.tap(full_day_name(chosen))
    phone.tap("OK", exact=True)
    phone.sees(f"To: {day_name(chosen, year=True)}")


def test_an_end_before_the_start_is_refused_in_words(phone: Phone, today: dt.date) -> None:
    phone.tap("Period 30 days")
    phone.sees("30 of 30 nights logged")
    phone.tap("Period Own dates")
    phone.tap(f"To: {day_name(today, year=True)}")
    earlier = (today - 60 * DAY).replace(day=1)
    for _ in range((today.year - earlier.year) * 12 + today.month - earlier.month):
        phone.tap("Previous month")
    phone.tap(full_day_name(earlier))
    phone.tap("OK", exact=True)
    phone.sees("Choose an end on or after the start.")
    phone.sees("30 of 30 nights logged")


def test_a_diary_without_nights_says_what_the_report_will_be(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    phone = open_phone(fork_diary(tmp_path / "diary").address)
    phone.tap("Report", exact=True)
    phone.sees("One page for your doctor")
    assert phone.page.get_by_role("button", name="Save PDF").count() == 0
