"""Files that today's version wrote, with every kind of act and of value in them, open in every later version."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.pofile import read_po

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.exchange.own_json import dump, load
from diary.model.plain import Plain, plain_data, value_from_plain
from diary.model.report_choices import ReportChoices
from diary.paths import assets
from diary.store.change import Records

if TYPE_CHECKING:
    from collections.abc import Iterator

ACTS = Path(__file__).parent / "data" / "acts"
NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
NOTHING = Contents()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    shutil.copyfile(ACTS / "diary.db", tmp_path / "diary.db")
    with closing(Diary.open(tmp_path, clock=lambda: NOW)) as book:
        yield book


def _records() -> Iterator[tuple[str, str, dict[str, Any]]]:
    with closing(sqlite3.connect(ACTS / "diary.db")) as file:
        for words, before, after in file.execute("SELECT words, before, after FROM act ORDER BY id"):
            yield from ((words, when, json.loads(text)) for when, text in (("before", before), ("after", after)))


def test_a_diary_and_a_file_of_it_that_an_older_version_wrote_hold_the_same(book: Diary) -> None:
    assert load((ACTS / "diary.json").read_bytes()) == book.files.contents().without_places()
    assert book.files.check() == ()


def test_a_diary_is_written_to_a_file_byte_for_byte_as_the_older_version_wrote_it(book: Diary) -> None:
    data = (ACTS / "diary.json").read_bytes()
    assert dump(book.files.contents(), created_at=dt.datetime.fromisoformat(json.loads(data)["made_at"])) == data


def test_every_record_of_an_act_is_written_with_the_keys_and_in_the_order_of_the_older_version() -> None:
    for _, _, record in _records():
        again = {"nights": [], **plain_data(value_from_plain(Records, record))}
        assert _text(again) == _text(record)


def _text(plain: Plain) -> str:
    """JSON in which a whole number that was read as a fraction is the same: 0 and 0.0."""
    return json.dumps(json.loads(json.dumps(plain), parse_int=float))


def test_a_file_with_everything_in_it_is_read_and_written_again_byte_for_byte() -> None:
    """It has every field that a file could have then, and no number that Python would write in another way."""
    data = (ACTS / "everything.json").read_bytes()
    assert dump(load(data), created_at=NOW) == data


def test_a_file_that_an_older_version_wrote_is_taken_in_whole(tmp_path: Path) -> None:
    data = (ACTS / "diary.json").read_bytes()
    with closing(Diary.open(tmp_path, clock=lambda: NOW)) as book:
        assert len(book.files.import_json(data).new_nights) == 4
        assert book.files.contents().without_places() == load(data)


def test_every_act_that_an_older_version_recorded_is_taken_back_and_done_again(book: Diary) -> None:
    whole = book.files.contents()
    assert [change.words for change in iter(book.undo, None)] == [
        words for words, when, _ in _records() if when == "after"
    ][::-1]
    assert replace(book.files.contents(), preferences=NOTHING.preferences, report=ReportChoices()) == NOTHING
    assert len(list(iter(book.redo, None))) == 30
    assert book.files.contents().without_places() == whole.without_places()


def test_the_kept_acts_are_of_every_kind_and_touch_every_kind_of_record() -> None:
    assert {key for _, _, record in _records() for key in record} == {"nights", "profile", "markers", "questions"}
    assert len({words for words, _, _ in _records()}) == 19


def test_every_act_that_an_older_version_recorded_is_still_named_in_the_words_of_the_screen() -> None:
    with (assets() / "locale" / "diary.pot").open("rb") as file:
        translated = {message.id for message in read_po(file)}
    assert {words for words, _, _ in _records()} <= translated
