"""What a screen says of nights and other things that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.damage import damaged_sentence
from diary.ui.parts.layout import GUTTER, card, quiet_text
from diary.ui.parts.night_sign import damaged_sign

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from diary.model.damage import DamagedNight


def damage_line(damaged: Collection[DamagedNight], others: Sequence[str] = ()) -> list[ft.Control]:
    """What a count leaves out, nights and other things, in a line; nothing where there is nothing."""
    sentences = [sentence for sentence in (damaged_sentence(damaged), *others) if sentence]
    if not sentences:
        return []
    way = [tr("Settings, Your data, names it and mends it.")] if others else []
    words = ft.Text(" ".join((*sentences, *way)), color=ft.Colors.ERROR)
    return [ft.Container(padding=ft.Padding.only(left=4, right=4, bottom=GUTTER), content=words)]


def damaged_night_card(night: DamagedNight, scale: float) -> ft.Control:
    """A night in whose place nothing can be shown, and nothing told."""
    return card(
        tr("Damaged"),
        ft.Row(
            [damaged_sign(scale), ft.Text(night.words, expand=True)],
            spacing=12,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        quiet_text(tr("It counts nowhere. If you have a backup from before, it may hold this night whole.")),
    )


def damaged_nights_card(damaged: Collection[DamagedNight]) -> list[ft.Control]:
    """All nights that cannot be read, by name; nothing where there is none."""
    if not damaged:
        return []
    names = [ft.Text(tr("{night}: {reason}").format(night=night.name, reason=night.reason)) for night in damaged]
    return [card(tr("Nights that cannot be read"), *names, quiet_text(damaged_sentence(damaged)))]
