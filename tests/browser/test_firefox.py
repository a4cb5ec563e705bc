"""The diary in Debian's Firefox, as a person without Chromium opens it."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY, night_to_log
from diary.model.night import Cramp, Night, NightState
from tests.firefox import Firefox, running_firefox
from tests.pixels import Place, is_drawn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

SCREEN = (420, 860)
PROGRAM = "firefox-esr"


@pytest.fixture
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Debian's Firefox, without a window."""
    program = shutil.which(PROGRAM)
    if program is None:
        words = "Firefox is missing. On Debian: apt install firefox-esr"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(words)
    with running_firefox(program, tmp_path_factory.mktemp("profile")) as firefox:
        yield firefox


def is_seen(firefox: Firefox, name: str) -> bool:
    """Whether, within a while, something is drawn where what has this name stands."""
    for _ in range(40):
        left, top, right, bottom = firefox.wait_for(name)
        place = Place(left, top, right, min(bottom, SCREEN[1] - 180))  # below stand the large buttons and the bar
        if place.bottom - place.top > 30 and is_drawn(firefox.picture(), place):
            return True
        time.sleep(0.5)
    return False


def test_a_night_is_logged_and_charts_and_report_are_drawn(
    start_diary: Callable[..., Any], diary_with: Callable[..., Path], firefox: Firefox
) -> None:
    last = night_to_log(dt.datetime.now().astimezone())
    nights = [Night(last - at * DAY, cramps=(Cramp(),) if at % 4 == 0 else ()) for at in range(1, 60)]
    folder = diary_with(nights)
    firefox.resize(*SCREEN)
    firefox.open(start_diary(folder).address)
    firefox.tap("No cramps")
    firefox.wait_for("Logged: no cramps")
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone(), writable=False)) as book:
        assert book.nights.get(last).state is NightState.QUIET
    assert is_drawn(firefox.picture(), Place(0, 0, *SCREEN))
    firefox.tap("Trends")
    firefox.tap("Enlarge “Cramps a week”")
    assert is_seen(firefox, "Cramps a week, from the week of")
    firefox.tap("Back to Trends")
    firefox.tap("Report")
    assert is_seen(firefox, "The report: Page 1")
    assert firefox.refusals() == []
