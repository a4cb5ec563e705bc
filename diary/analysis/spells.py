"""Bad spells: the latent AR(1) u(t) with variance σ² and correlation exp(-Δt/length) across Δt nights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.linalg.lapack import dpttrf, dpttrs

from diary.analysis.arrays import Floats

if TYPE_CHECKING:
    from diary.analysis.priors import Spells


@dataclass(frozen=True, slots=True)
class TridiagonalFactor:
    """LDL' of a symmetric, positive definite, tridiagonal matrix, L a unit lower bidiagonal one."""

    diagonal: Floats
    """n; of D."""
    below: Floats
    """n - 1; below the diagonal of L."""

    def solve(self, right: Floats) -> Floats:
        """The solution for one right-hand side or several."""
        solution, _ = dpttrs(self.diagonal, self.below, right)
        return np.asarray(solution, dtype=float)

    @property
    def log_determinant(self) -> float:
        """The logarithm of the matrix's determinant."""
        return float(np.log(self.diagonal).sum())


@dataclass(frozen=True, slots=True)
class LatentPrecision:
    """The precision matrix Q of u at the logged nights: tridiagonal, as an AR(1) remembers one night at a time."""

    diagonal: Floats
    below: Floats
    """The first subdiagonal; one shorter."""

    def plus(self, weights: Floats | float) -> TridiagonalFactor:
        """Q + diag(weights), factored."""
        diagonal, below, _ = dpttrf(self.diagonal + weights, self.below)
        return TridiagonalFactor(diagonal, below)

    def quadratic_form(self, u: Floats) -> float:
        """The quadratic form u'Qu."""
        return float(self.diagonal @ (u * u) + 2 * self.below @ (u[1:] * u[:-1]))


def latent_precision(spells: Spells, nights: Floats) -> LatentPrecision | None:
    """The precision of u at these nights; None where there are no spells.

    With r = exp(-Δt/length) across a step and c = 1/(σ²(1 - r²)): each step adds c to the later night's diagonal and
    c·r² to the earlier one's, and puts -c·r between them; the first night's diagonal begins at 1/σ².
    """
    if not spells.sd:
        return None
    across = np.exp(-np.diff(nights) / spells.length)
    step = 1 / (spells.sd**2 * (1 - across**2))
    diagonal = np.concatenate(([spells.sd**-2], step))
    diagonal[:-1] += step * across**2
    return LatentPrecision(diagonal, -step * across)
