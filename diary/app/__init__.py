"""The one place that wires things: paths, book, screens, guard, and the window they show in."""

from diary.app.options import OpenOptions
from diary.app.run import run_app

__all__ = ["OpenOptions", "run_app"]
