"""When a night is counted with something, in words: what the rules of diary.model say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.exposure import FEW_GLASSES, WARM_FROM, Exposure, Threshold, Thresholds
from diary.model.plain_number import plain_number
from diary.model.preferences import TemperatureUnit, shown_temperature

if TYPE_CHECKING:
    from diary.analysis.cold_threshold import ColdThreshold
    from diary.analysis.finding import Finding


def rule_words(exposure: Exposure, thresholds: Thresholds, unit: TemperatureUnit) -> str:
    """When a night is counted with it, with the person's own lines in the words."""
    line = thresholds.of(exposure)
    if line is None and exposure.rule_words_without_threshold:
        return tr(exposure.rule_words_without_threshold)
    return tr(exposure.rule_words).format(
        calcium=f"{thresholds.calcium_aim:g}",
        cold=temperature_words(thresholds.cold_below or 0.0, unit),
        warm=temperature_words(WARM_FROM, unit),
        warmest=temperature_words(thresholds.warm_from or 0.0, unit),
        glasses=FEW_GLASSES,
        median=f"{plain_number(line or 0.0)} {exposure.unit}".strip(),
    )


def temperature_words(celsius: float, unit: TemperatureUnit) -> str:
    """A temperature with its unit: “16 °C”."""
    degrees = "°F" if unit is TemperatureUnit.FAHRENHEIT else "°C"
    return f"{shown_temperature(celsius, unit):g} {degrees}"


def cold_threshold_words(threshold: ColdThreshold, unit: TemperatureUnit) -> str:
    """Where the line for a cold room comes from."""
    if threshold.below is None:
        return tr("You can set a line of your own in Settings.")
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


def card_notes(
    exposure: Exposure, cold: ColdThreshold, supplement_nights: int, unit: TemperatureUnit
) -> tuple[str, ...]:
    """What must be known to read a card: which line was chosen, and what may follow cramps."""
    if exposure.threshold is Threshold.COLD and cold.below is None:
        return (tr("Your measured nights are too alike to tell cold from warm ones."),)
    if exposure.threshold is Threshold.COLD and cold.below is not None and cold.kind == "coldest_third":
        below = temperature_words(cold.below, unit)
        return (tr("Cold here means below {cold}: the coldest third of your measured nights.").format(cold=below),)
    if exposure.threshold is Threshold.CALCIUM and supplement_nights:
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
    counts = ((finding.unknown, unknown), (finding.not_applicable, outside))
    return tuple(words for count, words in counts if count)
