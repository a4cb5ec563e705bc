"""The cramps of a cramp night, one card each, and how much they disturbed the sleep."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.model.factors import Factor, Group
from diary.model.night import MOST_CRAMPS, Cramp, Night
from diary.model.night_acts import AddCramp
from diary.model.signs import EntrySign, first_long_cramp
from diary.ui.log.content import form_factors
from diary.ui.log.cramp_form import CrampForm
from diary.ui.log.sign_card import SignCard
from diary.ui.page.component import component
from diary.ui.page.open_night import OpenAnswer, OpenCramp, OpenNight
from diary.ui.page.session import Session, use_session
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.factor_field import FactorField
from diary.ui.parts.handlers import handler
from diary.ui.parts.keyed import keyed
from diary.ui.parts.layout import GUTTER, card


@component
def CrampCards(open_night: OpenNight, night: Night) -> ft.Control:
    """A form for each cramp, a button for one more, and the questions about afterwards."""
    session = use_session()
    cramps = night.cramps or ()
    long = first_long_cramp(night)

    async def add() -> None:
        await open_night.tap(AddCramp(Cramp(key=session.book.nights.new_cramp_key())), lambda _: tr("One more cramp."))

    return ft.Column(
        [
            *[
                keyed(CrampForm, f"cramp {cramp.key}")(
                    place, cramp, night, OpenCramp(open_night, cramp.key or 0), long=place == long
                )
                for place, cramp in enumerate(cramps)
            ],
            SignCard(night, EntrySign.MANY_CRAMPS),
            *(
                [
                    ft.Container(
                        padding=ft.Padding.only(bottom=GUTTER),
                        content=ft.OutlinedButton(
                            tr("Another cramp this night"),
                            icon=ft.Icons.ADD,
                            style=tall_enough(),
                            on_click=handler(add),
                        ),
                    )
                ]
                if len(cramps) < MOST_CRAMPS
                else []
            ),
            _afterwards(session, open_night, night),
        ],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _afterwards(session: Session, open_night: OpenNight, night: Night) -> ft.Control:
    def field(factor: Factor) -> ft.Control:
        answer = OpenAnswer(open_night, factor.key)
        return keyed(FactorField, factor.key)(
            f"night {night.morning}",
            factor,
            night.value(factor.key),
            answer,
            session.state.preferences.temperature,
        )

    factors = form_factors(night, session.state.catalogue, Group.AFTER)
    return card(None, *[field(factor) for factor in factors]) if factors else ft.Container(height=0)
