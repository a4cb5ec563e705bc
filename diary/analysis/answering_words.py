"""What a finding says of how it was answered, and what in its answers holds it back. Loads without pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.answering import CappedBy
from diary.analysis.finding import Direction, Verdict
from diary.language import mark, tr
from diary.model.early_answers import MEASURED

if TYPE_CHECKING:
    from diary.analysis.finding import Finding
    from diary.model.exposure import Exposure

_WOULD_NOT_STAND = {
    Direction.MORE: mark(
        "By your answers cramps come more often with it, but this would not stand if memory leaned a little after bad nights."
    ),
    Direction.LESS: mark(
        "By your answers cramps come less often with it, but this would not stand if memory leaned a little after bad nights."
    ),
}

_EARLY = {
    False: (
        mark("All answers were given before the night."),
        mark("No answer was given before the night."),
        mark("Of 100 answers, {n} were given before the night."),
    ),
    True: (
        mark("All answers were given before the night or measured."),
        mark("No answer was given before the night or measured."),
        mark("Of 100 answers, {n} were given before the night or measured."),
    ),
}


def answered_sentence(finding: Finding) -> str:
    """On how many cramp nights and quiet nights it was answered; empty where it was on none."""
    answered = finding.answered
    if not answered.cramp_nights and not answered.quiet_nights:
        return ""
    return tr(
        "You answered this on {cramp} of {cramp_nights} cramp nights and on {quiet} of {quiet_nights} quiet ones."
    ).format(
        cramp=answered.answered_cramp,
        cramp_nights=answered.cramp_nights,
        quiet=answered.answered_quiet,
        quiet_nights=answered.quiet_nights,
    )


def before_the_night_sentence(finding: Finding, exposure: Exposure) -> str:
    """The share of its answers that was given before the night; empty where there is no verdict to read it by."""
    if finding.verdict is Verdict.NOT_ENOUGH_NIGHTS:
        return ""
    share = round(100 * finding.before_the_night)
    all_words, none_words, some_words = (tr(words) for words in _EARLY[bool(MEASURED & set(exposure.factors))])
    return all_words if share == 100 else some_words.format(n=share) if share else none_words


def held_back_sentence(finding: Finding, *, ahead: bool = True) -> str:
    """Why its answers hold the verdict back, and how to do better; empty where they do not.

    `ahead` tells whether it can be answered the evening before.
    """
    match finding.capped_by:
        case CappedBy.ANSWERED_UNLIKE:
            return f"{_unlike(finding)} {_better_after_both(finding)}"
        case CappedBy.LATE:
            return f"{_late(finding)} {_better_before(ahead=ahead)}"
        case CappedBy.MEMORY:
            return f"{tr(_WOULD_NOT_STAND[finding.direction])} {_better_early(ahead=ahead)}"
        case None:
            return ""


def helped_by_tonight(finding: Finding) -> bool:
    """Whether answering it before the night would help it to a verdict."""
    return finding.capped_by in (CappedBy.LATE, CappedBy.MEMORY)


def _unlike(finding: Finding) -> str:
    answered = finding.answered
    words = tr(
        "You answered this on {cramp} of {cramp_nights} cramp nights and on {quiet} of {quiet_nights} quiet ones: such "
        "answers alone make no pattern."
    )
    if finding.verdict is Verdict.POSSIBLE:
        words = tr(
            "You answered this on {cramp} of {cramp_nights} cramp nights and on {quiet} of {quiet_nights} quiet ones: so it "
            "counts as possible at most."
        )
    return words.format(
        cramp=answered.answered_cramp,
        cramp_nights=answered.cramp_nights,
        quiet=answered.answered_quiet,
        quiet_nights=answered.quiet_nights,
    )


def _better_after_both(finding: Finding) -> str:
    answered = finding.answered
    if answered.answered_quiet * answered.cramp_nights < answered.answered_cramp * answered.quiet_nights:
        return tr("Better is to say after quiet nights, too, what was not so: Log has one tap for it.")
    return tr("Better is to say after cramps, too, what was not so.")


def _late(finding: Finding) -> str:
    if finding.verdict is Verdict.POSSIBLE:
        return tr(
            "Many of its answers came after the cramps were told, and memory leans after a bad night: so it counts as "
            "possible at most."
        )
    return tr(
        "Many of its answers came after the cramps were told, and memory leans after a bad night: such answers alone "
        "make no pattern."
    )


def _better_before(*, ahead: bool) -> str:
    if ahead:
        return tr("Better is to note it the evening before, under Tonight.")
    return tr("Better is to answer it in the morning before you tell of cramps.")


def _better_early(*, ahead: bool) -> str:
    if ahead:
        return tr("Better is to note it the evening before, under Tonight.")
    return tr("It can only be answered in the morning, so more nights are needed.")
