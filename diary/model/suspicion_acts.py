"""The act on the suspicion of the profile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.language import mark
from diary.model.suspicion import Suspicion

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Profile


@dataclass(frozen=True, slots=True)
class NameSuspicion:
    """Name what is suspected in the place of any other; None takes it back."""

    key: str | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Suspicion taken back") if self.key is None else mark("Suspicion named")

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile with this suspicion, named today; one that is named already keeps its day."""
        if self.key is None:
            return replace(profile, suspicion=None)
        if profile.suspicion and profile.suspicion.key == self.key:
            return profile
        return replace(profile, suspicion=Suspicion(self.key, today))
