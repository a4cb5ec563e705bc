"""What tests of single blocks are made from: a few nights, a profile, and the source that blocks read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.period import Period
from diary.model.preferences import Preferences
from diary.model.profile import Marker, Profile
from diary.model.report_choices import ReportChoices
from diary.report.material import BlockSource, Material, block_source

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)


def nights_of(*kinds: tuple[Cramp, ...] | None, last: dt.date = TODAY) -> list[Night]:
    """A night for each, the last of them to this morning: its cramps, or None where it was not logged."""
    first = last - (len(kinds) - 1) * DAY
    return [Night(first + place * DAY, cramps) for place, cramps in enumerate(kinds)]


def source_of(
    nights: Sequence[Night] = (),
    profile: Profile | None = None,
    *,
    days: int = 90,
    markers: Sequence[Marker] = (),
    choices: ReportChoices | None = None,
) -> BlockSource:
    """The source of a report of so many nights up to today."""
    material = Material(nights, profile or Profile(), (), Preferences(), markers, choices=choices or ReportChoices())
    return block_source(material, Period(TODAY - (days - 1) * DAY, TODAY), report_date=TODAY)
