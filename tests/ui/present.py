"""When the diaries of these tests live."""

from __future__ import annotations

import datetime as dt

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
