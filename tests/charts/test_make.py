from __future__ import annotations

import datetime as dt
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from diary.charts.catalogue import CATALOGUE, ChartMarker, ChartOptions
from diary.charts.make import chart_content, make_chart, make_drawing
from diary.charts.style import DARK, ChartStyle
from diary.model.night import Night
from diary.model.period import Period

Nights = Callable[[int], tuple[Night, ...]]
NAMES = [kind.name for kind in CATALOGUE]


def _size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("density", [1, 1.5, 2, 2.625])
def test_a_picture_has_the_pixels_that_the_screen_asks_for(
    name: str, density: float, screen: ChartStyle, make_nights: Nights, today: dt.date
) -> None:
    image = make_chart(
        name, make_nights(30), replace(screen, density=density), Period(today - dt.timedelta(days=29), today)
    )
    width, height = _size(image.png)
    assert width == pytest.approx(screen.width * density, abs=1)
    assert height == pytest.approx(screen.height * density, abs=1)


@pytest.mark.parametrize("name", NAMES)
def test_dark_and_light_are_drawn_differently_and_say_the_same(
    name: str, screen: ChartStyle, make_nights: Nights, today: dt.date
) -> None:
    first = today - dt.timedelta(days=89)
    light = make_chart(name, make_nights(90), screen, Period(first, today))
    dark = make_chart(name, make_nights(90), replace(screen, colours=DARK), Period(first, today))
    assert light.png != dark.png
    assert light.alternative == dark.alternative


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_has_a_title_and_words_and_comes_for_paper_too(
    name: str, screen: ChartStyle, make_nights: Nights, today: dt.date
) -> None:
    options = ChartOptions(markers=(ChartMarker(today - dt.timedelta(days=9), "New mattress"),))
    drawing = make_drawing(name, make_nights(30), screen, Period(today - dt.timedelta(days=29), today), options=options)
    assert drawing.title
    assert drawing.alternative
    assert b"<svg" in drawing.svg


@pytest.mark.parametrize("name", NAMES)
def test_equal_nights_give_equal_contents_by_which_a_picture_can_be_kept(
    name: str, make_nights: Nights, today: dt.date
) -> None:
    first = today - dt.timedelta(days=89)
    contents = {chart_content(name, make_nights(90), Period(first, today)) for _ in range(2)}
    contents.add(chart_content(name, make_nights(90), Period(first, today)))
    assert len(contents) == 1
    assert chart_content(name, make_nights(30), Period(first, today)) not in contents


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_has_the_same_bytes_twice(name: str, screen: ChartStyle, make_nights: Nights, today: dt.date) -> None:
    drawings = [
        make_drawing(name, make_nights(600), screen, Period(today - dt.timedelta(days=599), today)).svg
        for _ in range(2)
    ]
    assert drawings[0] == drawings[1]


def test_charts_are_drawn_without_pyplot() -> None:
    words = (
        "import sys, datetime as dt\n"
        "from diary.charts.style import LIGHT, ChartStyle\n"
        "assert 'matplotlib' not in sys.modules\n"
        "from diary.charts.make import make_chart\n"
        "from diary.model.period import Period\n"
        "day = dt.date(2026, 11, 22)\n"
        "make_chart('cramps_per_week', [], ChartStyle(LIGHT, 364, 226), Period(day, day))\n"
        "print('matplotlib.pyplot' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_words_in_any_script_are_drawn_without_noise() -> None:
    words = (
        "import datetime as dt\n"
        "from diary.charts.catalogue import ChartMarker, ChartOptions\n"
        "from diary.charts.style import LIGHT, ChartStyle\n"
        "from diary.charts.make import make_chart\n"
        "from diary.model.factors import Factor, Group, YesNo\n"
        "from diary.model.night import Cramp, Night\n"
        "from diary.model.period import Period\n"
        "day = dt.date(2026, 11, 22)\n"
        "text = '新床垫 مرتبة नया गद्दा $x_1$ 😀'\n"
        "options = ChartOptions((ChartMarker(day, text),), factor=Factor('own_1', Group.OWN, text, text, YesNo()))\n"
        "for name in ('cramps_per_week', 'by_factor'):\n"
        "    make_chart(name, [Night(day, (Cramp(),))], ChartStyle(LIGHT, 364, 262), Period(day, day), options=options)\n"
    )
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert told.stdout + told.stderr == ""
