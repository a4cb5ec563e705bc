"""The foot of each page after the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.report.short_text import short_text

if TYPE_CHECKING:
    from diary.report.content import ReportContent

LONGEST_NAME = 40
"""Columns of a name that have room at the foot; it stands whole at the head of the first page."""


def foot_words(content: ReportContent) -> str:
    """Whose it is, of which nights, and what made it."""
    head = content.first_page.strip
    parts = (short_text(head.name, LONGEST_NAME), head.period, content.program)
    return " · ".join(words for words in parts if words)
