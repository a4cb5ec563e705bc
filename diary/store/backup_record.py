"""The record beside a backup: what it held when it was taken, and its hash, by which later damage is noticed."""

from __future__ import annotations

import datetime as dt
import json
import os
import zlib
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from diary.model.backups import Backup, BackupReason, Holdings
from diary.store.private_files import make_private

if TYPE_CHECKING:
    from pathlib import Path


def record_of(folder: Path, name: str) -> Path:
    """Where the record of a backup lies."""
    return folder / f"{name}.json"


def write_record(folder: Path, backup: Backup) -> None:
    """Write a backup's record, whole or not at all."""
    plain = asdict(backup)
    content = json.dumps({"backup": plain, "crc32": _checksum(plain)}, default=str, indent=1)
    draft = folder / f"{backup.name}.json.new"
    make_private(draft)
    with draft.open("w", encoding="utf-8") as file:
        file.write(f"{content}\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(record_of(folder, backup.name))


def read_record(folder: Path, name: str) -> Backup | None:
    """The record of a backup; None where there is none, or it is damaged itself."""
    try:
        plain = json.loads(record_of(folder, name).read_bytes())
        if plain["crc32"] != _checksum(plain["backup"]):
            return None
        return _backup(plain["backup"], name)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _backup(plain: dict[str, Any], name: str) -> Backup:
    held = plain["holdings"]
    last = held["last_night"]
    return Backup(
        name,
        dt.datetime.fromisoformat(plain["moment"]),
        BackupReason(plain["reason"]),
        Holdings(held["nights"], dt.date.fromisoformat(last) if last else None, held["changes"], held["rows"]),
        plain["digest"],
        plain["program"],
        plain["origin"],
    )


def _checksum(plain: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(plain, default=str, sort_keys=True).encode())
