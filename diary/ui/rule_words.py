"""When a night is counted with a trigger, in words: what the rules of diary.model.triggers say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import mark, tr, trn
from diary.model.preferences import TemperatureUnit, shown_temperature
from diary.model.triggers import WARM_FROM, Lines

if TYPE_CHECKING:
    from diary.analysis.cold_line import ColdLine
    from diary.analysis.finding import Finding

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
}
"""By the trigger's key."""


def rule_words(key: str, lines: Lines, unit: TemperatureUnit) -> str:
    """When a night is counted with this trigger, with the person's own lines in it."""
    return tr(RULES[key]).format(
        calcium=f"{lines.calcium_aim:g}",
        cold=temperature_words(lines.cold_below, unit),
        warm=temperature_words(WARM_FROM, unit),
    )


def temperature_words(celsius: float, unit: TemperatureUnit) -> str:
    """A temperature with its unit: “16 °C”."""
    degrees = "°F" if unit is TemperatureUnit.FAHRENHEIT else "°C"
    return f"{shown_temperature(celsius, unit):g} {degrees}"


def cold_line_words(line: ColdLine, unit: TemperatureUnit) -> str:
    """Where the line for a cold room comes from."""
    below = temperature_words(line.below, unit)
    match line.kind:
        case "own":
            return tr("The line of {cold} is your own, set in Settings.").format(cold=below)
        case "coldest_third":
            return tr(
                "Too few or too many of your nights lay below the usual line, so the coldest third of your measured "
                "nights is used: those below {cold}. You can set your own line in Settings."
            ).format(cold=below)
        case _:
            return tr("The line is {cold} unless you set your own in Settings.").format(cold=below)


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
