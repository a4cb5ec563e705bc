"""A Figure as bytes: PNG for the screen, SVG for paper. The same Figure gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import matplotlib as mpl

from diary.charts.lettering import POINTS_PER_INCH
from diary.model.clean_text import printed_text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Otherwise the names inside an SVG are drawn by chance. Set once: nothing else in the program draws SVG, and setting
# it around each drawing would not be safe between threads.
mpl.rcParams["svg.hashsalt"] = "night-cramp-diary"


def to_png(figure: Figure, density: float) -> bytes:
    """The picture at so many pixels to a logical pixel."""
    picture = BytesIO()
    figure.savefig(picture, format="png", dpi=POINTS_PER_INCH * density, metadata={"Software": None})
    return picture.getvalue()


def to_svg(figure: Figure) -> bytes:
    """The drawing, its text as outlines, so that it needs no font where it is shown."""
    drawing = BytesIO()
    figure.savefig(drawing, format="svg", metadata={"Date": None, "Creator": None})
    # Each text stands in it once more as a comment, in which XML allows no control character either.
    return printed_text(drawing.getvalue().decode()).encode()
