"""Trends in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.mornings import DAY
from diary.model.night import Cramp, Night

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

CHARTS = ("Cramps a week", "Share of cramp nights")


def nights_logged(today: dt.date, *, every: int, back: int) -> list[Night]:
    """Every so manieth night of the last ones, each third of them with a cramp."""
    mornings = [today - each * DAY for each in range(0, back, every)]
    return [Night(morning, cramps=(Cramp(),) if at % 3 == 0 else ()) for at, morning in enumerate(mornings)]


def test_how_much_was_logged_is_told_of_every_period(
    start_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
) -> None:
    diary = start_diary(diary_with(nights_logged(today, every=2, back=100)))
    phone = open_phone(diary.address)
    phone.tap("Trends", exact=True)
    phone.sees("45 of 90 nights logged")
    phone.tap("Period 30 days")
    phone.sees("15 of 30 nights logged")
    phone.tap("Period 1 year")
    phone.sees("50 of 365 nights logged")
    phone.tap("Period All")
    phone.sees("50 of 99 nights logged")


def test_every_chart_has_words_that_tell_what_it_shows(
    start_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
) -> None:
    diary = start_diary(diary_with(nights_logged(today, every=1, back=60)))
    phone = open_phone(diary.address)
    phone.tap("Trends", exact=True)
    pictures = phone.page.get_by_role("img", name=re.compile("cramp", re.IGNORECASE))
    pictures.nth(len(CHARTS) - 1).wait_for(state="attached", timeout=30_000)
    told = [pictures.nth(at).get_attribute("aria-label") for at in range(len(CHARTS))]
    assert all(re.search(r"\d", words or "") for words in told), told
    phone.shot("trends-sixty-nights")


def test_a_period_in_which_nothing_was_logged_says_so_instead_of_drawing_nothing(
    start_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
) -> None:
    diary = start_diary(diary_with([Night(today - 200 * DAY, cramps=())]))
    phone = open_phone(diary.address)
    phone.tap("Trends", exact=True)
    phone.sees("0 of 90 nights logged")
    phone.sees("Choose a longer time.")


def test_an_empty_trends_says_what_will_be_there_and_leads_to_log(
    start_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    diary = start_diary(tmp_path / "diary")
    phone = open_phone(diary.address)
    phone.tap("Trends", exact=True)
    phone.sees("After the first night you log")
    phone.sees("After seven nights")
    phone.tap("Log last night")
    phone.sees("No cramps")
