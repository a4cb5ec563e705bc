"""The standing words of the bedside sheet, by where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from diary.language import tr
from diary.report.narrative import NO, YES


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Every text of the sheet that is the same on each."""

    night: str
    evening: str
    morning: str
    early: str
    quiet: str
    cramps: tuple[str, ...]
    """Of each cramp that a line has room for, its head."""
    cramp_heads: tuple[str, ...]
    """Of each box of a cramp."""
    tick_rule: str
    rules: tuple[str, ...]
    """How the boxes are filled in that stand on every sheet."""


def sheet_words(*, muscles: str) -> SheetWords:
    """The words, in the language in use; the muscles each with the number that is written for it."""
    return SheetWords(
        night=tr("Night"),
        evening=tr("Evening"),
        morning=tr("Morning"),
        early=tr("Filled in before bed"),
        quiet=tr("No cramps"),
        cramps=(tr("First cramp"), tr("Second cramp"), tr("Third cramp")),
        cramp_heads=(tr("Time"), tr("Side"), tr("Muscle"), tr("Minutes"), tr("Strength")),
        tick_rule=tr("{yes} yes, {no} no. An empty box is not answered, and never a no.").format(yes=YES, no=NO),
        rules=(
            tr("Tick “Filled in before bed” where you wrote the evening's boxes before the night."),
            tr("Tick “No cramps” after a night without any; else fill in the boxes of each cramp."),
            tr("Time: by the clock, “about 3” is enough."),
            tr("Side: L left, R right, B both."),
            tr("Muscle: {muscles}.").format(muscles=muscles),
            tr("Minutes: how long it lasted."),
            tr("Strength: from 0, no pain, to 10, the worst there could be."),
            tr("Write further cramps on the back, with the date."),
        ),
    )
