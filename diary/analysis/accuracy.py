"""How sure the method is at so many nights, in words: how much it finds, and how often it is wrong.

The figures are of 60,000 made-up diaries of people with and without something that goes with their cramps. Loads
without pandas.
"""

from __future__ import annotations

from dataclasses import dataclass

from diary.language import tr, trn


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What the method does with diaries of about so many nights; shares are out of 100."""

    nights: int
    since: int
    """The look from which a diary is counted as one of about so many nights."""
    detections: int
    """How much was marked as likely or strong of what does go with the cramps."""
    false_low: int
    false_high: int
    """How many of all likely marks were chance, in the best of the kinds of diary tried; `false_high` in the worst."""


TABLE = (
    Accuracy(90, since=60, detections=16, false_low=7, false_high=26),
    Accuracy(180, since=168, detections=33, false_low=3, false_high=26),
    Accuracy(365, since=364, detections=53, false_low=3, false_high=14),
)
FALSE_STRONG = 11
"""So many of 100 strong patterns were chance at most, from 90 nights on."""
FALSE_COUPLED = 36
"""So many of 100 likely patterns were chance in short diaries where several things always come together."""


def accuracy_at(nights: int) -> Accuracy | None:
    """The row for a look at so many logged nights; None where there are too few for any."""
    return next((row for row in reversed(TABLE) if nights >= row.since), None)


def accuracy_sentences(nights: int) -> tuple[str, ...]:
    """How sure the verdicts of a look at so many logged nights are."""
    row = accuracy_at(nights)
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
            "The method was tried on tens of thousands of made-up diaries. In those of about {nights} nights it found {found} of "
            "100 things that went with the cramps; one that only doubles the odds is mostly missed, even in a year."
        ).format(nights=row.nights, found=row.detections),
        _false_marks(row),
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


def _false_marks(row: Accuracy) -> str:
    words = tr("Of 100 likely patterns, {low} to {high} were chance; of 100 strong ones, {strong} at most.").format(
        low=row.false_low, high=row.false_high, strong=FALSE_STRONG
    )
    if row.nights > TABLE[0].nights:
        return words
    coupled = tr("Where several things mostly come together, up to {n} of 100 likely ones were.").format(
        n=FALSE_COUPLED
    )
    return f"{words} {coupled}"
