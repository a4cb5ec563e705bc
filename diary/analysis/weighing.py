"""All questions weighed against one another, the season, the week and bad spells: the method from end to end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import logit, softmax

from diary.analysis.arrays import Flags, Floats
from diary.analysis.averaging import ModelAverage, Posterior, SignedColumns, posterior, signed_columns
from diary.analysis.columns import baseline_columns, centred_exposures
from diary.analysis.night_arrays import judgeable
from diary.analysis.priors import SPELLS, prior_of_each
from diary.analysis.quadratic import LogitModel, expand
from diary.analysis.spells import latent_precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.analysis.night_arrays import NightArrays

MOST_ROUNDS, CLOSE = 15, 1e-4
LEAST_SHARE, MOST_SHARE = 0.02, 0.98
"""The bounds of the share of cramp nights from which the search starts."""
HALF_WIDTH = 1.96
"""Standard deviations to either side of the mean, in an interval of 95 %."""
LEAST_VARIANCE = 1e-9
"""The least variance of a log odds ratio: rounding must not bring it to 0 or below."""


@dataclass(frozen=True, slots=True)
class Estimates:
    """What the nights say about K questions, each in its likelier direction; NaN where one cannot be judged."""

    judgeable: Flags
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
    prior: float
    """The probability of each before the nights were read."""
    mixture: Mixture | None
    """What the probabilities are sums over; None where no question can be judged."""

    def probability_of_any(self, questions: Sequence[int]) -> float:
        """The probability that at least one of some judged questions goes with the cramps, in its likelier direction."""
        places = np.cumsum(self.judgeable) - 1
        return (
            self.mixture.probability_of_any([int(places[question]) for question in questions]) if self.mixture else 0.0
        )


@dataclass(frozen=True, slots=True)
class Mixture:
    """All sets of columns under each way of bad spells, weighed."""

    posteriors: tuple[Posterior, ...]
    shares: Floats
    """The posterior probability of each way."""
    likelier: tuple[int, ...]
    """The column of each judged question that is likelier."""

    def probability_of_any(self, questions: Sequence[int]) -> float:
        """The weight of all sets that hold the likelier column of at least one of these judged questions."""
        columns = [self.likelier[question] for question in questions]
        return float(self.shares @ [each.probability_of_any(columns) for each in self.posteriors])


@dataclass(frozen=True, slots=True)
class _Fit:
    """One way of bad spells, weighed."""

    average: ModelAverage
    posterior: Posterior


def estimate(nights: NightArrays, chosen: Flags | None = None) -> Estimates:
    """The posterior of every question, averaged over the ways in which bad spells may run.

    The prior of each counts all questions that were asked, also those that cannot be judged; these stay out. `chosen`
    are those that can be, where the answers themselves do not say so.
    """
    chosen = judgeable(nights) if chosen is None else chosen
    prior = prior_of_each(max(1, len(chosen)))
    if not chosen.any():
        return _for_all_questions(_NOTHING, chosen, prior)
    columns = signed_columns(nights.two_sided[chosen], prior)
    return _for_all_questions(_in_likelier_direction(tuple(_fits(nights, chosen, columns)), columns), chosen, prior)


def _fits(nights: NightArrays, chosen: Flags, columns: SignedColumns) -> Iterator[_Fit]:
    """The mixture over sets under each way of bad spells, each search starting where the one before ended."""
    baseline, exposures = baseline_columns(nights), centred_exposures(nights, chosen)
    at = np.zeros(exposures.shape[1])
    linear = np.full(len(nights.cramp), logit(np.clip(nights.cramp.mean(), LEAST_SHARE, MOST_SHARE)))
    for spells in SPELLS:
        # The mean moves little from one way of spells to the next, so starting there saves most of the rounds.
        model = LogitModel(nights.cramp, baseline, exposures, latent_precision(spells, nights.days))
        sets, at, linear = average_models(model, columns, at=at, linear=linear)
        average = sets.model_average()
        yield _Fit(replace(average, log_evidence=average.log_evidence + float(np.log(spells.weight))), sets)


def average_models(
    model: LogitModel, columns: SignedColumns, *, at: Floats, linear: Floats
) -> tuple[Posterior, Floats, Floats]:
    """The weighed sets on the quadratic around their own mean; with that mean and the linear predictor there."""
    for _ in range(MOST_ROUNDS):
        quadratic, mode = expand(model, at, linear)
        sets = posterior(quadratic, columns)
        before, at, linear = at, _by_direction(sets.mean(), columns), mode.linear
        if np.abs(at - before).max() < CLOSE:
            break
    return sets, at, linear


def _by_direction(mean: Floats, columns: SignedColumns) -> Floats:
    """The model-averaged log odds ratio of each question: of its columns, turned back and added up."""
    return np.bincount(columns.question, weights=columns.sign * mean).astype(float)


def _average_over_spells(fits: Sequence[ModelAverage]) -> ModelAverage:
    """The mixture over the ways of bad spells, by their evidence."""
    evidence = np.array([fit.log_evidence for fit in fits])
    shares = softmax(evidence)

    def mixture(values: Sequence[Floats]) -> Floats:
        return np.tensordot(shares, np.stack(values), axes=1)

    return ModelAverage(
        float(np.logaddexp.reduce(evidence)),
        inclusion=mixture([fit.inclusion for fit in fits]),
        positive=mixture([fit.positive for fit in fits]),
        mean=mixture([fit.mean for fit in fits]),
        mean_square=mixture([fit.mean_square for fit in fits]),
        joint=mixture([fit.joint for fit in fits]),
    )


def _in_likelier_direction(fits: Sequence[_Fit], columns: SignedColumns) -> Estimates:
    """The likelier column of each question; mean ± 1.96 sd of the mixture given that it is in."""
    average = _average_over_spells([fit.average for fit in fits])
    shares = softmax([fit.average.log_evidence for fit in fits])
    likelier = _likelier(average.positive, columns.question)
    inclusion = np.maximum(average.inclusion[likelier], np.finfo(float).tiny)
    mean = average.mean[likelier] / inclusion
    half = HALF_WIDTH * np.sqrt(np.maximum(average.mean_square[likelier] / inclusion - mean**2, LEAST_VARIANCE))
    log_odds_ratio = columns.sign[likelier] * mean
    return Estimates(
        np.ones(len(likelier), dtype=bool),
        probability=average.positive[likelier],
        log_odds_ratio=log_odds_ratio,
        low=log_odds_ratio - half,
        high=log_odds_ratio + half,
        less=columns.sign[likelier] < 0,
        joint=_by_question(average.joint, columns),
        prior=np.nan,
        mixture=Mixture(tuple(fit.posterior for fit in fits), shares, tuple(likelier)),
    )


def _likelier(positive: Floats, question: Sequence[int]) -> list[int]:
    """The column of each question that is likelier; the one of more cramps where both are alike."""
    by_question: dict[int, list[int]] = {}
    for column, place in enumerate(question):
        by_question.setdefault(place, []).append(column)
    return [max(columns, key=lambda column: positive[column]) for columns in by_question.values()]


def _by_question(joint: Floats, columns: SignedColumns) -> Floats:
    """The probability that both of two questions are in: the sum over their columns."""
    membership = np.equal.outer(columns.question, np.arange(columns.question[-1] + 1)).astype(float)
    by_question: Floats = membership.T @ joint @ membership
    return by_question


def _for_all_questions(estimates: Estimates, chosen: Flags, prior: float) -> Estimates:
    """The estimates of the questions that can be judged, in their places among all questions."""
    less = np.zeros(len(chosen), dtype=bool)
    less[chosen] = estimates.less
    return Estimates(
        chosen,
        probability=_at_chosen(estimates.probability, chosen),
        log_odds_ratio=_at_chosen(estimates.log_odds_ratio, chosen),
        low=_at_chosen(estimates.low, chosen),
        high=_at_chosen(estimates.high, chosen),
        less=less,
        joint=_at_chosen(estimates.joint, chosen),
        prior=prior,
        mixture=estimates.mixture,
    )


def _at_chosen(values: Floats, chosen: Flags) -> Floats:
    result = np.full((len(chosen),) * values.ndim, np.nan)
    result[np.ix_(*[chosen] * values.ndim)] = values
    return result


_NONE, _NO_FLAG = np.empty(0), np.empty(0, dtype=bool)
_NOTHING = Estimates(
    _NO_FLAG,
    probability=_NONE,
    log_odds_ratio=_NONE,
    low=_NONE,
    high=_NONE,
    less=_NO_FLAG,
    joint=np.empty((0, 0)),
    prior=np.nan,
    mixture=None,
)
