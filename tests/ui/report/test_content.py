from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.model.period import Period
from diary.model.report_choices import NameForm, Paper, Part, ReportChoices, ReportSpan
from diary.ui.report.acts import keep_saving
from diary.ui.report.content import choices_words, report_look, spans_offered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    book = Diary.open(tmp_path / "diary", clock=lambda: dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC))
    yield book
    book.close()


def test_since_the_last_report_is_offered_once_there_was_one_on_a_day_before() -> None:
    assert ReportSpan.SINCE_LAST not in spans_offered(ReportChoices(), TODAY)
    assert ReportSpan.SINCE_LAST not in spans_offered(ReportChoices(last_report=TODAY), TODAY)
    assert spans_offered(ReportChoices(last_report=TODAY - DAY), TODAY) == tuple(ReportSpan)


def test_the_choices_are_told_in_one_line() -> None:
    assert choices_words(ReportChoices()) == "A4, whole name, all parts, with notes"
    chosen = ReportChoices(
        paper=Paper.LETTER,
        name=NameForm.INITIALS,
        without=frozenset({Part.NIGHTS, Part.ANSWERS}),
        notes=False,
        left_out=frozenset({TODAY}),
    )
    assert choices_words(chosen) == "Letter, initials, 1 part left out, without notes, 1 night left out"


def test_the_screen_counts_the_nights_of_the_period_without_those_left_out(book: Diary) -> None:
    for back in (0, 1, 2, 40):
        book.nights.log_quiet(TODAY - back * DAY)
    book.person.keep_report_choices(ReportChoices(span=ReportSpan.MONTH, left_out=frozenset({TODAY})))
    shown = report_look(book)
    assert shown.look.period == Period(TODAY - 29 * DAY, TODAY)
    assert (shown.look.logged, shown.ever_logged) == (2, True)


def test_a_diary_whose_only_night_is_left_out_still_has_its_choices(book: Diary) -> None:
    book.nights.log_quiet(TODAY)
    book.person.keep_report_choices(ReportChoices(left_out=frozenset({TODAY})))
    shown = report_look(book)
    assert (shown.look.logged, shown.ever_logged) == (0, True)


def test_at_three_in_the_morning_the_night_under_way_is_no_gap_until_it_is_logged(tmp_path: Path) -> None:
    with closing(Diary.open(tmp_path / "diary", clock=lambda: dt.datetime(2026, 11, 22, 3, tzinfo=dt.UTC))) as book:
        book.nights.log_quiet(TODAY - 2 * DAY)
        assert report_look(book).look.period == Period(TODAY - 2 * DAY, TODAY - DAY)
        book.nights.log_quiet(TODAY)
        assert report_look(book).look.period == Period(TODAY - 2 * DAY, TODAY)


def test_a_report_saved_at_three_in_the_morning_leaves_the_night_under_way_to_the_next_one(tmp_path: Path) -> None:
    now = dt.datetime(2026, 11, 22, 3, tzinfo=dt.UTC)
    with closing(Diary.open(tmp_path / "diary", clock=lambda: now)) as book:
        book.nights.log_quiet(TODAY - DAY)
        keep_saving(book)
        assert book.person.report_choices().last_report == TODAY - DAY
        now = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
        book.nights.log_quiet(TODAY)
        book.person.keep_report_choices(replace(book.person.report_choices(), span=ReportSpan.SINCE_LAST))
        assert report_look(book).look.period == Period(TODAY, TODAY)
