"""What holds on every screen: a finger finds what can be tapped, and no address leads nowhere.

Diary is left out of the first: its list has no end, so that its last row in sight is always cut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diary.model.mornings import DAY, night_name
from tests.browser.conftest import LOADED
from tests.browser.sharing import Shared

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
SCREENS = {
    "/catch-up": "How many cramps?",
    "/trends": "Own dates",
    "/triggers": "Look now",
    "/report": "Save PDF",
    "/settings": "About you",
    "/settings/warning": "Another number",
    "/settings/lines": "A room is cold below",
    "/settings/reminders": "Save for my calendar",
    "/settings/suspicion": "Choose by what you know of yourself",
}
"""Each address with words that only its screen shows."""
NOWHERE = {
    "/nothing": "Open the diary",
    "/trends/nothing": "Back to Trends",
    "/triggers/nothing": "Nights are not compared by this.",
    "/triggers/cold_room/nothing": "Open the diary",
    "/settings/nothing": "About you",
}
"""Addresses of nothing, with what they say, or the screen that they show."""
NO_NIGHT = {
    "/2026-02-31": "There is no night “2026-02-31”",
    "/9999-01-01": "is still to come",
    "/0001-01-01": "The diary holds nights from",
    "/moonlight": "There is no night “moonlight”",
}
"""Addresses of no night, with what they say."""
WIDE, HIGH = 40, 44
"""Pixels that a finger wants; only a word of a letter or two, in a row of its like, is narrower than high."""
TARGETS = """
() => [...document.querySelectorAll("flt-semantics[flt-tappable], flt-semantics[role=checkbox]")].map(one => {
    const place = one.getBoundingClientRect()
    return [one.innerText || one.ariaLabel || "", Math.ceil(place.width), Math.ceil(place.height)]
})
"""


@pytest.fixture(scope="module")
def shared(
    fork_shared_diary: StartDiary, open_shared_phone: Callable[..., Phone], tmp_path_factory: pytest.TempPathFactory
) -> Shared[Phone]:
    folder = tmp_path_factory.mktemp("demo")
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder, "--demo").address, height=5200))


@pytest.fixture
def tall_phone(shared: Shared[Phone], request: pytest.FixtureRequest) -> Phone:
    """The made-up year on a screen so long that nothing of it is cut off by scrolling."""
    phone = shared.of(request)
    phone.show("/log")
    phone.sees("Anything else about this night")
    return phone


def test_whatever_can_be_tapped_is_as_large_as_a_finger(tall_phone: Phone) -> None:
    small, seen = [], 0
    for screen in ("/log", *SCREENS):
        if screen != "/log":
            tall_phone.show(screen)
            tall_phone.sees(SCREENS[screen])
            tall_phone.rest()
        targets = tall_phone.page.evaluate(TARGETS)
        seen += len(targets)
        small += [(screen, *each) for each in targets if 0 < each[1] < WIDE or 0 < each[2] < HIGH]
    assert small == []
    assert seen > 150


def test_an_address_of_nothing_says_so_or_shows_the_screen_that_it_belongs_to(tall_phone: Phone) -> None:
    for path, words in NOWHERE.items():
        there = tall_phone.beside(path)
        there.sees(words)
        there.page.close()


def test_an_address_of_no_night_says_so_and_leads_to_the_one_to_log(tall_phone: Phone, today: dt.date) -> None:
    # Midnight may pass meanwhile.
    names = "|".join(night_name(day) for day in (today, today + DAY))
    for name in ("", *NO_NIGHT):
        there = tall_phone.beside(f"/log{name}")
        if name:
            there.sees(NO_NIGHT[name])
        page = there.page
        page.get_by_role("button", name=re.compile(names)).first.wait_for(timeout=LOADED)
        page.close()
