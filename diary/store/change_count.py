"""How many changes a diary's file holds: a number in its header that every writing transaction raises.

It tells an older copy from a newer one, and to which of them a log belongs.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

PLACE = slice(60, 64)
"""Where SQLite keeps a program's own number (user_version) in the first page."""
MOST = 2**31


def count_change(connection: Connection) -> int:
    """Count a change, as part of its own transaction; gives the new count."""
    changes = (max(change_count(connection), 0) + 1) % MOST
    connection.exec_driver_sql(f"PRAGMA user_version={changes}")
    return changes


def change_count(connection: Connection) -> int:
    """How many changes the diary holds."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def count_in_page(page: bytes) -> int:
    """How many changes a diary holds, from the first page of its file; 0 where that is no page."""
    return int(struct.unpack(">i", page[PLACE])[0]) if len(page) >= PLACE.stop else 0


def count_in_file(path: Path) -> int:
    """How many changes the file alone holds, without what lies in its log."""
    with path.open("rb") as file:
        return count_in_page(file.read(PLACE.stop))
