"""The drawn legs as shapes of matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.path import Path

from diary.charts import leg_curves

if TYPE_CHECKING:
    from diary.charts.leg_curves import Outline


def _closed_path(outline: Outline) -> Path:
    points = [point for curve in outline.curves for point in (curve[0:2], curve[2:4], curve[4:6])]
    codes = [Path.MOVETO, *[Path.CURVE4] * len(points), Path.CLOSEPOLY]
    return Path([outline.start, *points, outline.start], codes)


FRONT, BACK = _closed_path(leg_curves.FRONT), _closed_path(leg_curves.BACK)
FRONT_THIGH, BACK_THIGH = _closed_path(leg_curves.FRONT_THIGH), _closed_path(leg_curves.BACK_THIGH)
CALF, FOOT = _closed_path(leg_curves.CALF), _closed_path(leg_curves.FOOT)
