"""An index of unique keys that holds one of them twice, while the rows themselves are as they were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diary.book.mending import mend_by_salvage, problems_in
from tests.store.damaged_files import NOW, PAGE, make_diary, nights_of, page_of

if TYPE_CHECKING:
    from pathlib import Path

DAY_TEXT = re.compile(rb"\d{4}-\d\d-\d\d")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_diary(tmp_path / "diary", 40)


def _with_page(path: Path, name: str, page: bytearray) -> None:
    content, start = path.read_bytes(), page_of(path, name) * PAGE
    path.write_bytes(content[:start] + page + content[start + PAGE :])


def _page(path: Path, name: str) -> bytearray:
    start = page_of(path, name) * PAGE
    return bytearray(path.read_bytes()[start : start + PAGE])


def test_a_night_whose_key_in_the_index_became_its_neighbours_is_named_and_nothing_of_it_is_made_up(path: Path) -> None:
    nights = nights_of(path)
    page = _page(path, "sqlite_autoindex_night_1")
    third, fourth = sorted(DAY_TEXT.finditer(bytes(page)), key=lambda found: found[0])[3:5]
    page[third.start() : third.end()] = fourth[0]
    _with_page(path, "sqlite_autoindex_night_1", page)
    morning, twice = third[0].decode(), fourth[0].decode()
    problems = problems_in(path.parent, clock=lambda: NOW)
    for each in (morning, twice):
        assert f"The night to {each} cannot be read: the file tells two different mornings for it." in problems
    found = mend_by_salvage(path.parent, moment=NOW).salvage
    assert found is not None
    assert found.words == "40 of 40 nights, 1 of them lacks something"
    mended = nights_of(path)
    changed = [night for day, night in nights.items() if mended[day] != night]
    assert [night.morning.isoformat() for night in changed] == [morning]
    assert mended[changed[0].morning].cramps is None
    assert mended[changed[0].morning].answers == changed[0].answers


@pytest.mark.parametrize("index", ["night", "cramp"])
def test_an_entry_that_an_index_holds_twice_in_the_place_of_another_costs_nothing(index: str, path: Path) -> None:
    name, nights = f"sqlite_autoindex_{index}_1", nights_of(path)
    page = _page(path, name)
    page[8:10] = page[10:12]  # where the first entry lies is where the second one does
    _with_page(path, name, page)
    problems = problems_in(path.parent, clock=lambda: NOW)
    assert f"A part of the index of your {index}s cannot be read." in problems
    found = mend_by_salvage(path.parent, moment=NOW).salvage
    assert found is not None
    assert (found.words, found.losses) == ("40 of 40 nights", ())
    assert nights_of(path) == nights
