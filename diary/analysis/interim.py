"""Interim analyses, on screen called *looks*: verdicts are made at every 28th logged night, from the nights up to there alone.

Who looks every week is fooled more often: on simulated diaries without any trigger, weekly looks show a false
*likely* at some time of a year in 31 %, looks at every 28th night in 24 %.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.model.suspicion import FIRST_LOOK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.model.night import Night

EVERY = FIRST_LOOK
"""Logged nights from one analysis to the next."""


def nights_of_last_analysis(nights: Sequence[Night]) -> list[Night]:
    """The logged nights, oldest first, that the last analysis saw; none before the 28th."""
    logged = sorted((night for night in nights if night.logged), key=lambda night: night.morning)
    return logged[: len(logged) - len(logged) % EVERY]


def nights_to_next_analysis(logged: int) -> int:
    """How many nights are to be logged until the next analysis, where this many are."""
    return EVERY - logged % EVERY
