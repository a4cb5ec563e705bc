"""Why nothing was found, where the nights say so: told only after cramps, few nights, or what works later still.

Loads without pandas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.finding import Verdict
from diary.language import tr

if TYPE_CHECKING:
    from diary.analysis.finding import Finding
    from diary.model.exposure import Exposure

FEW_NIGHTS = 90
"""Answered nights below which only strong patterns show (tests/bench/findings.md)."""
FEW_OF_A_KIND = 20
"""Nights with it, or without it, below which only strong patterns show, however many there are of the other kind."""
WORKS_LATER = frozenset({"hard_exercise"})
"""What may work a night later as well: its verdict weighs that day, and that day or the one before."""


def reason_sentences(finding: Finding, exposure: Exposure) -> tuple[str, ...]:
    """The reasons why a finding shows no pattern, and how far its verdict looks; none where it is not judged."""
    if finding.verdict is Verdict.NOT_ENOUGH_NIGHTS:
        return _only_after_cramps(finding)
    if finding.verdict is Verdict.NOT_JUDGED:
        return ()
    few = _few(finding) if finding.verdict is Verdict.NO_CLEAR_PATTERN else ()
    later = tr("The counts are of the night after it; the verdict also weighs a second night. Later ones are not seen.")
    return (*few, *((later,) if exposure.key in WORKS_LATER else ()))


def _only_after_cramps(finding: Finding) -> tuple[str, ...]:
    missing = finding.missing
    if missing.exposed or missing.unexposed or missing.cramp or not missing.quiet:
        return ()
    return (tr("So far it was told almost only after cramps, so there is nothing to compare with."),)


def _few(finding: Finding) -> tuple[str, ...]:
    answered = finding.exposed + finding.unexposed
    if answered < FEW_NIGHTS:
        return (tr("{n} nights answer it: with so few, only strong patterns show.").format(n=answered),)
    if finding.exposed < FEW_OF_A_KIND:
        return (tr("It was so on {n} nights: with so few, only strong patterns show.").format(n=finding.exposed),)
    if finding.unexposed < FEW_OF_A_KIND:
        return (
            tr("It was so on all but {n} nights: with so few without it, only strong patterns show.").format(
                n=finding.unexposed
            ),
        )
    return ()
