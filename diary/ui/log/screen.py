"""Log: the night on offer, its cards above two big buttons. Everything is saved as it is touched."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.damage import DamagedNight
from diary.model.errors import DiaryError
from diary.model.factors import GROUP_NAMES, Factor, Group
from diary.model.mornings import night_name, night_to_log
from diary.model.night import Night
from diary.model.night_acts import WriteNote
from diary.model.signs import EntrySign
from diary.ui.log.answer_bar import AnswerBar
from diary.ui.log.content import form_factors
from diary.ui.log.cramp_cards import CrampCards
from diary.ui.log.night_address import night_at
from diary.ui.log.noted_before import NotedBefore
from diary.ui.log.quiet_nights_card import QuietNightsCard
from diary.ui.log.remove_cramps import RemoveCramps
from diary.ui.log.rest_no import RestNoCard
from diary.ui.log.sign_card import SignCard
from diary.ui.log.use_night import use_night
from diary.ui.log.usual_answers_card import UsualAnswersCard
from diary.ui.log.welcome import WelcomeCard
from diary.ui.log.which_night import WhichNight
from diary.ui.page.component import component
from diary.ui.page.effects import use_effect
from diary.ui.page.open_night import OpenAnswer, OpenNight
from diary.ui.page.session import use_session
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.damage_card import damaged_night_card
from diary.ui.parts.factor_field import FactorField
from diary.ui.parts.fields import Entry
from diary.ui.parts.handlers import handler
from diary.ui.parts.keyed import keyed
from diary.ui.parts.layout import card, quiet_text, screen, scrolling
from diary.ui.parts.night_picker import MissedNights, NightPicker
from diary.ui.parts.nothing_here import NothingHere
from diary.ui.parts.tonight_button import offers_tonight, tonight_card

if TYPE_CHECKING:
    import datetime as dt

CARDS = (Group.BEDDING, Group.ROOM, Group.DAY, Group.DIET, Group.SLEEP, Group.OWN)
"""The cards of answers, in the order in which they are wanted half awake."""
STAGES = ((0.2, 2), (0.8, 100))
"""Seconds to wait, and then how many cards there are: first the two buttons, then what fills the screen, then the rest.

Half awake one wants the buttons; a hundred chips before them would keep them waiting for half a second.
"""


@component
def LogScreen() -> ft.Control:
    """The night at this address, or the one to log now."""
    text, now = ft.use_route_params().get("morning"), use_session().state.now
    try:
        return NightScreen(night_at(text, now) if text else night_to_log(now), chosen=bool(text))
    except DiaryError as refusal:
        return NothingHere(str(refusal), tr("Log {night}").format(night=night_name(night_to_log(now))), "/")


@component
def NightScreen(morning: dt.date, *, chosen: bool) -> ft.Control:
    """One night, chosen by its date or the one to log now."""
    session = use_session()
    now = session.state.now
    night = use_night(session, morning)
    shown = night if isinstance(night, Night) else None
    open_night = OpenNight(session, morning, chosen=chosen)
    state = session.state
    column: ft.Ref[ft.Column] = ft.use_memo(ft.Ref, [])

    async def to_top() -> None:
        """Tapping *I had cramps* far down the cards brings the cramp's form, at their top, into sight."""
        if column.current:
            await column.current.scroll_to(offset=0, duration=200)

    async def come_to_the_rest() -> None:
        for pause, most in STAGES:
            if state.log_cards < most:
                await asyncio.sleep(pause)
                state.log_cards = most

    use_effect(come_to_the_rest, [])
    if isinstance(night, DamagedNight):
        return screen(
            NightPicker(morning, now),
            scrolling([damaged_night_card(night, session.state.preferences.text_scale)], ref=column),
        )
    return screen(
        NightPicker(morning, now),
        scrolling(_cards(open_night, shown, now)[: state.log_cards] if shown else [], ref=column),
        # Under the night's own key: a tap on the buttons of a night that was left is for no other night. A Log that moves
        # on by itself keeps them, and asks.
        keyed(AnswerBar, f"answer {morning if chosen else 'now'}")(open_night, shown, now, to_top),
        WhichNight(),
        RemoveCramps(),
    )


def _cards(open_night: OpenNight, night: Night, now: dt.datetime) -> list[ft.Control]:
    session = open_night.session
    ahead = night.morning > now.date()
    return [
        *([] if session.state.preferences.welcomed or night.cramps else [WelcomeCard(night.morning)]),
        *([_evening_hint()] if ahead else []),
        *([tonight_card()] if offers_tonight(night.morning, now) else []),
        *([keyed(MissedNights, "missed")(night.morning)] if not night.logged and not ahead else []),
        *(
            [
                keyed(SignCard, f"sign {night.morning}")(night, EntrySign.OFTEN),
                keyed(CrampCards, f"cramps {night.morning}")(open_night, night),
            ]
            if night.cramps
            else []
        ),
        *([] if ahead else [keyed(QuietNightsCard, "quiet nights")(night.morning), NotedBefore(night)]),
        keyed(UsualAnswersCard, f"usual {night.morning}")(open_night, night, evening=ahead),
        *[keyed(AnswerCard, f"{group} {night.morning}")(open_night, night, group, evening=ahead) for group in CARDS],
        *([] if ahead else [keyed(RestNoCard, f"rest {night.morning}")(open_night, night)]),
        keyed(NoteCard, f"note {night.morning}")(open_night, night),
        ft.Container(height=8),
    ]


def _evening_hint() -> ft.Control:
    return card(
        tr("Before the night"),
        quiet_text(
            tr(
                "Note the day and the bed now. What is told before the night cannot be coloured by it, and counts "
                "for more. In the morning one tap says whether there were cramps."
            )
        ),
    )


@component
def AnswerCard(open_night: OpenNight, night: Night, group: Group, *, evening: bool) -> ft.Control:
    """The questions of one group; in the evening only those that can be answered before the night."""
    session = use_session()
    factors = form_factors(night, session.state.catalogue, group, evening=evening)
    if not factors:
        return ft.Container(height=0)

    def field(factor: Factor) -> ft.Control:
        return keyed(FactorField, factor.key)(
            f"night {night.morning}",
            factor,
            night.value(factor.key),
            OpenAnswer(open_night, factor.key),
            session.state.preferences.temperature,
        )

    return card(
        tr(GROUP_NAMES[group]),
        *_hint(group),
        *[field(factor) for factor in factors],
        *([SameAsBefore(open_night)] if group is Group.BEDDING else []),
    )


def _hint(group: Group) -> list[ft.Control]:
    if group in (Group.DAY, Group.DIET):
        return [quiet_text(tr("The day that ended in this night."))]
    return []


@component
def SameAsBefore(open_night: OpenNight) -> ft.Control:
    """Copies what seldom changes, on request only."""
    session = use_session()

    async def copy_to(morning: dt.date) -> None:
        await session.act(
            lambda: session.book.nights.copy_night_before(morning),
            tr("Covers, socks and room copied from the night before."),
        )

    async def copy() -> None:
        await open_night.tap_for(copy_to)

    return ft.OutlinedButton(
        tr("Same as the night before"), icon=ft.Icons.CONTENT_COPY, style=tall_enough(), on_click=handler(copy)
    )


@component
def NoteCard(open_night: OpenNight, night: Night) -> ft.Control:
    """Free text, in any script."""

    async def save(text: str) -> None:
        await open_night.save(WriteNote(text))

    return card(
        tr("Note"),
        Entry(f"night {night.morning} note", tr("Anything else about this night"), night.note, save, lines=2),
    )
