"""That a Log without a date went on by itself to another night."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NightMove:
    """From which night to which, and when: a tap right after it may have been meant for the former."""

    before: dt.date
    after: dt.date
    at: float
    """By the machine's steady clock, `time.monotonic()`."""
