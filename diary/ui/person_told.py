"""What changes in the profile and among the markers with each touch in Settings: the old value in, the new one out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diary.model.profile import CONDITIONS, Condition, Marker, Medicine, Pregnancy, Profile

if TYPE_CHECKING:
    import datetime as dt


def with_pregnancy(profile: Profile, weeks: int | None, noted_on: dt.date) -> Profile:
    """The profile with a pregnancy this many weeks along; None: with none."""
    return replace(profile, pregnancy=None if weeks is None else Pregnancy(weeks, noted_on))


def with_condition(profile: Profile, key: str, noted_on: dt.date) -> Profile:
    """The profile with this condition, in the order in which conditions are asked."""
    told = {condition.key: condition for condition in profile.conditions}
    told.setdefault(key, Condition(key, noted_on))
    return replace(profile, conditions=tuple(told[each] for each in CONDITIONS if each in told))


def without_condition(profile: Profile, key: str) -> Profile:
    """The profile without this condition."""
    return replace(profile, conditions=tuple(each for each in profile.conditions if each.key != key))


def condition_since(profile: Profile, key: str, since: int | None) -> Profile:
    """The profile with the year in which this condition began."""
    return replace(
        profile,
        conditions=tuple(replace(each, since=since) if each.key == key else each for each in profile.conditions),
    )


def with_medicine(profile: Profile, name: str, noted_on: dt.date) -> Profile:
    """The profile with one more medicine."""
    return replace(profile, medicines=(*profile.medicines, Medicine(name.strip(), noted_on)))


def amend_medicine(profile: Profile, key: int | None, **told: Any) -> Profile:
    """The profile with more told of the medicine that is kept under this key."""
    return replace(
        profile, medicines=tuple(replace(each, **told) if each.key == key else each for each in profile.medicines)
    )


def without_medicine(profile: Profile, key: int | None) -> Profile:
    """The profile without this medicine."""
    return replace(profile, medicines=tuple(each for each in profile.medicines if each.key != key))


def with_marker(markers: tuple[Marker, ...], text: str, day: dt.date) -> tuple[Marker, ...]:
    """The markers with one more."""
    return (*markers, Marker(day, text.strip()))


def amend_marker(markers: tuple[Marker, ...], key: int | None, **told: Any) -> tuple[Marker, ...]:
    """The markers with this one's day or text changed."""
    return tuple(replace(each, **told) if each.key == key else each for each in markers)


def without_marker(markers: tuple[Marker, ...], key: int | None) -> tuple[Marker, ...]:
    """The markers without this one."""
    return tuple(each for each in markers if each.key != key)
