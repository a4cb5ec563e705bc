"""One night of the table: how many cramps in one tap, and, opened, when they were and what was answered."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr, trn
from diary.model.catching_up import SetWrittenBefore, is_from_paper
from diary.model.clock_text import TimeOf
from diary.model.mornings import moment_in_night, night_name
from diary.model.night_acts import ChangeCramp
from diary.ui.catch_up.night_table import TableAnswer, TableNight
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.parts.check_row import CheckRow
from diary.ui.parts.chosen_chip import ChosenChip
from diary.ui.parts.expander import Expander
from diary.ui.parts.factor_field import ClockEntry, FactorField
from diary.ui.parts.keyed import keyed
from diary.ui.parts.layout import card

if TYPE_CHECKING:
    from diary.model.factors import Factor, Value
    from diary.model.night import Cramp, Night

MOST_CRAMPS = 3
"""As many as a line of the bedside sheet has boxes for."""


@component
def NightRow(table_night: TableNight, night: Night, factors: tuple[Factor, ...]) -> ft.Control:
    """The night, its four chips, and a line that opens to the rest."""
    return card(
        night_name(night.morning),
        ft.Row(
            [_chip(table_night, night, count) for count in range(MOST_CRAMPS + 1)], wrap=True, spacing=8, run_spacing=4
        ),
        Expander(
            tr("Times and answers"), _answered_words(night, factors), False, [Details(table_night, night, factors)]
        ),
    )


def _chip(table_night: TableNight, night: Night, count: int) -> ft.Control:
    words = (tr("No cramps"), tr("1 cramp"), "2", "3")[count]
    chosen = night.cramps is not None and len(night.cramps) == count
    question = tr("{night}: cramps").format(night=night_name(night.morning))
    return ChosenChip(question, words, chosen=chosen, on_choose=partial(table_night.tap_count, count))


def _answered_words(night: Night, factors: tuple[Factor, ...]) -> str:
    count = sum(factor.key in night.answers for factor in factors)
    return trn("{n} answer", "{n} answers", count).format(n=count) if count else tr("Nothing answered")


@component
def Details(table_night: TableNight, night: Night, factors: tuple[Factor, ...]) -> ft.Control:
    """Whether it stood on paper before the night, when the cramps were, and the questions of the bedside sheet."""
    session = use_session()
    ticked, set_ticked = ft.use_state(is_from_paper(night))
    current = ft.use_ref(is_from_paper(night))  # a tap on an answer may come before the tick is drawn

    async def tick() -> None:
        is_so = current.current = not current.current
        set_ticked(is_so)
        await table_night.tap(SetWrittenBefore(is_so))

    def field(factor: Factor) -> ft.Control:
        answer = TableAnswer(table_night, factor.key, lambda: bool(current.current))
        return keyed(FactorField, factor.key)(
            f"night {night.morning}", factor, night.value(factor.key), answer, session.state.preferences.temperature
        )

    return ft.Column(
        [
            CheckRow(tr("The evening's answers were written down before the night"), ticked=ticked, on_tick=tick),
            *[
                keyed(CrampTime, f"time {cramp.key}")(table_night, place, cramp)
                for place, cramp in enumerate(night.cramps or (), 1)
            ],
            *[field(factor) for factor in factors if night.asks(factor)],
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def CrampTime(table_night: TableNight, place: int, cramp: Cramp) -> ft.Control:
    """When a cramp was, typed."""
    question = tr("Cramp {n}: when?").format(n=place)

    async def save(value: Value | None) -> None:
        at = moment_in_night(table_night.morning, value) if isinstance(value, dt.time) else None
        await table_night.save(ChangeCramp(cramp.key or 0, (("at", at), ("about", False))))

    value = cramp.at.time() if cramp.at else None
    return ClockEntry(
        f"night {table_night.morning} cramp {cramp.key} at", question, value, save, TimeOf.CRAMP, what=question
    )
