"""Random taps on Log: the nights, and what the page shows of them, are what a model of the published rules says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bench.monkey import begun, opened, run

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def test_sixty_random_taps_leave_what_they_meant(chromium: Browser, tmp_path: Path) -> None:
    context = chromium.new_context(viewport={"width": 420, "height": 860})
    with begun(tmp_path) as (program, address):
        run(opened(context, address), program, tmp_path / "diary", taps=60, seed=10, every=30)
    context.close()
