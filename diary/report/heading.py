"""The head of the report: its period, and what a reader has to know of its nights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.built_in import BUILT_IN
from diary.model.damage import damaged_between
from diary.model.factors import Group
from diary.model.mornings import day_name
from diary.model.percent import percent

if TYPE_CHECKING:
    from diary.model.period import Period
    from diary.report.material import BlockSource, Material
    from diary.report.period_nights import PeriodNights


def period_words(period: Period) -> str:
    """The period from its first to its last morning."""
    first, last = (day_name(day, year=True) for day in (period.first, period.last))
    return tr("{first} to {last}").format(first=first, last=last)


def omission_words(source: BlockSource) -> str:
    """How many nights of the period are in no count, and why, and what else is missing; empty where nothing is."""
    period = source.nights.period
    sentences = (
        _left_out_words(source.material, period),
        _damage_words(source.material, period),
        *source.material.missing_sentences,
    )
    return " ".join(filter(None, sentences))


def _left_out_words(material: Material, period: Period) -> str:
    n = sum(night.morning in material.choices.left_out and night.morning in period for night in material.nights)
    if not n:
        return ""
    return trn(
        "{n} night was left out by the patient and is counted as not logged.",
        "{n} nights were left out by the patient and are counted as not logged.",
        n,
    ).format(n=n)


def _damage_words(material: Material, period: Period) -> str:
    n = len(damaged_between(material.damaged_nights, period))
    if not n:
        return ""
    return trn(
        "{n} night of the diary cannot be read and is in no count.",
        "{n} nights of the diary cannot be read and are in no count.",
        n,
    ).format(n=n)


def early_answer_words(nights: PeriodNights) -> str:
    """The share of answers that were given before the cramps were; empty where there is no answer.

    What is asked only after cramps is left out: it cannot be answered before.
    """
    after_cramps = {factor.key for factor in BUILT_IN.group(Group.AFTER)}
    late = [night.late(key) for night in nights.logged_nights for key in night.answers if key not in after_cramps]
    if not late:
        return ""
    return tr("{share} of {n:,} answers given before the cramps were told").format(
        share=percent(late.count(False) / len(late)), n=len(late)
    )
