"""When a night is counted with something, in words: what the rules of diary.model say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import mark, tr, trn
from diary.model.built_in import BUILT_IN
from diary.model.compared import FEW_GLASSES
from diary.model.factors import Choice, Number
from diary.model.plain_number import plain_number
from diary.model.preferences import TemperatureUnit, shown_temperature
from diary.model.triggers import WARM_FROM, Thresholds

if TYPE_CHECKING:
    from diary.analysis.cold_threshold import ColdThreshold
    from diary.analysis.finding import Finding
    from diary.model.compared import Compared
    from diary.model.factors import Catalogue, Factor

RULES = {
    "low_calcium": mark(
        "A night counts when the day had fewer than {calcium} calcium-rich portions and no calcium supplement. A "
        "supplement may itself follow cramps, so this one is harder to read than others."
    ),
    "quilt_on_feet": mark(
        "A night counts when you lay mostly on your back and the covers pressed on your feet. On your side, on your "
        "front or mixed settles it: such a night is one without."
    ),
    "toes_against_bed": mark(
        "A night counts when you lay mostly on your front with your toes pushed against the bed. Any other position "
        "settles it: such a night is one without."
    ),
    "one_position": mark("A night counts when you stayed in one position for most of it."),
    "cold_room": mark(
        "A night counts when the room was colder than {cold}; where no temperature was noted, when the room felt cold."
    ),
    "thin_quilt": mark(
        "A night counts when the covers were thin, a sheet or none, and the room was not warm: colder than {warm}, or, "
        "where no temperature was noted, not felt as warm."
    ),
    "legs_uncovered": mark("A night counts when your legs or feet were outside the covers."),
    "hard_exercise": mark("A night counts when that day had hard exercise, or strength or sprint work of any level."),
    "no_stretching": mark(
        "A night counts when that day had moderate or hard exercise and you did not stretch before bed. Days with light "
        "exercise or none are left out: the question does not arise."
    ),
    "warm_night": mark(
        "A night counts when the room was at {warmest} or warmer: the warmest third of your measured nights."
    ),
    "no_exercise": mark("A night counts when that day had no exercise at all."),
    "alcohol": mark("A night counts when that day had any alcoholic drink."),
    "caffeine": mark("A night counts when there was coffee, tea or cola after noon."),
    "few_fluids": mark("A night counts when that day had fewer than {glasses} glasses of fluids."),
    "long_standing": mark("A night counts when you stood for a long time that day."),
    "no_socks": mark("A night counts when you wore no socks in bed."),
}
"""By the key of the question."""


def rule_words(one: Compared, thresholds: Thresholds, unit: TemperatureUnit, catalogue: Catalogue = BUILT_IN) -> str:
    """When a night is counted with it, with the person's own lines in the words."""
    if one.key not in RULES:
        return _own_words(catalogue.get(one.factors[0]), thresholds)
    if one.key == "warm_night" and thresholds.warm_from is None:
        return tr("A night counts when it is among the warmest third of your measured nights. None is measured yet.")
    return tr(RULES[one.key]).format(
        calcium=f"{thresholds.calcium_aim:g}",
        cold=temperature_words(thresholds.cold_below, unit),
        warm=temperature_words(WARM_FROM, unit),
        warmest=temperature_words(thresholds.warm_from or 0.0, unit),
        glasses=FEW_GLASSES,
    )


def _own_words(factor: Factor, thresholds: Thresholds) -> str:
    match factor.kind:
        case Number() as kind:
            median = thresholds.medians.get(factor.key)
            if median is None:
                return tr("A night counts when the number lies above the middle of your answers. None is given yet.")
            return tr("A night counts when the number lies above {median}, the middle of your answers.").format(
                median=f"{plain_number(median)} {kind.unit}".strip()
            )
        case Choice():
            return tr("A night counts when you chose this answer; every other answer is a night without it.")
        case _:
            return tr("A night counts when you answered yes.")


def temperature_words(celsius: float, unit: TemperatureUnit) -> str:
    """A temperature with its unit: “16 °C”."""
    degrees = "°F" if unit is TemperatureUnit.FAHRENHEIT else "°C"
    return f"{shown_temperature(celsius, unit):g} {degrees}"


def cold_threshold_words(threshold: ColdThreshold, unit: TemperatureUnit) -> str:
    """Where the line for a cold room comes from."""
    below = temperature_words(threshold.below, unit)
    match threshold.kind:
        case "own":
            return tr("The line of {cold} is your own, set in Settings.").format(cold=below)
        case "coldest_third":
            return tr(
                "Too few or too many of your nights lay below the usual line, so the coldest third of your measured "
                "nights is used: those below {cold}. You can set your own line in Settings."
            ).format(cold=below)
        case _:
            return tr("The line is {cold} unless you set your own in Settings.").format(cold=below)


def card_notes(one: Compared, cold: ColdThreshold, supplement_nights: int, unit: TemperatureUnit) -> tuple[str, ...]:
    """What must be known to read a card: which line was chosen, and what may follow cramps."""
    if one.key == "cold_room" and cold.kind == "coldest_third":
        below = temperature_words(cold.below, unit)
        return (tr("Cold here means below {cold}: the coldest third of your measured nights.").format(cold=below),)
    if one.key == "low_calcium" and supplement_nights:
        words = trn(
            "You noted a calcium supplement on {n} night. A supplement may itself follow cramps, so this one is harder "
            "to read.",
            "You noted a calcium supplement on {n} nights. A supplement may itself follow cramps, so this one is harder "
            "to read.",
            supplement_nights,
        )
        return (words.format(n=supplement_nights),)
    return ()


def left_out_words(finding: Finding) -> tuple[str, ...]:
    """How many logged nights are not compared, and why."""
    unknown = trn(
        "{n} logged night is unknown: an answer is missing. It is not counted as a night without.",
        "{n} logged nights are unknown: an answer is missing. They are not counted as nights without.",
        finding.unknown,
    ).format(n=finding.unknown)
    outside = trn(
        "On {n} logged night the question does not arise.",
        "On {n} logged nights the question does not arise.",
        finding.not_applicable,
    ).format(n=finding.not_applicable)
    told = ((finding.unknown, unknown), (finding.not_applicable, outside))
    return tuple(words for count, words in told if count)
