"""Reminders in Settings: times are tapped, and the browser gets a file for a calendar."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import SOON
from tests.calendars import times_of

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def test_the_times_that_were_tapped_are_in_the_file_and_no_time_at_all_is_refused_in_words(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    phone.show("/settings/reminders")
    phone.sees("Save for my calendar")
    phone.tap("Morning: how the night was\nNone")
    phone.tap("Evening: the day and the bed\n22:00")
    phone.shot("reminders")
    with phone.page.expect_download(timeout=SOON) as waiting:
        phone.tap("Save for my calendar")
    assert waiting.value.suggested_filename == "reminders.ics"
    assert times_of(Path(waiting.value.path()).read_bytes()) == [dt.time(22)]
    phone.tap("Evening: the day and the bed\nNone")
    phone.tap("Save for my calendar")
    phone.sees("Choose a time for the evening")
