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
    """How many of the strong ones, in all kinds together."""


class SuspicionFigures(NamedTuple):
    """Diaries of so many nights in which one thing was suspected beforehand; all else out of 100."""

    nights: int
    triple: int
    """What was found of suspicions that triple the odds,"""
    triple_unnamed: int
    """and of the same where they were not named."""
    wrong: int
    """What was shown of suspicions with nothing behind them."""


FIGURES = (
    Figures(12, 0, 90, 2, 13, 32, 9, 47, 9),
    Figures(12, 0, 180, 11, 25, 66, 6, 27, 4),
    Figures(12, 0, 365, 18, 49, 81, 4, 15, 1),
    Figures(9, 7, 90, 2, 9, 28, 9, 29, 4),
    Figures(9, 7, 180, 4, 24, 58, 7, 20, 3),
    Figures(9, 7, 365, 17, 40, 82, 4, 20, 1),
    Figures(12, 8, 90, 2, 9, 27, 7, 30, 8),
    Figures(12, 8, 180, 4, 26, 60, 3, 26, 3),
    Figures(12, 8, 365, 16, 35, 81, 1, 10, 1),
)
OF_SUSPICIONS = (
    SuspicionFigures(90, 25, 12, 1),
    SuspicionFigures(180, 34, 16, 2),
    SuspicionFigures(365, 62, 45, 1),
)
