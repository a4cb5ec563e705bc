from __future__ import annotations

import datetime as dt

import pytest

from diary.model.period import Period
from diary.ui.page.spans import Span, period_back

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(("span", "nights"), [(Span.MONTH, 30), (Span.QUARTER, 90), (Span.YEAR, 365)])
def test_a_span_ends_today_and_holds_as_many_nights_as_its_name_says(span: Span, nights: int) -> None:
    period = period_back(span, today=TODAY, begun=None)
    assert period.last == TODAY
    assert period.days == nights


def test_a_span_begins_no_earlier_than_the_diary() -> None:
    begun = dt.date(2026, 11, 23)
    assert period_back(Span.QUARTER, today=TODAY, begun=begun) == Period(begun, TODAY)
    assert period_back(Span.MONTH, today=TODAY, begun=dt.date(2026, 1, 1)).days == 30
    assert period_back(Span.MONTH, today=TODAY, begun=TODAY + dt.timedelta(days=1)) == Period(TODAY, TODAY)


def test_all_begins_with_the_first_morning_of_the_diary() -> None:
    assert period_back(Span.ALL, today=TODAY, begun=dt.date(2021, 3, 1)) == Period(dt.date(2021, 3, 1), TODAY)


@pytest.mark.parametrize("begun", [None, dt.date(2026, 11, 25)])
def test_all_of_a_diary_that_has_not_begun_is_today(begun: dt.date | None) -> None:
    assert period_back(Span.ALL, today=TODAY, begun=begun) == Period(TODAY, TODAY)
