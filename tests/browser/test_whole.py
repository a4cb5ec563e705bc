"""What the tests of looks see: that a screen is blank, runs off its sides, or has buttons that lie on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Phone
from tests.browser.whole import assert_whole

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(60)]

COLOURS = "<div style='width:400px; height:400px; background:linear-gradient(red, blue)'></div>"


def button(name: str, left: int, top: int) -> str:
    style = f"color:transparent; position:absolute; left:{left}px; top:{top}px; width:100px; height:40px"
    return f"<flt-semantics flt-tappable style='{style}'>{name}</flt-semantics>"


SCROLLED = (
    f"<div style='position:absolute; top:0; height:600px; width:420px; overflow:scroll'>{button('B', 0, 580)}</div>"
)


@pytest.mark.parametrize(
    ("page", "is_whole"),
    [
        (COLOURS + button("A", 0, 0) + button("B", 0, 40), True),
        (COLOURS + button("A", 0, 605) + SCROLLED, True),
        (button("A", 0, 0), False),
        (COLOURS, False),
        (COLOURS + button("A", 330, 0), False),
        (COLOURS + button("A", -10, 0), False),
        (COLOURS + button("A", 0, 0) + button("B", 50, 20), False),
    ],
    ids=["whole", "scrolled away", "blank", "silent", "off the right", "off the left", "one on the other"],
)
def test_a_screen_that_is_not_whole_is_seen(chromium: Browser, page: str, *, is_whole: bool) -> None:
    context = chromium.new_context(viewport={"width": 420, "height": 860})
    opened = context.new_page()
    opened.set_content(f"<body style='margin:0'>{page}</body>")
    if is_whole:
        assert_whole(Phone(opened))
    else:
        with pytest.raises(AssertionError):
            assert_whole(Phone(opened))
    context.close()
