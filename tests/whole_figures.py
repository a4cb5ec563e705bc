"""On how many examples a property is tried: on a share of them in the tests, on all of them by hand.

WHOLE_FIGURES=1 .venv/bin/python -m pytest -n0 --timeout 0 tests/exchange/test_whole_diary.py tests/book/test_undo_sequences.py
"""

from __future__ import annotations

import os

ARE_WANTED = bool(os.environ.get("WHOLE_FIGURES"))


def examples(share: int, whole: int) -> int:
    """The whole figure where that is asked for, else the share."""
    return whole if ARE_WANTED else share
