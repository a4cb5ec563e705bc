"""In which order findings stand on screen, and which nights lie behind one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.cold_line import ColdLine
from diary.analysis.finding import Finding, Verdict
from diary.model.night import Night
from diary.model.triggers import TRIGGERS, Exposure, Lines, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.book import Diary

_RANK = {
    Verdict.STANDS_OUT: 0,
    Verdict.LIKELY: 1,
    Verdict.POSSIBLE: 2,
    Verdict.CANNOT_TELL_APART: 2,
    Verdict.NO_CLEAR_PATTERN: 3,
    Verdict.NOT_ENOUGH_NIGHTS: 4,
}


@dataclass(frozen=True, slots=True, eq=False)
class Behind:
    """What a trigger's page shows. Two are equal only if they are the same: comparing thousands of nights takes time."""

    finding: Finding
    lines: Lines
    cold: ColdLine
    nights: dict[Exposure, tuple[Night, ...]]
    """The logged nights, newest first, by what their answers say about the trigger."""


def of_the_article(findings: Iterable[Finding]) -> list[tuple[Trigger, Finding]]:
    """The article's triggers with their findings: what stands out first, what cannot be judged yet last."""
    by_key = {finding.key: finding for finding in findings}
    found = [(trigger, by_key[trigger.key]) for trigger in TRIGGERS if trigger.key in by_key]
    return sorted(found, key=lambda pair: _RANK[pair[1].verdict])


def nights_by_exposure(nights: Sequence[Night], trigger: Trigger, lines: Lines) -> dict[Exposure, tuple[Night, ...]]:
    """The logged nights, newest first, by what their answers say about a trigger."""
    newest_first = sorted((night for night in nights if night.logged), key=lambda night: night.morning, reverse=True)
    told = [(trigger.exposure(night.values(), lines), night) for night in newest_first]
    return {exposure: tuple(night for each, night in told if each is exposure) for exposure in Exposure}


def behind(book: Diary, trigger: Trigger) -> Behind:
    """What the page of a trigger shows, from the whole diary."""
    cold = book.cold_line()
    lines = Lines(cold_below=cold.below, calcium_aim=book.preferences().calcium_aim)
    finding = next(each for each in book.findings() if each.key == trigger.key)
    return Behind(finding, lines, cold, nights_by_exposure(book.nights(), trigger, lines))
