from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.built_in import BUILT_IN
from diary.model.exposure import Exposure, ExposureState, Thresholds
from diary.model.factors import Choice, Number, Value, YesNo
from diary.model.profile import CONDITIONS
from diary.model.triggers import ARTICLE_CAUSES, TRIGGERS, trigger_of

EXPOSED, NOT_EXPOSED = ExposureState.EXPOSED, ExposureState.NOT_EXPOSED
UNKNOWN, NOT_APPLICABLE = ExposureState.UNKNOWN, ExposureState.NOT_APPLICABLE
Rows = list[tuple[dict[str, Value], ExposureState]]


def check(key: str, rows: Rows, thresholds: Thresholds | None = None) -> None:
    got = [(answers, trigger_of(key).state(answers, thresholds or Thresholds())) for answers, _ in rows]
    assert got == rows


def test_the_articles_nine_night_to_night_triggers_are_all_there_in_its_order() -> None:
    assert [trigger.key for trigger in TRIGGERS] == [
        "low_calcium",
        "quilt_on_feet",
        "toes_against_bed",
        "one_position",
        "cold_room",
        "thin_quilt",
        "legs_uncovered",
        "hard_exercise",
        "no_stretching",
    ]


def test_the_articles_other_causes_are_for_the_doctor_and_have_no_rule() -> None:
    assert [cause.key for cause in ARTICLE_CAUSES] == [
        "calcium_need",
        "arteriosclerosis",
        "lumbar_spine",
        "diabetes",
        "high_blood_pressure",
    ]
    assert {key for cause in ARTICLE_CAUSES for key in cause.conditions} <= CONDITIONS.keys()
    assert not any(hasattr(cause, "rule") for cause in ARTICLE_CAUSES)


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.key)
def test_every_trigger_has_its_words_and_never_says_risk_or_should(trigger: Exposure) -> None:
    words = f"{trigger.name} {trigger.nights_with} {trigger.article} {trigger.research}".lower()
    assert all((trigger.name, trigger.nights_with, trigger.article, trigger.research))
    assert "risk" not in words
    assert "should" not in words


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.key)
def test_a_night_without_answers_is_unknown_for_every_trigger(trigger: Exposure) -> None:
    assert trigger.state({}, Thresholds()) is UNKNOWN


def test_low_calcium_is_under_the_aim_and_without_a_supplement() -> None:
    check(
        "low_calcium",
        [
            ({"calcium_portions": 0, "calcium_supplement": False}, EXPOSED),
            ({"calcium_portions": 1, "calcium_supplement": False}, EXPOSED),
            ({"calcium_portions": 2, "calcium_supplement": False}, NOT_EXPOSED),
            ({"calcium_portions": 3, "calcium_supplement": False}, NOT_EXPOSED),
            ({"calcium_portions": 0, "calcium_supplement": True}, NOT_EXPOSED),
            ({"calcium_portions": 3, "calcium_supplement": True}, NOT_EXPOSED),
        ],
    )


def test_a_supplement_or_enough_portions_each_settle_low_calcium() -> None:
    check(
        "low_calcium",
        [
            ({"calcium_supplement": True}, NOT_EXPOSED),
            ({"calcium_portions": 2}, NOT_EXPOSED),
            ({"calcium_portions": 1}, UNKNOWN),
            ({"calcium_supplement": False}, UNKNOWN),
        ],
    )


def test_the_persons_own_aim_moves_the_line_for_calcium() -> None:
    check("low_calcium", [({"calcium_portions": 2, "calcium_supplement": False}, EXPOSED)], Thresholds(calcium_aim=3))
    check(
        "low_calcium", [({"calcium_portions": 1, "calcium_supplement": False}, NOT_EXPOSED)], Thresholds(calcium_aim=1)
    )


@pytest.mark.parametrize(
    ("key", "lying", "pressing"),
    [("quilt_on_feet", "back", "covers_pressed"), ("toes_against_bed", "front", "toes_pushed")],
)
def test_a_slack_calf_takes_both_the_position_and_the_pressure(key: str, lying: str, pressing: str) -> None:
    others = sorted({"back", "side", "front", "mixed"} - {lying})
    check(key, [({"position": lying, pressing: True}, EXPOSED), ({"position": lying, pressing: False}, NOT_EXPOSED)])
    check(key, [({"position": other, pressing: True}, NOT_EXPOSED) for other in others])


@pytest.mark.parametrize(
    ("key", "lying", "pressing"),
    [("quilt_on_feet", "back", "covers_pressed"), ("toes_against_bed", "front", "toes_pushed")],
)
def test_another_position_or_no_pressure_each_settle_a_slack_calf(key: str, lying: str, pressing: str) -> None:
    check(
        key,
        [
            ({"position": "side"}, NOT_EXPOSED),
            ({"position": "mixed"}, NOT_EXPOSED),
            ({pressing: False}, NOT_EXPOSED),
            ({"position": lying}, UNKNOWN),
            ({pressing: True}, UNKNOWN),
        ],
    )


@pytest.mark.parametrize(("key", "factor"), [("one_position", "one_position"), ("legs_uncovered", "legs_outside")])
def test_one_position_and_uncovered_legs_are_as_answered(key: str, factor: str) -> None:
    check(key, [({factor: True}, EXPOSED), ({factor: False}, NOT_EXPOSED)])


def test_a_cold_room_is_below_sixteen_degrees() -> None:
    check(
        "cold_room",
        [
            ({"room_temperature": 15.9}, EXPOSED),
            ({"room_temperature": 16}, NOT_EXPOSED),
            ({"room_temperature": -3}, EXPOSED),
        ],
    )


def test_the_persons_own_line_moves_what_is_cold() -> None:
    check("cold_room", [({"room_temperature": 17.9}, EXPOSED)], Thresholds(cold_below=18))
    check("cold_room", [({"room_temperature": 15}, NOT_EXPOSED)], Thresholds(cold_below=15))


def test_without_a_thermometer_a_cold_room_is_one_that_felt_cold() -> None:
    check(
        "cold_room",
        [
            ({"room_felt": "cold"}, EXPOSED),
            ({"room_felt": "cool"}, NOT_EXPOSED),
            ({"room_felt": "comfortable"}, NOT_EXPOSED),
            ({"room_felt": "warm"}, NOT_EXPOSED),
        ],
    )


def test_where_a_room_was_measured_and_felt_the_measure_decides() -> None:
    check(
        "cold_room",
        [
            ({"room_temperature": 20, "room_felt": "cold"}, NOT_EXPOSED),
            ({"room_temperature": 12, "room_felt": "warm"}, EXPOSED),
        ],
    )
    check(
        "thin_quilt",
        [
            ({"bedding": "thin", "room_temperature": 23, "room_felt": "warm"}, EXPOSED),
            ({"bedding": "thin", "room_temperature": 25, "room_felt": "cold"}, NOT_EXPOSED),
        ],
    )


def test_covers_are_too_thin_where_thin_or_none_in_a_room_that_is_not_warm() -> None:
    for bedding, exposure in (("none", EXPOSED), ("thin", EXPOSED), ("medium", NOT_EXPOSED), ("thick", NOT_EXPOSED)):
        check("thin_quilt", [({"bedding": bedding, "room_temperature": 20}, exposure)])
    check(
        "thin_quilt",
        [
            ({"bedding": "thin", "room_temperature": 23.9}, EXPOSED),
            ({"bedding": "thin", "room_temperature": 24}, NOT_EXPOSED),
            ({"bedding": "thin", "room_felt": "cold"}, EXPOSED),
            ({"bedding": "thin", "room_felt": "cool"}, EXPOSED),
            ({"bedding": "thin", "room_felt": "comfortable"}, EXPOSED),
            ({"bedding": "thin", "room_felt": "warm"}, NOT_EXPOSED),
        ],
    )


def test_thicker_covers_or_a_warm_room_each_settle_thin_covers() -> None:
    check(
        "thin_quilt",
        [
            ({"bedding": "thick"}, NOT_EXPOSED),
            ({"room_temperature": 26}, NOT_EXPOSED),
            ({"room_felt": "warm"}, NOT_EXPOSED),
            ({"bedding": "thin"}, UNKNOWN),
            ({"room_temperature": 18}, UNKNOWN),
            ({"room_felt": "cold"}, UNKNOWN),
        ],
    )


def test_hard_exercise_is_hard_or_strength_of_any_level() -> None:
    for level, kind in product(("none", "light", "moderate", "hard"), ("endurance", "strength", "walking", "other")):
        exposed = level == "hard" or (level != "none" and kind == "strength")
        check("hard_exercise", [({"exercise": level, "exercise_kind": kind}, EXPOSED if exposed else NOT_EXPOSED)])


def test_hard_none_or_strength_each_settle_hard_exercise() -> None:
    check(
        "hard_exercise",
        [
            ({"exercise": "hard"}, EXPOSED),
            ({"exercise": "none"}, NOT_EXPOSED),
            ({"exercise_kind": "strength"}, EXPOSED),
            ({"exercise": "light"}, UNKNOWN),
            ({"exercise": "moderate"}, UNKNOWN),
            ({"exercise_kind": "endurance"}, UNKNOWN),
        ],
    )


def test_no_stretching_compares_only_nights_after_moderate_or_hard_exercise() -> None:
    for level in ("moderate", "hard"):
        check("no_stretching", [({"exercise": level, "stretched": False}, EXPOSED)])
        check("no_stretching", [({"exercise": level, "stretched": True}, NOT_EXPOSED)])
        check("no_stretching", [({"exercise": level}, UNKNOWN)])
    for level in ("none", "light"):
        check("no_stretching", [({"exercise": level, "stretched": False}, NOT_APPLICABLE)])
        check("no_stretching", [({"exercise": level, "stretched": True}, NOT_APPLICABLE)])
        check("no_stretching", [({"exercise": level}, NOT_APPLICABLE)])
    check("no_stretching", [({"stretched": True}, UNKNOWN), ({"stretched": False}, UNKNOWN)])


def _values(key: str) -> list[Value]:
    kind = BUILT_IN.get(key).kind
    if isinstance(kind, YesNo):
        return [True, False]
    if isinstance(kind, Choice):
        return [option.key for option in kind.options]
    assert isinstance(kind, Number)
    return [kind.low, 15.0, 16.0, 23.0, 24.0, 30.0] if kind.high > 3 else [0.0, 1.0, 2.0, 3.0]


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.key)
def test_a_settled_night_stays_settled_however_the_missing_answers_turn_out(trigger: Exposure) -> None:
    decisive = {"cold_room": {"room_felt"}, "thin_quilt": {"room_felt"}}.get(trigger.key, set())
    choices: list[list[Value | None]] = [[None, *_values(key)] for key in trigger.factors]
    for picked in product(*choices):
        answers = {key: value for key, value in zip(trigger.factors, picked, strict=True) if value is not None}
        exposure = trigger.state(answers, Thresholds())
        if exposure is UNKNOWN or decisive & answers.keys():
            continue
        missing = [key for key in trigger.factors if key not in answers and key not in decisive]
        for rest in product(*(_values(key) for key in missing)):
            full = {**answers, **dict(zip(missing, rest, strict=True))}
            if full.get("exercise") == "none" and "exercise_kind" in full:
                continue  # no kind is asked where there was no exercise
            assert trigger.state(full, Thresholds()) is exposure


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.key)
def test_a_night_is_unknown_only_where_the_missing_answer_would_decide(trigger: Exposure) -> None:
    choices: list[list[Value | None]] = [[None, *_values(key)] for key in trigger.factors]
    for picked in product(*choices):
        answers = {key: value for key, value in zip(trigger.factors, picked, strict=True) if value is not None}
        if trigger.state(answers, Thresholds()) is not UNKNOWN:
            continue
        missing = [key for key in trigger.factors if key not in answers]
        outcomes = {
            trigger.state({**answers, **dict(zip(missing, rest, strict=True))}, Thresholds())
            for rest in product(*(_values(key) for key in missing))
        }
        assert len(outcomes) > 1, answers


@given(
    st.fixed_dictionaries(
        {},
        optional={f.key: st.sampled_from(_values(f.key)) for f in BUILT_IN if f.key not in {"bed_time", "wake_time"}},
    )
)
def test_answers_that_a_rule_does_not_read_never_change_it(answers: dict[str, Value]) -> None:
    for trigger in TRIGGERS:
        read = {key: value for key, value in answers.items() if key in trigger.factors}
        assert trigger.state(answers, Thresholds()) is trigger.state(read, Thresholds())
