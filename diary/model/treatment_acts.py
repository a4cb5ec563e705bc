"""The acts on what was tried against the cramps. The words name it as Settings does: “What you tried”."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.errors import DiaryError
from diary.model.keyed_entries import Fields, with_changed_entry, without_entry
from diary.model.profile import Treatment

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Profile


class TreatmentGoneError(DiaryError):
    """A change of something tried that was removed in the meantime."""

    def __init__(self) -> None:
        super().__init__(tr("This was removed from what you tried in the meantime; add it again to say more about it."))


@dataclass(frozen=True, slots=True)
class AddTreatment:
    """Add something that was tried."""

    what: str

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Entry in “What you tried” added")

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile with this treatment after those it has."""
        return replace(profile, treatments=(*profile.treatments, Treatment(self.what.strip(), today)))


@dataclass(frozen=True, slots=True)
class ChangeTreatment:
    """Change some fields of something that was tried."""

    key: int | None
    fields: Fields

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Entry in “What you tried” changed")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with this treatment changed. Raises TreatmentGoneError."""
        treatments = with_changed_entry(profile.treatments, self.key, self.fields, TreatmentGoneError)
        return replace(profile, treatments=treatments)


@dataclass(frozen=True, slots=True)
class RemoveTreatment:
    """Remove something that was tried; what is gone already stays gone."""

    key: int | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Entry in “What you tried” removed")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with its other treatments."""
        return replace(profile, treatments=without_entry(profile.treatments, self.key))
