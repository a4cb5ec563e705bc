"""Entries of which the person has several, each with its place in the diary: medicines, treatments, markers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from diary.model.profile import Marker, Medicine, Treatment

if TYPE_CHECKING:
    from diary.model.errors import DiaryError

KeyedEntry = TypeVar("KeyedEntry", Medicine, Treatment, Marker)
Fields = tuple[tuple[str, Any], ...]
"""Names of fields with the values that they are to have."""


def with_changed_entry(
    entries: tuple[KeyedEntry, ...], key: int | None, fields: Fields, gone: type[DiaryError]
) -> tuple[KeyedEntry, ...]:
    """The entries with some fields of one changed. Raises `gone` where there is none with this key any more."""
    if not any(entry.key == key for entry in entries):
        raise gone
    return tuple(replace(entry, **dict(fields)) if entry.key == key else entry for entry in entries)


def without_entry(entries: tuple[KeyedEntry, ...], key: int | None) -> tuple[KeyedEntry, ...]:
    """The entries without the one with this key; one that is gone already stays gone."""
    return tuple(entry for entry in entries if entry.key != key)
