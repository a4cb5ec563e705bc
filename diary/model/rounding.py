"""The one rule by which numbers are rounded before a person reads them: halves up."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

EXACT = 9
"""Decimals to which a computed number is taken as it is meant: 28 times 51 by 80 is 17.85, and not a little less."""


def rounded(value: float, decimals: int = 0) -> Decimal:
    """A number to so many decimals, halves up: 17.85 is 17.9 to one, -0.5 is 0."""
    step = Decimal(1).scaleb(-decimals)
    upward = (Decimal(repr(round(value, EXACT))) / step + Decimal("0.5")).to_integral_value(ROUND_FLOOR) * step
    return abs(upward) if not upward else upward.quantize(step)


def rate_text(value: float) -> str:
    """A rate to one decimal."""
    return f"{rounded(value, 1)}"


def minutes_text(value: float) -> str:
    """Minutes in halves, as cramps are logged: 2.25 is 2.5."""
    return f"{rounded(2 * value) / 2:g}"
