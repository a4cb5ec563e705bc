"""One cramp, told by taps: when, how bad, how long, where; more on request. Each tap is saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import flet as ft

from diary.language import tr
from diary.model.mornings import moment_in_night
from diary.model.night import MUSCLE_NAMES, RELIEF_NAMES, SIDE_NAMES, Cramp, Muscle, Night, Relief, Side
from diary.model.signs import EntrySign
from diary.ui.component import component
from diary.ui.parts.chips import ChoiceChips, ScaleChips, SeveralChips, YesNoChips
from diary.ui.parts.factor_field import ClockEntry, NumberEntry
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card
from diary.ui.parts.sign_card import SignCard
from diary.ui.session import Session, use_session

Telling = Callable[..., Awaitable[None]]
"""Saves the fields of the cramp that are named; raises a refusal where they cannot be kept."""

HOURS_OFFERED = (21, 22, 23, 0, 1, 2, 3, 4, 5, 6, 7, 8)
MINUTES_OFFERED = ("0.5", "1", "2", "3", "5", "10", "15")


@component
def CrampForm(
    place: int, cramp: Cramp, night: Night, tell: Telling, remove: Callable[[], object], *, long: bool
) -> ft.Control:
    """A card for the cramp at this place among its night's; `long` where it is the first of over ten minutes."""
    session = use_session()
    subject = f"night {night.morning} cramp {place}"
    more, set_more = ft.use_state(False)
    return card(
        tr("Cramp {n}").format(n=place + 1),
        TimeOfCramp(subject, cramp, night.morning, tell),
        ScaleChips(
            tr("How bad? 0 is no pain, 10 the worst there could be"),
            tuple(range(11)),
            cramp.intensity,
            session.tapped(lambda told: tell(intensity=told)),
        ),
        MinutesOfCramp(subject, cramp, tell),
        *([SignCard(night, EntrySign.LONG_CRAMP)] if long else []),
        _enum_chips(session, tr("Which side?"), SIDE_NAMES, cramp.side, lambda key: tell(side=key and Side(key))),
        _enum_chips(session, tr("Where?"), MUSCLE_NAMES, cramp.muscle, lambda key: tell(muscle=key and Muscle(key))),
        *([MoreOfCramp(subject, cramp, tell)] if more else []),
        ft.Row(
            [
                ft.TextButton(
                    tr("Less about this cramp") if more else tr("More about this cramp"),
                    icon=ft.Icons.EXPAND_LESS if more else ft.Icons.EXPAND_MORE,
                    on_click=lambda: set_more(not more),
                ),
                ft.TextButton(tr("Remove cramp {n}").format(n=place + 1), on_click=handler(remove)),
            ],
            wrap=True,
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        ),
    )


def _enum_chips(
    session: Session,
    question: str,
    names: Mapping[Any, str],
    chosen: str | None,
    tell: Callable[[str | None], Awaitable[None]],
) -> ft.Control:
    return ChoiceChips(
        question, tuple((key.value, tr(words)) for key, words in names.items()), chosen, session.tapped(tell)
    )


@component
def TimeOfCramp(subject: str, cramp: Cramp, morning: dt.date, tell: Telling) -> ft.Control:
    """When it came: about an hour by one tap, or the exact time typed."""
    session = use_session()
    exact = cramp.at.time() if cramp.at and not cramp.about else None

    async def tell_about(hour: str | None) -> None:
        at = None if hour is None else moment_in_night(morning, dt.time(int(hour)))
        await tell(at=at, about=at is not None)

    async def tell_exact(time: object) -> None:
        at = moment_in_night(morning, time) if isinstance(time, dt.time) else None
        await tell(at=at, about=False)

    return ft.Column(
        [
            ChoiceChips(
                tr("About what hour?"),
                tuple((str(hour), str(hour)) for hour in HOURS_OFFERED),
                str(cramp.at.hour) if cramp.at and cramp.about else None,
                session.tapped(tell_about),
            ),
            ClockEntry(f"{subject} time", tr("Or the exact time"), exact, tell_exact, what=tr("The time of a cramp")),
        ],
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def MinutesOfCramp(subject: str, cramp: Cramp, tell: Telling) -> ft.Control:
    """How long it lasted: one tap for the usual lengths, any other typed."""
    session = use_session()
    offered = "" if cramp.minutes is None else f"{cramp.minutes:g}"

    async def tell_minutes(minutes: float | None) -> None:
        await tell(minutes=minutes)

    return ft.Column(
        [
            ChoiceChips(
                tr("How many minutes?"),
                tuple((key, "½" if key == "0.5" else key) for key in MINUTES_OFFERED),
                offered if offered in MINUTES_OFFERED else None,
                session.tapped(lambda key: tell_minutes(None if key is None else float(key))),
            ),
            NumberEntry(
                f"{subject} minutes",
                tr("Or another number of minutes"),
                None if offered in MINUTES_OFFERED else cramp.minutes,
                tell_minutes,
                unit=tr("min"),
                what=tr("The length of a cramp"),
            ),
        ],
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def MoreOfCramp(subject: str, cramp: Cramp, tell: Telling) -> ft.Control:
    """What helps the doctor, and can wait."""
    session = use_session()

    async def tell_awake(minutes: float | None) -> None:
        await tell(minutes_awake=None if minutes is None else int(minutes))

    async def tell_relief(keys: frozenset[str] | None) -> None:
        await tell(relief=None if keys is None else frozenset(Relief(key) for key in keys))

    return ft.Column(
        [
            YesNoChips(tr("Did it wake you?"), cramp.woke_me, session.tapped(lambda told: tell(woke_me=told))),
            NumberEntry(f"{subject} awake", tr("Minutes awake"), cramp.minutes_awake, tell_awake, unit=tr("min")),
            YesNoChips(
                tr("Still sore the next day?"),
                cramp.sore_next_day,
                session.tapped(lambda told: tell(sore_next_day=told)),
            ),
            SeveralChips(
                tr("What relieved it?"),
                tuple((key.value, tr(words)) for key, words in RELIEF_NAMES.items()),
                cramp.relief,
                session.tapped(tell_relief),
            ),
            ScaleChips(
                tr("How distressing? 0 is not at all, 10 the most there could be"),
                tuple(range(11)),
                cramp.distress,
                session.tapped(lambda told: tell(distress=told)),
            ),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
