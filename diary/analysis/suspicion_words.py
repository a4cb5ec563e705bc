"""How the person's suspicion stands, on the finding that it is of. Loads without pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.finding import Suspected, Verdict
from diary.language import mark, tr

if TYPE_CHECKING:
    from diary.analysis.finding import Finding

_STANDING = {
    Suspected.BELIEVED: mark(
        "You suspected this before the first look: it was believed more from the start, and only answers from before the "
        "night were weighed."
    ),
    Suspected.FROM_MEMORY: mark(
        "You suspected this, but too few answers were given before the night: it was weighed like everything else."
    ),
    Suspected.NAMED_LATE: mark(
        "You named this suspicion after the nights of the first look: it was weighed like everything else."
    ),
}
_SHORT = {
    Suspected.BELIEVED: mark("suspected beforehand"),
    Suspected.FROM_MEMORY: mark("suspected, from memory"),
    Suspected.NAMED_LATE: mark("suspected later"),
}


def suspicion_sentence(finding: Finding) -> str:
    """How the suspicion stands; empty where it is not of this finding."""
    if finding.suspected is None:
        return ""
    if finding.suspected is Suspected.BELIEVED and finding.verdict is Verdict.NOT_ENOUGH_NIGHTS:
        return tr("You suspected this before the first look.")
    return tr(_STANDING[finding.suspected])


def suspicion_note(finding: Finding) -> str:
    """The same in two words, for a table; empty where it is not of this finding."""
    return tr(_SHORT[finding.suspected]) if finding.suspected else ""
