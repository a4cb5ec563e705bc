"""What the kinds of answer are called in the file."""

from __future__ import annotations

from diary.model.factors import Choice, Kind, Number, TimeOfDay, YesNo


def kind_name(kind: Kind) -> str:
    """The word for a kind of answer."""
    match kind:
        case YesNo():
            return "yes_no"
        case Number():
            return "number"
        case Choice():
            return "choice"
        case TimeOfDay():
            return "clock"
