"""The acts on the medicines and supplements of the profile. Each is named by its key, which stays when others go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.errors import DiaryError
from diary.model.keyed_entries import Fields, with_changed_entry, without_entry
from diary.model.profile import Medicine

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Profile


class MedicineGoneError(DiaryError):
    """A change of a medicine that was removed in the meantime."""

    def __init__(self) -> None:
        super().__init__(tr("This medicine was removed in the meantime; add it again to say more about it."))


@dataclass(frozen=True, slots=True)
class AddMedicine:
    """Add a medicine or supplement."""

    name: str

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Medicine added")

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile with this medicine after those it has."""
        return replace(profile, medicines=(*profile.medicines, Medicine(self.name.strip(), today)))


@dataclass(frozen=True, slots=True)
class ChangeMedicine:
    """Change some fields of a medicine."""

    key: int | None
    fields: Fields

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Medicine changed")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with this medicine changed. Raises MedicineGoneError."""
        medicines = with_changed_entry(profile.medicines, self.key, self.fields, MedicineGoneError)
        return replace(profile, medicines=medicines)


@dataclass(frozen=True, slots=True)
class RemoveMedicine:
    """Remove a medicine; one that is gone already stays gone."""

    key: int | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Medicine removed")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with its other medicines."""
        return replace(profile, medicines=without_entry(profile.medicines, self.key))
