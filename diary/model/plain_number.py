"""A number as it is shown to be typed again."""

from __future__ import annotations


def plain_number(value: float) -> str:
    """A number without an exponent, however large: 12500, not 1.25e+04."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
