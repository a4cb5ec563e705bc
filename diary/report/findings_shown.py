"""What goes with the cramps, as the report shows it: a few findings in words, the others as counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.finding import Finding, Verdict
from diary.analysis.words import counts_sentence, verdict_name
from diary.language import tr, trn
from diary.model.mornings import day_name
from diary.model.percent import percent
from diary.model.preferences import TemperatureUnit, shown_temperature
from diary.model.triggers import TRIGGERS, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_IN_WORDS = 4
_IN_WORDS = (Verdict.STANDS_OUT, Verdict.LIKELY, Verdict.POSSIBLE, Verdict.CANNOT_TELL_APART)
_RANK = {
    verdict: rank for rank, verdict in enumerate((*_IN_WORDS, Verdict.NO_CLEAR_PATTERN, Verdict.NOT_ENOUGH_NIGHTS))
}


@dataclass(frozen=True, slots=True)
class InWords:
    """A finding that carries something."""

    verdict: str
    counts: str
    """The counts in a sentence."""


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """A finding as counts."""

    name: str
    with_it: str
    """Cramp nights among the nights with it."""
    without_it: str
    """Cramp nights among the nights without it."""
    verdict: str


@dataclass(frozen=True, slots=True)
class FindingsShown:
    """All findings: each stands in exactly one of the two."""

    in_words: tuple[InWords, ...]
    rows: tuple[TriggerRow, ...]
    as_of: str
    """Which nights the verdicts weigh; empty before the first look."""


def findings_shown(findings: Iterable[Finding], lines: Mapping[str, str]) -> FindingsShown:
    """The findings on the article's triggers, what carries most first; up to four in words.

    `lines` says, by trigger, from where on a night counts as one with it.
    """
    by_key = {finding.key: finding for finding in findings}
    found = [(trigger, by_key[trigger.key]) for trigger in TRIGGERS if trigger.key in by_key]
    ranked = sorted(found, key=lambda pair: _RANK[pair[1].verdict])
    told = [pair for pair in ranked if pair[1].verdict in _IN_WORDS][:MOST_IN_WORDS]
    return FindingsShown(
        in_words=tuple(InWords(verdict_name(one.verdict), counts_sentence(one, trigger)) for trigger, one in told),
        rows=tuple(_row(trigger, one, lines) for trigger, one in ranked[len(told) :]),
        as_of=_as_of(by_key.values()),
    )


def trigger_lines(cold_below: float, calcium_aim: float, unit: TemperatureUnit) -> dict[str, str]:
    """Where the person's own lines lie, by the trigger that they belong to. The cold line is in °C."""
    degrees = "°F" if unit is TemperatureUnit.FAHRENHEIT else "°C"
    return {
        "cold_room": tr("below {line} {degrees}").format(
            line=f"{shown_temperature(cold_below, unit):g}", degrees=degrees
        ),
        "low_calcium": trn("fewer than {n} portion", "fewer than {n} portions", int(calcium_aim)).format(
            n=f"{calcium_aim:g}"
        ),
    }


def _row(trigger: Trigger, finding: Finding, lines: Mapping[str, str]) -> TriggerRow:
    name, line = tr(trigger.name), lines.get(trigger.key)
    return TriggerRow(
        tr("{name} ({line})").format(name=name, line=line) if line else name,
        _counts(finding.exposed_cramp, finding.exposed),
        _counts(finding.unexposed_cramp, finding.unexposed),
        verdict_name(finding.verdict),
    )


def _counts(cramp_nights: int, nights: int) -> str:
    if not nights:
        return tr("no night")
    return tr("{cramp_nights} of {nights} ({share})").format(
        cramp_nights=cramp_nights, nights=nights, share=percent(cramp_nights / nights)
    )


def _as_of(findings: Iterable[Finding]) -> str:
    days = [finding.as_of for finding in findings if finding.as_of]
    if not days:
        return ""
    return tr("Verdicts weigh all nights of the diary up to {day} together.").format(day=day_name(max(days), year=True))
