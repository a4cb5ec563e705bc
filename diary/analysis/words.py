"""A finding in words: counts first, then the verdict, and never more than the nights carry.

Cramps *go with* something, or come *more often* or *less often* with it: a diary shows that things go together, not
why. Loads without pandas.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from diary.analysis.answering import CappedBy
from diary.analysis.answering_words import held_back_sentence
from diary.analysis.finding import Direction, Verdict
from diary.language import mark, tr, trn
from diary.model.mornings import day_name
from diary.model.triggers import TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.analysis.finding import Finding
    from diary.model.exposure import Exposure


VERDICT_NAMES = {
    Verdict.STANDS_OUT: mark("Strong pattern"),
    Verdict.LIKELY: mark("Likely pattern"),
    Verdict.POSSIBLE: mark("Possible pattern"),
    Verdict.CANNOT_TELL_APART: mark("Can't be told apart yet"),
    Verdict.FROM_MEMORY: mark("Rests on memory"),
    Verdict.NOT_JUDGED: mark("Not judged"),
    Verdict.NO_CLEAR_PATTERN: mark("No clear pattern so far"),
    Verdict.NOT_ENOUGH_NIGHTS: mark("Not enough nights yet"),
}
_NOT_JUDGED_NAMES = {
    CappedBy.ANSWERED_UNLIKE: mark("Not judged: answered unlike"),
    CappedBy.LATE: mark("Not judged: answered after the cramp"),
}

NEVER_ANSWERED = mark("No night was answered about it.")
_MORE = {
    Verdict.STANDS_OUT: mark("Cramps come more often with it: a strong pattern, with all you track weighed together."),
    Verdict.LIKELY: mark(
        "Cramps likely come more often with it, with all you track weighed together. Some patterns like this one turn "
        "out to be chance."
    ),
    Verdict.POSSIBLE: mark("Perhaps cramps come more often with it. More nights will show whether the pattern holds."),
}
_LESS = {
    Verdict.STANDS_OUT: mark("Cramps come less often with it: a strong pattern, with all you track weighed together."),
    Verdict.LIKELY: mark(
        "Cramps likely come less often with it, with all you track weighed together. Some patterns like this one turn "
        "out to be chance."
    ),
    Verdict.POSSIBLE: mark("Perhaps cramps come less often with it. More nights will show whether the pattern holds."),
}
_PLAIN = {
    Verdict.NO_CLEAR_PATTERN: mark(
        "No clear pattern so far. That does not rule it out: weak patterns mostly stay hidden, even in a year of nights."
    ),
    Verdict.NOT_ENOUGH_NIGHTS: mark("Not enough nights yet to compare."),
}
_SO = {
    Direction.MORE: mark("Cramps come more often with it."),
    Direction.LESS: mark("Cramps come less often with it."),
}
_PERHAPS = {
    Direction.MORE: mark("Perhaps cramps come more often with it."),
    Direction.LESS: mark("Perhaps cramps come less often with it."),
}
_BY_COUNTS = {
    Direction.MORE: mark("By the counts alone, cramps came more often with it."),
    Direction.LESS: mark("By the counts alone, cramps came less often with it."),
}
_APART = {
    Direction.MORE: mark(
        "This and {names} come together: likely one of them goes with your cramps, and the diary can't yet say which."
    ),
    Direction.LESS: mark(
        "This and {names} come together: likely cramps come less often with one of them, and the diary can't yet say "
        "which."
    ),
}


def counts_sentence(finding: Finding, exposure: Exposure) -> str:
    """The counts, as in “Cramps on 9 of 20 cold nights, on 4 of 40 others”."""
    nights = tr(exposure.nights_with)
    if not finding.exposed and not finding.unexposed:
        return tr("No nights to compare yet.")
    if finding.exposed > 1 and finding.unexposed > 1:
        return tr("Cramps on {cramp} of {n} {nights}, on {other_cramp} of {others} others.").format(
            cramp=finding.exposed_cramp,
            n=finding.exposed,
            nights=nights,
            other_cramp=finding.unexposed_cramp,
            others=finding.unexposed,
        )
    return f"{_with_it(finding, nights)} {_others(finding)}"


def _with_it(finding: Finding, nights: str) -> str:
    if not finding.exposed:
        return tr("No {nights} so far.").format(nights=nights)
    single = tr("Of {nights} there is one so far, without cramps.")
    if finding.exposed_cramp:
        single = tr("Of {nights} there is one so far, with cramps.")
    words = single if finding.exposed == 1 else tr("Cramps on {cramp} of {n} {nights}.")
    return words.format(cramp=finding.exposed_cramp, n=finding.exposed, nights=nights)


def _others(finding: Finding) -> str:
    if not finding.unexposed:
        return tr("No others so far.")
    if finding.unexposed == 1:
        return tr("One other, with cramps.") if finding.unexposed_cramp else tr("One other, without cramps.")
    return tr("Cramps on {cramp} of {n} others.").format(cramp=finding.unexposed_cramp, n=finding.unexposed)


def weighed_counts_sentence(weighed: Finding, shown: Finding, exposure: Exposure) -> str:
    """The counts that the verdict weighs, where others are shown beside it; empty where these are the same."""
    same = (weighed.exposed, weighed.unexposed) == (shown.exposed, shown.unexposed)
    if same or weighed.verdict is Verdict.NOT_ENOUGH_NIGHTS:
        return ""
    return tr("The verdict weighs more nights. {counts}").format(counts=counts_sentence(weighed, exposure))


def verdict_name(verdict: Verdict, capped_by: CappedBy | None = None, *, answered: bool = True) -> str:
    """The verdict as the card names it; what is not judged with what in its answers holds it back.

    What was never `answered` lacks answers, and not nights.
    """
    if not answered:
        return tr("Not answered so far")
    if verdict is Verdict.NOT_JUDGED and capped_by in _NOT_JUDGED_NAMES:
        return tr(_NOT_JUDGED_NAMES[capped_by])
    return tr(VERDICT_NAMES[verdict])


def verdict_sentence(
    finding: Finding, others: Iterable[Exposure] = TRIGGERS, *, ahead: bool = True, answered: bool = True
) -> str:
    """What the diary shows, in one or a few sentences; `others` are all questions, for their names.

    `ahead` tells whether this one can be answered the evening before, `answered` whether it ever was.
    """
    if not answered:
        return tr(NEVER_ANSWERED)
    others = tuple(others)
    sentences = (_verdict(finding, others), weighed_sentence(finding, others), held_back_sentence(finding, ahead=ahead))
    return " ".join(sentence for sentence in sentences if sentence)


def _verdict(finding: Finding, others: Iterable[Exposure]) -> str:
    if finding.verdict is Verdict.CANNOT_TELL_APART:
        return apart_sentence(finding, others)
    if finding.verdict in (Verdict.FROM_MEMORY, Verdict.NOT_JUDGED):
        return ""
    by_direction = _LESS if finding.direction is Direction.LESS else _MORE
    return tr(by_direction.get(finding.verdict) or _PLAIN[finding.verdict])


def apart_sentence(finding: Finding, others: Iterable[Exposure] = TRIGGERS) -> str:
    """The names of the questions that it cannot be told apart from; empty where it can."""
    if finding.verdict is not Verdict.CANNOT_TELL_APART:
        return ""
    names = [tr("“{name}”").format(name=tr(question.name)) for question in others if question.key in finding.with_]
    return tr(_APART[finding.direction]).format(names=_enumeration(names or [tr("something else you track")]))


def direction_sentence(finding: Finding) -> str:
    """In a few words, which way a pattern goes; empty where there is none."""
    if finding.verdict is Verdict.POSSIBLE:
        return tr(_PERHAPS[finding.direction])
    return tr(_SO[finding.direction]) if finding.verdict.highlighted else ""


def odds_sentence(finding: Finding) -> str:
    """The adjusted odds ratio with its interval; only for the highlighted, where the interval holds. Else empty."""
    odds = (finding.log_odds_ratio, finding.low, finding.high)
    if not finding.verdict.highlighted or None in odds:
        return ""
    middle, low, high = (_ratio(math.exp(value)) for value in odds if value is not None)
    return tr(
        "Odds ratio {middle}, likely between {low} and {high} (marginal interval). It compares the odds of cramps with it and without it, "
        "weighed with all you track."
    ).format(middle=middle, low=low, high=high)


def _ratio(value: float) -> str:
    """To two figures: 0.35, 2.7, 12."""
    return f"{value:.2g}" if value < 10 else f"{value:.0f}"


def missing_sentence(finding: Finding, exposure: Exposure) -> str:
    """What is missing before it can be judged, in nights: “Still needed: 3 more cold nights.” Else empty."""
    if finding.verdict is not Verdict.NOT_ENOUGH_NIGHTS:
        return ""
    if not finding.missing:
        return trn(
            "There are enough nights now. The next look comes with the next logged night.",
            "There are enough nights now. The next look comes after {n} more logged nights.",
            finding.nights_to_next_analysis,
        ).format(n=finding.nights_to_next_analysis)
    missing = finding.missing
    nights = tr(exposure.nights_with)
    kinds = (
        (missing.exposed, trn("one more among the {nights}", "{n} more {nights}", missing.exposed)),
        (missing.unexposed, trn("one more night without it", "{n} more nights without it", missing.unexposed)),
        (missing.cramp, trn("one more answer after cramps", "{n} more answers after cramps", missing.cramp)),
        (
            missing.quiet,
            trn("one more answer after a quiet night", "{n} more answers after quiet nights", missing.quiet),
        ),
    )
    needs = ", ".join(words.format(n=count, nights=nights) for count, words in kinds if count)
    return tr("Still needed: {what}.").format(what=needs)


def weighed_sentence(finding: Finding, others: Iterable[Exposure] = TRIGGERS) -> str:
    """Why counts and verdict disagree, or what a highlighted one was weighed against; empty where neither is so.

    Where the answers hold the verdict back, the reason is theirs: held_back_sentence tells it.
    """
    together = _enumeration([tr(question.nights_with) for question in others if question.key in finding.with_])
    if finding.verdict.highlighted:
        return _weighed_highlight(finding, together)
    if finding.verdict is Verdict.NO_CLEAR_PATTERN:
        return _weighed_away(finding, together)
    return ""


def _weighed_highlight(finding: Finding, together: str) -> str:
    companions = (
        tr("Weighed against {nights}, which came together with it.").format(nights=together) if together else ""
    )
    if finding.direction in _counts_lean(finding):
        return companions
    return f"{tr('The counts alone show it less clearly.')} {companions}".rstrip()


def _weighed_away(finding: Finding, together: str) -> str:
    lean = _counts_lean(finding)
    if not lean:
        return ""
    if finding.direction not in lean:
        return tr(_BY_COUNTS[lean[0]])
    if not together:
        return tr("The counts differ, but chance, the season or a bad spell could look the same.")
    return tr(
        "The counts differ, but it came together with {nights}; weighed against these, too little is left to call it "
        "a pattern."
    ).format(nights=together)


def _counts_lean(finding: Finding) -> tuple[Direction, ...]:
    """Where the counts alone lean: nowhere while the interval of their difference holds 0."""
    difference = finding.difference
    if difference is None or difference.low <= 0 <= difference.high:
        return ()
    return (Direction.MORE,) if difference.low > 0 else (Direction.LESS,)


def analysis_sentence(finding: Finding) -> str:
    """The day up to which nights were analysed, and when the next interim analysis is due."""
    n = finding.nights_to_next_analysis
    if finding.as_of is None:
        return trn(
            "The first look comes with the next logged night.", "The first look comes after {n} more logged nights.", n
        ).format(n=n)
    words = trn(
        "The verdict is of the nights up to {day}; the next look comes with the next logged night.",
        "The verdict is of the nights up to {day}; the next look comes after {n} more logged nights.",
        n,
    )
    if finding.early:
        words = trn(
            "An early look at the nights up to {day}. Looks ahead of time are wrong more often; the next one due comes "
            "with the next logged night.",
            "An early look at the nights up to {day}. Looks ahead of time are wrong more often; the next one due comes "
            "after {n} more logged nights.",
            n,
        )
    return words.format(day=day_name(finding.as_of, year=True), n=n)


def dated_sentence(finding: Finding, nights: str) -> str:
    """The day of the verdict, and the nights of the counts; empty where there is no verdict."""
    if finding.as_of is None or finding.verdict is Verdict.NOT_ENOUGH_NIGHTS:
        return ""
    words = tr("Verdict of {day}; counts of {nights}.")
    if finding.early:
        words = tr("Early verdict of {day}; counts of {nights}.")
    return words.format(day=day_name(finding.as_of, year=True), nights=nights)


def _enumeration(words: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    *first, last = words or [""]
    return tr("{first} and {last}").format(first=", ".join(first), last=last) if first else last
