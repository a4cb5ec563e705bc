from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from diary.analysis.accuracy import accuracy_sentences, figures_at, weighed_with_sentence
from diary.analysis.answering import AnsweredNights, CappedBy
from diary.analysis.answering_words import answered_sentence, before_the_night_sentence, held_back_sentence
from diary.analysis.finding import Direction, Finding, MissingNights, Verdict
from diary.analysis.words import (
    analysis_sentence,
    apart_sentence,
    counts_sentence,
    dated_sentence,
    direction_sentence,
    missing_sentence,
    odds_sentence,
    verdict_name,
    verdict_sentence,
    weighed_sentence,
)
from diary.model.built_in import BUILT_IN
from diary.model.exposures import exposures_of
from diary.model.factors import Catalogue, Choice, Factor, Group, Number, Option, YesNo
from diary.model.triggers import trigger_of

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
        (Verdict.FROM_MEMORY, "Rests on memory"),
        (Verdict.NOT_JUDGED, "Not judged"),
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
            "Weighed against nights with thin covers and nights with legs or feet uncovered, which came together with it.",
        ),
        (Verdict.LIKELY, LEAN_MORE, (), ""),
        (Verdict.LIKELY, LEAN_NOWHERE, (), "The counts alone show it less clearly."),
        (
            Verdict.LIKELY,
            LEAN_NOWHERE,
            ("thin_quilt",),
            (
                "The counts alone show it less clearly. Weighed against nights with thin covers, which came together with "
                "it."
            ),
        ),
        (
            Verdict.NO_CLEAR_PATTERN,
            LEAN_MORE,
            ("thin_quilt",),
            (
                "The counts differ, but it came together with nights with thin covers; weighed against these, too little is "
                "left to call it a pattern."
            ),
        ),
        (
            Verdict.NO_CLEAR_PATTERN,
            LEAN_MORE,
            (),
            "The counts differ, but chance, the season or a bad spell could look the same.",
        ),
        (Verdict.NO_CLEAR_PATTERN, LEAN_LESS, (), "By the counts alone, cramps came less often with it."),
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
    late = finding(verdict=Verdict.NOT_JUDGED, capped_by=CappedBy.LATE, with_=("thin_quilt",))
    assert "after the cramps were told" in held_back_sentence(late)
    assert held_back_sentence(late).endswith("Better is to note it the evening before, under Tonight.")
    assert held_back_sentence(late, ahead=False).endswith(
        "Better is to answer it in the morning before you tell of cramps."
    )
    assert verdict_sentence(late) == held_back_sentence(late)
    assert weighed_sentence(late) == ""
    assert "such answers alone make no pattern." in held_back_sentence(late)
    possible = finding(verdict=Verdict.POSSIBLE, capped_by=CappedBy.LATE)
    assert "so it counts as possible at most." in held_back_sentence(possible)
    assert held_back_sentence(finding()) == ""


def test_answers_that_are_unlike_after_cramps_and_after_quiet_nights_are_told_with_their_counts(finding: Make) -> None:
    unlike = finding(
        verdict=Verdict.NOT_JUDGED, capped_by=CappedBy.ANSWERED_UNLIKE, answered=AnsweredNights(95, 100, 40, 100)
    )
    assert verdict_sentence(unlike) == (
        "You answered this on 95 of 100 cramp nights and on 40 of 100 quiet ones: such answers alone make no pattern. "
        "Better is to say after quiet nights, too, what was not so: Log has one tap for it."
    )
    other = replace(unlike, answered=AnsweredNights(40, 100, 95, 100), verdict=Verdict.POSSIBLE)
    assert held_back_sentence(other) == (
        "You answered this on 40 of 100 cramp nights and on 95 of 100 quiet ones: so it counts as possible at most. "
        "Better is to say after cramps, too, what was not so."
    )
    assert verdict_name(unlike.verdict, unlike.capped_by) == "Not judged: answered unlike"
    assert verdict_name(Verdict.NOT_JUDGED, CappedBy.LATE) == "Not judged: answered after the cramp"


def test_a_pattern_that_rests_on_memory_says_that_it_would_not_stand(finding: Make) -> None:
    told = finding(verdict=Verdict.FROM_MEMORY, capped_by=CappedBy.MEMORY, before_the_night=0.1)
    assert verdict_sentence(told) == (
        "By your answers cramps come more often with it, but this would not stand if memory leaned a little after bad "
        "nights. Better is to note it the evening before, under Tonight."
    )
    assert verdict_sentence(told, ahead=False).endswith(
        "It can only be answered in the morning, so more nights are needed."
    )


def test_the_share_that_was_answered_before_the_night_is_told(finding: Make) -> None:
    told = finding(before_the_night=0.64, answered=AnsweredNights(9, 12, 30, 40))
    assert before_the_night_sentence(told, trigger_of("hard_exercise")) == (
        "Of 100 answers, 64 were given before the night."
    )
    assert before_the_night_sentence(told, trigger_of("cold_room")) == (
        "Of 100 answers, 64 were given before the night or measured."
    )
    for share, words in (
        (0.0, "No answer was given before the night."),
        (1.0, "All answers were given before the night."),
    ):
        assert before_the_night_sentence(replace(told, before_the_night=share), trigger_of("hard_exercise")) == words
    assert before_the_night_sentence(finding(verdict=Verdict.NOT_ENOUGH_NIGHTS), trigger_of("cold_room")) == ""
    assert answered_sentence(told) == "You answered this on 9 of 12 cramp nights and on 30 of 40 quiet ones."
    assert answered_sentence(finding()) == ""


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        (MissingNights(exposed=3), "Still needed: 3 more cold nights."),
        (
            MissingNights(2, 1, 4, 1),
            (
                "Still needed: 2 more cold nights, one more night without it, 4 more answers after cramps, "
                "one more answer after a quiet night."
            ),
        ),
        (
            MissingNights(1, 3, 1, 2),
            (
                "Still needed: one more among the cold nights, 3 more nights without it, one more answer after cramps, "
                "2 more answers after quiet nights."
            ),
        ),
        (MissingNights(), "There are enough nights now. The next look comes after 9 more logged nights."),
    ],
)
def test_what_is_missing_is_said_in_nights(finding: Make, missing: MissingNights, sentence: str) -> None:
    told = finding(verdict=Verdict.NOT_ENOUGH_NIGHTS, missing=missing, nights_to_next_analysis=9)
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
    assert analysis_sentence(finding(as_of=as_of, early=early, nights_to_next_analysis=to_come)) == sentence


NOW_SURE = (0, 1, 28, 56, 60, 84, 168, 365, 3650)
ODD_NAMES = ("{n} {0} {", "100 %s “sure”", "Ärger 🦵 مشي", "O'Brien; -- <b>", "a" * 200)
ODD = Catalogue(
    (
        *BUILT_IN.factors,
        *[Factor(f"own_yes{at}", Group.OWN, name, name, YesNo()) for at, name in enumerate(ODD_NAMES)],
        *[Factor(f"own_number{at}", Group.OWN, name, name, Number(0, 9)) for at, name in enumerate(ODD_NAMES)],
        *[
            Factor(f"own_choice{at}", Group.OWN, name, name, Choice((Option("a", name), Option("b", "b"))))
            for at, name in enumerate(ODD_NAMES)
        ],
    )
)
ASKED = exposures_of(ODD)
TOGETHER: tuple[tuple[str, ...], ...] = (
    (),
    ("thin_quilt",),
    ("cold_room", "no_socks", "gone"),
    ("gone",),
    tuple(one.key for one in ASKED if one.key.startswith("own_")),
)


def _counted(make: Make) -> Iterator[str]:
    """Every sentence about counts and about what is missing, of every question."""
    counts = [
        told
        for told in product((0, 1, 5), (0, 1, 9), (0, 1, 5), (0, 1, 30))
        if told[0] <= told[1] and told[2] <= told[3]
    ]
    lacks = [MissingNights(*lack) for lack in product((0, 1, 5), repeat=4)]
    for one in ASKED:
        yield from (counts_sentence(make(counts=told), one) for told in counts)
        for lack, to_come in product(lacks, (1, 28)):
            told = make(verdict=Verdict.NOT_ENOUGH_NIGHTS, missing=lack, nights_to_next_analysis=to_come)
            yield missing_sentence(told, one)


def _judged(make: Make) -> Iterator[str]:
    """Every sentence about a verdict."""
    kinds = product(Verdict, Direction, (LEAN_MORE, LEAN_NOWHERE, LEAN_LESS, (0, 0, 0, 0)), TOGETHER, (None, *CappedBy))
    for verdict, direction, counts, with_, capped_by in kinds:
        told = make(
            counts=counts,
            verdict=verdict,
            direction=direction,
            with_=with_,
            capped_by=capped_by,
            answered=AnsweredNights(95, 100, 40, 100),
            log_odds_ratio=1.2 if direction is Direction.MORE else -1.2,
            low=-3.5,
            high=3.5,
        )
        yield verdict_name(verdict, capped_by)
        yield verdict_sentence(told, ASKED)
        yield weighed_sentence(told, ASKED)
        yield apart_sentence(told, ASKED)
        yield held_back_sentence(told)
        yield held_back_sentence(told, ahead=False)
        yield answered_sentence(told)
        yield before_the_night_sentence(told, ASKED[0])
        yield direction_sentence(told)
        yield dated_sentence(replace(told, as_of=DAY), "all nights")
        yield dated_sentence(replace(told, as_of=DAY, early=True), "all nights")
        yield odds_sentence(told)
    for early, as_of, to_come in product((False, True), (None, DAY), (1, 28)):
        yield analysis_sentence(make(early=early, as_of=as_of, nights_to_next_analysis=to_come))
    yield from (weighed_with_sentence(others) for others in (0, 1, 15))
    yield from (sentence for nights in NOW_SURE for sentence in accuracy_sentences(nights, 16))


def _without_own_names(sentence: str) -> str:
    """What the person called their own questions is theirs; all around it is ours."""
    for name in ODD_NAMES:
        sentence = sentence.replace(name, "…")
    return sentence


def test_no_sentence_claims_a_reason_gives_advice_or_leaves_a_gap(finding: Make) -> None:
    said = {_without_own_names(sentence) for told in (_counted(finding), _judged(finding)) for sentence in told}
    assert len(said) > 1000
    for sentence in said:
        assert not FORBIDDEN.search(sentence), sentence
        assert not re.search(r"[{}]|  |\b1 (nights|others|more)\b", sentence), sentence
        assert sentence == sentence.strip()


def test_a_question_with_an_odd_name_is_named_as_the_person_named_it(finding: Make) -> None:
    own = {one.key: one for one in ASKED}
    for at, name in enumerate(ODD_NAMES):
        assert f"nights with “{name}”" in counts_sentence(finding(), own[f"own_yes{at}"])
        assert f"3 more nights with “{name}” above your usual" in missing_sentence(
            finding(verdict=Verdict.NOT_ENOUGH_NIGHTS, missing=MissingNights(exposed=3)), own[f"own_number{at}"]
        )
        told = finding(verdict=Verdict.LIKELY, with_=(f"own_yes{at}",))
        assert weighed_sentence(told, ASKED) == f"Weighed against nights with “{name}”, which came together with it."


def test_the_odds_are_told_of_highlighted_ones_alone(finding: Make) -> None:
    told = {"log_odds_ratio": 1.0, "low": 0.2, "high": 2.6}
    assert odds_sentence(finding(verdict=Verdict.LIKELY, **told)) == (
        "Odds ratio 2.7, likely between 1.2 and 13 (marginal interval). It compares the odds of cramps with it and "
        "without it, weighed with all you track."
    )
    for verdict in set(Verdict) - {Verdict.LIKELY, Verdict.STANDS_OUT}:
        assert odds_sentence(finding(verdict=verdict, **told)) == ""
    assert odds_sentence(finding(verdict=Verdict.LIKELY)) == ""


def test_what_comes_with_fewer_cramps_cannot_be_told_apart_as_such(finding: Make) -> None:
    told = finding(verdict=Verdict.CANNOT_TELL_APART, direction=Direction.LESS, with_=("no_socks", "alcohol"))
    assert apart_sentence(told, ASKED) == (
        "This and “Alcohol that day” and “No socks in bed” come together: likely cramps come less often with one of "
        "them, and the diary can't yet say which."
    )


@pytest.mark.parametrize(
    ("nights", "about"), [(59, None), (60, 90), (167, 90), (168, 180), (363, 180), (364, 365), (3650, 365)]
)
def test_how_sure_the_method_is_grows_with_the_nights(nights: int, about: int | None) -> None:
    row = figures_at(nights, 16)
    assert (row and row.nights) == about


@pytest.mark.parametrize(("questions", "known", "unknown"), [(9, 12, 0), (12, 12, 0), (13, 9, 7), (16, 9, 7)])
def test_how_sure_the_method_is_told_of_the_questions_that_are_nearest(
    questions: int, known: int, unknown: int
) -> None:
    row = figures_at(365, questions)
    assert row is not None
    assert (row.known, row.unknown) == (known, unknown)


def test_a_short_diary_is_told_that_it_can_show_almost_nothing() -> None:
    assert accuracy_sentences(0, 16) == ("No look was taken yet: the first comes with the 28th logged night.",)
    assert accuracy_sentences(28, 16) == (
        "The verdicts weigh 28 logged nights. With so few, a diary can show almost nothing yet.",
    )
    row = figures_at(364, 16)
    assert row is not None
    assert f"found {row.triple} of 100 things that triple the odds" in " ".join(accuracy_sentences(364, 16))
