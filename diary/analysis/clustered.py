"""A linear regression of yes/no nights whose errors remember: what a slope is worth where cramp nights come in spells.

The errors have variance s²; a part f of it is a latent AR(1) with correlation exp(-Δt/L) across Δt nights, the rest is
each night's own. Over logged nights the latent part's precision Q is tridiagonal, so that with a = 1 - f

    V = aI + Q⁻¹,   V⁻¹ = I/a - (Q + I/a)⁻¹/a²,   log|V| = n log a + log|Q + I/a| - log|Q|

take time in proportion to the nights. For each (f, L) the slope has a t distribution with n - 2 degrees of freedom
around its generalised least squares; the (f, L) are averaged by prior times restricted likelihood.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import brentq
from scipy.special import stdtr

from diary.analysis.arrays import Floats
from diary.analysis.priors import Spells
from diary.analysis.spells import latent

if TYPE_CHECKING:
    from collections.abc import Sequence


PARTS = (0.05, 0.35, 0.7)
"""How much of the variance remembers, each as likely as the others."""
LENGTHS = ((1.0, 0.25), (5.0, 0.25), (40.0, 0.5))
"""Over how many nights it falls to 1/e, each with its probability: a long memory is hard to see in a short diary, and
to overlook it costs most."""
INDEPENDENT = 0.1
"""The probability that nights remember nothing."""
ALIKE = 1e-12
"""A variance below this is none."""


@dataclass(frozen=True, slots=True)
class Slope:
    """The slope's distribution: t distributions with their weights."""

    weights: Floats
    middles: Floats
    errors: Floats
    freedom: int

    @property
    def middle(self) -> float:
        """Its mean."""
        return float(self.weights @ self.middles)

    def probability_above(self, value: float) -> float:
        """That it lies above this value."""
        return float(self.weights @ stdtr(self.freedom, (self.middles - value) / self.errors))

    def interval(self) -> tuple[float, float]:
        """Where it lies with 95 %, 2.5 % left on either side."""
        low, high = self.middles.min() - 50 * self.errors.max(), self.middles.max() + 50 * self.errors.max()
        return self._where(0.975, low, high), self._where(0.025, low, high)

    def _where(self, above: float, low: float, high: float) -> float:
        return float(brentq(lambda value: self.probability_above(value) - above, low, high))


def slope(days: Sequence[int], cramp: Sequence[bool], contrast: Floats) -> Slope:
    """How cramp (1) or quiet (0) changes with the contrast, over at least three nights that are not all alike.

    Days are those of the logged nights, in order, each once.
    """
    at = np.asarray(days, dtype=float)
    columns = np.column_stack((np.asarray(cramp, dtype=float), np.ones(len(at)), contrast))
    grid = _grid()
    fits = [_fit(at, columns, part, length) for part, length, _ in grid]
    evidence = np.log([prior for _, _, prior in grid]) + [fit.likelihood for fit in fits]
    weights = np.exp(evidence - evidence.max())
    return Slope(
        weights / weights.sum(),
        np.array([fit.middle for fit in fits]),
        np.array([fit.error for fit in fits]),
        len(at) - 2,
    )


def _grid() -> list[tuple[float, float, float]]:
    """Each (f, L) with its probability."""
    clustered = [(part, length, (1 - INDEPENDENT) * of / len(PARTS)) for part in PARTS for length, of in LENGTHS]
    return [(0.0, 1.0, INDEPENDENT), *clustered]


@dataclass(frozen=True, slots=True)
class _Fit:
    middle: float
    error: float
    likelihood: float
    """The logarithm of the restricted likelihood, but for what all fits share."""


def _fit(days: Floats, columns: Floats, part: float, length: float) -> _Fit:
    weighed, spread = _weighed(days, columns, part, length)
    products = columns.T @ weighed
    normal, right = products[1:, 1:], products[1:, 0]
    inverse = np.linalg.inv(normal)
    coefficients = inverse @ right
    left = max(float(products[0, 0] - right @ coefficients), ALIKE)
    freedom = len(days) - 2
    likelihood = -0.5 * (spread + np.log(np.linalg.det(normal)) + freedom * np.log(left))
    return _Fit(float(coefficients[1]), float(np.sqrt(left / freedom * inverse[1, 1])), float(likelihood))


def _weighed(days: Floats, columns: Floats, part: float, length: float) -> tuple[Floats, float]:
    """V⁻¹ times the columns, and log|V|."""
    remembered = latent(Spells(part**0.5, length, 1.0), days)
    if remembered is None:
        return columns, 0.0
    own = 1 - part
    whole = remembered.plus(1 / own)
    spread = len(days) * np.log(own) + whole.log_determinant - remembered.plus(0.0).log_determinant
    return columns / own - whole.solve(columns) / own**2, float(spread)


def nights_a_night(days: Sequence[int], cramp: Sequence[bool], contrast: Floats) -> float:
    """How many of these nights say as much of a contrast as one would if nights remembered nothing; 1 or more.

    With c the centred contrast, the variance of its ordinary least squares over that of independent nights is
    c'Vc / c'c: (1 - f) + c'Q⁻¹c / c'c, averaged over (f, L) like the slope.
    """
    at, told = np.asarray(days, dtype=float), slope(days, cramp, contrast)
    centred = contrast - contrast.mean()
    worths = [_worth(at, centred, part, length) for part, length, _ in _grid()]
    return max(1.0, float(told.weights @ worths))


def _worth(days: Floats, centred: Floats, part: float, length: float) -> float:
    remembered = latent(Spells(part**0.5, length, 1.0), days)
    if remembered is None:
        return 1.0
    return 1 - part + float(centred @ remembered.plus(0.0).solve(centred) / (centred @ centred))
