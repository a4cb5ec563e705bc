"""Whether a screen is whole: something is drawn, and nothing of it runs off the sides or lies on something else."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from tests.browser.conftest import Phone

PLACES = """
(selector) => [...document.querySelectorAll(selector)].filter(
    each => each.innerText && !each.querySelector(selector)
).map(each => {
    let { left, top, right, bottom } = each.getBoundingClientRect()
    for (let around = each.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowY === "visible") continue
        const edge = around.getBoundingClientRect()
        top = Math.max(top, edge.top)
        bottom = Math.min(bottom, edge.bottom)
    }
    return [each.innerText, left, top, right, bottom]
}).filter(each => each[4] > each[2])
"""
"""Every piece of the page of a kind that says something, and where it is seen: what is scrolled away is not."""
TEXT, TAPPABLE = "flt-semantics", "flt-semantics[flt-tappable]"
ROUNDING = 1.0
"""Pixels by which Flutter rounds places."""


def assert_whole(phone: Phone) -> None:
    """See that the screen is whole, as it stands now."""
    colours = Image.open(BytesIO(phone.picture())).convert("RGB").getcolors(1 << 24)
    assert colours is not None
    assert len(colours) > 20, "the screen is blank"
    assert phone.page.viewport_size is not None
    width = phone.page.viewport_size["width"]
    texts = phone.page.evaluate(PLACES, TEXT)
    assert texts, "the screen says nothing"
    cut = [each for each in texts if each[1] < -ROUNDING or each[3] > width + ROUNDING]
    assert cut == [], f"off the sides: {cut}"
    targets = phone.page.evaluate(PLACES, TAPPABLE)
    covered = [(one, other) for at, one in enumerate(targets) for other in targets[at + 1 :] if is_over(one, other)]
    assert covered == [], f"on each other: {covered}"


def is_over(one: list[float], other: list[float]) -> bool:
    """Whether two places lie on each other."""
    return (
        min(one[3], other[3]) - max(one[1], other[1]) > ROUNDING
        and min(one[4], other[4]) - max(one[2], other[2]) > ROUNDING
    )
