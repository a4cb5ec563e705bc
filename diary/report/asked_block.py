"""What was asked apart from the nights, as ticks: what comes with the cramps, and what tells them from other things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.profile_questions import COMES_WITH
from diary.model.telling_apart import TELLING_APART

if TYPE_CHECKING:
    from diary.report.fit import Fit
    from diary.report.material import BlockSource

ASKED = (*TELLING_APART, *COMES_WITH)


@dataclass(frozen=True, slots=True)
class AskedBlock:
    """The answers by kind."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    counts: str
    """“3 yes, 8 no, 1 not asked”, of all that are asked."""


def asked_block(source: BlockSource, fit: Fit) -> AskedBlock:
    """The block of a report."""
    answers = source.profile.answers
    yes = [question for question in ASKED if question.key in answers and answers[question.key].yes]
    no = [question for question in ASKED if question.key in answers and not answers[question.key].yes]
    if not yes and not no:
        counts = tr("Not asked.")
    else:
        missing = len(ASKED) - len(yes) - len(no)
        words = tr("{yes} yes, {no} no, {missing} not asked") if missing else tr("{yes} yes, {no} no")
        counts = words.format(yes=len(yes), no=len(no), missing=missing)
    return AskedBlock(
        tuple(tr(question.brief or question.name) for question in yes[: fit.yeses]),
        tuple(tr(question.brief or question.name) for question in no) if fit.noes else (),
        counts,
    )
