from __future__ import annotations

import datetime as dt

from diary.analysis.finding import Finding, Verdict
from diary.model.preferences import TemperatureUnit
from diary.model.triggers import TRIGGERS
from diary.report.findings_shown import MOST_IN_WORDS, findings_shown, trigger_lines


def _finding(key: str, verdict: Verdict) -> Finding:
    return Finding(
        key=key,
        exposed_cramp=9,
        exposed=20,
        unexposed_cramp=4,
        unexposed=40,
        unknown=3,
        verdict=verdict,
        as_of=dt.date(2026, 11, 2),
    )


def test_a_finding_that_carries_something_is_told_in_a_sentence_with_its_counts() -> None:
    (told,) = findings_shown([_finding("cold_room", Verdict.LIKELY)], {}).in_words
    assert (told.verdict, told.counts) == ("Likely pattern", "Cramps on 9 of 20 cold nights, on 4 of 40 others.")


def test_the_others_stand_as_counts_with_shares() -> None:
    (row,) = findings_shown([_finding("cold_room", Verdict.NO_CLEAR_PATTERN)], {"cold_room": "below 16 °C"}).rows
    assert row.name == "Cold room (below 16 °C)"
    assert (row.with_it, row.without_it) == ("9 of 20 (45 %)", "4 of 40 (10 %)")
    assert row.verdict == "No clear pattern so far"


def test_every_finding_is_shown_once_and_at_most_four_in_words() -> None:
    findings = [_finding(trigger.key, Verdict.POSSIBLE) for trigger in TRIGGERS]
    shown = findings_shown(findings, {})
    assert len(shown.in_words) == MOST_IN_WORDS
    assert len(shown.in_words) + len(shown.rows) == len(TRIGGERS)


def test_what_stands_out_is_told_first_and_what_cannot_be_judged_last() -> None:
    order = [Verdict.NOT_ENOUGH_NIGHTS, Verdict.POSSIBLE, Verdict.NO_CLEAR_PATTERN, Verdict.STANDS_OUT]
    findings = [_finding(trigger.key, verdict) for trigger, verdict in zip(TRIGGERS, order, strict=False)]
    shown = findings_shown(findings, {})
    assert [one.verdict for one in shown.in_words] == ["Strong pattern", "Possible pattern"]
    assert [row.verdict for row in shown.rows] == ["No clear pattern so far", "Not enough nights yet"]


def test_the_lines_are_told_in_the_persons_own_unit() -> None:
    assert trigger_lines(16, 2, TemperatureUnit.CELSIUS)["cold_room"] == "below 16 °C"
    assert trigger_lines(16, 1, TemperatureUnit.FAHRENHEIT) == {
        "cold_room": "below 60.8 °F",
        "low_calcium": "fewer than 1 portion",
    }
