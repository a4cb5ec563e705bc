"""The colours of the night look: near black and red, so that a look at the screen at 3 a.m. leaves one sleepy."""

from __future__ import annotations

from diary.model.backdrop import NIGHT

BACKGROUND = NIGHT.color
WORDS, QUIET_WORDS = "#CF8573", "#C07864"
BRIGHT_WORDS = "#F3C2B4"
SURFACES = ("#080201", "#120504", "#1A0806", "#200B07", "#2A100B")
"""From the lowest to the highest."""
ACCENT, ON_ACCENT = "#C97A66", "#140503"
CHOSEN = "#521D12"
TINTED = "#3A150E"
EDGE, FAINT_EDGE = "#9A5343", "#4A1E15"
PAPER = "#C07864"
"""What white becomes in a picture."""
SKIN, MUSCLE = "#2C120C", "#55241A"
"""Of drawn legs."""
FOCUS = "#D9926A"
WARNING, ON_WARNING = "#5C1A10", "#F3B9AC"
