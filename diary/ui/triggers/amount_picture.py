"""The picture of an amount: for each bin the share of cramp nights, with its interval and its counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.parts.layout import quiet_text
from diary.ui.triggers.two_shares import share_row

if TYPE_CHECKING:
    from diary.ui.triggers.content.amounts import AmountShown, BinShown


def amount_picture(amount: AmountShown) -> list[ft.Control]:
    """A track for each bin, and how to read them. It illustrates; the verdict is made another way."""
    return [
        ft.Column([_row(each) for each in amount.bins], spacing=6, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        quiet_text(tr("Cramp nights among the nights of each line. This picture has no say in the verdict.")),
    ]


def _row(each: BinShown) -> ft.Control:
    share = each.share
    words = (
        tr("{cramp_nights} of {nights}").format(cramp_nights=share.cramp_nights, nights=share.nights)
        if share
        else tr("no night")
    )
    row = share_row(each.name, share, words, color=ft.Colors.PRIMARY, filled=True)
    return ft.Semantics(label=f"{each.name}: {words}", exclude_semantics=True, content=row)
