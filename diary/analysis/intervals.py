"""Intervals of a share and of the difference of two shares, 95 % each."""

from __future__ import annotations

from math import hypot, sqrt
from statistics import NormalDist
from typing import NamedTuple

Z = NormalDist().inv_cdf(0.975)
"""The normal quantile of a two-sided 95 % interval, about 1.96."""


class Interval(NamedTuple):
    """The lower and the upper end of an interval."""

    low: float
    high: float


class Difference(NamedTuple):
    """How far one share lies above another, with its interval; from -1 to 1."""

    middle: float
    low: float
    high: float


def wilson(cramp_nights: float, nights: float, z: float = Z) -> Interval:
    """Wilson's score interval of the share of cramp nights, from 0 to 1.

    With p = cramp_nights/n: (p + z²/2n ± z·√(p(1 - p)/n + z²/4n²)) / (1 + z²/n).
    No night says nothing, so its interval is all that a share can be: 0 to 1.
    Reference: Wilson (1927), J Am Stat Assoc 22:209; checked against statsmodels in the tests.
    """
    if not nights:
        return Interval(0.0, 1.0)
    share, part = cramp_nights / nights, z * z / nights
    middle = share + part / 2
    half = z * sqrt(share * (1 - share) / nights + part / (4 * nights))
    return Interval(max(0.0, (middle - half) / (1 + part)), min(1.0, (middle + half) / (1 + part)))


def newcombe(exposed_cramp: int, exposed: int, *, unexposed_cramp: int, unexposed: int) -> Difference | None:
    """The share of cramp nights among exposed nights less that among the unexposed, with Newcombe's hybrid interval.

    With each share's Wilson interval (l, h) and d = p₁ - p₀: from d - √((p₁ - l₁)² + (h₀ - p₀)²)
    to d + √((h₁ - p₁)² + (p₀ - l₀)²). None where either kind has no night: there is no difference to give.
    Reference: Newcombe (1998), Stat Med 17:873, method 10; checked against statsmodels in the tests.
    """
    if not exposed or not unexposed:
        return None
    with_it, without = exposed_cramp / exposed, unexposed_cramp / unexposed
    first, second = wilson(exposed_cramp, exposed), wilson(unexposed_cramp, unexposed)
    middle = with_it - without
    below = hypot(with_it - first.low, second.high - without)
    above = hypot(first.high - with_it, without - second.low)
    return Difference(middle, middle - below, middle + above)
