"""The health record of a diary: a document whose PDF and words are those of the report itself."""

from __future__ import annotations

import datetime as dt
import json
from base64 import b64decode
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from fhir.resources.R4B.bundle import Bundle

from diary.book import Diary
from diary.demo.year import FIRST, LAST, example_year
from diary.model.period import Period
from diary.report.narrative import first_page_narrative

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PERIOD = Period(LAST - dt.timedelta(days=89), LAST)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    with closing(Diary.open(tmp_path, clock=lambda: dt.datetime.combine(LAST, dt.time(9), dt.UTC))) as diary:
        diary.files.import_contents(example_year())
        yield diary


def test_the_record_holds_the_very_pdf_and_page_one_in_words_and_numbers(book: Diary) -> None:
    data = book.results.report_fhir(PERIOD)
    Bundle.model_validate_json(data)
    plain = json.loads(data)
    by_kind = {entry["resource"]["resourceType"]: entry["resource"] for entry in plain["entry"]}
    pdf = b64decode(by_kind["DocumentReference"]["content"][0]["attachment"]["data"])
    assert pdf == book.results.report_pdf(PERIOD)
    content = book.results.report(PERIOD).content
    words = by_kind["Composition"]["text"]["div"]
    assert all(section.heading in words for section in first_page_narrative(content))
    rate = next(
        entry["resource"]
        for entry in plain["entry"]
        if entry["resource"].get("code", {}).get("coding", [{}])[0].get("code") == "cramp_nights_in_28"
    )
    assert f"{rate['valueQuantity']['value']:.1f}" == content.first_page.tiles.tiles[0].value


def test_the_same_diary_gives_the_same_record(book: Diary) -> None:
    assert book.results.report_fhir(PERIOD) == book.results.report_fhir(PERIOD)
    assert PERIOD.first > FIRST
