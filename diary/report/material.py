"""What a report is made from: the diary's own values, and the period over which its blocks are made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diary.analysis.finding import Finding
from diary.model.built_in import BUILT_IN
from diary.model.damage import DamagedNight
from diary.model.factors import Catalogue
from diary.model.night import Night
from diary.model.preferences import Preferences, TemperatureUnit
from diary.model.profile import Marker, Medicine, Profile
from diary.model.report_choices import Part, ReportChoices
from diary.report.period_nights import PeriodNights, nights_before, nights_in_period

if TYPE_CHECKING:
    from diary.model.period import Period


@dataclass(frozen=True, slots=True)
class Material:
    """The diary as far as a report needs it, and what its person wants in the report."""

    nights: Sequence[Night]
    """The whole diary: nights before the period make the one that it is compared with."""
    profile: Profile
    findings: Sequence[Finding]
    """Counted over the period of the report, without the nights that are left out."""
    preferences: Preferences
    markers: Sequence[Marker] = ()
    catalogue: Catalogue = BUILT_IN
    choices: ReportChoices = field(default_factory=ReportChoices)
    weighed: Sequence[Finding] = ()
    """The findings with the counts that their verdicts weigh; empty where these are those of the period."""
    damaged_nights: tuple[DamagedNight, ...] = ()
    """The nights that cannot be read, and are in no count."""
    missing_sentences: tuple[str, ...] = ()
    """What beside nights cannot be read, and is missing in the report."""

    @property
    def included_nights(self) -> tuple[Night, ...]:
        """The nights without those that the person leaves out."""
        return tuple(night for night in self.nights if night.morning not in self.choices.left_out)

    @property
    def damaged_mornings(self) -> frozenset[dt.date]:
        """The mornings of the nights that cannot be read, as far as they can."""
        return frozenset(night.morning for night in self.damaged_nights if night.morning)

    @property
    def temperature(self) -> TemperatureUnit:
        """The unit that the report shows."""
        return self.choices.temperature or self.preferences.temperature


@dataclass(frozen=True, slots=True)
class BlockSource:
    """What each block of a report is made from; by it a block decides whether it is wanted."""

    material: Material
    nights: PeriodNights
    """Those of the report's period."""
    before: PeriodNights | None
    """The equally long period before; None where it has too little to compare with."""
    report_date: dt.date

    @property
    def profile(self) -> Profile:
        """What the person says of themselves."""
        return self.material.profile

    @property
    def medicines(self) -> tuple[Medicine, ...]:
        """The medicines, unless the person leaves them out."""
        return self.profile.medicines if self.shows(Part.MEDICINES) else ()

    def shows(self, part: Part) -> bool:
        """Whether the person wants this part in the report."""
        return self.material.choices.shows(part)


def block_source(material: Material, period: Period, *, report_date: dt.date) -> BlockSource:
    """The source of a report over a period."""
    included = material.included_nights
    nights = nights_in_period(included, period, material.damaged_mornings)
    return BlockSource(material, nights, nights_before(included, period), report_date)
