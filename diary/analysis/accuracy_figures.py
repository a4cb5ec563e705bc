"""What the method found, and how often it was wrong, on made-up diaries: written by tests/bench/accuracy.py."""

from __future__ import annotations

from typing import NamedTuple


class Figures(NamedTuple):
    """Diaries of so many nights with so many questions; all else out of 100."""

    known: int
    """Questions of known direction."""
    unknown: int
    nights: int
    double: int
    """What was found of triggers that double the odds."""
    triple: int
    six_times: int
    false_low: int
    """How many of all likely and strong marks were chance: in the best of the kinds of diaries,"""
    false_high: int
    """and in the worst."""
    false_strong: int
    """How many of the strong ones, in the worst."""


FIGURES = (
    Figures(12, 0, 90, 2, 13, 32, 9, 47, 40),
    Figures(12, 0, 180, 11, 25, 66, 6, 27, 8),
    Figures(12, 0, 365, 18, 49, 81, 4, 15, 6),
    Figures(9, 7, 90, 2, 9, 28, 9, 29, 8),
    Figures(9, 7, 180, 4, 24, 58, 7, 20, 7),
    Figures(9, 7, 365, 17, 40, 82, 4, 20, 3),
)
