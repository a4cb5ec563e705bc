"""What nights that come in spells are worth: a linear regression of yes/no nights whose errors remember.

The errors have variance s²; a part f of it is a latent AR(1) with correlation exp(-Δt/L) across Δt nights, the rest is
each night's own. Over logged nights the latent part's precision Q is tridiagonal, so that with a = 1 - f

    V = aI + Q⁻¹,   V⁻¹ = I/a - (Q + I/a)⁻¹/a²,   log|V| = n log a + log|Q + I/a| - log|Q|

take time in proportion to the nights. The (f, L) of a grid are weighted by prior times restricted likelihood: Patterson
and Thompson (1971), Biometrika 58:545; such errors at unequal spacing, Jones and Boadi-Boateng (1991), Biometrics 47:161.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.priors import Spells
from diary.analysis.spells import latent_precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.analysis.arrays import Floats


PARTS = (0.05, 0.35, 0.7)
"""How much of the variance remembers, each as likely as the others."""
LENGTHS = ((1.0, 0.25), (5.0, 0.25), (40.0, 0.5))
"""Nights over which the correlation falls to 1/e, each with its probability: a long memory is hard to see in a short diary, and
to overlook it costs most."""
INDEPENDENT = 0.1
"""The probability that nights remember nothing."""
ALIKE = 1e-12
"""A variance below this is none."""


def step_at(days: Sequence[int], day: int) -> Floats:
    """A step: 0 before the day, 1 from it on."""
    return (np.asarray(days) >= day).astype(float)


def design_effect(days: Sequence[int], cramp: Sequence[bool], contrast: Floats) -> float:
    """The design effect: how many of these nights say as much of a contrast as one would if nights remembered nothing.

    With c the centred contrast, the variance of its ordinary least squares over that of independent nights is
    c'Vc / c'c: (1 - f) + c'Q⁻¹c / c'c, averaged over (f, L), and at least 1. Days are those of the logged nights, at least three, in
    order, each once; they are not all alike.
    """
    at, centred_contrast = np.asarray(days, dtype=float), contrast - contrast.mean()
    columns = np.column_stack((np.asarray(cramp, dtype=float), np.ones(len(at)), contrast))
    grid = _grid()
    evidence = np.array([np.log(prior) + _log_likelihood(at, columns, part, length) for part, length, prior in grid])
    weights = np.exp(evidence - evidence.max())
    effects = np.array([_design_effect_at(at, centred_contrast, part, length) for part, length, _ in grid])
    return max(1.0, float(weights @ effects / weights.sum()))


def _grid() -> list[tuple[float, float, float]]:
    """Every (f, L) with its prior probability."""
    memories = [
        (part, length, (1 - INDEPENDENT) * length_prior / len(PARTS))
        for part in PARTS
        for length, length_prior in LENGTHS
    ]
    return [(0.0, 1.0, INDEPENDENT), *memories]


def _log_likelihood(days: Floats, columns: Floats, part: float, length: float) -> float:
    """The logarithm of the restricted likelihood of the first column given the others, but for what all (f, L) share."""
    solution, spread = _apply_inverse(days, columns, part, length)
    products = columns.T @ solution
    normal, right = products[1:, 1:], products[1:, 0]
    residual = max(float(products[0, 0] - right @ np.linalg.solve(normal, right)), ALIKE)
    return float(-0.5 * (spread + np.log(np.linalg.det(normal)) + (len(days) - 2) * np.log(residual)))


def _apply_inverse(days: Floats, columns: Floats, part: float, length: float) -> tuple[Floats, float]:
    """V⁻¹ times the columns, and log|V|."""
    precision = latent_precision(Spells(part**0.5, length, 1.0), days)
    if precision is None:
        return columns, 0.0
    own = 1 - part
    whole = precision.plus(1 / own)
    spread = len(days) * np.log(own) + whole.log_determinant - precision.plus(0.0).log_determinant
    return columns / own - whole.solve(columns) / own**2, float(spread)


def _design_effect_at(days: Floats, centred_contrast: Floats, part: float, length: float) -> float:
    precision = latent_precision(Spells(part**0.5, length, 1.0), days)
    if precision is None:
        return 1.0
    return (
        1
        - part
        + float(centred_contrast @ precision.plus(0.0).solve(centred_contrast) / (centred_contrast @ centred_contrast))
    )
