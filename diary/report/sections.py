"""What the pages after the first are made of: headings over paragraphs, tables and pictures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: str
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines, one below the other."""

    lines: tuple[str, ...]
    kind: str = "listing"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under the names of their columns; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, and what it says in words."""

    key: str
    """Its name among the report's drawings."""
    alternative: str
    kind: str = "picture"


Content = Paragraph | Listing | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    key: str
    heading: str
    parts: tuple[Content, ...]
