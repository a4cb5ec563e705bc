from __future__ import annotations

import datetime as dt
import re
from itertools import product
from typing import TYPE_CHECKING

import pytest

from diary.analysis.finding import Direction, Finding, Missing, Verdict
from diary.analysis.words import (
    counts_sentence,
    late_sentence,
    look_sentence,
    missing_sentence,
    verdict_name,
    verdict_sentence,
    weighed_sentence,
)
from diary.model.triggers import TRIGGERS, trigger_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Make = Callable[..., Finding]

COLD = trigger_of("cold_room")
FORBIDDEN = re.compile(
    r"cause|risk|should|\bmust\b|due to|leads? to|trigger|%|\bstop\b|\bdose|healthy|normal", re.IGNORECASE
)
LEAN_MORE, LEAN_NOWHERE, LEAN_LESS = (9, 20, 4, 40), (5, 20, 10, 40), (1, 20, 20, 40)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((9, 20, 4, 40), "Cramps on 9 of 20 cold nights, on 4 of 40 others."),
        ((0, 2, 2, 2), "Cramps on 0 of 2 cold nights, on 2 of 2 others."),
        ((1, 1, 4, 40), "Of cold nights there is one so far, with cramps. Cramps on 4 of 40 others."),
        ((0, 1, 0, 1), "Of cold nights there is one so far, without cramps. One other, without cramps."),
        ((3, 9, 1, 1), "Cramps on 3 of 9 cold nights. One other, with cramps."),
        ((3, 9, 0, 0), "Cramps on 3 of 9 cold nights. No others so far."),
        ((0, 0, 4, 40), "No cold nights so far. Cramps on 4 of 40 others."),
        ((0, 0, 0, 0), "No nights to compare yet."),
    ],
)
def test_the_counts_come_as_plain_numbers_of_nights(
    finding: Make, counts: tuple[int, int, int, int], sentence: str
) -> None:
    assert counts_sentence(finding(counts=counts), COLD) == sentence


@pytest.mark.parametrize(
    ("verdict", "name"),
    [
        (Verdict.STANDS_OUT, "Strong pattern"),
        (Verdict.LIKELY, "Likely pattern"),
        (Verdict.POSSIBLE, "Possible pattern"),
        (Verdict.CANNOT_TELL_APART, "Can't be told apart yet"),
        (Verdict.NO_CLEAR_PATTERN, "No clear pattern so far"),
        (Verdict.NOT_ENOUGH_NIGHTS, "Not enough nights yet"),
    ],
)
def test_every_verdict_has_its_name(verdict: Verdict, name: str) -> None:
    assert verdict_name(verdict) == name


@pytest.mark.parametrize(
    ("verdict", "direction", "sentence"),
    [
        (
            Verdict.STANDS_OUT,
            Direction.MORE,
            "Cramps come more often with it: a strong pattern, with all you track weighed together.",
        ),
        (
            Verdict.STANDS_OUT,
            Direction.LESS,
            "Cramps come less often with it: a strong pattern, with all you track weighed together.",
        ),
        (
            Verdict.LIKELY,
            Direction.MORE,
            (
                "Cramps likely come more often with it, with all you track weighed together. Some patterns like this one "
                "turn out to be chance."
            ),
        ),
        (
            Verdict.LIKELY,
            Direction.LESS,
            (
                "Cramps likely come less often with it, with all you track weighed together. Some patterns like this one "
                "turn out to be chance."
            ),
        ),
        (
            Verdict.POSSIBLE,
            Direction.MORE,
            "Perhaps cramps come more often with it. More nights will show whether the pattern holds.",
        ),
        (
            Verdict.POSSIBLE,
            Direction.LESS,
            "Perhaps cramps come less often with it. More nights will show whether the pattern holds.",
        ),
        (
            Verdict.NO_CLEAR_PATTERN,
            Direction.MORE,
            (
                "No clear pattern so far. That does not rule it out: weak patterns mostly stay hidden, even in a year of "
                "nights."
            ),
        ),
        (Verdict.NOT_ENOUGH_NIGHTS, Direction.MORE, "Not enough nights yet to compare."),
    ],
)
def test_every_verdict_has_its_sentence(finding: Make, verdict: Verdict, direction: Direction, sentence: str) -> None:
    counts = LEAN_NOWHERE
    if verdict.highlighted:
        counts = LEAN_MORE if direction is Direction.MORE else LEAN_LESS
    assert verdict_sentence(finding(counts=counts, verdict=verdict, direction=direction)) == sentence


def test_two_that_cannot_be_told_apart_name_each_other(finding: Make) -> None:
    told = finding(verdict=Verdict.CANNOT_TELL_APART, with_=("thin_quilt",))
    assert verdict_sentence(told) == (
        "This and “Covers too thin” come together: likely one of them goes with your cramps, and the diary can't yet "
        "say which."
    )


@pytest.mark.parametrize(
    ("verdict", "counts", "with_", "sentence"),
    [
        (
            Verdict.LIKELY,
            LEAN_MORE,
            ("thin_quilt", "legs_uncovered"),
            "It was weighed against what came together with it: “Covers too thin”, “Legs or feet uncovered”.",
        ),
        (Verdict.LIKELY, LEAN_MORE, (), ""),
        (Verdict.LIKELY, LEAN_NOWHERE, ("thin_quilt",), "The counts alone show it less clearly."),
        (
            Verdict.NO_CLEAR_PATTERN,
            LEAN_MORE,
            ("thin_quilt",),
            (
                "The counts differ, but it came together with “Covers too thin”; weighed against that, too little is left "
                "to call it a pattern."
            ),
        ),
        (
            Verdict.NO_CLEAR_PATTERN,
            LEAN_MORE,
            (),
            "The counts differ, but chance, the season or a bad spell could look the same.",
        ),
        (Verdict.NO_CLEAR_PATTERN, LEAN_LESS, (), "The counts lean the other way."),
        (Verdict.NO_CLEAR_PATTERN, LEAN_NOWHERE, ("thin_quilt",), ""),
        (Verdict.POSSIBLE, LEAN_MORE, ("thin_quilt",), ""),
        (Verdict.NOT_ENOUGH_NIGHTS, (3, 3, 0, 9), (), ""),
    ],
)
def test_where_counts_and_verdict_disagree_one_sentence_says_why(
    finding: Make, verdict: Verdict, counts: tuple[int, int, int, int], with_: tuple[str, ...], sentence: str
) -> None:
    told = finding(verdict=verdict, counts=counts, with_=with_)
    assert weighed_sentence(told) == sentence
    assert verdict_sentence(told).endswith(sentence)


def test_late_answers_are_told_with_a_way_to_do_better(finding: Make) -> None:
    late = finding(verdict=Verdict.NO_CLEAR_PATTERN, share_late=0.21, with_=("thin_quilt",))
    assert "after the cramps were told" in late_sentence(late)
    assert "Tonight" in late_sentence(late)
    assert verdict_sentence(late).endswith(late_sentence(late))
    assert weighed_sentence(late) == ""
    assert late_sentence(finding(share_late=0.2)) == ""


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        (Missing(exposed=3), "Still needed: 3 more cold nights."),
        (
            Missing(2, 1, 4, 1),
            (
                "Still needed: 2 more cold nights, one more night without it, 4 more nights with cramps, one more quiet "
                "night."
            ),
        ),
        (
            Missing(1, 3, 1, 2),
            (
                "Still needed: one more among the cold nights, 3 more nights without it, one more night with cramps, 2 more "
                "quiet nights."
            ),
        ),
        (Missing(), "There are enough nights now. The next look comes after 9 more logged nights."),
    ],
)
def test_what_is_missing_is_said_in_nights(finding: Make, missing: Missing, sentence: str) -> None:
    told = finding(verdict=Verdict.NOT_ENOUGH_NIGHTS, missing=missing, next_look_in=9)
    assert missing_sentence(told, COLD) == sentence


def test_nothing_is_missing_where_a_verdict_was_made(finding: Make) -> None:
    assert missing_sentence(finding(verdict=Verdict.NO_CLEAR_PATTERN), COLD) == ""


DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("as_of", "early", "to_come", "sentence"),
    [
        (None, False, 1, "The first look comes with the next logged night."),
        (None, False, 20, "The first look comes after 20 more logged nights."),
        (
            DAY,
            False,
            9,
            "The verdict is of the nights up to 22 Nov 2026; the next look comes after 9 more logged nights.",
        ),
        (
            DAY,
            True,
            1,
            (
                "An early look at the nights up to 22 Nov 2026. Looks ahead of time are wrong more often; the next one due "
                "comes with the next logged night."
            ),
        ),
    ],
)
def test_the_look_is_told_with_its_date_and_when_the_next_is_due(
    finding: Make, as_of: dt.date | None, early: bool, to_come: int, sentence: str
) -> None:
    assert look_sentence(finding(as_of=as_of, early=early, next_look_in=to_come)) == sentence


def _all_findings(make: Make) -> Iterator[Finding]:
    counts = [
        told
        for told in product((0, 1, 5), (0, 1, 9), (0, 1, 5), (0, 1, 30))
        if told[0] <= told[1] and told[2] <= told[3]
    ]
    missing = (Missing(), Missing(1, 1, 1, 1), Missing(2, 3, 4, 5))
    for told, verdict, direction in product([*counts, LEAN_LESS], Verdict, Direction):
        for with_, late, lack, early in product(((), ("cold_room", "thin_quilt")), (0.0, 1.0), missing, (False, True)):
            yield make(
                counts=told,
                verdict=verdict,
                direction=direction,
                with_=with_,
                share_late=late,
                missing=lack,
                early=early,
                as_of=DAY if early else None,
                next_look_in=len(with_) + 1,
            )


def test_no_sentence_claims_a_reason_gives_advice_or_leaves_a_gap(finding: Make) -> None:
    said = {
        sentence
        for told in _all_findings(finding)
        for sentence in (
            verdict_name(told.verdict),
            verdict_sentence(told),
            weighed_sentence(told),
            late_sentence(told),
            look_sentence(told),
            *(counts_sentence(told, trigger) for trigger in TRIGGERS),
            *(missing_sentence(told, trigger) for trigger in TRIGGERS),
        )
    }
    assert len(said) > 100
    for sentence in said:
        assert not FORBIDDEN.search(sentence), sentence
        assert not re.search(r"[{}]|  |\b1 (nights|others|more)\b", sentence), sentence
