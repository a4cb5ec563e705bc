from __future__ import annotations

import datetime as dt
import json

import pytest

from diary.model.errors import BackwardsError
from diary.model.night import Night
from diary.model.period import Period
from diary.model.plain import plain_data, value_from_plain
from diary.model.preferences import TemperatureUnit
from diary.model.report_choices import (
    NameForm,
    Paper,
    Part,
    ReportChoices,
    ReportSpan,
    initials,
    report_period,
    shown_name,
)

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(("span", "nights"), [("month", 30), ("quarter", 90), ("year", 365)])
def test_a_span_holds_so_many_nights_up_to_todays_morning(span: str, nights: int) -> None:
    period = report_period(ReportChoices(span=ReportSpan(span)), today=TODAY)
    assert (period.last, period.days) == (TODAY, nights)


def test_all_begins_with_the_first_night_that_was_logged() -> None:
    nights = [Night(TODAY - 400 * DAY), Night(TODAY - 300 * DAY, cramps=())]
    assert report_period(ReportChoices(span=ReportSpan.ALL), today=TODAY, nights=nights).first == TODAY - 300 * DAY


def test_a_span_of_nights_begins_no_earlier_than_the_diary() -> None:
    nights = [Night(TODAY - 5 * DAY), Night(TODAY - 3 * DAY, cramps=()), Night(TODAY + DAY, cramps=())]
    assert report_period(ReportChoices(), today=TODAY, nights=nights) == Period(TODAY - 3 * DAY, TODAY)
    old = [*nights, Night(TODAY - 200 * DAY, cramps=())]
    assert report_period(ReportChoices(), today=TODAY, nights=old) == Period(TODAY - 89 * DAY, TODAY)


def test_own_dates_begin_no_earlier_than_the_diary_unless_they_end_before_it() -> None:
    nights = [Night(TODAY - 3 * DAY, cramps=())]
    own = ReportChoices(span=ReportSpan.OWN, own_first=TODAY - 90 * DAY, own_last=TODAY - DAY)
    assert report_period(own, today=TODAY, nights=nights) == Period(TODAY - 3 * DAY, TODAY - DAY)
    past = ReportChoices(span=ReportSpan.OWN, own_first=TODAY - 90 * DAY, own_last=TODAY - 60 * DAY)
    assert report_period(past, today=TODAY, nights=nights) == Period(TODAY - 90 * DAY, TODAY - 60 * DAY)


def test_since_the_last_report_begins_with_the_night_after_it_was_saved() -> None:
    choices = ReportChoices(span=ReportSpan.SINCE_LAST, last_report=TODAY - 10 * DAY)
    assert report_period(choices, today=TODAY) == Period(TODAY - 9 * DAY, TODAY)


def test_a_report_saved_again_on_one_day_is_still_since_the_one_before() -> None:
    saved = (
        ReportChoices(span=ReportSpan.SINCE_LAST)
        .with_report_saved(TODAY - 20 * DAY)
        .with_report_saved(TODAY)
        .with_report_saved(TODAY)
    )
    assert report_period(saved, today=TODAY) == Period(TODAY - 19 * DAY, TODAY)


@pytest.mark.parametrize("choices", [ReportChoices(span=ReportSpan.SINCE_LAST), ReportChoices(span=ReportSpan.OWN)])
def test_what_was_never_there_gives_way_to_ninety_nights(choices: ReportChoices) -> None:
    assert report_period(choices, today=TODAY) == Period(TODAY - 89 * DAY, TODAY)


def test_own_dates_are_kept_as_they_are_and_never_backwards() -> None:
    own = ReportChoices(span=ReportSpan.OWN, own_first=TODAY - 9 * DAY, own_last=TODAY - DAY)
    assert report_period(own, today=TODAY) == Period(TODAY - 9 * DAY, TODAY - DAY)
    with pytest.raises(BackwardsError):
        ReportChoices(own_first=TODAY, own_last=TODAY - DAY)


@pytest.mark.parametrize(
    ("name", "how", "shown"),
    [
        ("Anna Berg", NameForm.WHOLE, "Anna Berg"),
        ("Anna maria Berg", NameForm.INITIALS, "A. M. B."),
        ("Ἀθηνᾶ Παπά", NameForm.INITIALS, "Ἀ. Π."),
        ("王芳", NameForm.INITIALS, "王."),
        ("", NameForm.INITIALS, ""),
        ("Anna Berg", NameForm.NONE, ""),
    ],
)
def test_as_much_of_a_name_is_shown_as_is_wanted(name: str, how: NameForm, shown: str) -> None:
    assert shown_name(name, how) == shown
    assert how is not NameForm.INITIALS or shown == initials(name)


def test_a_part_is_left_out_and_taken_back_in_beside_the_nights_that_are() -> None:
    choices = ReportChoices(left_out=frozenset({TODAY})).toggle(Part.NIGHTS)
    assert not choices.shows(Part.NIGHTS)
    assert choices.left_out == {TODAY}
    assert choices.toggle(Part.NIGHTS) == ReportChoices(left_out=frozenset({TODAY}))


def test_choices_come_back_equal_from_plain_data_and_new_ones_are_as_from_the_start() -> None:
    chosen = ReportChoices(
        span=ReportSpan.OWN,
        own_first=TODAY - DAY,
        own_last=TODAY,
        without=frozenset({Part.NIGHTS, Part.METHOD}),
        notes=False,
        left_out=frozenset({TODAY}),
        name=NameForm.INITIALS,
        paper=Paper.LETTER,
        temperature=TemperatureUnit.FAHRENHEIT,
        last_report=TODAY,
        report_before=TODAY - DAY,
    )
    assert value_from_plain(ReportChoices, json.loads(json.dumps(plain_data(chosen)))) == chosen
    assert value_from_plain(ReportChoices, {}) == ReportChoices()


def test_nights_that_are_left_out_and_notes_that_are_not_printed_are_not_shown() -> None:
    first, second = Night(dt.date(2026, 11, 21), note="a"), Night(dt.date(2026, 11, 22), cramps=(), note="b")
    assert ReportChoices().shown_nights([first, second]) == [first, second]
    choices = ReportChoices(notes=False, left_out=frozenset({first.morning}))
    assert choices.shown_nights([first, second]) == [Night(second.morning, cramps=())]


def test_the_paper_is_letter_where_the_country_writes_fahrenheit_or_calls_911_unless_chosen() -> None:
    choices, celsius, fahrenheit = ReportChoices(), TemperatureUnit.CELSIUS, TemperatureUnit.FAHRENHEIT
    assert choices.with_paper_of_country(celsius, "112").paper is Paper.A4
    assert choices.with_paper_of_country(fahrenheit, "112").paper is Paper.LETTER
    assert choices.with_paper_of_country(celsius, "911").paper is Paper.LETTER
    assert choices.with_paper(Paper.A4).with_paper_of_country(fahrenheit, "911").paper is Paper.A4
    assert choices.with_paper(Paper.LETTER).with_paper_of_country(celsius, "112").paper is Paper.LETTER
