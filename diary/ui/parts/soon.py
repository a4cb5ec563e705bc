"""A ring that only shows once the wait is long enough to be noticed."""

from __future__ import annotations

import asyncio

import flet as ft

from diary.ui.page.component import component
from diary.ui.page.effects import use_effect
from diary.ui.parts.layout import waiting

NOTICED = 0.2
"""Seconds; a ring that flashes by sooner disturbs more than the wait."""


@component
def WaitingSoon() -> ft.Control:
    """Nothing at first, then a ring."""
    noticed, set_noticed = ft.use_state(False)

    async def wait() -> None:
        await asyncio.sleep(NOTICED)
        set_noticed(True)

    use_effect(wait, [])
    return waiting() if noticed else ft.Container()
