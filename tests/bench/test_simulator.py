from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from diary.analysis.night_arrays import exposure_correlation, night_arrays
from tests.bench.people import ASKED, ODDS_RATIOS, PLACE, REGIMES
from tests.bench.rivals import logistic
from tests.bench.simulator import Diary, simulate

MANY = range(60)


def _made(regime: str, *, nights: int = 365, triggers: bool = True, own: int = 0) -> list[Diary]:
    return simulate(REGIMES[regime], nights=nights, people=MANY, seed=1, triggers=triggers, own=own)


def _same(one: Diary, other: Diary) -> bool:
    return one.frame.equals(other.frame) and np.array_equal(one.log_odds_ratio, other.log_odds_ratio)


@pytest.mark.parametrize("regime", REGIMES)
def test_a_person_is_the_same_again_whoever_else_is_made(regime: str) -> None:
    whole = simulate(REGIMES[regime], nights=90, people=range(5), seed=1, own=3)
    (alone,) = simulate(REGIMES[regime], nights=90, people=[3], seed=1, own=3)
    (of_another_seed,) = simulate(REGIMES[regime], nights=90, people=[3], seed=2, own=3)
    assert _same(whole[3], alone)
    assert not _same(whole[3], of_another_seed)


def test_own_factors_change_nothing_else() -> None:
    (plain,), (more,) = (simulate(REGIMES["messy"], nights=90, people=[3], seed=1, own=own) for own in (0, 9))
    assert more.frame[plain.frame.columns].equals(plain.frame)
    assert [question.direction_known for question in more.questions] == [True] * 12 + [False] * 9
    assert not more.triggers[12:].any()


@pytest.mark.parametrize("regime", REGIMES)
def test_one_to_three_are_triggers_of_known_strength_and_the_supplement_never_is(regime: str) -> None:
    made = _made(regime, nights=30)
    assert {int(diary.triggers.sum()) for diary in made} == {1, 2, 3}
    assert {round(float(odds), 9) for diary in made for odds in np.exp(diary.log_odds_ratio[diary.triggers])} <= {
        *ODDS_RATIOS
    }
    assert not any(diary.triggers[PLACE["supplement"]] for diary in made)
    assert not any(diary.triggers.any() for diary in _made(regime, nights=30, triggers=False))


@pytest.mark.parametrize("regime", REGIMES)
def test_cramps_come_on_a_tenth_to_four_tenths_of_the_nights(regime: str) -> None:
    shares = [diary.frame["cramp"].mean() for diary in _made(regime)]
    assert min(shares) > 0.05
    assert max(shares) < 0.5
    assert np.mean(shares) == pytest.approx(0.25, abs=0.04)


@pytest.mark.parametrize("regime", REGIMES)
def test_a_third_of_the_nights_is_cold_and_each_exposure_is_told_both_ways(regime: str) -> None:
    shares = pd.DataFrame([diary.frame[list(ASKED)].astype("Float64").mean() for diary in _made(regime)]).mean()
    assert shares["cold_room"] == pytest.approx(0.34, abs=0.02)
    assert shares.between(0.15, 0.65).all()


def test_only_messy_diaries_have_gaps_and_quiet_nights_are_forgotten_more_easily() -> None:
    assert all(len(diary.frame) == 365 for diary in _made("spells"))
    assert not any(diary.frame.isna().any(axis=None) for diary in _made("spells"))
    messy = _made("messy")
    assert np.mean([len(diary.frame) / 365 for diary in messy]) == pytest.approx(1 - 1.375 * 0.075, abs=0.02)
    unanswered = pd.concat([diary.frame for diary in messy])
    after_quiet, after_cramp = (
        unanswered.loc[unanswered["cramp"] == cramp, list(ASKED)].isna().mean().mean() for cramp in (False, True)
    )
    assert after_quiet == pytest.approx(1.5 * after_cramp, rel=0.1)


def test_in_a_clean_diary_the_planted_odds_are_there_to_be_found() -> None:
    for diary in simulate(REGIMES["clean"], nights=4000, people=range(6), seed=1):
        columns = diary.frame[list(ASKED)].to_numpy(dtype=float)
        at, covariance = logistic(
            np.column_stack([np.ones(len(columns)), columns]), diary.frame["cramp"].to_numpy(dtype=float)
        )
        known = [place for place in range(12) if ASKED[place] != "cold_room"]  # the thermometer errs
        off = (at[1:] - diary.log_odds_ratio) / np.sqrt(np.diagonal(covariance)[1:])
        assert np.abs(off[known]).max() < 3.9


def test_cramps_cluster_where_there_are_spells_and_stand_alone_where_there_are_none() -> None:
    def night_to_night(regime: str) -> float:
        made = _made(regime, triggers=False)
        return float(np.mean([diary.frame["cramp"].astype(float).autocorr() for diary in made]))

    assert abs(night_to_night("clean")) < 0.02
    assert night_to_night("spells") > 0.1


def test_what_goes_together_goes_closely_together_only_where_it_is_coupled() -> None:
    def phi(regime: str, one: str, other: str) -> float:
        made = _made(regime)
        coupled = [
            exposure_correlation(night_arrays(diary.frame, diary.questions))[PLACE[one], PLACE[other]] for diary in made
        ]
        return float(np.mean(coupled))

    for one, others in (("cold_room", ("quilt_on_feet", "legs_uncovered")), ("hard_exercise", ("few_fluids",))):
        for other in others:
            assert 0.4 < phi("confounded", one, other) < 0.65
            assert phi("messy", one, other) < 0.3


def test_a_supplement_is_begun_after_cramps() -> None:
    def begun(diary: Diary) -> tuple[float, float]:
        taken, cramp = diary.frame["supplement"].to_numpy(dtype=bool), diary.frame["cramp"].to_numpy(dtype=bool)
        free = ~taken[:-1]
        return taken[1:][free & cramp[:-1]].mean(), taken[1:][free & ~cramp[:-1]].mean()

    after_cramp, after_quiet = np.nanmean([begun(diary) for diary in _made("spells", triggers=False)], axis=0)
    assert after_cramp > 3 * after_quiet
