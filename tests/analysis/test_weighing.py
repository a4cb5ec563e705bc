from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import multivariate_normal, norm

from diary.analysis.averaging import column_sets, posterior, signed_columns
from diary.analysis.memory import unleaning
from diary.analysis.night_arrays import night_arrays
from diary.analysis.priors import most_at_once, prior_of_each
from diary.analysis.quadratic import Quadratic
from diary.analysis.weighing import estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from diary.analysis.finding import ExposureColumn
    from diary.analysis.night_arrays import NightArrays


def _told(values: list[float | None]) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def test_the_method_agrees_with_its_plain_reference(
    vector: dict[str, Any], arrays_of_vector: Callable[[dict[str, Any]], NightArrays]
) -> None:
    weighed = estimate(arrays_of_vector(vector))
    able = weighed.judgeable
    assert able.tolist() == vector["assessable"]
    assert weighed.probability[able] == pytest.approx(_told(vector["probability"])[able], abs=1e-5)
    judged = np.flatnonzero(able).tolist()
    for first, second in combinations(judged[:5], 2) if not any(vector["two_sided"]) else ():
        alone = weighed.probability_of_any([first]) + weighed.probability_of_any([second])
        both = alone - weighed.probability_of_any([first, second])
        assert both == pytest.approx(vector["joint"][first][second], abs=1e-5)
    assert weighed.less.tolist() == vector["less"]
    assert weighed.probability_of_any(np.flatnonzero(able).tolist()) == pytest.approx(vector["any"], abs=1e-5)
    for ours, theirs in ((weighed.log_odds_ratio, "logor"), (weighed.low, "lo"), (weighed.high, "hi")):
        assert ours == pytest.approx(_told(vector[theirs]), abs=2e-5, nan_ok=True)


def test_what_is_left_of_leaning_memory_agrees_with_the_plain_reference(
    vector: dict[str, Any], arrays_of_vector: Callable[[dict[str, Any]], NightArrays]
) -> None:
    nights = arrays_of_vector(vector)
    weighed = estimate(nights)
    able = weighed.judgeable
    leaned = estimate(unleaning(nights, able), weighed)
    assert leaned.probability[able] == pytest.approx(_told(vector["unleaned"])[able], abs=1e-5)


def test_the_same_nights_give_the_same_numbers_to_the_last_bit(
    vector: dict[str, Any], arrays_of_vector: Callable[[dict[str, Any]], NightArrays]
) -> None:
    one, other = estimate(arrays_of_vector(vector)), estimate(arrays_of_vector(vector))
    assert np.array_equal(one.probability, other.probability, equal_nan=True)
    assert np.array_equal(one.log_odds_ratio, other.log_odds_ratio, equal_nan=True)


@pytest.fixture
def two_sided(
    made_frame: Callable[..., pd.DataFrame], questions_of: Callable[[pd.DataFrame], list[ExposureColumn]]
) -> NightArrays:
    frame = made_frame(200, 5, strength=1.8)
    questions = [replace(question, direction_known=question.key != "q0") for question in questions_of(frame)]
    return night_arrays(frame, questions)


def test_a_question_of_unknown_direction_turned_round_gives_the_opposite_finding(two_sided: NightArrays) -> None:
    turned = two_sided.exposed.copy()
    turned[:, 0] = 1 - turned[:, 0]
    one, other = estimate(two_sided), estimate(replace(two_sided, exposed=turned))
    assert not one.less[0]
    assert other.less[0]
    assert other.probability == pytest.approx(one.probability, abs=1e-9)
    assert other.log_odds_ratio[0] == pytest.approx(-one.log_odds_ratio[0], abs=1e-9)
    assert (other.low[0], other.high[0]) == pytest.approx((-one.high[0], -one.low[0]), abs=1e-9)


def test_a_question_of_unknown_direction_needs_more_to_be_found(two_sided: NightArrays) -> None:
    known = replace(two_sided, two_sided=np.zeros(5, dtype=bool))
    assert estimate(two_sided).probability[0] < estimate(known).probability[0]


def test_the_direction_that_the_article_fixes_cannot_turn_round(two_sided: NightArrays) -> None:
    turned = two_sided.exposed.copy()
    turned[:, 0] = 1 - turned[:, 0]
    weighed = estimate(replace(two_sided, exposed=turned, two_sided=np.zeros(5, dtype=bool)))
    assert not weighed.less.any()
    assert weighed.probability[0] < 0.05


def test_both_directions_of_one_question_are_never_in_a_set_together() -> None:
    columns = signed_columns(np.array([True, False, True]), 0.1)
    assert columns.question == (0, 0, 1, 2, 2)
    smaller: list[tuple[int, ...]] = [()]
    for size, (sets, without_last) in enumerate(column_sets(columns.question), start=1):
        every = [each for each in combinations(range(5), size) if len({columns.question[at] for at in each}) == size]
        assert [tuple(each) for each in sets.T.tolist()] == every
        assert [smaller[place] for place in without_last] == [each[:-1] for each in every]
        smaller = every


def test_the_prior_is_shared_between_both_directions_and_sums_to_one() -> None:
    columns = signed_columns(np.array([True, False, True]), 0.1)
    flat = posterior(Quadratic(np.zeros(3), np.zeros((3, 3)), 0.0), columns).model_average()
    assert flat.inclusion == pytest.approx([0.05, 0.05, 0.1, 0.05, 0.05])
    assert flat.log_evidence == pytest.approx(0)


def test_the_step_and_the_line_of_a_question_are_never_in_a_set_together_and_share_its_prior() -> None:
    columns = signed_columns(np.array([False, True]), 0.2, np.array([True, True]))
    assert columns.question == (0, 0, 1, 1, 1, 1)
    assert columns.source.tolist() == [0, 2, 1, 1, 3, 3]
    flat = posterior(Quadratic(np.zeros(4), np.zeros((4, 4)), 0.0), columns).model_average()
    assert flat.inclusion == pytest.approx([0.1, 0.1, 0.05, 0.05, 0.05, 0.05])


@pytest.mark.parametrize("two_sided", [[False] * 6, [True, False, True, False, True]])
def test_every_set_is_weighed_as_one_by_one_would_weigh_it(two_sided: list[bool]) -> None:
    draw, size, prior = np.random.default_rng(1), len(two_sided), 0.2
    root = draw.normal(size=(size, size))
    slope, curvature = draw.normal(0, 3, size), root @ root.T
    columns = signed_columns(np.array(two_sided), prior)
    ours = posterior(Quadratic(slope, curvature, 0.7), columns)
    weights, sums = [(1 - prior) ** size], np.zeros((4, len(columns.question)))
    told = [(place, sign) for place in range(size) for sign in ((1, -1) if two_sided[place] else (1,))]
    for chosen in (one for k in (1, 2, 3, 4) for one in combinations(range(len(told)), k)):
        places, signs = zip(*(told[column] for column in chosen), strict=True)
        if len(set(places)) < len(places):
            continue
        normal = multivariate_normal(np.ones(len(chosen)), 0.36 * np.eye(len(chosen)))
        turned = np.outer(signs, signs) * curvature[np.ix_(places, places)]
        precise = np.linalg.inv(turned + np.eye(len(chosen)) / 0.36)
        tilt = np.array(signs) * slope[list(places)]
        mean = precise @ (tilt + 1 / 0.36)
        # The evidence by Chib's identity: prior times likelihood over posterior, at the posterior's mean.
        likelihood = math.exp(tilt @ mean - 0.5 * mean @ turned @ mean)
        evidence = normal.pdf(mean) * likelihood / multivariate_normal(mean, precise).pdf(mean)
        each = [prior / 2 if two_sided[place] else prior for place in places]
        weight = math.prod(each) * (1 - prior) ** (size - len(each)) * evidence
        weights.append(weight)
        variance = np.diagonal(precise)
        above = norm.sf(0, mean, np.sqrt(variance))
        sums[:, chosen] += weight * np.array([np.ones(len(chosen)), above, mean, mean**2 + variance])
    found = ours.model_average()
    assert found.log_evidence == pytest.approx(math.log(sum(weights)) + 0.7)
    assert np.array([found.inclusion, found.positive, found.mean, found.mean_square]) == pytest.approx(
        sums / sum(weights)
    )
    assert ours.mean() == pytest.approx(found.mean)


def test_the_average_over_sets_is_that_of_direct_integration() -> None:
    slope, curvature, prior = np.array([3.0, -1.0]), np.array([[4.0, 1.5], [1.5, 6.0]]), 0.2
    sets = posterior(Quadratic(slope, curvature, 0.0), signed_columns(np.array([False, False]), prior))
    ours = sets.model_average()

    def likelihood(*beta: float) -> float:
        at = np.array(beta)
        return math.exp(slope @ at - 0.5 * at @ curvature @ at)

    def slab(beta: float) -> float:
        return math.exp(-0.5 * ((beta - 1) / 0.6) ** 2) / (0.6 * math.sqrt(2 * math.pi))

    def inner(first: float) -> float:
        return float(quad(lambda second: slab(second) * likelihood(first, second), -4, 6)[0])

    weights = {
        (0, 0): 1.0,
        (1, 0): quad(lambda beta: slab(beta) * likelihood(beta, 0), -4, 6)[0],
        (0, 1): inner(0),
        (1, 1): quad(lambda beta: slab(beta) * inner(beta), -4, 6)[0],
    }
    shares = {k: w * prior ** sum(k) * (1 - prior) ** (2 - sum(k)) for k, w in weights.items()}
    total = sum(shares.values())
    assert ours.log_evidence == pytest.approx(math.log(total), abs=1e-6)
    for place in (0, 1):
        inclusion = sum(shares[k] for k in shares if k[place])
        assert ours.inclusion[place] == pytest.approx(inclusion / total, abs=1e-6)
    assert ours.inclusion.sum() - sets.probability_of_any([0, 1]) == pytest.approx(shares[1, 1] / total, abs=1e-6)


def test_the_prior_counts_every_question_that_was_asked(
    made_frame: Callable[..., pd.DataFrame], questions_of: Callable[[pd.DataFrame], list[ExposureColumn]]
) -> None:
    frame = made_frame(120, 6, strength=1.2)
    asked = frame.assign(**{f"never{place}": frame["q0"].where(frame["q0"].isna()) for place in range(12)})
    alone, among = (
        estimate(night_arrays(frame, questions_of(frame))),
        estimate(night_arrays(asked, questions_of(asked))),
    )
    assert among.probability[0] < alone.probability[0]
    assert not among.judgeable[6:].any()


def test_at_most_four_are_in_at_once_and_three_of_many_columns() -> None:
    assert [most_at_once(columns) for columns in (1, 30, 31)] == [4, 4, 3]
    assert len(column_sets(tuple(range(6)))) == 4
    assert len(column_sets((0,))) == 1


@pytest.mark.parametrize(("questions", "prior"), [(1, 0.25), (4, 0.25), (12, 0.1), (30, 0.04)])
def test_about_one_question_is_expected_to_go_with_the_cramps(questions: int, prior: float) -> None:
    assert prior_of_each(questions) == pytest.approx(prior)
