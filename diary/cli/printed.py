"""Nights and findings as the terminal shows them: one short line each, aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.mornings import night_name
from diary.model.night import Night, NightState
from diary.model.shown import shown_cramp, shown_own_answers

if TYPE_CHECKING:
    from diary.analysis.finding import Finding
    from diary.model.compared import Compared
    from diary.model.factors import Catalogue

_STATES = {
    NightState.NOT_LOGGED: mark("not logged"),
    NightState.QUIET: mark("quiet"),
    NightState.CRAMPS: mark("cramps"),
}
_STATE_WIDTH = 12
_NAME_WIDTH = 26


def night_lines(night: Night, catalogue: Catalogue) -> list[str]:
    """A night in a line; further cramps, answers to the person's own questions and the note stand below the first."""
    told = [shown_cramp(cramp) for cramp in night.cramps or ()]
    own = shown_own_answers(night, catalogue)
    told += [own] if own else []
    told += [" ".join(night.note.split())] if night.note else []
    start = f"{night.morning.isoformat()}  {night_name(night.morning):<{_NAME_WIDTH}}"
    start += f"{tr(_STATES[night.state]):<{_STATE_WIDTH}}"
    first, *others = told or [""]
    return [f"{start}{first}".rstrip(), *(" " * len(start) + other for other in others)]


def finding_lines(finding: Finding, one: Compared) -> list[str]:
    """A finding in a few lines: its name, then its counts, its verdict, and what is missing."""
    from diary.analysis.words import counts_sentence, direction_sentence, missing_sentence, verdict_name

    told = (f"{verdict_name(finding.verdict)}.", direction_sentence(finding), missing_sentence(finding, one))
    verdict = " ".join(words for words in told if words)
    return [tr(one.name), f"  {counts_sentence(finding, one)}", f"  {verdict}"]
