from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.analysis.finding import Finding, Verdict
from diary.model.night import Answer, Night
from diary.model.triggers import TRIGGERS, Exposure, Lines, trigger_of
from diary.ui.findings_shown import nights_by_exposure, of_the_article

if TYPE_CHECKING:
    from diary.model.factors import Value

TODAY = dt.date(2026, 11, 24)
MOMENT = dt.datetime(2026, 11, 24, 7, tzinfo=dt.UTC)
UNCOVERED = trigger_of("legs_uncovered")


def _finding(key: str, verdict: Verdict) -> Finding:
    return Finding(key, 1, 5, 1, 5, unknown=0, not_applicable=0, verdict=verdict)


def _night(back: int, *, logged: bool = True, **answers: Value) -> Night:
    told = {key: Answer(value, MOMENT) for key, value in answers.items()}
    return Night(TODAY - dt.timedelta(days=back), cramps=() if logged else None, answers=told)


def test_what_stands_out_comes_first_and_what_cannot_be_judged_yet_last() -> None:
    verdicts = [*Verdict, *[Verdict.NO_CLEAR_PATTERN] * (len(TRIGGERS) - len(Verdict))]
    findings = [_finding(trigger.key, verdict) for trigger, verdict in zip(TRIGGERS, reversed(verdicts), strict=True)]
    shown = [finding.verdict for _, finding in of_the_article(findings)]
    assert shown[:2] == [Verdict.STANDS_OUT, Verdict.LIKELY]
    assert shown[-1] is Verdict.NOT_ENOUGH_NIGHTS


def test_among_equals_the_order_is_that_of_the_article() -> None:
    findings = [_finding(trigger.key, Verdict.NOT_ENOUGH_NIGHTS) for trigger in reversed(TRIGGERS)]
    assert [trigger for trigger, _ in of_the_article(findings)] == list(TRIGGERS)


def test_what_the_person_tracks_beside_the_article_is_not_shown_as_the_articles() -> None:
    assert of_the_article([_finding("warm_night", Verdict.STANDS_OUT)]) == []


def test_the_nights_behind_are_those_logged_newest_first_by_what_they_say() -> None:
    nights = [
        _night(3, legs_outside=True),
        _night(2, legs_outside=False),
        _night(1),
        _night(0, legs_outside=True),
        _night(4, logged=False, legs_outside=True),
    ]
    behind = nights_by_exposure(nights, UNCOVERED, Lines())
    assert behind[Exposure.EXPOSED] == (nights[3], nights[0])
    assert behind[Exposure.NOT_EXPOSED] == (nights[1],)
    assert behind[Exposure.UNKNOWN] == (nights[2],)
    assert behind[Exposure.NOT_APPLICABLE] == ()
