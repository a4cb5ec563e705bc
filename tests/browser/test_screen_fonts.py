from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import LOADED, SOON, Phone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def test_no_screen_fetches_a_font_for_our_own_words(
    start_diary: Callable[..., Any], open_page: Callable[..., Any], tmp_path: Path
) -> None:
    page = open_page("about:blank")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(start_diary(tmp_path, "--demo").address)
    page.get_by_role("tab", name="Log").wait_for(timeout=LOADED)
    phone = Phone(page)
    for place in ("Diary", "Trends", "Triggers", "Report", "Log"):
        phone.tap(place)
        page.get_by_role("heading", name=place, exact=True).wait_for(state="attached", timeout=SOON)
        phone.rest()
    assert any("NotoSansAndSigns" in url for url in fetched)
    assert [url for url in fetched if "/assets/fonts/noto" in url] == []
