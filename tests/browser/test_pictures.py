"""Charts and the report's pages are drawn in every browser, also in one without ImageDecoder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from tests.pixels import Place, is_drawn

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


MIDDLE = (200, 700)
"""Heights of the screen between which neither the heading nor the bottom bar stands."""


def is_picture_drawn(phone: Any, picture: Locator) -> bool:
    """Whether something is seen, within a while, where the picture stands."""
    picture.wait_for(state="attached", timeout=60_000)
    phone.scroll_to(picture)
    for _ in range(20):
        box = picture.bounding_box()
        assert box is not None
        place = Place(
            box["x"], max(MIDDLE[0], box["y"]), box["x"] + box["width"], min(MIDDLE[1], box["y"] + box["height"])
        )
        if place.bottom - place.top > 100 and is_drawn(phone.picture(), place):
            return True
        phone.page.wait_for_timeout(250)
    return False


@pytest.mark.parametrize("lacking", ["", "ImageDecoder"])
def test_charts_and_the_pages_of_the_report_are_drawn(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
    lacking: str,
) -> None:
    nights = [Night(today - at * DAY, cramps=(Cramp(),) if at % 4 == 0 else ()) for at in range(60)]
    phone = open_phone(fork_diary(diary_with(nights)).address, lacking=lacking)
    assert phone.page.evaluate("'ImageDecoder' in window") is not bool(lacking)
    a_chart = phone.page.get_by_role("img", name=re.compile(r"\d")).first
    phone.tap("Trends", exact=True)
    assert is_picture_drawn(phone, a_chart)
    phone.tap("Enlarge “Cramps a week”")
    assert is_picture_drawn(phone, a_chart)
    phone.tap("Back to Trends")
    phone.tap("Report", exact=True)
    a_page = phone.page.get_by_role("img", name="The report: Page 1 of")
    assert is_picture_drawn(phone, a_page)
    phone.tap("Larger")
    assert is_picture_drawn(phone, a_page)
