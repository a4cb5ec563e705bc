"""All questions weighed against one another, the season, weekends and bad spells: the method from end to end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import logit, softmax

from diary.analysis.arrays import Flags, Floats
from diary.analysis.averaging import Averaged, Columns, columns_of, posterior
from diary.analysis.columns import always_in, centred
from diary.analysis.logged import judged
from diary.analysis.priors import SPELLS, prior_of_each
from diary.analysis.quadratic import Model, expand
from diary.analysis.spells import latent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.analysis.logged import Logged

MOST_ROUNDS, CLOSE = 15, 1e-4
LEAST_SHARE, MOST_SHARE = 0.02, 0.98
"""Of cramp nights, for where the search starts."""
HALF_WIDTH = 1.96
"""Standard deviations to either side of the mean, in an interval of 95 %."""
LEAST_VARIANCE = 1e-9
"""Of a log odds ratio; rounding must not bring it to 0 or below."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the nights say about K questions, each in its likelier direction; NaN where one cannot be judged."""

    judged: Flags
    probability: Floats
    """K; that the question goes with the cramps, in its direction."""
    log_odds_ratio: Floats
    """K; of the exposure, given that it goes with the cramps in that direction."""
    low: Floats
    high: Floats
    less: Flags
    """K; whether cramps come less often with it."""
    joint: Floats
    """K by K; the probability that both are in, in whichever directions."""


def weigh(logged: Logged) -> Weighed:
    """The posterior of every question, averaged over the ways in which bad spells may run.

    The prior of each counts all questions that were asked, also those that cannot be judged; these stay out.
    """
    chosen = judged(logged)
    if not chosen.any():
        return _among_all(_NOTHING, chosen)
    columns = columns_of(logged.both_ways[chosen], prior_of_each(len(chosen)))
    averaged = _over_spells(tuple(_fits(logged, chosen, columns)))
    return _among_all(_in_likelier_direction(averaged, columns), chosen)


def _fits(logged: Logged, chosen: Flags, columns: Columns) -> Iterator[Averaged]:
    """The mixture over sets under each way of bad spells, each search starting where the one before ended."""
    always, exposures = always_in(logged), centred(logged, chosen)
    at = np.zeros(exposures.shape[1])
    linear = np.full(len(logged.cramp), logit(np.clip(logged.cramp.mean(), LEAST_SHARE, MOST_SHARE)))
    for spells in SPELLS:
        model = Model(logged.cramp, always, exposures, latent(spells, logged.nights))
        averaged, at, linear = settle(model, columns, at=at, linear=linear)
        yield replace(averaged, log_evidence=averaged.log_evidence + float(np.log(spells.weight)))


def settle(model: Model, columns: Columns, *, at: Floats, linear: Floats) -> tuple[Averaged, Floats, Floats]:
    """The mixture over sets on the quadratic around its own mean; with that mean and the linear predictor there."""
    for _ in range(MOST_ROUNDS):
        quadratic, mode = expand(model, at, linear)
        sets = posterior(quadratic, columns)
        before, at, linear = at, _by_direction(sets.first(), columns), mode.linear
        if np.abs(at - before).max() < CLOSE:
            break
    return sets.averaged(), at, linear


def _by_direction(first: Floats, columns: Columns) -> Floats:
    """The model-averaged log odds ratio of each question: of its columns, turned back and added up."""
    return np.bincount(columns.question, weights=columns.sign * first).astype(float)


def _over_spells(fits: Sequence[Averaged]) -> Averaged:
    """The mixture over the ways of bad spells, by their evidence."""
    evidence = np.array([fit.log_evidence for fit in fits])
    shares = softmax(evidence)

    def mixed(values: Sequence[Floats]) -> Floats:
        return np.tensordot(shares, np.stack(values), axes=1)

    return Averaged(
        float(np.logaddexp.reduce(evidence)),
        inside=mixed([fit.inside for fit in fits]),
        raises=mixed([fit.raises for fit in fits]),
        first=mixed([fit.first for fit in fits]),
        second=mixed([fit.second for fit in fits]),
        together=mixed([fit.together for fit in fits]),
    )


def _in_likelier_direction(averaged: Averaged, columns: Columns) -> Weighed:
    """Of each judged question the column that is likelier; mean ± 1.96 sd of the mixture given that it is in."""
    picked = _likelier(averaged.raises, columns.question)
    inside = np.maximum(averaged.inside[picked], np.finfo(float).tiny)
    mean = averaged.first[picked] / inside
    half = HALF_WIDTH * np.sqrt(np.maximum(averaged.second[picked] / inside - mean**2, LEAST_VARIANCE))
    turned_back = columns.sign[picked] * mean
    return Weighed(
        np.ones(len(picked), dtype=bool),
        probability=averaged.raises[picked],
        log_odds_ratio=turned_back,
        low=turned_back - half,
        high=turned_back + half,
        less=columns.sign[picked] < 0,
        joint=_by_question(averaged.together, columns),
    )


def _likelier(raises: Floats, question: Sequence[int]) -> list[int]:
    """The column of each question that is likelier; the one of more cramps where both are alike."""
    by_question: dict[int, list[int]] = {}
    for column, place in enumerate(question):
        by_question.setdefault(place, []).append(column)
    return [max(columns, key=lambda column: raises[column]) for columns in by_question.values()]


def _by_question(together: Floats, columns: Columns) -> Floats:
    """The probability that both of two questions are in: the sum over their columns."""
    belongs = np.equal.outer(columns.question, np.arange(columns.question[-1] + 1)).astype(float)
    by_question: Floats = belongs.T @ together @ belongs
    return by_question


def _among_all(found: Weighed, chosen: Flags) -> Weighed:
    """What was found of the judged questions, in its place among all."""
    less = np.zeros(len(chosen), dtype=bool)
    less[chosen] = found.less
    return Weighed(
        chosen,
        probability=_placed(found.probability, chosen),
        log_odds_ratio=_placed(found.log_odds_ratio, chosen),
        low=_placed(found.low, chosen),
        high=_placed(found.high, chosen),
        less=less,
        joint=_placed(found.joint, chosen),
    )


def _placed(values: Floats, chosen: Flags) -> Floats:
    placed = np.full((len(chosen),) * values.ndim, np.nan)
    placed[np.ix_(*[chosen] * values.ndim)] = values
    return placed


_NONE, _NO_FLAG = np.empty(0), np.empty(0, dtype=bool)
_NOTHING = Weighed(
    _NO_FLAG, probability=_NONE, log_odds_ratio=_NONE, low=_NONE, high=_NONE, less=_NO_FLAG, joint=np.empty((0, 0))
)
