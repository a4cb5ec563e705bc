"""The log likelihood of the exposures' coefficients β as a quadratic, with everything that is always in integrated out.

At a given β, the mode of the always-in coefficients and the bad spells is found by iteratively reweighted least
squares; around it, Laplace's approximation gives log L(β) ≈ constant + b'β - ½β'Hβ.
Reference: Rasmussen & Williams (2006), Gaussian Processes for Machine Learning, section 3.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.special import expit

from diary.analysis.arrays import Floats
from diary.analysis.columns import BaselineColumns
from diary.analysis.spells import LatentPrecision, TridiagonalFactor

CLAMP = 12.0
"""The linear predictor stays within ± this: odds beyond e¹² to 1 are not told apart."""
MOST_STEPS, CLOSE = 60, 1e-6


@dataclass(frozen=True, slots=True)
class LogitModel:
    """What is given: the nights' cramps, the baseline columns, the exposures, and how bad spells run."""

    cramp: Floats
    baseline: BaselineColumns
    exposures: Floats
    """n by K, centred."""
    latent: LatentPrecision | None


@dataclass(frozen=True, slots=True)
class Quadratic:
    """Around a point: log L(β) ≈ constant + slope'β - ½β'·curvature·β."""

    slope: Floats
    curvature: Floats
    constant: float


@dataclass(frozen=True, slots=True)
class Mode:
    """The likeliest always-in part at a given β."""

    linear: Floats
    """n; what the baseline columns and the bad spells add to the log odds."""
    coefficients: Floats
    """q; the coefficients of the baseline columns."""
    spells: Floats
    """n; the latent u."""


@dataclass(frozen=True, slots=True)
class _WeightedSystem:
    """Weights W = μ(1 - μ), response z = η + (y - μ)/W, and V = (W⁻¹ + Q⁻¹)⁻¹ = W - W(Q + W)⁻¹W."""

    weights: Floats
    response: Floats
    inner: TridiagonalFactor | None
    """Q + W; None without bad spells, where V = W."""
    baseline: Floats
    """V by the baseline columns."""
    factor: Any
    """Cholesky of M = D'VD + P, D the baseline columns and P their prior precision."""

    def through(self, columns: Floats) -> Floats:
        """V by columns."""
        return _through(self.weights, self.inner, columns)

    @property
    def log_determinant(self) -> float:
        """log|M|."""
        return float(2 * np.log(np.diag(self.factor[0])).sum())


def expand(model: LogitModel, at: Floats, start: Floats) -> tuple[Quadratic, Mode]:
    """The quadratic around β = `at`; the search for the mode starts at the linear predictor `start`."""
    offset = model.exposures @ at
    mode = find_mode(model, offset, start)
    system = _weighted_system(model, mode.linear + offset)
    slope, curvature = _slope_and_curvature(model, system)
    constant = _log_evidence(model, offset, mode=mode, system=system) - slope @ at + 0.5 * at @ curvature @ at
    return Quadratic(slope, curvature, float(constant)), mode


def find_mode(model: LogitModel, offset: Floats, start: Floats) -> Mode:
    """The mode of the always-in part, with the exposures' part of the log odds held at `offset`."""
    mode = Mode(start, np.zeros_like(model.baseline.precision), np.zeros_like(start))
    for _ in range(MOST_STEPS):
        before = mode.linear
        mode = _step(model, _weighted_system(model, before + offset), offset)
        if np.abs(mode.linear - before).max() < CLOSE:
            break
    return mode


def _step(model: LogitModel, system: _WeightedSystem, offset: Floats) -> Mode:
    """One step of reweighted least squares: M⁻¹D'V(z - offset), then u = (Q + W)⁻¹W(rest)."""
    target = system.response - offset
    coefficients = cho_solve(system.factor, system.baseline.T @ target, check_finite=False)
    fit = model.baseline.columns @ coefficients
    inner = system.inner
    spells = np.zeros_like(fit) if inner is None else inner.solve(system.weights * (target - fit))
    return Mode(fit + spells, coefficients, spells)


def _weighted_system(model: LogitModel, linear: Floats) -> _WeightedSystem:
    clamped_linear = np.clip(linear, -CLAMP, CLAMP)
    mean = expit(clamped_linear)
    weights = mean * (1 - mean)
    inner = None if model.latent is None else model.latent.plus(weights)
    baseline = _through(weights, inner, model.baseline.columns)
    matrix = model.baseline.columns.T @ baseline + np.diag(model.baseline.precision)
    factor = cho_factor(matrix, lower=True, check_finite=False)
    return _WeightedSystem(weights, clamped_linear + (model.cramp - mean) / weights, inner, baseline, factor)


def _through(weights: Floats, inner: TridiagonalFactor | None, columns: Floats) -> Floats:
    product = weights[:, None] * columns
    return product if inner is None else product - weights[:, None] * inner.solve(product)


def _slope_and_curvature(model: LogitModel, system: _WeightedSystem) -> tuple[Floats, Floats]:
    """Slope b = X'Vz - X'VD·M⁻¹·D'Vz and curvature H = X'VX - X'VD·M⁻¹·D'VX, X the exposures."""
    through = system.through(model.exposures)
    cross = system.baseline.T @ model.exposures
    solution = cho_solve(system.factor, cross, check_finite=False)
    slope = through.T @ system.response - solution.T @ (system.baseline.T @ system.response)
    curvature = through.T @ model.exposures - solution.T @ cross
    return slope, (curvature + curvature.T) / 2


def _log_evidence(model: LogitModel, offset: Floats, *, mode: Mode, system: _WeightedSystem) -> float:
    """The log of L at the mode, with the always-in part integrated out by Laplace.

    Σ(yη - log(1 + e^η)) - ½(log|Q + W| - log|Q|) - ½u'Qu + ½Σ(log P - P·δ²) - ½log|M|, δ the coefficients.
    """
    linear = np.clip(mode.linear + offset, -CLAMP, CLAMP)
    precision = model.baseline.precision
    log_evidence = float((model.cramp * linear - np.log1p(np.exp(linear))).sum())
    if model.latent is not None and system.inner is not None:
        log_evidence -= 0.5 * (system.inner.log_determinant - model.latent.plus(0.0).log_determinant)
        log_evidence -= 0.5 * model.latent.quadratic_form(mode.spells)
    log_evidence += 0.5 * float((np.log(precision) - precision * mode.coefficients**2).sum())
    return log_evidence - 0.5 * system.log_determinant
