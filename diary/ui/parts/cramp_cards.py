"""The cramps of a cramp night, one card each, and how much they disturbed the sleep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.factors import Factor, Group, Value
from diary.model.night import MOST_CRAMPS, Cramp, Night
from diary.model.signs import EntrySign, first_long_cramp
from diary.ui.component import component
from diary.ui.form_shown import form_factors
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.cramp_form import CrampForm
from diary.ui.parts.factor_field import FactorField
from diary.ui.parts.layout import GUTTER, card
from diary.ui.parts.sign_card import SignCard
from diary.ui.session import Session, use_session

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


@component
def CrampCards(night: Night) -> ft.Control:
    """A form for each cramp, a button for one more, and the questions about afterwards."""
    session = use_session()
    cramps = night.cramps or ()
    long = first_long_cramp(night)

    async def add() -> None:
        await session.act(lambda: session.book.add_cramp(night.morning, Cramp()), tr("One more cramp."))

    return ft.Column(
        [
            *[
                CrampForm(
                    place,
                    cramp,
                    night,
                    _telling(session, night, place),
                    _removing(session, night, place),
                    long=place == long,
                )
                for place, cramp in enumerate(cramps)
            ],
            SignCard(night, EntrySign.MANY_CRAMPS),
            *(
                [
                    ft.Container(
                        padding=ft.Padding.only(bottom=GUTTER),
                        content=ft.OutlinedButton(
                            tr("Another cramp this night"), icon=ft.Icons.ADD, style=tall_enough(), on_click=add
                        ),
                    )
                ]
                if len(cramps) < MOST_CRAMPS
                else []
            ),
            _afterwards(session, night),
        ],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _telling(session: Session, night: Night, place: int) -> Callable[..., Awaitable[None]]:
    async def tell(**told: object) -> None:
        await session.attempt(lambda: session.book.amend_cramp(night.morning, place, **told))

    return tell


def _removing(session: Session, night: Night, place: int) -> Callable[[], object]:
    async def remove() -> None:
        await session.act(
            lambda: session.book.remove_cramp(night.morning, place), tr("Cramp {n} removed.").format(n=place + 1)
        )

    return remove


def _afterwards(session: Session, night: Night) -> ft.Control:
    def field(factor: Factor) -> ft.Control:
        async def answer(value: Value | None) -> None:
            await session.attempt(lambda: session.book.answer(night.morning, factor.key, value=value))

        return FactorField(
            f"night {night.morning}",
            factor,
            night.value(factor.key),
            answer,
            session.state.preferences.temperature,
        )

    factors = form_factors(night, session.state.catalogue, Group.AFTER)
    return card(None, *[field(factor) for factor in factors]) if factors else ft.Container(height=0)
