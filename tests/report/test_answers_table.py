"""All answers of cramp nights are a table that a doctor can read down a night and across the nights."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader

from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from diary.model.preferences import TemperatureUnit
from diary.model.report_choices import Part, ReportChoices
from diary.report.answers_table import NIGHTS_ABREAST, answers_sections
from diary.report.make import DoctorReport
from diary.report.sections import TableBlock
from tests.report.blocks import NOW, TODAY, source_of

Nights = Callable[[int], tuple[Night, ...]]
Report = Callable[..., DoctorReport]
ALL = ReportChoices(without=frozenset())


def _night(back: int, **answers: float | str) -> Night:
    return Night(TODAY - back * DAY, (Cramp(),), NOW, {key: Answer(value, NOW) for key, value in answers.items()})


def _tables(nights: list[Night], choices: ReportChoices = ALL) -> list[TableBlock]:
    sections = answers_sections(source_of(nights, choices=choices))
    return [part for section in sections for part in section.parts if isinstance(part, TableBlock)]


def test_a_question_is_a_row_and_a_cramp_night_a_column_newest_first() -> None:
    quiet = Night(TODAY - DAY, (), NOW, {"socks": Answer(value=True, given_at=NOW)})
    nights = [_night(2, room_temperature=16.0, socks=False), quiet, _night(0, socks=True)]
    (table,) = _tables(nights)
    assert table.columns == ("Asked", "22 Nov 2026", "20 Nov 2026")
    assert table.rows == (("Socks in bed", "yes", "no"), ("Room temperature", "", "16 °C"))


def test_a_few_nights_stand_abreast_and_the_others_in_tables_below() -> None:
    tables = _tables([_night(back, socks=False) for back in range(2 * NIGHTS_ABREAST + 1)])
    assert [len(table.columns) - 1 for table in tables] == [NIGHTS_ABREAST, NIGHTS_ABREAST, 1]


def test_temperatures_stand_in_the_unit_that_is_chosen() -> None:
    choices = ReportChoices(without=frozenset(), temperature=TemperatureUnit.FAHRENHEIT)
    (table,) = _tables([_night(0, room_temperature=16.0)], choices)
    assert table.rows == (("Room temperature", "60.8 °F"),)


def test_the_table_is_wanted_with_the_nights_alone() -> None:
    nights = [_night(0, socks=True)]
    assert not _tables(nights, ReportChoices())
    assert not _tables(nights, ReportChoices(without=frozenset({Part.NIGHTS})))
    assert not _tables([Night(TODAY, (Cramp(),))])


def test_every_answer_stands_whole_on_paper_and_in_the_web_page(make_nights: Nights, report: Report) -> None:
    made = report(make_nights(60), days=60, choices=ALL)
    pages = [page.extract_text() for page in PdfReader(BytesIO(made.pdf())).pages]
    (section,) = (each for each in made.content.closing if each.key == "answers")
    tables = [part for part in section.parts if isinstance(part, TableBlock)]
    text = "\n".join(pages)
    assert all(f"{night.morning:%-d %b %Y}" in text for night in make_nights(60) if night.cramps and night.answers)
    assert text.count("Room temperature") >= len(tables)
    for table in tables:  # a table that has room on a page is on one
        assert sum(all(name in page for name in table.columns) for page in pages) == 1
    web = made.html().decode()
    assert web.count('<table aria-labelledby="section-answers">') == len(tables)


def test_dates_are_told_with_their_year() -> None:
    (table,) = _tables([Night(dt.date(2026, 9, 1), (Cramp(),), NOW, {"socks": Answer(value=True, given_at=NOW)})])
    assert table.columns[1] == "1 Sep 2026"
