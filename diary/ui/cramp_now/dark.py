"""The colours of the dark page: near black and red, for eyes that are used to the dark and want to sleep again."""

from __future__ import annotations

BACKGROUND = "#0B0302"
SURFACE = "#200B07"
"""Of what can be tapped."""
EDGE = "#9A5343"
"""Round what can be tapped."""
WORDS = "#C97A66"
CHOSEN, ON_CHOSEN = "#7A2F1F", "#F3C2B4"
SKIN, MUSCLE = "#2C120C", "#55241A"
"""Of the drawn legs."""
