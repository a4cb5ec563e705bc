"""Shares as a person reads them."""

from __future__ import annotations

from diary.language import tr
from diary.model.rounding import rounded

LEAST = 0.01
"""One per cent: a share closer to none or to all than this is told so, and not rounded to it."""


def percent(share: float) -> str:
    """A share from 0 to 1 in whole per cent, halves up. What is not quite none, or not quite all, is not called so."""
    if 0 < share < LEAST:
        return tr("under 1 %")
    return tr("over 99 %") if 1 - LEAST < share < 1 else f"{rounded(100 * share)} %"
