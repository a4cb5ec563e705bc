"""What began, stopped or was marked in the period: each with the cramp nights before it and since.

A trial of something against the cramps is told over the four weeks before it and since, as regulators ask of quinine; a medicine
and a marker over all nights of the report's period and of the equal one before it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.catalogue import ChartMarker
from diary.language import tr, trn
from diary.model.linked_medicines import linked_class
from diary.model.mornings import DAY, day_name
from diary.model.night_tally import NightTally
from diary.model.period import Period
from diary.model.profile import HELPFULNESS_NAMES
from diary.model.report_choices import Part
from diary.report.short_text import short_names, short_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.model.profile import Profile
    from diary.report.material import BlockSource

FOUR_WEEKS = 28
LONGEST_NAME = 24
"""Columns of what was tried."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that changed on a day of the period."""

    day: dt.date
    text: str
    weight: int
    """What matters most has the least: a medicine that is reported with leg cramps, then a trial, then the others."""
    counts: str
    """“28 of 176 → 77 of 170”: cramp nights among the logged."""
    letter: str = ""
    """Its sign in the picture, by its day; empty where letters run out."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as page one tells it."""

    letter: str
    text: str
    counts: str


def events(source: BlockSource) -> tuple[Event, ...]:
    """All events of the period, oldest first, each with its letter."""
    by_day = sorted(_events(source), key=lambda event: (event.day, event.text))
    return tuple(
        Event(event.day, event.text, event.weight, event.counts, letter)
        for event, letter in zip(by_day, [*LETTERS, *[""] * len(by_day)], strict=False)
    )


def _events(source: BlockSource) -> Iterator[Event]:
    period, profile = source.nights.period, source.profile
    changes = [*_medicine_changes(source), *_trials(source, profile)]
    changes += [(marker.day, marker.text, 3, None) for marker in source.material.markers]
    for day, text, weight, around in changes:
        if day is not None and day in period:
            yield Event(day, text, weight, before_since_words(source, day, around))


def _medicine_changes(source: BlockSource) -> Iterator[tuple[dt.date | None, str, int, Period | None]]:
    tried = {(each.started, each.what.split()[0].casefold()) for each in source.profile.treatments}
    for medicine in source.medicines:
        if (medicine.started, medicine.name.split()[0].casefold()) in tried:
            continue  # told once, as what was tried
        weight = 0 if linked_class(medicine.name) else 2
        yield medicine.started, medicine.name, weight, None
        yield medicine.stopped, tr("{name} stopped").format(name=medicine.name), weight, None


def _trials(source: BlockSource, profile: Profile) -> Iterator[tuple[dt.date | None, str, int, Period | None]]:
    for treatment in profile.treatments if source.shows(Part.MEDICINES) else ():
        for day, words in ((treatment.started, "{name}"), (treatment.stopped, tr("{name} stopped"))):
            verdict = treatment.verdict if day == treatment.started else None
            what = words.format(name=short_text(treatment.what, LONGEST_NAME))
            text = (
                tr("{what} ({verdict})").format(what=what, verdict=tr(HELPFULNESS_NAMES[verdict]).lower())
                if verdict
                else what
            )
            yield day, text, 1, four_weeks_around(day) if day else None


def four_weeks_around(day: dt.date) -> Period:
    """The four weeks up to a day and the four since."""
    return Period(day - (FOUR_WEEKS - 1) * DAY, day + FOUR_WEEKS * DAY)


def before_since_words(source: BlockSource, day: dt.date, around: Period | None = None) -> str:
    """“28 of 176 → 77 of 170”: cramp nights among the logged, up to a day and since.

    Without a period of its own, over the report's and the equal one before it.
    """
    now = source.nights.period
    earliest = now.first - min(now.days, (now.first - dt.date.min).days) * DAY
    period = around or Period(earliest, now.last)
    nights = Period(period.first, min(period.last, now.last)).nights_in(source.material.included_nights)
    before = [night for night in nights if night.logged and night.morning <= day]
    since = [night for night in nights if night.logged and night.morning > day]
    n, m = (sum(bool(night.cramps) for night in side) for side in (before, since))
    if not NightTally.of(nights, period).has_rate:
        return trn("{n} → {m} cramp night", "{n} → {m} cramp nights", m).format(n=n, m=m)
    return tr("{n} of {before} → {m} of {since}").format(n=n, before=len(before), m=m, since=len(since))


def event_lines(all_events: tuple[Event, ...], source: BlockSource, *, most: int, text: int) -> tuple[EventLine, ...]:
    """So many of them, those that matter most, in the order of their days."""
    leading = sorted(all_events, key=lambda event: event.weight)[:most]
    shown = [event for event in all_events if event in leading]
    names = short_names([event.text for event in shown], text)
    years = source.nights.period.first.year != source.nights.period.last.year
    return tuple(
        EventLine(
            event.letter,
            tr("{what}, {day}").format(what=name, day=day_name(event.day, year=years)),
            event.counts,
        )
        for event, name in zip(shown, names, strict=True)
    )


def event_markers(all_events: tuple[Event, ...]) -> tuple[ChartMarker, ...]:
    """Their letters, for the picture."""
    return tuple(ChartMarker(event.day, event.letter) for event in all_events if event.letter)
