"""Settings takes in a file: what it would do is seen first, then one tap does it, and one Undo takes it back."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY
from diary.model.night import Cramp
from diary.store.folder import DIARY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def choose(phone: Any, path: Path) -> None:
    with phone.page.expect_file_chooser() as waiting:
        phone.tap("Choose a file")
    waiting.value.set_files(path)


def test_another_diary_is_seen_then_taken_in_then_taken_back(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    with closing(Diary.open(tmp_path / "laptop", clock=now)) as laptop:
        laptop.nights.log_cramps(today, (Cramp(minutes=3),))
        laptop.nights.log_quiet(today - 2 * DAY)
        exported = tmp_path / "everything.json"
        exported.write_bytes(laptop.files.export_json())
    with closing(Diary.open(tmp_path / "diary", clock=now)) as book:
        book.nights.log_quiet(today)
    phone = open_phone(fork_diary(tmp_path / "diary").address)
    phone.show("/settings/data")

    def nights() -> dict[dt.date, int]:
        with closing(Diary.open(tmp_path / "diary", clock=now, writable=False)) as book:
            return {night.morning: len(night.cramps or ()) for night in book.nights.all()}

    choose(phone, exported)
    phone.sees("The file holds 2 nights")
    phone.sees("1 night is new.")
    phone.sees("Keep mine")
    assert nights() == {today: 0}
    phone.scroll_to(phone.find("Leave it"))
    phone.shot("import")
    phone.tap("Take the file's")
    phone.sees("the file's is taken")
    phone.tap("Take it in")
    phone.sees("Taken in: everything.json.")
    assert nights() == {today - 2 * DAY: 0, today: 1}
    phone.tap("Undo", exact=True)
    phone.sees("Taken back")
    assert nights() == {today: 0}

    choose(phone, tmp_path / "laptop" / DIARY_NAME)
    phone.sees("Take the later one")
    phone.tap("Leave it")
    assert nights() == {today: 0}

    wrong = tmp_path / "holiday.txt"
    wrong.write_text("sun")
    choose(phone, wrong)
    phone.sees("This file is not JSON.")
    phone.sees("Choose a file")

    room = tmp_path / "bedroom.csv"
    lines = (f"{today - DAY} 0{hour}:00,6{hour}.4" for hour in range(6))
    room.write_text("\n".join(("Time,Room temperature", *lines)))
    choose(phone, room)
    phone.sees("Which is it?")
    phone.tap("°F")
    phone.sees("Room temperature, measured:")
    phone.scroll_to(phone.find("Leave it"))
    phone.shot("import-room")
    phone.tap("Take it in")
    phone.sees("Taken in: bedroom.csv.")
    with closing(Diary.open(tmp_path / "diary", clock=now, writable=False)) as book:
        assert book.nights.get(today - DAY).value("room_temperature") == 17.17
