"""A night's cramps in a few words, as lists show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.night import NightState

if TYPE_CHECKING:
    from diary.model.night import Night


def cramps_in_short(night: Night) -> str:
    """“2 cramps, worst 7 of 10”, “Quiet” or “Not logged”."""
    if night.state is not NightState.CRAMPS:
        return tr("Quiet") if night.logged else tr("Not logged")
    cramps = night.cramps or ()
    count = trn("{n} cramp", "{n} cramps", len(cramps)).format(n=len(cramps))
    worst = max((cramp.intensity for cramp in cramps if cramp.intensity is not None), default=None)
    if worst is None:
        return count
    words = tr("{cramps}, {worst} of 10") if len(cramps) == 1 else tr("{cramps}, worst {worst} of 10")
    return words.format(cramps=count, worst=worst)
