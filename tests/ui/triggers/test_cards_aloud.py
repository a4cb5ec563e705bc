"""Every kind of card as it reads aloud, beside the texts that were read and found plain, true and short.

After a change of words, write the texts anew with `python -m tests.ui.triggers.test_cards_aloud` and read them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from diary.analysis.answering import AnsweredNights, CappedBy
from diary.analysis.cold_threshold import ColdThreshold
from diary.analysis.finding import Direction, Finding, MissingNights, Suspected, Verdict
from diary.analysis.words import verdict_name
from diary.model.built_in import BUILT_IN
from diary.model.exposures import exposures_by_key, exposures_of
from diary.model.factors import Catalogue, Choice, Factor, Group, Number, Option, YesNo
from diary.model.preferences import TemperatureUnit
from diary.ui.triggers.content.findings import CardSource, cards_of

TEXTS = Path(__file__).with_name("cards_aloud.txt")
OWN = Catalogue(
    (
        *BUILT_IN.factors,
        Factor("own_walk", Group.OWN, "An evening walk?", "Evening walk", YesNo(), evening=True),
        Factor("own_steps", Group.OWN, "How many steps?", "Steps", Number(0, 50_000, unit="steps"), evening=True),
        Factor("own_bed", Group.OWN, "Which bed?", "Bed", Choice((Option("home", "At home"), Option("away", "Away")))),
    )
)
COLD = Finding(
    "cold_room",
    9,
    20,
    4,
    40,
    unknown=3,
    verdict=Verdict.NO_CLEAR_PATTERN,
    probability=0.2,
    as_of=dt.date(2026, 11, 3),
    nights_to_next_analysis=9,
)
FEW = replace(COLD, verdict=Verdict.NOT_ENOUGH_NIGHTS, probability=None)
FEWER = {"exposed_cramp": 2, "exposed": 30, "unexposed_cramp": 12, "unexposed": 30}
LESS = replace(COLD, direction=Direction.LESS, **FEWER)  # type: ignore[arg-type]  # counts are whole numbers

CASES = {
    "strong": replace(COLD, verdict=Verdict.STANDS_OUT),
    "likely, weighed against what came with it": replace(
        COLD, verdict=Verdict.LIKELY, with_=("thin_quilt", "own_walk")
    ),
    "likely, though the counts alone say less": replace(
        COLD, verdict=Verdict.LIKELY, exposed_cramp=5, unexposed_cramp=10, with_=("thin_quilt",)
    ),
    "possible": replace(COLD, verdict=Verdict.POSSIBLE),
    "cannot be told apart": replace(COLD, verdict=Verdict.CANNOT_TELL_APART, with_=("thin_quilt",)),
    "no clear pattern": replace(COLD, exposed_cramp=5, unexposed_cramp=10),
    "no clear pattern, though the counts differ": replace(COLD, with_=("thin_quilt",)),
    "no clear pattern, the counts differ and nothing came with it": COLD,
    "no clear pattern, and the counts lean the other way": replace(COLD, **FEWER),  # type: ignore[arg-type]  # as above
    "not enough nights": replace(FEW, exposed=2, exposed_cramp=1, missing=MissingNights(exposed=3)),
    "not enough cramps": replace(FEW, exposed_cramp=1, unexposed_cramp=1, missing=MissingNights(cramp=3)),
    "enough nights since the look": FEW,
    "no night at all": replace(FEW, exposed_cramp=0, exposed=0, unexposed_cramp=0, unexposed=0, as_of=None),
    "one night with it": replace(FEW, exposed_cramp=1, exposed=1, missing=MissingNights(exposed=4)),
    "late and possible": replace(COLD, verdict=Verdict.POSSIBLE, capped_by=CappedBy.LATE, before_the_night=0.6),
    "late and not judged, only in the morning": replace(
        COLD, key="legs_uncovered", verdict=Verdict.NOT_JUDGED, capped_by=CappedBy.LATE, before_the_night=0.0
    ),
    "answered unlike": replace(
        COLD, verdict=Verdict.NOT_JUDGED, capped_by=CappedBy.ANSWERED_UNLIKE, answered=AnsweredNights(13, 13, 47, 130)
    ),
    "answered unlike and possible": replace(
        LESS,
        key="alcohol",
        verdict=Verdict.POSSIBLE,
        capped_by=CappedBy.ANSWERED_UNLIKE,
        answered=AnsweredNights(13, 40, 128, 130),
    ),
    "rests on memory": replace(
        COLD, verdict=Verdict.FROM_MEMORY, capped_by=CappedBy.MEMORY, probability=0.8, before_the_night=0.4
    ),
    "rests on memory, only in the morning": replace(
        COLD,
        key="legs_uncovered",
        verdict=Verdict.FROM_MEMORY,
        capped_by=CappedBy.MEMORY,
        probability=0.8,
        before_the_night=0.0,
    ),
    "three come together": replace(
        COLD, verdict=Verdict.CANNOT_TELL_APART, with_=("thin_quilt", "legs_uncovered", "own_walk")
    ),
    "told only after cramps": replace(FEW, missing=MissingNights(quiet=5)),
    "suspected beforehand": replace(COLD, verdict=Verdict.LIKELY, suspected=Suspected.BELIEVED),
    "suspected, and answered from memory": replace(COLD, suspected=Suspected.FROM_MEMORY, before_the_night=0.4),
    "suspected after the first look": replace(COLD, suspected=Suspected.NAMED_LATE),
    "an early look": replace(COLD, verdict=Verdict.LIKELY, early=True),
    "little calcium, with supplements": replace(COLD, key="low_calcium"),
    "also tracked, more often": replace(COLD, key="warm_night", verdict=Verdict.LIKELY),
    "also tracked, less often": replace(LESS, key="alcohol", verdict=Verdict.STANDS_OUT),
    "also tracked, perhaps less often": replace(LESS, key="no_socks", verdict=Verdict.POSSIBLE),
    "also tracked, less often, cannot be told apart": replace(
        LESS, key="caffeine", verdict=Verdict.CANNOT_TELL_APART, with_=("few_fluids", "own_walk")
    ),
    "own yes or no": replace(LESS, key="own_walk", verdict=Verdict.LIKELY, with_=("own_steps",)),
    "own number": replace(COLD, key="own_steps"),
    "own choice": replace(FEW, key="own_bed-home", missing=MissingNights(unexposed=1, quiet=2)),
}


def aloud(case: str) -> str:
    """The card of a case, a line a sentence."""
    finding = CASES[case]
    told = CardSource(
        exposures_of(OWN), OWN, ColdThreshold(14.5, "coldest_third"), 12, TemperatureUnit.CELSIUS, "all nights"
    )
    (card,) = cards_of([finding], [exposures_by_key(exposures_of(OWN))[finding.key]], told)
    lines = (
        card.exposure.name,
        card.counts,
        verdict_name(finding.verdict, finding.capped_by),
        *card.sentences,
        card.held_back,
    )
    return "\n".join((f"[{case}]", *[line for line in lines if line]))


@pytest.mark.parametrize("case", CASES)
def test_a_card_reads_as_it_was_found_plain_true_and_short(case: str) -> None:
    assert aloud(case) in TEXTS.read_text(encoding="utf-8").strip().split("\n\n")


def test_no_sentence_of_a_card_is_long() -> None:
    sentences = [line for case in CASES for line in aloud(case).splitlines()[2:]]
    assert max(len(sentence.split()) for line in sentences for sentence in line.split(". ")) <= 30


if __name__ == "__main__":
    TEXTS.write_text("\n\n".join(aloud(case) for case in CASES) + "\n", encoding="utf-8")
