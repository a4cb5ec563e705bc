"""What the days before the nights add up to that a doctor asks for: vomiting or diarrhoea, and alcohol a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.trends import LEAST_LOGGED, NIGHTS_A_WEEK
from diary.language import tr, trn
from diary.model.rounding import rate_text

if TYPE_CHECKING:
    from diary.report.period_nights import PeriodNights

UPSET, ALCOHOL = "stomach_upset", "alcohol"


def day_sums(nights: PeriodNights) -> tuple[str, ...]:
    """Both in a few words, of the days that were answered about them; nothing of what never was."""
    return tuple(words for words in (_upset_days(nights), _drinks(nights)) if words)


def _answers(nights: PeriodNights, key: str) -> list[float]:
    values = [night.value(key) for night in nights.logged_nights]
    return [float(value) for value in values if isinstance(value, (bool, int, float))]


def _upset_days(nights: PeriodNights) -> str:
    answers = _answers(nights, UPSET)
    if not answers:
        return ""
    words = trn("vomiting or diarrhoea on {n} of {all} day", "vomiting or diarrhoea on {n} of {all} days", len(answers))
    return words.format(n=int(sum(answers)), all=len(answers))


def _drinks(nights: PeriodNights) -> str:
    """Drinks a week by the days that were answered; their sum alone where these are fewer than a week has."""
    answers = _answers(nights, ALCOHOL)
    if not answers:
        return ""
    if len(answers) < LEAST_LOGGED:
        words = trn("{drinks} alcoholic drinks on {n} day", "{drinks} alcoholic drinks on {n} days", len(answers))
        return words.format(drinks=f"{sum(answers):g}", n=len(answers))
    rate = rate_text(NIGHTS_A_WEEK * sum(answers) / len(answers))
    return tr("{drinks} alcoholic drinks a week").format(drinks=rate)
