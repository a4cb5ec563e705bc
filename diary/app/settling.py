"""The last moments of the program: drafts and the acts under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from diary.app.program import Program

DRAFTS_SETTLE, ACTS_SETTLE = 0.5, 1.0
"""Seconds that drafts and the acts under way have when the program ends: who presses Ctrl-C waits no longer than a
moment, and a file in use by another program would keep each of them for five seconds."""


class ActsLeftError(DiaryError):
    """The program had to end before an act was done."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The diary was closed while another program kept its file in use, so what you tapped last may not be "
                "saved: look at it when you open the diary again."
            )
        )


async def settle(program: Program) -> None:
    """Let drafts and acts come to rest. Raises ActsLeftError."""
    await program.drafts.settle(DRAFTS_SETTLE)
    if not await program.workers.settle(ACTS_SETTLE):
        raise ActsLeftError
