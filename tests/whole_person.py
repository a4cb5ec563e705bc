"""Acts that give the person all at once, for tests that want a diary with somebody in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.model.marker_acts import Markers
from diary.model.profile import Profile

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class SetProfile:
    """Give the whole profile."""

    profile: Profile
    words: str = "Profile saved"

    def on(self, _profile: Profile, _today: dt.date) -> Profile:
        """The profile that was given."""
        return self.profile


@dataclass(frozen=True, slots=True)
class SetMarkers:
    """Give all markers."""

    markers: Markers
    words: str = "Markers saved"

    def on(self, _markers: Markers, _today: dt.date) -> Markers:
        """The markers that were given."""
        return self.markers
