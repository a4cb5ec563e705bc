"""How sure the method is at so many nights and questions, in words: how much it finds, and how often it is wrong.

The figures are the benchmark's own (diary/analysis/accuracy_figures.py). Loads without pandas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.accuracy_figures import FIGURES, OF_SUSPICIONS
from diary.analysis.finding import Suspected
from diary.language import tr, trn
from diary.model.triggers import TRIGGERS

if TYPE_CHECKING:
    from diary.analysis.accuracy_figures import Figures
    from diary.analysis.finding import Finding

SINCE = {90: 60, 180: 168, 365: 364}
"""The look from which a diary is counted as one of about so many nights."""
AS_ASKED = 7
"""Questions of unknown direction that the program asks from the start."""


def figures_at(nights: int, questions: int) -> Figures | None:
    """The figures for a look at so many logged nights; None where there are too few for any.

    The article's questions are of known direction and all others of unknown; those of the diaries tried that are nearest.
    """
    length = _length(nights)
    unknown = questions - len(TRIGGERS)
    rows = [row for row in FIGURES if row.nights == length]
    return min(rows, key=lambda row: abs(row.unknown - unknown)) if rows else None


def _length(nights: int) -> int | None:
    return max((length for length, since in SINCE.items() if nights >= since), default=None)


def suspicion_accuracy_sentences(finding: Finding, nights: int) -> tuple[str, ...]:
    """What naming a suspicion changes at a look of so many logged nights; none where this is not what is believed more."""
    row = next((row for row in OF_SUSPICIONS if row.nights == _length(nights)), None)
    if finding.suspected is not Suspected.BELIEVED or row is None:
        return ()
    return (
        tr(
            "Named beforehand, {named} of 100 suspicions that triple the odds were found in {nights} nights, and {unnamed} of "
            "the same where they were not named. Of 100 that were wrong, {wrong} were shown all the same."
        ).format(named=row.triple, unnamed=row.triple_unnamed, nights=row.nights, wrong=row.wrong),
    )


def accuracy_sentences(nights: int, questions: int) -> tuple[str, ...]:
    """How sure the verdicts of a look at so many logged nights and questions are."""
    row = figures_at(nights, questions)
    if row is None:
        few = trn(
            "The verdicts weigh {n} logged night. With so few, a diary can show almost nothing yet.",
            "The verdicts weigh {n} logged nights. With so few, a diary can show almost nothing yet.",
            nights,
        ).format(n=nights)
        return (few,) if nights else (tr("No look was taken yet: the first comes with the 28th logged night."),)
    return (
        trn("The verdicts weigh {n} logged night.", "The verdicts weigh {n} logged nights.", nights).format(n=nights),
        tr(
            "The method was tried on thousands of made-up diaries. In those of {nights} nights and {questions} questions it "
            "found {triple} of 100 things that triple the odds of cramps. Of those that double them it found {double}, and of those "
            "that make them six times as high {six_times}."
        ).format(
            nights=row.nights,
            questions=row.known + row.unknown,
            triple=row.triple,
            double=row.double,
            six_times=row.six_times,
        ),
        tr("Of 100 likely or strong patterns, {low} to {high} were chance; of 100 strong ones, about {strong}.").format(
            low=row.false_low, high=row.false_high, strong=row.false_strong
        ),
        tr("They were answered before the night. Patterns from morning answers alone need more nights."),
    )


def limits_sentences() -> tuple[str, ...]:
    """How much the method finds, and how often it is wrong, for somebody who reads about a whole diary as it is asked."""
    short, year = (
        next(row for row in FIGURES if (row.unknown, row.nights) == (AS_ASKED, nights)) for nights in (90, 365)
    )
    return (
        tr(
            "30 nights show almost nothing. Of 100 things that triple the odds of cramps, told before the night, {short} are "
            "found with 90 nights and {year} with 365. So “no clear pattern so far” never rules anything out."
        ).format(short=short.triple, year=year.triple),
        tr(
            "Of 100 patterns called likely or strong, {short_low} to {short_high} are false at 90 nights, and {year_low} to "
            "{year_high} at a year, over all the people who keep such a diary; of 100 strong ones about {strong}."
        ).format(
            short_low=short.false_low,
            short_high=short.false_high,
            year_low=year.false_low,
            year_high=year.false_high,
            strong=max(short.false_strong, year.false_strong),
        ),
    )


def weighed_with_sentence(others: int) -> str:
    """What a verdict was weighed against, where it and so many others can be judged."""
    always = tr("It was weighed against the season, weekdays, bad spells and the night before.")
    if not others:
        return always
    return trn(
        "It was weighed against {n} other thing that you track, the season, weekdays, bad spells and the night before.",
        "It was weighed against {n} other things that you track, the season, weekdays, bad spells and the night before.",
        others,
    ).format(n=others)
