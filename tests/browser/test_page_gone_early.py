"""A page that is closed in its first seconds, at whatever moment: nothing of it is left, and nothing complains."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

MOMENTS = (0, 20, 50, 100, 150, 200, 300, 500, 1000, 2900, 3100)
"""Milliseconds after the websocket was asked for; the other screens load three seconds after the first was drawn."""


def test_a_page_closed_in_its_first_seconds_leaves_no_error(
    start_diary: StartDiary, open_phone: Callable[..., Phone], tmp_path: Path
) -> None:
    flag = tmp_path / "flag"
    diary = start_diary(tmp_path, mistake=("is-slow", "diary.book", "DiaryQuestions.catalogue", str(flag)))
    first = open_phone(diary.address).page
    flag.touch()  # so that some of the pages go while they are still begun
    for moment in MOMENTS:
        page = first.context.new_page()
        with page.expect_websocket():
            page.goto(f"http://127.0.0.1:{diary.port}/")
        page.wait_for_timeout(moment)
        page.close()
    first.wait_for_timeout(4000)
    assert diary.close() == (0, "", "")
