"""What the pages after the first are made of: sections of text, lists, tables and pictures.

The templates tell the blocks apart by their kind.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A few sentences."""

    text: str
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Lines, one below the other."""

    lines: tuple[str, ...]
    kind: str = "listing"


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows of words under the names of their columns; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A drawing, and what it says in words."""

    key: str
    """The picture's name among the report's drawings."""
    alternative: str
    kind: str = "picture"


Block = TextBlock | ListBlock | TableBlock | PictureBlock


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A heading and what stands below it."""

    key: str
    heading: str
    parts: tuple[Block, ...]
