"""What the program says in the terminal that it was started in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


def say(words: str, stream: TextIO | None = None) -> None:
    """Say it at once, on standard output unless another stream is named."""
    out = stream or sys.stdout
    out.write(f"{words}\n")
    out.flush()
