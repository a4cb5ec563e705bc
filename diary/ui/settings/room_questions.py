"""What only the person knows of a thermometer's file: its unit, and which sensor hangs in the bedroom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.number_text import DEGREES
from diary.model.preferences import TemperatureUnit
from diary.ui.parts.radio_chips import RadioChips

if TYPE_CHECKING:
    from collections.abc import Callable

    import flet as ft

    from diary.exchange.room_file import RoomChoice, RoomFile


def room_questions(
    room: RoomFile | None, choice: RoomChoice, set_choice: Callable[[RoomChoice], None]
) -> list[ft.Control]:
    """The questions that the file leaves open; they stay when answered, to be answered otherwise."""
    questions: list[ft.Control] = []
    if room is None:
        return questions
    if len(room.sensors) > 1:
        questions.append(
            RadioChips(
                tr("Which sensor is in the bedroom?"),
                tuple((name, name) for name in room.sensors),
                choice.sensor or "",
                lambda key: set_choice(replace(choice, sensor=key)),
            )
        )
    if room.unit is None:
        questions.append(
            RadioChips(
                tr("The file does not say its unit. Which is it?"),
                tuple((unit.value, degrees) for unit, degrees in DEGREES.items()),
                choice.unit or "",
                lambda key: set_choice(replace(choice, unit=TemperatureUnit(key))),
            )
        )
    return questions
