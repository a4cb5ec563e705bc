"""Names of the buttons of which every tap counts, however fast: the page's own script lets two in a moment through.

Of anything else two taps in a moment are one. The page's script judges by the moment at which the finger came down; the
program hears of a tap later, on a busy machine so much later that the second of two would seem a tap of its own.
"""

from __future__ import annotations

import re
from functools import cache

from diary.language import mark, tr

_NAMES = (
    mark("{question}: fewer"),
    mark("{question}: more"),
    mark("The night before"),
    mark("The night after"),
    mark("This month"),
    mark("The month before"),
    mark("The month after"),
    mark("Previous month"),
    mark("Next month"),
    mark("Previous year"),
    mark("Next year"),
    mark("Earlier years"),
    mark("Later years"),
    mark("Page before"),
    mark("Next page"),
    mark("Smaller"),
    mark("Larger"),
    mark("Zoom in"),
    mark("Zoom out"),
    mark("Look further left"),
    mark("Look further right"),
    mark("Look further up"),
    mark("Look further down"),
)


def step_pattern() -> str:
    """What such a name looks like whole, in the language in use; a regular expression for Python and for a page."""
    return _pattern(tuple(map(tr, _NAMES)))


def is_step_name(name: str) -> bool:
    """Whether every tap counts on what has this name."""
    return re.fullmatch(step_pattern(), name, re.DOTALL) is not None


@cache  # each button that is drawn asks
def _pattern(names: tuple[str, ...]) -> str:
    return "|".join(".*".join(map(re.escape, re.split(r"\{\w+\}", name))) for name in names)
