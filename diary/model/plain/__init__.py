"""Values of the model as plain data (dicts, lists, texts, numbers) and back, as their dataclasses say.

The diary's own JSON and its undo steps are written so.
"""

from __future__ import annotations

from diary.model.plain.reading import Fault, ShapeError, value_from_plain
from diary.model.plain.writing import Plain, plain_data

__all__ = ["Fault", "Plain", "ShapeError", "plain_data", "value_from_plain"]
