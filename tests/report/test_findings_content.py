from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from typing import Any

import pytest
from statsmodels.stats.proportion import proportion_confint

from diary.analysis.answering import CappedBy
from diary.analysis.finding import Finding, Verdict
from diary.model.built_in import BUILT_IN
from diary.model.exposure import Thresholds
from diary.model.exposures import exposures_by_key, exposures_of
from diary.model.factors import Catalogue, Factor, Group, Number
from diary.model.preferences import TemperatureUnit
from diary.model.triggers import TRIGGERS
from diary.report.findings_content import MOST_SENTENCES, findings_content, line_words


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
    (told,) = findings_content([_finding("cold_room", Verdict.LIKELY)], {}).sentences
    assert (told.verdict, told.counts) == (
        "Likely pattern",
        "Cramps on 9 of 20 cold nights, on 4 of 40 others. All answers were given before the night or measured.",
    )


def test_the_others_are_named_by_their_verdict() -> None:
    findings = [
        _finding("cold_room", Verdict.NO_CLEAR_PATTERN),
        _finding("low_calcium", Verdict.NOT_ENOUGH_NIGHTS),
        _finding("hard_exercise", Verdict.NO_CLEAR_PATTERN),
    ]
    assert findings_content(findings, {}).by_name == (
        "Looked at, no clear pattern so far: cold room, hard exercise that day.",
        "Not enough nights yet: little calcium that day.",
    )


def test_every_finding_is_counted_with_the_intervals_of_its_shares() -> None:
    (row,) = findings_content([_finding("cold_room", Verdict.NO_CLEAR_PATTERN)], {"cold_room": "below 16 °C"}).rows
    (low, high), (other_low, other_high) = (
        proportion_confint(part, whole, method="wilson") for part, whole in ((9, 20), (4, 40))
    )
    assert row.name == "Cold room (below 16 °C)"
    assert row.with_it == f"9 of 20: 45 % ({100 * low:.0f} to {100 * high:.0f} %)"
    assert row.without_it == f"4 of 40: 10 % ({100 * other_low:.0f} to {100 * other_high:.0f} %)"
    assert row.verdict == "No clear pattern so far; 100 % before the night"


def test_an_odds_ratio_stands_only_where_a_pattern_is_highlighted() -> None:
    told: dict[str, Any] = {"log_odds_ratio": math.log(3.14), "low": math.log(1.3), "high": math.log(7.6)}
    likely = replace(_finding("cold_room", Verdict.LIKELY), **told)
    possible = replace(_finding("low_calcium", Verdict.POSSIBLE), **told)
    rows = findings_content([likely, possible], {}).rows
    assert [row.odds for row in rows] == ["3.1 (1.3 to 7.6)", ""]


def test_every_finding_is_told_once_on_first_page_and_at_most_four_in_words() -> None:
    findings = [_finding(trigger.key, Verdict.POSSIBLE) for trigger in TRIGGERS]
    shown = findings_content(findings, {})
    assert len(shown.sentences) == MOST_SENTENCES
    (others,) = shown.by_name
    assert others.startswith("Also possible pattern: ")
    assert others.count(", ") + others.count(": ") >= len(TRIGGERS) - MOST_SENTENCES
    assert len(shown.rows) == len(TRIGGERS)


def test_what_stands_out_is_told_first_and_what_cannot_be_judged_last() -> None:
    order = [Verdict.NOT_ENOUGH_NIGHTS, Verdict.POSSIBLE, Verdict.NO_CLEAR_PATTERN, Verdict.STANDS_OUT]
    findings = [_finding(trigger.key, verdict) for trigger, verdict in zip(TRIGGERS, order, strict=False)]
    shown = findings_content(findings, {})
    assert [one.verdict for one in shown.sentences] == ["Strong pattern", "Possible pattern"]
    assert [row.verdict for row in shown.rows] == [
        "Strong pattern; 100 % before the night",
        "Possible pattern; 100 % before the night",
        "No clear pattern so far; 100 % before the night",
        "Not enough nights yet",
    ]


def test_the_lines_are_told_in_the_persons_own_unit() -> None:
    thresholds = Thresholds(16, 1, warm_from=20, medians={"own_1": 2.5})
    own = Factor("own_1", Group.OWN, "How many?", "How many", Number(0, 9))
    exposures = exposures_by_key(exposures_of(Catalogue((*BUILT_IN.factors, own))))
    lines = {key: line_words(exposure, thresholds, TemperatureUnit.FAHRENHEIT) for key, exposure in exposures.items()}
    assert {key: line for key, line in lines.items() if line} == {
        "cold_room": "below 60.8 °F",
        "warm_night": "from 68 °F",
        "low_calcium": "fewer than 1 portion",
        "few_fluids": "fewer than 6 glasses",
        "own_1": "above 2.5",
    }
    assert line_words(exposures["cold_room"], thresholds, TemperatureUnit.CELSIUS) == "below 16 °C"
    assert line_words(exposures["warm_night"], Thresholds(), TemperatureUnit.CELSIUS) == ""


@pytest.mark.parametrize(
    ("verdict", "capped_by", "line", "cell"),
    [
        (
            Verdict.NOT_JUDGED,
            CappedBy.ANSWERED_UNLIKE,
            "Not judged, for the way it was answered could make a pattern by itself: cold room.",
            "Not judged: answered unlike; 100 % before the night",
        ),
        (
            Verdict.FROM_MEMORY,
            CappedBy.MEMORY,
            "Answered from memory, and would not stand if memory leaned a little: cold room.",
            "Rests on memory; 100 % before the night",
        ),
    ],
)
def test_what_its_answers_hold_back_is_no_sentence_of_page_one_but_named_there_with_the_reason(
    verdict: Verdict, capped_by: CappedBy, line: str, cell: str
) -> None:
    shown = findings_content([replace(_finding("cold_room", verdict), capped_by=capped_by)], {})
    assert shown.sentences == ()
    assert shown.by_name == (line,)
    assert [row.verdict for row in shown.rows] == [cell]
