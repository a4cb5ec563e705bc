"""What the tests of the commands share."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

NOW = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC)
MORNING = "2026-11-22"


def nights(cramp_diary: Run) -> list[dict[str, object]]:
    code, out, _ = cramp_diary("nights", "--json")
    assert code == 0
    listed = json.loads(out)
    assert isinstance(listed, list)
    return listed
