"""The refusal of what can be read in two ways: it is asked, never guessed."""

from __future__ import annotations

from diary.language import tr
from diary.model.errors import DiaryError


class AmbiguousError(DiaryError):
    """A typed text that two people would read differently; it names both readings as they are typed clearly."""

    def __init__(self, what: str, text: str, first: str, second: str) -> None:
        super().__init__(
            tr("{what}: “{text}” can be {first} or {second}. Type the one that you mean.").format(
                what=what, text=text.strip(), first=first, second=second
            )
        )
