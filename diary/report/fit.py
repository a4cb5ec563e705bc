"""How much page one tells: a doctor reads it in a minute, so it has at most so many words.

Where a diary has more to tell, it gives way in a fixed order. Strip, warning signs, tiles and picture never do; what gives way
stands whole on the following pages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

MOST_WORDS = 300
"""Words of page one at most, its foot among them."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How much of each block stands on page one."""

    goes_with: int = 3
    """Rows of what the cramps go with."""
    goes_with_notes: bool = True
    """Whether a row's second line stands below it."""
    other_medicines: int = 12
    """Medicines without a mark that are named."""
    conditions: int = 12
    day_sums: bool = True
    """Whether days with vomiting or diarrhoea and alcohol a week stand beside the conditions."""
    noes: bool = True
    """Whether questions answered by no are named, and not only counted."""
    yeses: int = 14
    """Questions answered by yes that are named."""
    events: int = 4
    """Changes that are told with the nights before and since."""
    tried: int = 3
    questions: int = 3
    """Questions to the doctor."""
    name: int = 34
    """Columns of the name of a medicine."""
    first_words: bool = False
    """Whether of many medicines only the first word of each name stands."""
    text: int = 90
    """Characters of a text of the person's own."""
    mild_signs: int = 17
    """Signs to make an appointment for that are named."""
    today_signs: int = 17
    """The same of those for a doctor's eye today. What needs help at once is always named."""
    other_findings: bool = True
    """Whether it is told how much else was looked at where no row stands."""
    usual_features: bool = True
    """Whether features stand that no night tells of, but the profile."""


def all_fits() -> tuple[Fit, ...]:
    """The fits from the most to the least that page one may tell, in the order in which it gives way."""
    steps: tuple[dict[str, int | bool], ...] = (
        {"goes_with_notes": False},
        {"day_sums": False},
        {"other_medicines": 5},
        {"other_medicines": 0},
        {"noes": False},
        {"text": 60},
        {"tried": 1},
        {"goes_with": 2},
        {"tried": 0},
        {"conditions": 4},
        {"questions": 2},
        {"text": 45},
        {"goes_with": 1},
        {"conditions": 2},
        {"questions": 1},
        {"yeses": 5},
        {"conditions": 1},
        {"goes_with": 0},
        {"questions": 0},
        {"yeses": 3},
        {"events": 3},
        {"yeses": 1},
        {"events": 2},
        # Only so many signs and medicines as few people have come to this.
        {"mild_signs": 4, "yeses": 0},
        {"mild_signs": 2, "events": 1},
        {"name": 20, "conditions": 0, "events": 0},
        {"other_findings": False, "usual_features": False, "first_words": True},
        {"today_signs": 2, "mild_signs": 1},
        {"today_signs": 1, "mild_signs": 0},
    )
    fits = [Fit()]
    for step in steps:
        fits.append(replace(fits[-1], **step))  # type: ignore[arg-type]  # fields and values by name, as above
    return tuple(fits)
