"""Each chart of the made-up year as a picture that is kept, in both themes.

Renew the kept pictures after a change that is meant, and look at them:

    python -m pytest tests/charts/test_golden.py --renew-golden
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from matplotlib.image import imread

from diary.charts.catalogue import CATALOGUE, ChartKind, ChartMarker, ChartOptions
from diary.charts.make import make_chart
from diary.charts.style import DARK, LIGHT, ChartStyle
from diary.exchange.own_json import load
from diary.model.built_in import BUILT_IN
from diary.model.period import Period
from diary.paths import assets

if TYPE_CHECKING:
    from diary.model.night import Night

GOLDEN = Path(__file__).parent / "golden"
THEMES = {"light": LIGHT, "dark": DARK}
WIDTH = 364
BLOCK = 4
"""Pixels to a side of the blocks that are compared: letters may be smoothed otherwise, but stand where they stood."""
MOST_OF_A_BLOCK = 0.16
"""By how much of the whole brightness a block may differ."""
MOST_OF_ALL = 0.004
"""By how much the whole picture may, on average."""
MOST_BYTES = 2_000_000
MARKERS = (
    ChartMarker(dt.date(2026, 1, 12), "Simvastatin started"),
    ChartMarker(dt.date(2026, 2, 9), "New mattress"),
    ChartMarker(dt.date(2026, 8, 30), "Simvastatin stopped"),
)


@cache
def _nights() -> tuple[Night, ...]:
    return load((assets() / "demo" / "diary.json").read_bytes()).nights


def _picture(kind: ChartKind, theme: str, nights: tuple[Night, ...]) -> bytes:
    style = ChartStyle(THEMES[theme], WIDTH, kind.height(WIDTH), opaque=True)
    first, last = _nights()[0].morning, _nights()[-1].morning
    options = ChartOptions(markers=MARKERS, factor=BUILT_IN.get("position"))
    return make_chart(kind.name, nights, style, Period(first, last), options=options).png


def differences(one: bytes, other: bytes) -> list[str]:
    """In what two pictures differ by more than they may."""
    pictures = [imread(BytesIO(png))[..., :3] for png in (one, other)]
    if pictures[0].shape != pictures[1].shape:
        return [f"size: {pictures[0].shape} and {pictures[1].shape}"]
    away = np.abs(_blocks(pictures[0]) - _blocks(pictures[1]))
    words = []
    if away.max() > MOST_OF_A_BLOCK:
        row, column = np.unravel_index(int(away.max(axis=2).argmax()), away.shape[:2])
        words.append(f"{away.max():.2f} at pixel ({column * BLOCK}, {row * BLOCK})")
    if away.mean() > MOST_OF_ALL:
        words.append(f"{away.mean():.4f} on average")
    return words


def _blocks(picture: np.ndarray) -> np.ndarray:
    """The mean of each block of pixels."""
    rows, columns = (side // BLOCK for side in picture.shape[:2])
    cut = picture[: rows * BLOCK, : columns * BLOCK]
    means: np.ndarray = cut.reshape(rows, BLOCK, columns, BLOCK, 3).mean(axis=(1, 3))
    return means


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.name)
def test_a_chart_of_the_made_up_year_looks_as_it_is_kept(
    kind: ChartKind, theme: str, request: pytest.FixtureRequest
) -> None:
    kept = GOLDEN / f"{kind.name}-{theme}.png"
    drawn = _picture(kind, theme, _nights())
    if request.config.getoption("--renew-golden", default=False):
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(drawn)
    assert differences(kept.read_bytes(), drawn) == []


@pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.name)
def test_the_test_above_sees_when_one_month_is_missing(kind: ChartKind) -> None:
    fewer = tuple(night for night in _nights() if night.morning.month != 8)
    assert differences((GOLDEN / f"{kind.name}-light.png").read_bytes(), _picture(kind, "light", fewer))


def test_the_test_above_sees_another_size_and_another_theme() -> None:
    light, dark = ((GOLDEN / f"calendar-{theme}.png").read_bytes() for theme in THEMES)
    assert differences(light, dark)
    assert differences(light, (GOLDEN / "by_factor-light.png").read_bytes())[0].startswith("size")


def test_the_kept_pictures_are_those_of_the_catalogue_and_stay_small() -> None:
    kept = list(GOLDEN.iterdir())
    assert {path.stem for path in kept} == {f"{kind.name}-{theme}" for kind in CATALOGUE for theme in THEMES}
    assert sum(path.stat().st_size for path in kept) < MOST_BYTES
