"""A few of the files that tests/bench/broken_files.py breaks at random."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bench.broken_files import Outcome, broken_files

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.reliability


def test_a_file_broken_at_random_is_named_left_as_it_is_and_mended_without_a_made_up_cramp(tmp_path: Path) -> None:
    outcomes = list(broken_files(8, 3, tmp_path))
    assert outcomes.count(Outcome.SAVED) >= 4
