"""The one thing that the person suspects to bring their cramps.

A suspicion counts only where it was named before the diary was first looked at: whoever names it afterwards names what
the nights showed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.clean_text import clean_fields
from diary.model.errors import DiaryError, EmptyTextError, TextTooLongError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.model.night import Night

FIRST_LOOK = 28
"""Logged nights that the first look sees."""
OPTION_DASH = "-"
"""Stands between the key of an own choice and that of its option."""
MOST_SUSPICION = 200
"""Characters of the key of what is suspected."""


class SuspicionTooLateError(DiaryError):
    """A suspicion that is named after the first look."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The diary was looked at already: a suspicion counts only where it is named before {n} nights are logged."
            ).format(n=FIRST_LOOK)
        )


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What is suspected, and since when."""

    key: str
    """Of something that nights are compared by."""
    named_on: dt.date

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        clean_fields(self, "key")
        if not self.key.strip():
            raise EmptyTextError(tr("What you suspect"))
        if len(self.key) > MOST_SUSPICION:
            raise TextTooLongError(tr("What you suspect"), MOST_SUSPICION)

    def is_in_time(self, nights: Sequence[Night]) -> bool:
        """Whether it was named no later than on the morning of the first look; `nights` are those logged, oldest first."""
        return len(nights) < FIRST_LOOK or self.named_on <= nights[FIRST_LOOK - 1].morning

    def with_keys(self, keys: Mapping[str, str]) -> Suspicion:
        """The suspicion where own questions were named anew: their keys as they were, and as they are now."""
        factor, dash, option = self.key.partition(OPTION_DASH)
        return replace(self, key=f"{keys.get(factor, factor)}{dash}{option}")
