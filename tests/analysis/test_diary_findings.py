from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.analysis.answering import CappedBy
from diary.analysis.diary_findings import diary_findings, interim_analysis
from diary.analysis.finding import Finding, MissingNights, Verdict
from diary.analysis.thresholds import thresholds_today
from diary.model.built_in import BUILT_IN
from diary.model.exposures import exposures_of
from diary.model.factors import Catalogue, Choice, Factor, Group, Number, Option, YesNo
from diary.model.period import Period
from diary.model.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.night import Night

    Nights = Callable[..., Night]

USUAL = Preferences()


def _of(found: list[Finding], key: str) -> Finding:
    return next(each for each in found if each.key == key)


def _uncovered(night: Nights, days: int, *, late: bool = False) -> list[Night]:
    """Cramps on every second night, all of them with the legs outside the covers."""
    return [
        night(day, cramps=day % 2, legs_outside=day % 2 == 1, late=["legs_outside"] if late else [])
        for day in range(days)
    ]


def test_an_empty_diary_has_not_enough_nights_for_any_trigger() -> None:
    found = diary_findings([], USUAL)
    assert [each.key for each in found] == [one.key for one in exposures_of()]
    assert {each.verdict for each in found} == {Verdict.NOT_ENOUGH_NIGHTS}
    assert {each.missing for each in found} == {MissingNights(5, 5, 5, 5)}
    assert {each.as_of for each in found} == {None}


def test_a_night_not_logged_changes_nothing(night: Nights) -> None:
    nights = _uncovered(night, 60)
    unlogged = [night(day + 60, cramps=None, legs_outside=True, room_temperature=3.0) for day in range(40)]
    assert diary_findings([*nights, *unlogged], USUAL) == diary_findings(nights, USUAL)


def test_the_order_in_which_nights_are_given_changes_nothing(night: Nights) -> None:
    nights = _uncovered(night, 60)
    assert diary_findings(nights[::-1], USUAL) == diary_findings(nights, USUAL)


def test_the_verdict_stays_from_look_to_look_while_the_counts_are_of_today(night: Nights) -> None:
    at_the_look = _of(diary_findings(_uncovered(night, 56), USUAL), "legs_uncovered")
    opposite = [night(56 + day, cramps=1 - day % 2, legs_outside=day % 2 == 1) for day in range(27)]
    later = _of(diary_findings([*_uncovered(night, 56), *opposite], USUAL), "legs_uncovered")
    assert (later.verdict, later.probability, later.as_of) == (
        at_the_look.verdict,
        at_the_look.probability,
        dt.date(2024, 2, 25),
    )
    assert at_the_look.verdict.highlighted
    assert (at_the_look.exposed, later.exposed) == (28, 41)
    assert (at_the_look.nights_to_next_analysis, later.nights_to_next_analysis) == (28, 1)


def test_before_28_nights_nothing_is_judged_but_all_is_counted(night: Nights) -> None:
    found = _of(diary_findings(_uncovered(night, 27), USUAL), "legs_uncovered")
    assert found.verdict is Verdict.NOT_ENOUGH_NIGHTS
    assert not found.missing
    assert (found.exposed_cramp, found.exposed, found.unexposed_cramp, found.unexposed) == (13, 13, 0, 14)
    assert found.nights_to_next_analysis == 1


def test_an_early_look_sees_all_nights_and_is_marked(night: Nights) -> None:
    nights = _uncovered(night, 40)
    early = _of(diary_findings(nights, USUAL, early=True), "legs_uncovered")
    assert early.early
    assert early.as_of == nights[-1].morning
    assert early.probability != _of(diary_findings(nights, USUAL), "legs_uncovered").probability


def test_a_look_on_the_day_it_is_due_is_not_early(night: Nights) -> None:
    assert not diary_findings(_uncovered(night, 56), USUAL, early=True)[0].early


def test_a_range_changes_the_counts_and_never_the_verdict(night: Nights) -> None:
    nights = _uncovered(night, 60)
    whole = _of(diary_findings(nights, USUAL), "legs_uncovered")
    part = _of(diary_findings(nights, USUAL, period=Period(nights[10].morning, nights[19].morning)), "legs_uncovered")
    assert (part.exposed_cramp, part.exposed, part.unexposed) == (5, 5, 5)
    assert (part.verdict, part.probability, part.as_of) == (whole.verdict, whole.probability, whole.as_of)
    nothing = _of(diary_findings(nights, USUAL, period=Period(first=dt.date(2030, 1, 1))), "legs_uncovered")
    assert (nothing.exposed, nothing.unexposed, nothing.unknown) == (0, 0, 0)
    assert nothing.verdict is whole.verdict


def test_what_is_missing_is_told_of_the_whole_diary_whatever_the_range(night: Nights) -> None:
    nights = [night(day, cramps=day % 2, legs_outside=day < 3) for day in range(60)]
    found = _of(diary_findings(nights, USUAL, period=Period(first=nights[30].morning)), "legs_uncovered")
    assert found.exposed == 0
    assert found.missing == MissingNights(exposed=2)


def test_unknown_nights_and_those_on_which_it_does_not_arise_are_told_apart(night: Nights) -> None:
    nights = [
        night(0, exercise="hard", stretched=True),
        night(1, exercise="light"),
        night(2, exercise="none"),
        night(3),
    ]
    found = _of(diary_findings(nights, USUAL), "no_stretching")
    assert (found.exposed, found.unexposed, found.unknown, found.not_applicable) == (0, 1, 1, 2)


def test_answers_given_after_the_cramps_are_not_judged(night: Nights) -> None:
    found = _of(diary_findings(_uncovered(night, 56, late=True), USUAL), "legs_uncovered")
    assert (found.verdict, found.capped_by) == (Verdict.NOT_JUDGED, CappedBy.LATE)
    assert (found.share_late, found.before_the_night) == (0.5, 0)  # no to a quiet night is never late


def test_a_question_that_arises_only_after_exercise_is_not_held_back_by_the_nights_without(night: Nights) -> None:
    """Cramps follow exercise, so that stretching is answered more often on cramp nights, and nobody left it open."""
    nights = [
        night(day, cramps=day % 2, exercise="hard", stretched=day % 3 == 0)
        if day % 2 or not day % 6
        else night(day, exercise="none")
        for day in range(112)
    ]
    found = _of(diary_findings(nights, USUAL), "no_stretching")
    assert found.capped_by is None
    assert (found.answered.answered_cramp, found.answered.answered_quiet) == (56, 56)


def test_only_yes_ticked_after_quiet_nights_makes_no_pattern(night: Nights) -> None:
    nights = [
        night(day, cramps=1, legs_outside=day % 3 == 0)
        if day % 4 == 0
        else night(day, legs_outside=True)
        if day % 3 == 0
        else night(day)
        for day in range(168)
    ]
    found = _of(diary_findings(nights, USUAL), "legs_uncovered")
    assert (found.verdict, found.capped_by) == (Verdict.NOT_JUDGED, CappedBy.ANSWERED_UNLIKE)
    assert (found.answered.answered_cramp, found.answered.cramp_nights) == (42, 42)


def test_what_was_told_only_after_cramps_lacks_answers_after_quiet_nights(night: Nights) -> None:
    nights = [night(day, cramps=1, legs_outside=day % 3 == 0) if day % 2 else night(day) for day in range(56)]
    found = _of(diary_findings(nights, USUAL), "legs_uncovered")
    assert found.verdict is Verdict.NOT_ENOUGH_NIGHTS
    assert found.missing == MissingNights(quiet=5)


@pytest.mark.parametrize(("own", "cold"), [(None, 14), (19.05, 14), (30.0, 28), (-5.0, 0)])
def test_the_persons_own_line_or_their_coldest_third_tells_cold_nights(
    night: Nights, own: float | None, cold: int
) -> None:
    nights = [night(day, room_temperature=19.0 if day % 2 else 21.0) for day in range(28)]
    assert _of(diary_findings(nights, Preferences(cold_below=own)), "cold_room").exposed == cold


def test_the_persons_own_aim_tells_days_with_little_calcium(night: Nights) -> None:
    nights = [night(day, calcium_portions=2.0, calcium_supplement=False) for day in range(3)]
    assert _of(diary_findings(nights, USUAL), "low_calcium").exposed == 0
    assert _of(diary_findings(nights, Preferences(calcium_aim=3)), "low_calcium").exposed == 3


WALK = Factor("own_walk", Group.OWN, "An evening walk?", "Evening walk", YesNo())
STEPS = Factor("own_steps", Group.OWN, "Steps", "Steps", Number(0, 50_000))
SHOES = Factor(
    "own_shoes",
    Group.OWN,
    "Which shoes?",
    "Shoes",
    Choice((Option("low", "Low"), Option("high", "High"), Option("none", "None"))),
)
OWN = Catalogue((*BUILT_IN.factors, WALK, STEPS, SHOES))


def test_what_else_is_tracked_is_found_in_either_direction(night: Nights) -> None:
    nights = [night(day, cramps=day % 2, alcohol=float(day % 2), caffeine=day % 2 == 0) for day in range(56)]
    found = diary_findings(nights, USUAL)
    drinks, coffee = _of(found, "alcohol"), _of(found, "caffeine")
    assert (drinks.exposed_cramp, drinks.exposed, drinks.unexposed_cramp, drinks.unexposed) == (28, 28, 0, 28)
    assert (drinks.direction, coffee.direction) == ("more", "less")
    alone = _of(
        diary_findings([night(day, cramps=day % 2, caffeine=day % 2 == 0) for day in range(56)], USUAL), "caffeine"
    )
    assert (alone.verdict, alone.direction) == (Verdict.STANDS_OUT, "less")


def test_the_warmest_third_of_the_measured_nights_is_warm_with_its_ties(night: Nights) -> None:
    warm = [night(day, room_temperature=20.0 + day // 2) for day in range(28)]
    unmeasured = [night(day + 28, room_felt="warm") for day in range(28)]
    found = _of(diary_findings([*warm, *unmeasured], USUAL), "warm_night")
    assert (found.exposed, found.unexposed, found.unknown) == (10, 18, 28)


def test_own_factors_are_questions_by_their_kind(night: Nights) -> None:
    nights = [
        night(day, own_walk=day % 4 == 0, own_steps=float(day), own_shoes=("low", "high", "none")[day % 3])
        for day in range(28)
    ]
    found = diary_findings(nights, USUAL, catalogue=OWN)
    assert [each.key for each in found[-5:]] == [
        "own_walk",
        "own_steps",
        "own_shoes-low",
        "own_shoes-high",
        "own_shoes-none",
    ]
    assert [each.exposed for each in found[-5:]] == [7, 14, 10, 9, 9]


def test_thirds_and_medians_stay_where_the_last_look_drew_them(night: Nights) -> None:
    at_the_look = [night(day, room_temperature=10.0 + day, own_steps=float(day)) for day in range(28)]
    later = [night(28 + day, room_temperature=40.0, own_steps=100.0) for day in range(27)]
    thresholds = thresholds_today([*at_the_look, *later], USUAL, OWN)
    assert (thresholds.warm_from, thresholds.medians) == (28.0, {"own_steps": 13.5})
    found = _of(diary_findings([*at_the_look, *later], USUAL, catalogue=OWN), "own_steps")
    assert found.exposed == 14 + 27


def test_what_nobody_ever_answered_costs_the_others_nothing_and_is_told_all_the_same(night: Nights) -> None:
    nights = _uncovered(night, 56)
    few, many = (diary_findings(nights, USUAL, catalogue=catalogue) for catalogue in (BUILT_IN, OWN))
    assert many[: len(few)] == few
    assert {each.verdict for each in many[len(few) :]} == {Verdict.NOT_ENOUGH_NIGHTS}
    assert many[-1].missing == MissingNights(exposed=5, unexposed=5)


def test_a_question_counts_among_all_from_its_first_answer(night: Nights) -> None:
    nights = _uncovered(night, 56)
    asked = [night(0, legs_outside=False, own_walk=True), *nights[1:]]
    before, after = (
        _of(diary_findings(told, USUAL, catalogue=OWN), "legs_uncovered").probability for told in (nights, asked)
    )
    assert before is not None
    assert after is not None
    assert after < before


def test_supplements_and_sleep_are_never_compared() -> None:
    read = {key for one in exposures_of(OWN) for key in one.factors}
    assert not read & {"magnesium_supplement", "sleep_quality", "sleep_disturbance"}
    assert [one.key for one in exposures_of(OWN) if "calcium_supplement" in one.factors] == ["low_calcium"]


def test_a_look_is_the_same_until_something_that_it_was_made_from_changes(night: Nights) -> None:
    nights = _uncovered(night, 60)
    analysis = interim_analysis(nights, USUAL, catalogue=OWN)
    tonight = night(60, cramps=None, socks=True)
    same = interim_analysis([*nights[:58], night(58, alcohol=2.0), nights[59], tonight], USUAL, catalogue=OWN)
    assert (analysis, hash(analysis)) == (same, hash(same))
    assert analysis != interim_analysis([night(0, socks=True), *nights[1:]], USUAL, catalogue=OWN)
    assert analysis != interim_analysis(nights, Preferences(calcium_aim=3), catalogue=OWN)
    assert analysis != interim_analysis(nights, USUAL, catalogue=BUILT_IN)
    assert analysis != interim_analysis(nights, USUAL, catalogue=OWN, early=True)


def test_exercise_that_works_on_the_second_night_is_found(night: Nights) -> None:
    hard = [day % 9 in (0, 4) for day in range(168)]
    nights = [
        night(day, cramps=day > 0 and hard[day - 1] and day % 5 != 0, exercise="hard" if hard[day] else "none")
        for day in range(168)
    ]
    found = _of(diary_findings(nights, USUAL), "hard_exercise")
    assert found.verdict.highlighted
    assert found.exposed_cramp == 0  # the counts are of the night after it
