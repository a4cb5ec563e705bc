"""The findings of a diary: verdicts as of its last look, counts of the nights that were asked for.

Every question that nights are compared by has a finding. Weighed together, and counted in K, are the article's
triggers, always, and of all others those that at least one night of the look answers. A question that nobody ever
answered could not have shown anything, so it costs the others no power; it is told as *not enough nights yet*. One
that was answered and later hidden or left counts on: what was asked is not taken back by looking away.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from diary.analysis.counts import counts_of, missing_of
from diary.analysis.exposure import exposure_frame, exposure_table, not_applicable, question_of
from diary.analysis.finding import Missing, Verdict
from diary.analysis.findings import findings
from diary.analysis.lines import lines_of
from diary.analysis.looks import EVERY, nights_of_look, nights_to_next_look
from diary.analysis.twins import turned_round, twins_of
from diary.model.built_in import BUILT_IN
from diary.model.compared import Compared, Section, compared, section_of
from diary.model.night import Night
from diary.model.triggers import Lines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.analysis.finding import Finding
    from diary.model.factors import Catalogue
    from diary.model.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Look:
    """All that verdicts are made from: where two looks are equal, so are their verdicts."""

    nights: tuple[Night, ...]
    """The logged nights that it sees, oldest first."""
    compared: tuple[Compared, ...]
    lines: Lines
    """Drawn by its nights; before the first look by all that are logged."""


def look_of(nights: Sequence[Night], preferences: Preferences, *, catalogue: Catalogue, early: bool = False) -> Look:
    """The last look that was due, at the last full 28 logged nights; with `early`, one at all nights."""
    logged = _logged(nights)
    seen = logged if early else nights_of_look(logged)
    return Look(tuple(seen), compared(catalogue), lines_of(seen or logged, preferences, catalogue))


def verdicts_of(look: Look) -> tuple[Finding, ...]:
    """A finding for all that nights are compared by, in that order, as of the look. This is what takes its time."""
    frame = exposure_frame(exposure_table(look.nights, look.compared, look.lines))
    twins = twins_of(look.compared, frame)
    each = [one for one in look.compared if one.key not in twins]
    weighed = [one for one in each if _is_weighed(one, frame)]
    left = [one for one in each if one not in weighed]
    by_key = {
        finding.key: finding
        for group in (weighed, left)
        for finding in findings(frame, [question_of(one, look.nights, look.lines) for one in group])
    }
    by_key |= {key: turned_round(by_key[one], key) for key, one in twins.items()}
    return tuple(by_key[one.key] for one in look.compared)


def counted(
    found: Sequence[Finding],
    look: Look,
    nights: Sequence[Night],
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
) -> list[Finding]:
    """The findings of a look with counts of the mornings from `first` to `last`.

    What is missing is told of the whole diary today.
    """
    logged = _logged(nights)
    table = exposure_table(logged, look.compared, look.lines)
    before_it_is_due = len(look.nights) % EVERY != 0
    return [
        replace(
            _today(finding, table, first=first, last=last),
            early=before_it_is_due,
            next_look_in=nights_to_next_look(len(logged)),
        )
        for finding in found
    ]


def diary_findings(
    nights: Sequence[Night],
    preferences: Preferences,
    *,
    catalogue: Catalogue = BUILT_IN,
    first: dt.date | None = None,
    last: dt.date | None = None,
    early: bool = False,
) -> list[Finding]:
    """A finding for all that nights are compared by: the article's triggers in its order, then what else is tracked.

    `nights` is the whole diary. The verdict is that of the last full 28 logged nights, whatever the range; with
    `early`, of all nights, and marked so. The counts are of the mornings from `first` to `last`.
    """
    look = look_of(nights, preferences, catalogue=catalogue, early=early)
    return counted(verdicts_of(look), look, nights, first=first, last=last)


def _logged(nights: Sequence[Night]) -> list[Night]:
    return sorted((night for night in nights if night.logged), key=lambda night: night.morning)


def _is_weighed(one: Compared, frame: pd.DataFrame) -> bool:
    return section_of(one) is Section.ARTICLE or bool(frame[one.key].notna().any())


def _today(finding: Finding, table: pd.DataFrame, *, first: dt.date | None, last: dt.date | None) -> Finding:
    """The finding with the counts of a range, and with what is missing today."""
    part = table.loc[_bound(first) : _bound(last)]
    counts = counts_of(exposure_frame(part[["cramp", finding.key]]), finding.key)
    left_out = not_applicable(part, finding.key)
    return replace(
        finding,
        **asdict(replace(counts, unknown=counts.unknown - left_out)),
        not_applicable=left_out,
        missing=_missing_today(finding, table),
    )


def _missing_today(finding: Finding, table: pd.DataFrame) -> Missing:
    if finding.verdict is not Verdict.NOT_ENOUGH_NIGHTS:
        return Missing()
    whole = exposure_frame(table[["cramp", finding.key]])
    return missing_of(whole, counts_of(whole, finding.key))


def _bound(day: dt.date | None) -> pd.Timestamp | None:
    return None if day is None else pd.Timestamp(day)
