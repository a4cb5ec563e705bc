"""A diary that is exported and taken into an empty one is the same diary, with the person's own questions."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.book import Diary
from tests.whole_figures import examples

if TYPE_CHECKING:
    from diary.exchange.contents import Contents

NOW = dt.datetime(2031, 1, 1, 12, tzinfo=dt.UTC)


def _open(folder: str, name: str) -> Diary:
    return Diary.open(Path(folder) / name, clock=lambda: NOW)


@settings(max_examples=examples(30, 500), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_diary_exported_and_taken_into_an_empty_one_is_equal(
    data: st.DataObject, own_diary: st.SearchStrategy[Contents]
) -> None:
    contents = data.draw(own_diary)
    with tempfile.TemporaryDirectory() as place:
        first, second = _open(place, "first"), _open(place, "second")
        first.files.import_contents(contents)
        assert first.files.contents() == contents
        second.files.import_json(first.files.export_json())
        assert second.files.contents() == first.files.contents()
        assert (first.files.check(), second.files.check()) == ((), ())
        version = second.version()
        second.files.import_json(first.files.export_json())
        assert second.version() == version
        while second.undo():
            pass
        assert (second.nights.all(), second.questions.current().own) == ([], ())
        first.close()
        second.close()


@settings(max_examples=examples(30, 500), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_file_taken_into_another_diary_brings_all_its_answers_and_changes_none(
    data: st.DataObject, own_diary: st.SearchStrategy[Contents]
) -> None:
    mine, theirs = data.draw(own_diary), data.draw(own_diary)
    with tempfile.TemporaryDirectory() as place:
        book = _open(place, "mine")
        book.files.import_contents(mine)
        book.files.import_contents(theirs)
        kept = {night.morning: night for night in book.nights.all()}
        for night in mine.nights:
            assert kept[night.morning].answers.items() >= night.answers.items()
            assert night.cramps in (None, kept[night.morning].cramps)
            assert night.note in ("", kept[night.morning].note)
        new = [night for night in theirs.nights if night.morning not in {one.morning for one in mine.nights}]
        for night in new:
            assert sorted(map(str, kept[night.morning].values().values())) == sorted(map(str, night.values().values()))
        catalogue = book.questions.catalogue()
        for night in book.nights.all():
            assert {key: catalogue.get(key).check(value) for key, value in night.values().items()} == night.values()
        assert book.files.check() == ()
        book.close()
