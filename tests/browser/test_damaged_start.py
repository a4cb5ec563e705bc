"""A diary whose file is damaged when the program starts: the page says so, and one tap brings the nights back."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from diary.model.mornings import DAY, night_name
from diary.model.night import Cramp, Night
from diary.store.engine import driver
from diary.store.new_diary import HEAD
from tests.browser.conftest import LOADED, Phone
from tests.browser.stored import plain_nights
from tests.browser.whole import assert_whole
from tests.store.damaged_files import page_of, zeroed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture
def folder(diary_with: Callable[..., Path], today: dt.date) -> Path:
    """Six nights, every second with a cramp, and a page of them lost since."""
    logged_at = dt.datetime.combine(today - 20 * DAY, dt.time(8), tzinfo=dt.UTC)
    nights = [Night(today - back * DAY).with_cramps((Cramp(),) * (back % 2), logged_at) for back in range(1, 7)]
    folder = diary_with(nights)
    path = folder / "diary.db"
    path.write_bytes(zeroed(path.read_bytes(), page_of(path, "night")))
    return folder


@pytest.fixture
def open_damaged(fork_diary: Callable[..., Any], open_page: Callable[..., Any]) -> Callable[[Path], Phone]:
    """Opens the page of a diary that needs help."""

    def open_(folder: Path) -> Phone:
        phone = Phone(open_page(fork_diary(folder).address))
        phone.page.get_by_role("heading", name="Your diary needs help").wait_for(timeout=LOADED)
        return phone

    return open_


def test_the_newest_whole_backup_is_offered_first_and_one_tap_opens_it(
    open_damaged: Callable[[Path], Phone], folder: Path, today: dt.date
) -> None:
    broken = (folder / "diary.db").read_bytes()
    phone = open_damaged(folder)
    phone.sees("A part of your nights cannot be read.")
    phone.sees(f"6 nights, the last {night_name(today - DAY)}")
    phone.sees("3 of 6 nights, 3 of them lack something")
    assert_whole(phone)
    phone.shot("damaged-start-backup")
    assert (folder / "diary.db").read_bytes() == broken
    phone.tap("Bring back this backup")
    phone.page.get_by_role("tab", name="Log").wait_for(timeout=LOADED)
    phone.sees("Your diary is back.")
    phone.show("/diary")
    phone.sees(night_name(today - DAY))
    assert len(plain_nights(folder)) == 6
    (aside,) = (folder / "backups").glob("damaged-*.db")
    assert aside.read_bytes() == broken


def test_without_a_backup_what_can_be_read_is_saved_and_logging_goes_on(
    open_damaged: Callable[[Path], Phone], folder: Path, today: dt.date
) -> None:
    for backup in (folder / "backups").iterdir():
        backup.unlink()
    path = folder / "diary.db"
    path.write_bytes(zeroed(path.read_bytes(), page_of(path, "sqlite_autoindex_night_1")))
    phone = open_damaged(folder)
    phone.sees("3 of at least 3 nights, 3 of them lack something")
    assert_whole(phone)
    phone.shot("damaged-start-salvage")
    phone.tap("Save what can be read")
    phone.page.get_by_role("tab", name="Log").wait_for(timeout=LOADED)
    phone.sees("Saved: 3 of at least 3 nights")
    phone.tap("No cramps")
    phone.sees("Saved: no cramps")
    phone.show("/settings/data")
    phone.sees("This diary was saved from a damaged file")
    assert sorted(plain_nights(folder)) == [(today - back * DAY).isoformat() for back in (5, 3, 1, 0)]


def test_the_page_has_the_dark_look_and_the_large_text_that_the_person_chose(
    open_damaged: Callable[[Path], Phone], diary_with: Callable[..., Path], today: dt.date
) -> None:
    folder = diary_with([Night(today - DAY, note="here")])
    path = folder / "diary.db"
    with closing(driver.connect(str(path))) as connection, connection:
        connection.execute("DELETE FROM preference WHERE name IN ('theme', 'text_scale')")
        connection.execute("""INSERT INTO preference VALUES ('theme', '"dark"'), ('text_scale', '2.0')""")
    path.write_bytes(zeroed(path.read_bytes(), page_of(path, "cramp")))
    phone = open_damaged(folder)
    phone.sees("A part of your cramps cannot be read.")
    assert_whole(phone)
    phone.shot("damaged-start-dark-large")
    brightness = Image.open(BytesIO(phone.picture())).convert("L").histogram()
    assert brightness.index(max(brightness)) < 60
    heading = phone.page.get_by_role("heading", name="Your diary needs help").bounding_box()
    assert heading is not None
    assert heading["height"] > 60


def test_what_a_newer_program_wrote_is_only_told_and_opens_when_it_is_right_again(
    open_damaged: Callable[[Path], Phone], diary_with: Callable[..., Path], today: dt.date
) -> None:
    folder = diary_with([Night(today - DAY, note="here")])
    _set_version(folder, "v9999")
    before = (folder / "diary.db").read_bytes()
    phone = open_damaged(folder)
    phone.sees("was written by a newer version of this program")
    assert phone.page.get_by_role("button", name="Bring back").count() == 0
    assert phone.page.get_by_role("button", name="Save what").count() == 0
    assert (folder / "diary.db").read_bytes() == before
    _set_version(folder, HEAD)
    phone.tap("Look at it again")
    phone.page.get_by_role("tab", name="Log").wait_for(timeout=LOADED)


def _set_version(folder: Path, version: str) -> None:
    with closing(driver.connect(str(folder / "diary.db"))) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
