from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pytest
from matplotlib.image import imread

from diary.charts.catalogue import CATALOGUE, ChartKind, ChartOptions
from diary.charts.make import draw_chart
from diary.charts.render import to_png
from diary.charts.style import LIGHT, ChartStyle
from diary.model.period import Period
from tests.bench.charts import DENSITY, MARKERS, WIDTH, bare, made_up, main

if TYPE_CHECKING:
    from diary.model.night import Night


@pytest.fixture(scope="module")
def nights() -> tuple[Night, ...]:
    return made_up(400)


@pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.name)
def test_the_bare_artists_give_nearly_the_same_picture(kind: ChartKind, nights: tuple[Night, ...]) -> None:
    style = ChartStyle(LIGHT, WIDTH, kind.height(WIDTH), density=DENSITY)
    first, last = nights[0].morning, nights[-1].morning
    figure = draw_chart(kind.name, nights, style, Period(first, last), options=ChartOptions(markers=MARKERS)).figure
    ours, plain = (imread(BytesIO(png)) for png in (to_png(figure, DENSITY), bare(figure).draw()))
    seen = [picture[..., 3] > 0.3 for picture in (ours, plain)]
    alike = np.mean(seen[0] & seen[1]) / np.mean(seen[0] | seen[1])
    assert alike > 0.6, alike


def test_times_are_printed_as_ratios(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--runs", "1", "--nights", "60"])
    told = capsys.readouterr().out.splitlines()
    assert len(told) == len(CATALOGUE) + 1
    assert all(" times" in line for line in told)
    assert told[-1].startswith(f"All {len(CATALOGUE)} charts of 60 nights: ")
