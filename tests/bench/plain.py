"""The method once more, plain and slow: what the program's own numbers are held against.

Written apart from diary.analysis and in other terms: everything that is always in the model is one Gaussian process over
the nights, with covariance D·P⁻¹·D' + σ²·exp(-Δt/L) as a full matrix, and each set of questions is worked out by itself.
Laplace's approximation as algorithm 3.1 of Rasmussen & Williams (2006), Gaussian Processes for Machine Learning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, product
from math import erfc, exp, log, pi, sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Floats = NDArray[np.float64]
Column = tuple[int, int, int]
"""A question by its place among the judged ones, the exposures of its step or of its line, and a direction: 1 more, -1 fewer."""
Chosen = tuple[Column, ...]

SLAB_MEAN, SLAB_VARIANCE = 1.0, 0.36
SPELLS = ((0.0, 1.0, 0.35), (0.8, 5.0, 0.40), (1.5, 5.0, 0.25))
"""Standard deviation, length in nights, prior probability."""
LEANING = 0.08
FEWEST = 5
ROUNDS, STEPS = 15, 60


class PlainNights(NamedTuple):
    """What is weighed: logged nights in order, and questions about each."""

    days: Floats
    cramp: Floats
    weekday: NDArray[np.intp]
    exposed: Floats
    """Nights by questions: 1, 0, or NaN for not answered."""
    two_sided: Sequence[bool]
    line: Floats
    """Nights by questions: how much of it there was, as a line from 0 to 1, or NaN."""
    suspected: Sequence[bool]
    """By question, whether it was suspected beforehand: its prior is a quarter."""
    later: int | None = None
    """The question that is also looked at as that day or the day before."""


class WeighedSet(NamedTuple):
    """One set under one way of spells."""

    chosen: Chosen
    log_weight: float
    mean: Floats
    variance: Floats


@dataclass
class PlainResult:
    """What the plain method says of each question: 0 and None where it cannot be judged."""

    judged: list[int]
    probability: list[float]
    log_odds_ratio: list[float | None]
    low: list[float | None]
    high: list[float | None]
    joint: Floats
    direction: list[int]
    sets: list[WeighedSet] = field(default_factory=list)

    def probability_of_any(self, questions: Sequence[int]) -> float:
        """The probability that at least one of these is in, in its likelier direction."""
        wanted = {(self.judged.index(question), self.direction[question]) for question in questions}
        return sum(exp(each.log_weight) for each in self.sets if wanted & {(at, sign) for at, _, sign in each.chosen})


def judged_questions(nights: PlainNights) -> list[int]:
    """Those with five nights of each kind: exposed, unexposed, answered with cramps, answered and quiet."""
    judged = []
    for question, column in enumerate(nights.exposed.T):
        answered = ~np.isnan(column)
        cramps = int(nights.cramp[answered].sum())
        kinds = (int((column == 1).sum()), int((column == 0).sum()), cramps, int(answered.sum()) - cramps)
        if min(kinds) >= FEWEST:
            judged.append(question)
    return judged


def without_leaning(nights: PlainNights) -> PlainNights:
    """8 % of the noes of cramp nights given back, in every question."""
    exposed = nights.exposed.copy()
    for column in exposed.T:
        after_cramps = [night for night in range(len(column)) if nights.cramp[night] and not np.isnan(column[night])]
        yes = [night for night in after_cramps if column[night] == 1]
        if yes:
            said = len(yes) / len(after_cramps)
            column[yes] = max(0.0, (said - LEANING) / (1 - LEANING)) / said
    line = nights.line.copy()
    if nights.later is not None:
        line[:, nights.later] = on_two_days(nights.days, exposed[:, nights.later])
    return nights._replace(exposed=exposed, line=line)


def on_two_days(days: Floats, answers: Floats) -> Floats:
    """How likely it was so on that day or on the one before; NaN where a no leaves a day open."""
    by_day = dict(zip(days.tolist(), answers.tolist(), strict=True))
    values = []
    for day in days.tolist():
        known = [value for value in (by_day[day], by_day.get(day - 1, np.nan)) if not np.isnan(value)]
        neither = float(np.prod([1 - value for value in known]))
        values.append(np.nan if len(known) < 2 and neither == 1 else 1 - neither)
    return np.array(values)


def analyse(nights: PlainNights, judged: list[int] | None = None) -> PlainResult:
    """The whole method; `judged` where not the answers themselves say which questions can be."""
    judged = judged_questions(nights) if judged is None else judged
    count = nights.exposed.shape[1]
    nothing: list[float | None] = [None] * count
    result = PlainResult(
        judged, [0.0] * count, [*nothing], [*nothing], [*nothing], np.zeros((count, count)), [1] * count
    )
    if judged:
        usual = min(0.25, 1.2 / count)
        ways = list(_ways(nights, judged, [0.25 if nights.suspected[question] else usual for question in judged]))
        total = _log_sum([evidence for evidence, _ in ways])
        result.sets = [
            each._replace(log_weight=each.log_weight + evidence - total) for evidence, sets in ways for each in sets
        ]
        _fill(result, nights.two_sided)
    return result


def _ways(nights: PlainNights, judged: list[int], prior: list[float]) -> Iterator[tuple[float, list[WeighedSet]]]:
    """Under each way of spells the log evidence, and all sets with weights that add up to 1."""
    drawn = [question for question in judged if not np.isnan(nights.line[:, question]).all()]
    values = [*nights.exposed.T[judged], *nights.line.T[drawn]]
    exposures = np.array([np.where(np.isnan(x), 0.0, x - np.nanmean(x)) for x in values])
    share = min(max(float(nights.cramp.mean()), 0.02), 0.98)
    at, linear = np.zeros(len(exposures)), np.full(len(nights.cramp), log(share / (1 - share)))
    apart = np.abs(np.subtract.outer(nights.days, nights.days))
    columns = [
        [
            (place, source, sign)
            for source in ([place, len(judged) + drawn.index(question)] if question in drawn else [place])
            for sign in ((1, -1) if nights.two_sided[question] else (1,))
        ]
        for place, question in enumerate(judged)
    ]
    choices = list(_choices(columns))
    for deviation, length, weight in SPELLS:
        covariance = _always_in(nights) + deviation**2 * np.exp(-apart / length)
        for _ in range(ROUNDS):
            before = at
            slope, curvature, constant, linear = _quadratic(nights.cramp, covariance, exposures, at, linear)
            sets = [_weighed(chosen, slope, curvature, _log_prior(chosen, columns, prior)) for chosen in choices]
            evidence = _log_sum([each.log_weight for each in sets])
            sets = [each._replace(log_weight=each.log_weight - evidence) for each in sets]
            at = _mean(sets, len(exposures))
            if np.abs(at - before).max() < 1e-4:
                break
        yield constant + evidence + log(weight), sets


def _always_in(nights: PlainNights) -> Floats:
    """The covariance of what is in every model: the sum over its columns of column by column' over precision."""
    span = int(nights.days[-1]) + 1
    columns = [(np.ones_like(nights.cramp), 1 / 9)]
    columns += [(np.cos(pi * (k + 1) * (nights.days + 0.5) / span), k + 1.0) for k in range(max(1, min(8, span // 45)))]
    before = np.zeros_like(nights.cramp)
    for night in range(1, len(before)):
        if nights.days[night] - nights.days[night - 1] == 1:
            before[night] = nights.cramp[night - 1] - nights.cramp.mean()
    columns.append((before, 4.0))
    columns += [((nights.weekday == weekday) - 1 / 7, 4.0) for weekday in range(7)]
    covariance: Floats = sum((np.outer(column, column) / precision for column, precision in columns), np.zeros((1, 1)))
    return covariance


def _quadratic(
    cramp: Floats, covariance: Floats, exposures: Floats, at: Floats, linear: Floats
) -> tuple[Floats, Floats, float, Floats]:
    """Slope, curvature and constant of the log likelihood of the questions' coefficients around `at`."""
    offset = at @ exposures
    for _ in range(STEPS):
        weights, response = _working(cramp, linear + offset)
        pull = np.linalg.solve(np.diag(1 / weights) + covariance, response - offset)
        before, linear = linear, covariance @ pull
        if np.abs(linear - before).max() < 1e-6:
            break
    weights, response = _working(cramp, linear + offset)
    inverse = np.linalg.inv(np.diag(1 / weights) + covariance)
    slope, curvature = exposures @ inverse @ response, exposures @ inverse @ exposures.T
    clamped, root = np.clip(linear + offset, -12, 12), np.sqrt(weights)
    constant = float((cramp * clamped - np.log1p(np.exp(clamped))).sum() - 0.5 * linear @ pull)
    constant -= 0.5 * float(np.linalg.slogdet(np.eye(len(root)) + root[:, None] * covariance * root)[1])
    return slope, curvature, float(constant - slope @ at + 0.5 * at @ curvature @ at), linear


def _working(cramp: Floats, linear: Floats) -> tuple[Floats, Floats]:
    """Weights and response of a step of Newton's method."""
    clamped = np.clip(linear, -12, 12)
    chance = 1 / (1 + np.exp(-clamped))
    weights = chance * (1 - chance)
    return weights, clamped + (cramp - chance) / weights


def _choices(columns: Sequence[Sequence[Column]]) -> Iterator[Chosen]:
    """Every set of at most four questions, three where there are over thirty columns, each by any of its columns."""
    most = 3 if sum(map(len, columns)) > 30 else 4
    for size in range(min(most, len(columns)) + 1):
        for questions in combinations(columns, size):
            yield from product(*questions)


def _log_prior(chosen: Chosen, columns: Sequence[Sequence[Column]], prior: list[float]) -> float:
    taken = {place for place, _, _ in chosen}
    each = [prior[place] / len(columns[place]) for place in taken]
    return sum(map(log, each)) + sum(log(1 - prior[place]) for place in range(len(columns)) if place not in taken)


def _weighed(chosen: Chosen, slope: Floats, curvature: Floats, log_prior: float) -> WeighedSet:
    """N(b, H) times the slab, integrated."""
    places, signs = [source for _, source, _ in chosen], np.array([sign for _, _, sign in chosen], dtype=float)
    precision = np.outer(signs, signs) * curvature[np.ix_(places, places)] + np.eye(len(places)) / SLAB_VARIANCE
    tilt = signs * slope[places] + SLAB_MEAN / SLAB_VARIANCE
    variance = np.linalg.inv(precision)
    mean = variance @ tilt
    size = len(places) * (log(SLAB_VARIANCE) + SLAB_MEAN**2 / SLAB_VARIANCE)
    log_weight = log_prior + 0.5 * float(tilt @ mean - np.linalg.slogdet(precision)[1] - size)
    return WeighedSet(chosen, log_weight, mean, np.diagonal(variance))


def _mean(sets: list[WeighedSet], exposures: int) -> Floats:
    """The mean coefficient of each exposure, 0 where it is not in."""
    mean = np.zeros(exposures)
    for each in sets:
        for (_, source, sign), value in zip(each.chosen, each.mean, strict=True):
            mean[source] += sign * exp(each.log_weight) * value
    return mean


def _fill(result: PlainResult, two_sided: Sequence[bool]) -> None:
    """The numbers of each judged question, from the weighed sets."""
    for place, question in enumerate(result.judged):
        by_sign = [_moments(result.sets, (place, sign)) for sign in ((1, -1) if two_sided[question] else (1,))]
        positive, weight, mean, square = max(by_sign, key=lambda moments: moments[0])
        sign = (1, -1)[by_sign.index((positive, weight, mean, square))]
        half = 1.96 * sqrt(max(square / weight - (mean / weight) ** 2, 1e-9))
        middle = sign * mean / weight
        result.probability[question], result.direction[question] = positive, sign
        result.log_odds_ratio[question], result.low[question], result.high[question] = (
            middle,
            middle - half,
            middle + half,
        )
        for other_place, other in enumerate(result.judged):
            result.joint[question, other] = sum(
                exp(each.log_weight) for each in result.sets if {place, other_place} <= {at for at, _, _ in each.chosen}
            )


def _moments(sets: list[WeighedSet], wanted: tuple[int, int]) -> tuple[float, float, float, float]:
    """Of a question in a direction: P(in and above 0), P(in), and the mean and the mean square of its coefficient."""
    sums = np.zeros(4)
    for each in sets:
        members = [(at, sign) for at, _, sign in each.chosen]
        if wanted in members:
            at = members.index(wanted)
            mean, variance = float(each.mean[at]), float(each.variance[at])
            above = 0.5 * erfc(-mean / sqrt(2 * variance))
            sums += exp(each.log_weight) * np.array([above, 1.0, mean, mean**2 + variance])
    above, weight, mean, square = sums.tolist()
    return above, weight, mean, square


def _log_sum(values: Sequence[float]) -> float:
    most = max(values)
    return most + log(sum(exp(value - most) for value in values))
