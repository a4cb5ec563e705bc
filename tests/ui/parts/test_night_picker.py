from __future__ import annotations

import datetime as dt

import pytest

from diary.model.mornings import DAY, night_to_log, nights_on_offer
from diary.ui.parts.night_picker import address_of, latest_morning, offer_name
from diary.ui.parts.tonight_button import offers_tonight

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("time", "offered", "latest", "tonight"),
    [
        ("03:05", {"This night": TODAY, "Last night": TODAY - DAY}, TODAY, False),
        ("04:00", {"Last night": TODAY}, TODAY, False),
        ("20:30", {"Last night": TODAY, "Tonight": TODAY + DAY}, TODAY + DAY, True),
    ],
)
def test_log_names_the_nights_on_offer_as_the_hour_has_it(
    time: str, offered: dict[str, dt.date], latest: dt.date, tonight: bool
) -> None:
    now = dt.datetime.combine(TODAY, dt.time.fromisoformat(time))
    assert {offer_name(morning, now): morning for morning in nights_on_offer(now)} == offered
    assert night_to_log(now) == TODAY
    assert latest_morning(now) == latest
    assert offers_tonight(TODAY, now) is tonight


def test_a_step_back_to_the_night_to_log_leads_to_the_log_that_goes_on_with_the_day() -> None:
    now = dt.datetime(2026, 11, 22, 19, 0)
    assert address_of(now.date(), now) == "/"
    assert address_of(now.date() + DAY, now) == "/log/2026-11-23"
    assert address_of(now.date() - DAY, now) == "/log/2026-11-21"
