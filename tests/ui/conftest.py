"""What tests of whole pages share: a diary of its own, at half past nine on a Sunday morning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from tests.ui.present import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    """An empty diary."""
    book = Diary.open(tmp_path, clock=lambda: NOW)
    yield book
    book.close()
