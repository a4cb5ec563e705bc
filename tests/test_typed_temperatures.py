"""A temperature comes back as it was typed, by whatever way it went in and came out."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.model.number_text import temperature_from_text, temperature_without_a_screen
from diary.model.plain_number import plain_number
from diary.model.preferences import Preferences, TemperatureUnit, shown_temperature

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
FAHRENHEIT = TemperatureUnit.FAHRENHEIT
TENTHS = [plain_number(tenths / 10) for tenths in range(400, 1001)]
"""From 40 to 100 °F."""


def shown(celsius: object) -> str:
    assert isinstance(celsius, float)
    return plain_number(shown_temperature(celsius, FAHRENHEIT))


def test_nights_come_back_as_typed_from_the_diary_and_through_its_file(tmp_path: Path) -> None:
    mornings = [NOW.date() - dt.timedelta(days=back) for back in range(len(TENTHS))]
    with closing(Diary.open(tmp_path / "one", clock=lambda: NOW)) as book:
        for morning, typed in zip(mornings, TENTHS, strict=True):
            book.nights.answer(morning, "room_temperature", value=temperature_from_text(typed, "Room", FAHRENHEIT))
        assert [shown(book.nights.get(morning).value("room_temperature")) for morning in mornings] == TENTHS
        exported = book.files.export_json()
    with closing(Diary.open(tmp_path / "two", clock=lambda: NOW)) as book:
        book.files.import_json(exported)
        assert [shown(book.nights.get(morning).value("room_temperature")) for morning in mornings] == TENTHS


def test_the_own_line_for_a_cold_room_comes_back_as_typed(tmp_path: Path) -> None:
    for typed in TENTHS[::5]:
        with closing(Diary.open(tmp_path, clock=lambda: NOW)) as book:
            line = temperature_from_text(typed, "A room is cold below", FAHRENHEIT)
            book.person.keep_preferences(Preferences(temperature=FAHRENHEIT, cold_below=line))
            assert shown(book.person.preferences().cold_below) == typed


@pytest.mark.parametrize("unit", ["F", " °F", ""])
def test_the_command_line_reads_each_as_the_screens_do(unit: str) -> None:
    for typed in TENTHS:
        if unit or float(typed) > 50:
            assert shown(temperature_without_a_screen(f"{typed}{unit}", "Room", FAHRENHEIT)) == typed
