"""A night with a flipped bit, in the real screens: it is shown as damaged, and everything else goes on."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY, night_name
from diary.model.night import Night
from diary.store.engine import driver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

LEFT_OUT = "1 night cannot be read, so it is left out here and counts nowhere."


@pytest.fixture
def folder(diary_with: Callable[..., Path], today: dt.date) -> Path:
    """Ten quiet nights, one with a damaged moment."""
    told_at = dt.datetime.combine(today - 20 * DAY, dt.time(8), tzinfo=dt.UTC)
    folder = diary_with(Night(today - back * DAY).with_cramps((), told_at) for back in range(10))
    connection = driver.connect(str(folder / "diary.db"))
    connection.execute("PRAGMA ignore_check_constraints=ON")
    with connection:
        damaged = (today - 3 * DAY).isoformat()
        connection.execute("UPDATE night SET cramps_told_at = '2026-qq' WHERE morning = ?", (damaged,))
    connection.close()
    return folder


def test_it_is_shown_as_damaged_where_it_lies_and_the_others_are_drawn_and_exported(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], folder: Path, today: dt.date
) -> None:
    phone = open_phone(fork_diary(folder).address)
    damaged = today - 3 * DAY
    phone.show(f"/log/{damaged.isoformat()}")
    phone.sees("This night cannot be read")
    assert phone.page.get_by_role("button", name="No cramps").count() == 0
    phone.show("/diary")
    phone.sees("Nights that cannot be read")
    phone.sees(f"{night_name(damaged)}: “2026-qq” is not a moment with its time zone")
    phone.show("/trends")
    phone.sees(LEFT_OUT)
    phone.sees("9 of 9 nights logged")
    phone.show("/report")
    phone.sees(LEFT_OUT)
    phone.show("/settings/data")
    phone.sees("What cannot be read")
    with phone.page.expect_download() as download:
        phone.tap("Export to JSON")
    assert download.value.path().read_text(encoding="utf-8").count('"morning"') == 9


def test_an_older_copy_is_told_in_settings_until_the_person_has_seen_it(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    tmp_path: Path,
    today: dt.date,
) -> None:
    told_at = dt.datetime.combine(today - 20 * DAY, dt.time(8), tzinfo=dt.UTC)
    folder = diary_with([Night(today - 3 * DAY).with_cramps((), told_at)])
    shutil.copy(folder / "diary.db", tmp_path / "older.db")
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone())) as book:
        book.nights.write_note(today - 3 * DAY, "one more")
        book.nights.write_note(today - 3 * DAY, "and another")
    shutil.copy(tmp_path / "older.db", folder / "diary.db")
    phone = open_phone(fork_diary(folder).address)
    phone.show("/settings/data")
    phone.sees("2 changes that were saved here")
    phone.tap("I have seen this")
    phone.page.get_by_text("2 changes that were saved here").wait_for(state="hidden")
    assert not json.loads((folder / "diary.seal").read_text().partition("\n")[0])["notices"]
