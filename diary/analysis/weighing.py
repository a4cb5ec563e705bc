"""All questions weighed against one another, the season, the week and bad spells: the method from end to end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import logit, softmax

from diary.analysis.arrays import Flags, Floats, Indices
from diary.analysis.averaging import ModelAverage, Posterior, SignedColumns, posterior, signed_columns
from diary.analysis.columns import baseline_columns, centred_exposures
from diary.analysis.night_arrays import judgeable
from diary.analysis.priors import SPELLS, priors
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
    prior: Floats
    """K; the probability of each before the nights were read."""
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
    likelier: tuple[Indices, ...]
    """The columns of each judged question in its likelier direction."""
    modes: tuple[_SearchStart, ...]
    """Where the search ended under each way."""

    def probability_of_any(self, questions: Sequence[int]) -> float:
        """The weight of all sets that hold the likelier column of at least one of these judged questions."""
        columns = np.concatenate([self.likelier[question] for question in questions]).tolist()
        return float(self.shares @ [each.probability_of_any(columns) for each in self.posteriors])


@dataclass(frozen=True, slots=True)
class _SearchStart:
    """Where a search starts, or ended."""

    at: Floats
    """The mean coefficient of each exposure."""
    linear: Floats
    """n; what all else adds to the log odds."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """One way of bad spells, weighed."""

    average: ModelAverage
    posterior: Posterior
    mode: _SearchStart


def estimate(nights: NightArrays, first: Estimates | None = None) -> Estimates:
    """The posterior of every question, averaged over the ways in which bad spells may run.

    The prior of each counts all questions that were asked, also those that cannot be judged; these stay out. `first` are
    the estimates of nearly the same nights: they say which questions can be judged, and the search starts where theirs ended.
    """
    chosen = judgeable(nights) if first is None else first.judgeable
    prior = priors(nights.suspected)
    if not chosen.any():
        return _for_all_questions(_NOTHING, chosen, prior)
    columns = signed_columns(nights.two_sided[chosen], prior[chosen], nights.graded[chosen])
    starts = first.mixture.modes if first and first.mixture else ()
    fits = tuple(_fits(nights, chosen, columns, starts))
    return _for_all_questions(_in_likelier_direction(fits, columns), chosen, prior)


def _fits(nights: NightArrays, chosen: Flags, columns: SignedColumns, starts: Sequence[_SearchStart]) -> Iterator[_Fit]:
    """The mixture over sets under each way of bad spells, each search starting where the one before ended."""
    baseline, exposures = baseline_columns(nights), centred_exposures(nights, chosen)
    at = np.zeros(exposures.shape[1])
    linear = np.full(len(nights.cramp), logit(np.clip(nights.cramp.mean(), LEAST_SHARE, MOST_SHARE)))
    for way, spells in enumerate(SPELLS):
        if starts:
            at, linear = starts[way].at, starts[way].linear
        # The mean moves little from one way of spells to the next, so starting there saves most of the rounds.
        model = LogitModel(nights.cramp, baseline, exposures, latent_precision(spells, nights.days))
        sets, at, linear = average_models(model, columns, at=at, linear=linear)
        average = sets.model_average()
        average = replace(average, log_evidence=average.log_evidence + float(np.log(spells.weight)))
        yield _Fit(average, sets, _SearchStart(at, linear))


def average_models(
    model: LogitModel, columns: SignedColumns, *, at: Floats, linear: Floats
) -> tuple[Posterior, Floats, Floats]:
    """The weighed sets on the quadratic around their own mean; with that mean and the linear predictor there."""
    for _ in range(MOST_ROUNDS):
        quadratic, mode = expand(model, at, linear)
        sets = posterior(quadratic, columns)
        before, at, linear = at, _by_source(sets.mean(), columns), mode.linear
        if np.abs(at - before).max() < CLOSE:
            break
    return sets, at, linear


def _by_source(mean: Floats, columns: SignedColumns) -> Floats:
    """The model-averaged log odds ratio of each exposure: of the columns made of it, turned back and added up."""
    return np.bincount(columns.source, weights=columns.sign * mean).astype(float)


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
    )


def _in_likelier_direction(fits: Sequence[_Fit], columns: SignedColumns) -> Estimates:
    """Each question in its likelier direction, its columns added up; mean ± 1.96 sd of the mixture given that it is in."""
    average = _average_over_spells([fit.average for fit in fits])
    shares = softmax([fit.average.log_evidence for fit in fits])
    likelier = _likelier(average.positive, columns)
    probability, inclusion, total, square = (
        np.array([values[chosen].sum() for chosen in likelier])
        for values in (average.positive, average.inclusion, average.mean, average.mean_square)
    )
    inclusion = np.maximum(inclusion, np.finfo(float).tiny)
    mean, sign = total / inclusion, np.array([columns.sign[chosen[0]] for chosen in likelier])
    half = HALF_WIDTH * np.sqrt(np.maximum(square / inclusion - mean**2, LEAST_VARIANCE))
    return Estimates(
        np.ones(len(likelier), dtype=bool),
        probability=probability,
        log_odds_ratio=sign * mean,
        low=sign * mean - half,
        high=sign * mean + half,
        less=sign < 0,
        prior=_NONE,
        mixture=Mixture(tuple(fit.posterior for fit in fits), shares, likelier, tuple(fit.mode for fit in fits)),
    )


def _likelier(positive: Floats, columns: SignedColumns) -> tuple[Indices, ...]:
    """The columns of each question in the direction that is likelier; of more cramps where both are alike."""
    question = np.array(columns.question)
    likelier: list[Indices] = []
    for place in range(question[-1] + 1):
        directions = [np.flatnonzero((question == place) & (columns.sign == sign)) for sign in (1.0, -1.0)]
        likelier.append(max(directions, key=lambda direction: positive[direction].sum()))
    return tuple(likelier)


def _for_all_questions(estimates: Estimates, chosen: Flags, prior: Floats) -> Estimates:
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
        prior=prior,
        mixture=estimates.mixture,
    )


def _at_chosen(values: Floats, chosen: Flags) -> Floats:
    result = np.full(len(chosen), np.nan)
    result[chosen] = values
    return result


_NONE, _NO_FLAG = np.empty(0), np.empty(0, dtype=bool)
_NOTHING = Estimates(
    _NO_FLAG,
    probability=_NONE,
    log_odds_ratio=_NONE,
    low=_NONE,
    high=_NONE,
    less=_NO_FLAG,
    prior=_NONE,
    mixture=None,
)
