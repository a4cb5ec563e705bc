"""The four large numbers of page one, each with the period before where there is one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from diary.analysis.trends import LEAST_LOGGED, share_interval
from diary.language import tr, trn
from diary.model.mornings import day_name
from diary.model.rounding import minutes_text, rate_text
from diary.report.change import FOUR_WEEKS, is_clear_change

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.analysis.before_after import BeforeAfter
    from diary.report.material import BlockSource
    from diary.report.period_nights import PeriodNights

BLANK = "\u2013"


@dataclass(frozen=True, slots=True)
class NumberTile:
    """One large number."""

    name: str
    value: str
    basis: str
    """Its range, or what it was counted from."""
    before: str
    """The same of the period before; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """All four, and what the period before is."""

    tiles: tuple[NumberTile, ...]
    before: str
    """Its dates and how much of it was logged; empty where there is none to compare with."""


def tiles(source: BlockSource, change: BeforeAfter | None) -> Tiles:
    """The tiles of a report; `change` is of its period against the one before."""
    nights, before = source.nights, source.before
    cramp_nights = _tile(_cramp_nights, nights, before)
    if change is not None and is_clear_change(change):
        arrow = "↓" if change.fewer else "↑"
        cramp_nights = replace(cramp_nights, before=f"{cramp_nights.before} {arrow}")
    others = (_tile(fact, nights, before) for fact in (_intensity, _minutes, _nights_woken))
    return Tiles((cramp_nights, *others), _before_words(source, before) if before else "")


def _tile(fact: Callable[[PeriodNights], _Fact], nights: PeriodNights, before: PeriodNights | None) -> NumberTile:
    now = fact(nights)
    then = f"({fact(before).value})" if before else ""
    return NumberTile(now.name, now.value, now.basis, then)


def _before_words(source: BlockSource, before: PeriodNights) -> str:
    return tr("In brackets {first}\u2013{last}, {logged} of {n} logged.").format(
        first=day_name(before.period.first, year=before.period.first.year != before.period.last.year),
        last=day_name(before.period.last, year=before.period.last.year != source.report_date.year),
        logged=len(before.logged_nights),
        n=before.period.days,
    )


@dataclass(frozen=True, slots=True)
class _Fact:
    name: str
    value: str
    basis: str


def _cramp_nights(nights: PeriodNights) -> _Fact:
    tally = nights.tally
    if not tally.logged:
        return _Fact(tr("Cramp nights"), BLANK, tr("none logged"))
    counts = tr("{n} of {logged}").format(n=tally.cramp_nights, logged=tally.logged)
    if not tally.has_rate:
        return _Fact(
            tr("Cramp nights"),
            f"≥ {tally.cramp_nights}",
            trn("of {n} night; no rate", "of {n} nights; no rate", tally.nights).format(n=tally.nights),
        )
    if tally.logged < LEAST_LOGGED:
        return _Fact(tr("Cramp nights"), counts, trn("night logged", "nights logged", tally.logged))
    share = share_interval(tally.cramp_nights, tally.logged)
    low, high = (rate_text(FOUR_WEEKS * end) for end in (share.low, share.high))
    basis = tr("{counts}; {low}\u2013{high}").format(low=low, high=high, counts=counts)
    return _Fact(tr("Cramp nights in 28"), rate_text(FOUR_WEEKS * share.middle), basis)


def _intensity(nights: PeriodNights) -> _Fact:
    values = nights.cramp_values(lambda cramp: cramp.intensity)
    name = tr("Intensity 0\u201310")
    if not values:
        return _Fact(name, BLANK, _why_blank(nights))
    return _Fact(name, f"{median(values):g}", tr("{low}\u2013{high}").format(low=min(values), high=max(values)))


def _minutes(nights: PeriodNights) -> _Fact:
    values = nights.cramp_values(lambda cramp: cramp.minutes)
    if not values:
        return _Fact(tr("Minutes"), BLANK, _why_blank(nights))
    return _Fact(
        tr("Minutes"), minutes_text(median(values)), tr("longest {most}").format(most=minutes_text(max(values)))
    )


def _nights_woken(nights: PeriodNights) -> _Fact:
    name = tr("Nights woken")
    woken, awake = nights_with_waking(nights), minutes_awake(nights)
    words = tr("{n} min awake").format(n=minutes_text(median(awake))) if awake else ""
    if not woken:
        return _Fact(name, BLANK, words or _why_blank(nights))
    return _Fact(name, tr("{n} of {logged}").format(n=sum(woken), logged=len(woken)), words)


def nights_with_waking(nights: PeriodNights) -> list[bool]:
    """Of each cramp night that was answered about it: whether any cramp woke."""
    answers = ([cramp.woke_me for cramp in night.cramps or ()] for night in nights.cramp_nights)
    return [any(each) for each in answers if any(answer is not None for answer in each)]


def minutes_awake(nights: PeriodNights) -> list[int]:
    """The minutes awake of each cramp night that was answered about them."""
    by_night = (
        [cramp.minutes_awake for cramp in night.cramps or () if cramp.minutes_awake is not None]
        for night in nights.cramp_nights
    )
    return [sum(minutes) for minutes in by_night if minutes]


def _why_blank(nights: PeriodNights) -> str:
    """Where there was nothing to record, that is no gap in the record."""
    if not nights.logged_nights:
        return tr("none logged")
    return tr("not recorded") if nights.cramps else tr("no cramps")
