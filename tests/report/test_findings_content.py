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
from diary.report.findings_content import findings_content, line_words


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


def test_beside_a_verdict_stand_the_counts_that_it_weighs_and_those_of_the_period_where_they_are_others() -> None:
    weighed = _finding("cold_room", Verdict.STANDS_OUT)
    of_period = replace(weighed, exposed_cramp=0, exposed=2, unexposed_cramp=2, unexposed=14)
    (row,) = findings_content([weighed], {}, of_period=[of_period]).rows
    assert row.with_it.startswith("9 of 20: ")
    assert row.of_period == "0 of 2, 2 of 14"
    assert findings_content([weighed], {}, of_period=[weighed]).rows[0].of_period == ""


def test_what_nobody_answered_does_not_lack_nights() -> None:
    nothing = replace(
        _finding("cold_room", Verdict.NOT_ENOUGH_NIGHTS), exposed_cramp=0, exposed=0, unexposed_cramp=0, unexposed=0
    )
    shown = findings_content([nothing], {}, unanswered=frozenset({"cold_room"}))
    assert shown.rows[0].verdict == "Not answered so far"
    assert findings_content([nothing], {}).rows[0].verdict == "Not enough nights yet"


def test_bad_nights_alone_give_counts_and_no_share() -> None:
    (row,) = findings_content([_finding("cold_room", Verdict.NOT_ENOUGH_NIGHTS)], {}, has_rate=False).rows
    assert (row.with_it, row.without_it) == ("9 of 20", "4 of 40")


def test_what_stands_out_is_told_first_and_what_cannot_be_judged_last() -> None:
    order = [Verdict.NOT_ENOUGH_NIGHTS, Verdict.POSSIBLE, Verdict.NO_CLEAR_PATTERN, Verdict.STANDS_OUT]
    findings = [_finding(trigger.key, verdict) for trigger, verdict in zip(TRIGGERS, order, strict=False)]
    shown = findings_content(findings, {})
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
    ("verdict", "capped_by", "cell"),
    [
        (
            Verdict.NOT_JUDGED,
            CappedBy.ANSWERED_UNLIKE,
            "Not judged: answered unlike; 100 % before the night",
        ),
        (Verdict.NOT_JUDGED, CappedBy.LATE, "Not judged: answered after the cramp; 100 % before the night"),
        (Verdict.FROM_MEMORY, CappedBy.MEMORY, "Rests on memory; 100 % before the night"),
    ],
)
def test_what_its_answers_hold_back_has_a_verdict_of_its_own(verdict: Verdict, capped_by: CappedBy, cell: str) -> None:
    shown = findings_content([replace(_finding("cold_room", verdict), capped_by=capped_by)], {})
    assert [row.verdict for row in shown.rows] == [cell]
