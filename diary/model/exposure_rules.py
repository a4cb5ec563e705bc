"""When a night counts with something: one rule over its answers for each thing that nights are compared by.

A rule looks at one night's answers and says exposed, not exposed, unknown, or not applicable. An answer that is
missing makes a night unknown, unless the answers given already settle it.
"""

from __future__ import annotations

from diary.model.answer_rules import Answers, below, both, is_any_of, no, number_of, yes
from diary.model.exposure import FEW_GLASSES, WARM_FROM, ExposureState, Thresholds


def state_when(answer: bool | None) -> ExposureState:
    """The state where the answers say yes, no, or nothing."""
    if answer is None:
        return ExposureState.UNKNOWN
    return ExposureState.EXPOSED if answer else ExposureState.NOT_EXPOSED


def low_calcium(answers: Answers, thresholds: Thresholds) -> ExposureState:
    """Fewer calcium-rich portions than the aim, and no calcium supplement."""
    few = below(answers, "calcium_portions", thresholds.calcium_aim)
    supplement = yes(answers, "calcium_supplement")
    return state_when(both(few, None if supplement is None else not supplement))


def quilt_on_feet(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Mostly on the back, and the covers pressed on the feet."""
    return state_when(both(is_any_of(answers, "position", "back"), yes(answers, "covers_pressed")))


def toes_against_bed(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Mostly on the front, toes pushed against the bed."""
    return state_when(both(is_any_of(answers, "position", "front"), yes(answers, "toes_pushed")))


def one_position(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """In one position most of the night."""
    return state_when(yes(answers, "one_position"))


def cold_room(answers: Answers, thresholds: Thresholds) -> ExposureState:
    """Below the line; without a temperature, felt cold."""
    measured = below(answers, "room_temperature", thresholds.cold_below)
    return state_when(is_any_of(answers, "room_felt", "cold") if measured is None else measured)


def thin_quilt(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Covers thin or none, and the room not warm."""
    not_warm = below(answers, "room_temperature", WARM_FROM)
    if not_warm is None:
        not_warm = is_any_of(answers, "room_felt", "cold", "cool", "comfortable")
    return state_when(both(is_any_of(answers, "bedding", "none", "thin"), not_warm))


def legs_uncovered(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Legs or feet outside the covers."""
    return state_when(yes(answers, "legs_outside"))


def hard_exercise(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Hard exercise, or strength or sprint work of any level."""
    level, strength = answers.get("exercise"), is_any_of(answers, "exercise_kind", "strength")
    if level == "hard":
        return ExposureState.EXPOSED
    if level == "none":
        return ExposureState.NOT_EXPOSED
    if level is None:
        return ExposureState.EXPOSED if strength else ExposureState.UNKNOWN
    return state_when(strength)


def no_stretching(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Moderate or hard exercise, and no stretching before bed."""
    level = answers.get("exercise")
    if level in ("none", "light"):
        return ExposureState.NOT_APPLICABLE
    stretched = yes(answers, "stretched")
    if level is None or stretched is None:
        return ExposureState.UNKNOWN
    return state_when(not stretched)


def warm_night(answers: Answers, thresholds: Thresholds) -> ExposureState:
    """Among the warmest third of the measured nights."""
    celsius = number_of(answers, "room_temperature")
    if celsius is None or thresholds.warm_from is None:
        return ExposureState.UNKNOWN
    return state_when(celsius >= thresholds.warm_from)


def no_exercise(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """A day without any exercise."""
    return state_when(is_any_of(answers, "exercise", "none"))


def alcohol(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Any alcoholic drink that day."""
    drinks = number_of(answers, "alcohol")
    return state_when(None if drinks is None else drinks > 0)


def caffeine(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Coffee, tea or cola after noon."""
    return state_when(yes(answers, "caffeine"))


def few_fluids(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Few glasses that day."""
    glasses = number_of(answers, "fluids")
    return state_when(None if glasses is None else glasses < FEW_GLASSES)


def long_standing(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Stood for a long time that day."""
    return state_when(yes(answers, "long_standing"))


def no_socks(answers: Answers, _thresholds: Thresholds) -> ExposureState:
    """Without socks in bed."""
    return state_when(no(answers, "socks"))


def own_yes(answers: Answers, _thresholds: Thresholds, *, key: str) -> ExposureState:
    """The person's own question was answered by yes."""
    return state_when(yes(answers, key))


def own_above_median(answers: Answers, thresholds: Thresholds, *, key: str) -> ExposureState:
    """The person's own number lies above the middle of its answers."""
    value, median = number_of(answers, key), thresholds.medians.get(key)
    return ExposureState.UNKNOWN if value is None or median is None else state_when(value > median)


def own_option(answers: Answers, _thresholds: Thresholds, *, key: str, option: str) -> ExposureState:
    """The person's own choice fell on one option."""
    return state_when(is_any_of(answers, key, option))
