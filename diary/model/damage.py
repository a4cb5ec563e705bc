"""What of a diary cannot be read: it is named, left as it is, and counted nowhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.errors import DiaryError
from diary.model.mornings import night_name
from diary.model.night import Night

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from diary.model.period import Period


@dataclass(frozen=True, slots=True)
class DamagedNight:
    """A night of which something cannot be read. One damaged answer or cramp damages the whole night.

    Without it the night would say something else: two cramps where there were three, or no answer where there was one.
    """

    place: str
    """What stands where its morning should."""
    reason: str

    @property
    def morning(self) -> dt.date | None:
        """Its morning; None where that itself cannot be read."""
        try:
            return dt.date.fromisoformat(self.place)
        except ValueError:
            return None

    @property
    def name(self) -> str:
        """The night as both its days, or what stands in the place of its morning."""
        return night_name(self.morning) if self.morning else f"“{self.place}”"

    @property
    def words(self) -> str:
        """What the person is told in the night's place."""
        return tr("This night cannot be read ({reason}). It is kept as it is.").format(reason=self.reason)

    @property
    def sentence(self) -> str:
        """What is wrong with the night, for a list."""
        return tr("The night to {morning} cannot be read: {reason}").format(
            morning=self.place, reason=f"{self.reason.rstrip('.')}."
        )


@dataclass(frozen=True, slots=True)
class DamagedRecord:
    """Anything else of the diary that cannot be read: an answer of the profile, a medicine, a marker."""

    what: str
    """Which it is, in words."""
    reason: str

    @property
    def sentence(self) -> str:
        """What is wrong, for a list."""
        return tr("{what} cannot be read: {reason}").format(what=self.what, reason=f"{self.reason.rstrip('.')}.")


@dataclass(frozen=True, slots=True)
class StoredNights:
    """The nights of a diary's file: those that can be read, and those that cannot."""

    nights: tuple[Night, ...] = ()
    """Oldest first."""
    damaged: tuple[DamagedNight, ...] = ()
    """In the order of what stands in the place of their mornings."""


class DamagedNightError(DiaryError):
    """An act on a night that cannot be read."""

    def __init__(self, night: DamagedNight) -> None:
        self.night = night
        super().__init__(
            tr("The night {night} cannot be read ({reason}), so it is kept as it is and nothing was changed.").format(
                night=night.name, reason=night.reason
            )
        )


class DamagedRecordError(DiaryError):
    """An act on something else that cannot be read."""

    def __init__(self, record: DamagedRecord) -> None:
        super().__init__(
            tr("{what} cannot be read ({reason}), so it is kept as it is and nothing was changed.").format(
                what=record.what, reason=record.reason
            )
        )


def damaged_between(damaged: Iterable[DamagedNight], period: Period) -> tuple[DamagedNight, ...]:
    """The damaged nights of a period, with those whose morning cannot be read."""
    return tuple(night for night in damaged if night.morning is None or night.morning in period)


def damaged_sentence(damaged: Collection[DamagedNight]) -> str:
    """How many nights are left out, and what that means; empty where there is none."""
    if not damaged:
        return ""
    return trn(
        "{n} night cannot be read, so it is left out here and counts nowhere.",
        "{n} nights cannot be read, so they are left out here and count nowhere.",
        len(damaged),
    ).format(n=len(damaged))


def damaged_records_sentence(n: int) -> str:
    """How many records are left out, and where they are named; empty where there is none."""
    if not n:
        return ""
    return trn(
        "{n} other entry (of the profile, medicines, markers, questions or settings) cannot be read and is left out too.",
        "{n} other entries (of the profile, medicines, markers, questions or settings) cannot be read and are left out too.",
        n,
    ).format(n=n)


def damaged_build_sentence() -> str:
    """What a damaged file means for whatever is counted."""
    return tr("The diary's file is damaged, so something may be missing here.")
