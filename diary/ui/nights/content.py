"""All nights as the list of the Diary screen shows them: newest first, month by month, and searched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, islice
from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.answer_words import cramp_words, own_answers_words
from diary.model.built_in import BUILT_IN
from diary.model.damage import DamagedNight
from diary.model.mornings import night_name
from diary.model.night import Night, NightState
from diary.model.search_text import search_text
from diary.ui.page.content.month import month_after, month_name, month_of, worst_intensity
from diary.ui.page.content.night_words import cramps_in_short

if TYPE_CHECKING:
    from diary.model.factors import Catalogue

MOST_CRAMPS_LISTED = 3
"""Of one night; the others are counted."""
LONGEST_NOTE = 120
"""Characters of a note's first line."""


@dataclass(frozen=True, slots=True)
class NightLine:
    """One night as the list shows it."""

    morning: dt.date
    name: str
    state: NightState
    worst: int | None
    cramp_lines: tuple[str, ...]
    """Its cramps in words, or that there were none, or that it was not logged."""
    answers: str
    """What was answered to the person's own questions."""
    note: str
    """The first line of the note."""
    searched: str
    """All its words and its whole note, as they are searched."""
    deletable: bool = True
    """Whether the diary holds anything of it; of a gap between nights there is nothing to delete."""
    is_damaged: bool = False
    """It cannot be read; there is nothing to delete, for it is kept as it is."""


@dataclass(frozen=True, slots=True)
class MonthOfLines:
    """The lines of one month, newest first."""

    first: dt.date
    name: str
    lines: tuple[NightLine, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NightsListed:
    """All nights of the diary.

    Two are equal only if they are the same, and none is written out with its nights: Flet compares what a component
    holds and writes it out, and with thousands of nights that takes seconds.
    """

    by_morning: Mapping[dt.date, Night]
    lines: tuple[NightLine, ...]
    """Newest first; among them those of damaged nights, as far as their mornings can be read."""
    damaged: tuple[DamagedNight, ...] = ()
    also_missing: tuple[str, ...] = ()
    """What beside nights cannot be read, a sentence each."""


def nights_listed(
    nights: Iterable[Night], catalogue: Catalogue = BUILT_IN, damaged: tuple[DamagedNight, ...] = ()
) -> NightsListed:
    """The nights, which come oldest first, by morning and as lines."""
    by_morning = {night.morning: night for night in nights}
    lines = [line_of(night, catalogue) for night in by_morning.values()]
    lines += [line_of_damaged(night.morning, night) for night in damaged if night.morning]
    newest_first = sorted(lines, key=lambda line: line.morning, reverse=True)
    return NightsListed(by_morning, tuple(newest_first), damaged)


def line_of_damaged(morning: dt.date, night: DamagedNight) -> NightLine:
    """A night that cannot be read, as the list shows it."""
    return NightLine(
        morning=morning,
        name=night.name,
        state=NightState.NOT_LOGGED,
        worst=None,
        cramp_lines=(night.words,),
        answers="",
        note="",
        searched=f"{night.name}\n{month_name(morning)}\n{night.words}".casefold(),
        deletable=False,
        is_damaged=True,
    )


def line_of(night: Night, catalogue: Catalogue = BUILT_IN) -> NightLine:
    """One night as the list shows it."""
    name = night_name(night.morning)
    answers = own_answers_words(night, catalogue)
    words = _words(night)
    return NightLine(
        morning=night.morning,
        name=name,
        state=night.state,
        worst=worst_intensity(night),
        cramp_lines=words,
        answers=answers,
        note=_first_line(night.note),
        searched=_searched("\n".join((name, month_name(night.morning), *_all_words(night), answers, night.note))),
    )


def lines_of(nights: Iterable[Night], listed: NightsListed) -> tuple[NightLine, ...]:
    """Some nights, which come oldest first, as lines, newest first; among them may be gaps in the diary."""
    known = {line.morning: line for line in listed.lines}
    lines = (known.get(night.morning) or replace(line_of(night), deletable=False) for night in nights)
    return tuple(lines)[::-1]


@lru_cache(maxsize=16_384)
def _searched(words: str) -> str:
    """As the words are searched; remembered, since after each act all nights but one are as they were."""
    return search_text(words)


def _words(night: Night) -> tuple[str, ...]:
    every = _all_words(night)
    left = len(every) - MOST_CRAMPS_LISTED
    if left <= 0:
        return every
    more = trn("and {n} more", "and {n} more", left).format(n=left)
    return (*every[:MOST_CRAMPS_LISTED], more)


def _all_words(night: Night) -> tuple[str, ...]:
    if night.state is not NightState.CRAMPS:
        return (cramps_in_short(night),)
    return tuple(cramp_words(cramp) for cramp in night.cramps or ())


def _first_line(note: str) -> str:
    first = next((line.strip() for line in note.splitlines() if line.strip()), "")
    return first if len(first) <= LONGEST_NOTE else first[:LONGEST_NOTE].rstrip() + "…"


def found(lines: tuple[NightLine, ...], words: str) -> tuple[NightLine, ...]:
    """The lines in which every word stands, in whatever order, case and accents; all where there is no word."""
    wanted = search_text(words).split()
    return tuple(line for line in lines if all(word in line.searched for word in wanted)) if wanted else lines


def up_to(lines: tuple[NightLine, ...], month: dt.date | None) -> tuple[NightLine, ...]:
    """The lines of a month and of those before it; all where no month is given."""
    return lines if month is None else tuple(line for line in lines if line.morning < month_after(month))


def by_month(lines: tuple[NightLine, ...], most: int) -> tuple[MonthOfLines, ...]:
    """The first so many lines, month by month."""
    months = groupby(islice(lines, most), key=lambda line: month_of(line.morning))
    return tuple(MonthOfLines(first, month_name(first), tuple(group)) for first, group in months)


def found_words(count: int) -> str:
    """How many nights a search found, in words."""
    return (
        trn("{n} night found", "{n} nights found", count).format(n=f"{count:,}")
        if count
        else tr("No night has all these words.")
    )


def filtered_words(count: int) -> str:
    """How many nights the filter lets through, in words."""
    return (
        trn("{n} such night", "{n} such nights", count).format(n=f"{count:,}")
        if count
        else tr("There is no such night.")
    )
