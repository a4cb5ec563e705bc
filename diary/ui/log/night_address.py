"""The night that an address names, or why there is none to show: an address never shows another night than its own."""

from __future__ import annotations

import datetime as dt

from diary.language import tr
from diary.model.errors import DiaryError
from diary.model.mornings import DAY, day_name
from diary.ui.page.night_steps import EARLIEST


class NoSuchDayError(DiaryError):
    """An address that names no day of the calendar."""

    def __init__(self, text: str) -> None:
        super().__init__(
            tr("There is no night “{text}”. A night is named by the day on which it ends, like 2026-11-29.").format(
                text=text
            )
        )


class NightAheadError(DiaryError):
    """A night that cannot be told yet."""

    def __init__(self, morning: dt.date) -> None:
        super().__init__(
            tr("The night that ends on {day} is still to come. It can be noted from the day before on.").format(
                day=day_name(morning, year=True)
            )
        )


class NightTooEarlyError(DiaryError):
    """A night before all that the diary shows."""

    def __init__(self, morning: dt.date) -> None:
        super().__init__(
            tr("The diary holds nights from {first} on, and none that ends on {day}.").format(
                first=day_name(EARLIEST, year=True), day=day_name(morning, year=True)
            )
        )


def night_at(text: str, now: dt.datetime) -> dt.date:
    """The morning on which the night of this address ends. Raises a refusal in words where Log cannot show it."""
    try:
        morning = dt.date.fromisoformat(text)
    except ValueError:
        raise NoSuchDayError(text) from None
    if morning > now.date() + DAY:
        raise NightAheadError(morning)
    if morning < EARLIEST:
        raise NightTooEarlyError(morning)
    return morning
