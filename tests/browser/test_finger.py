"""The page's own script about taps, on a page of two buttons of which one comes up where the other was."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from diary import paths
from diary.server.document import FINGER, the_page
from diary.step_names import step_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(60)]

PLACE = (60, 60)
PAGE = """
<body style="margin:0"><flt-semantics></flt-semantics><div style="position:absolute; left:20px; top:20px; width:100px; height:100px" flt-tappable
  aria-label="Remove"></div>
<script>
  window.tapped = [];
  const button = document.querySelector("div");
  for (const kind of ["pointerdown", "pointerup", "click"])
    button.addEventListener(kind, () => tapped.push(`${button.ariaLabel} ${kind}`));
  const comeUp = (later) => setTimeout(() => (button.ariaLabel = "Yes"), later);
</script>
"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page with the script and a button to remove, in whose place another can come up."""
    context = chromium.new_context(viewport={"width": 420, "height": 860})
    page = context.new_page()
    steps = f"<script>window.stepNames = {json.dumps(step_pattern())}</script>"
    page.set_content(f"{steps}<script>{(paths.assets() / FINGER).read_text('utf-8')}</script>{PAGE}")
    yield page
    context.close()


def taps(page: Page) -> list[str]:
    """What was tapped, of those taps that came whole."""
    heard: list[str] = page.evaluate("tapped.splice(0)")
    return [each.removesuffix(" click") for each in heard if each.endswith(" click")]


def test_every_page_of_the_diary_carries_the_script_before_the_client() -> None:
    page = the_page()
    assert page.index("Nothing that comes up under the finger") < page.index("flutter_bootstrap")


@pytest.mark.parametrize("between", [0, 50])
def test_what_comes_up_under_the_finger_is_not_tapped_by_it(page: Page, between: int) -> None:
    page.mouse.click(*PLACE)
    page.evaluate("comeUp(0)")
    page.wait_for_timeout(between)
    page.mouse.click(PLACE[0] + 5, PLACE[1] + 5)
    assert page.evaluate("tapped") == ["Remove pointerdown", "Remove pointerup", "Remove click"]


def test_what_came_up_late_is_not_tapped_before_it_can_be_seen(page: Page) -> None:
    page.mouse.click(*PLACE)
    page.evaluate("comeUp(900)")
    page.wait_for_timeout(950)
    page.mouse.click(*PLACE)
    page.wait_for_timeout(400)
    page.mouse.click(*PLACE)
    assert taps(page) == ["Remove", "Yes"]


@pytest.mark.parametrize("name", ["Glasses of fluids: more", "The month before", "Next page"])
def test_what_goes_step_by_step_is_tapped_as_often_as_it_is(page: Page, name: str) -> None:
    page.evaluate("name => (button.ariaLabel = name)", name)
    for _ in range(3):
        page.mouse.click(*PLACE)
    assert taps(page) == [name] * 3


def test_what_moved_away_from_under_the_finger_is_the_same_thing_still(page: Page) -> None:
    page.mouse.click(*PLACE)
    page.evaluate("button.style.top = '300px'")
    page.mouse.click(PLACE[0], PLACE[1] + 300)
    assert taps(page) == ["Remove"]


def test_another_thing_of_the_same_name_elsewhere_is_tapped_at_once(page: Page) -> None:
    page.evaluate(
        """() => {
            const other = button.cloneNode();
            other.style.top = "300px";
            other.addEventListener("click", () => tapped.push("the other click"));
            document.body.append(other);
        }"""
    )
    page.mouse.click(*PLACE)
    page.mouse.click(PLACE[0], PLACE[1] + 300)
    assert taps(page) == ["Remove", "the other"]


@pytest.mark.parametrize("stalled", [0, 900])
def test_anything_else_tapped_twice_in_a_moment_is_tapped_once_however_late_the_page_hears_of_it(
    page: Page, stalled: int
) -> None:
    page.evaluate(
        """stalled => button.addEventListener("click", () => {
            const begun = performance.now();
            while (performance.now() - begun < stalled);
        })""",
        stalled,
    )
    touch, now = page.context.new_cdp_session(page), time.time()
    for later in (0, 0.125, 0.7):
        for kind in ("mousePressed", "mouseReleased"):
            where = {"x": PLACE[0], "y": PLACE[1], "button": "left", "clickCount": 1}
            touch.send("Input.dispatchMouseEvent", {"type": kind, "timestamp": now + later, **where})
    assert taps(page) == ["Remove"] * 2


def test_another_place_and_what_was_moved_by_hand_are_tapped_at_once(page: Page) -> None:
    page.mouse.click(*PLACE)
    page.evaluate("button.ariaLabel = 'Yes'")
    page.mouse.click(PLACE[0] + 40, PLACE[1])
    page.evaluate("button.ariaLabel = 'No'")
    page.mouse.wheel(0, 10)
    page.mouse.click(PLACE[0] + 40, PLACE[1])
    assert taps(page) == ["Remove", "Yes", "No"]


def test_a_name_that_comes_up_beside_the_mouse_takes_no_tap_away(page: Page) -> None:
    """It lies over the whole page in the tree, and goes with the first tap."""
    page.evaluate(
        """() => {
            const name = document.createElement("flt-semantics");
            name.style = "position:absolute; inset:0; pointer-events:auto";
            document.body.append(name);
            name.addEventListener("click", () => (tapped.push("Next page click"), name.remove()));
        }"""
    )
    page.evaluate("button.ariaLabel = 'Next page'")
    for _ in range(3):
        page.mouse.click(*PLACE)
    assert taps(page) == ["Next page"] * 3


@pytest.mark.parametrize(("x", "between", "heard"), [(300, 50, 1), (205, 300, 1), (300, 700, 2)])
def test_two_taps_on_nothing_in_a_moment_are_one(page: Page, x: int, between: int, heard: int) -> None:
    """The second would hit what lies there since the first closed a dialog, and the page's tree does not say so yet."""
    page.evaluate("addEventListener('click', () => tapped.push('nothing click'))")
    page.mouse.click(200, 400)
    page.wait_for_timeout(between)
    page.mouse.click(x, 405)
    assert taps(page) == ["nothing"] * heard


def test_a_word_in_a_field_is_chosen_by_two_taps(page: Page) -> None:
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<textarea style=\"margin:300px 0 0 20px\">word</textarea>')"
    )
    page.locator("textarea").dblclick()
    assert page.evaluate("document.activeElement.selectionEnd") == len("word")


def test_a_finger_that_scrolled_may_scroll_again_at_once(page: Page) -> None:
    page.evaluate("addEventListener('pointerdown', () => tapped.push('scrolled click'))")
    for name in ("One", "Two", "Three"):
        page.evaluate(f"button.ariaLabel = '{name}'")
        page.mouse.move(*PLACE)
        page.mouse.down()
        page.mouse.move(PLACE[0], PLACE[1] + 150)
        page.mouse.up()
    assert taps(page) == ["scrolled"] * 3


def test_a_screen_reader_taps_what_came_up(page: Page) -> None:
    page.mouse.click(*PLACE)
    page.evaluate("button.ariaLabel = 'Yes'")
    page.mouse.click(*PLACE)
    page.wait_for_timeout(100)
    page.evaluate("button.click()")
    assert taps(page) == ["Remove", "Yes"]


def test_a_second_finger_beside_the_first_is_heard(page: Page) -> None:
    page.evaluate("addEventListener('pointerdown', () => tapped.push('finger click'))")
    fingers = [{"x": 190, "y": 400, "id": 0}, {"x": 230, "y": 400, "id": 1}]
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": fingers})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert taps(page) == ["finger"] * 2
