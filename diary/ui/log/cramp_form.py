"""One cramp, told by taps: when, how bad, how long, where; more on request. Each tap is saved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.clock_text import TimeOf
from diary.model.factors import Number, Unit
from diary.model.mornings import moment_in_night
from diary.model.night import MUSCLE_NAMES, RELIEF_NAMES, SIDE_NAMES, Cramp, Muscle, Night, Relief, Side
from diary.model.signs import EntrySign
from diary.ui.log.sign_card import SignCard
from diary.ui.page.component import component
from diary.ui.page.settings_acts import whole
from diary.ui.page.taps import TapKind
from diary.ui.parts.chips import ChoiceChips, ScaleChips, SeveralChips, YesNoChips
from diary.ui.parts.factor_field import ClockEntry, NumberEntry
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from diary.ui.page.open_night import OpenCramp
    from diary.ui.parts.handlers import Handler

HOURS_OFFERED = (21, 22, 23, 0, 1, 2, 3, 4, 5, 6, 7, 8)
LENGTH, AWAKE = Number(0, 720, 0.5, Unit.MINUTES), Number(0, 720, 1, Unit.MINUTES)
MINUTES_OFFERED = ("0.5", "1", "2", "3", "5", "10", "15")


@component
def CrampForm(place: int, cramp: Cramp, night: Night, open_cramp: OpenCramp, *, long: bool) -> ft.Control:
    """A card for the cramp at this place among its night's; `long` where it is the first of over ten minutes."""
    subject = f"night {night.morning} cramp {cramp.key}"
    more, set_more = ft.use_state(False)

    async def remove() -> None:
        await open_cramp.remove(tr("Cramp {n} removed.").format(n=place + 1))

    return card(
        tr("Cramp {n}").format(n=place + 1),
        TimeOfCramp(subject, cramp, night.morning, open_cramp),
        ScaleChips(
            tr("How bad? 0 is no pain, 10 the worst there could be"),
            tuple(range(11)),
            cramp.intensity,
            lambda number: open_cramp.toggle("intensity", number),
        ),
        MinutesOfCramp(subject, cramp, open_cramp),
        *([SignCard(night, EntrySign.LONG_CRAMP)] if long else []),
        _enum_chips(tr("Which side?"), SIDE_NAMES, cramp.side, lambda key: open_cramp.toggle("side", Side(key))),
        _enum_chips(tr("Where?"), MUSCLE_NAMES, cramp.muscle, lambda key: open_cramp.toggle("muscle", Muscle(key))),
        _more_and_remove(
            place,
            more=more,
            change=lambda: set_more(lambda before: not before),
            # With the only cramp its whole section goes, and other questions slide under the finger.
            remove=handler(remove, TapKind.REMOVAL if len(night.cramps or ()) > 1 else TapKind.CLOSING),
        ),
        # Below its button: above it, it would push the button down and come up under the finger itself.
        *([MoreOfCramp(subject, cramp, open_cramp)] if more else []),
    )


def _more_and_remove(place: int, *, more: bool, change: Callable[[], object], remove: Handler) -> ft.Control:
    return ft.Row(
        [
            ft.TextButton(
                tr("Less about this cramp") if more else tr("More about this cramp"),
                icon=ft.Icons.EXPAND_LESS if more else ft.Icons.EXPAND_MORE,
                on_click=handler(change),
            ),
            ft.TextButton(tr("Remove cramp {n}").format(n=place + 1), on_click=remove),
        ],
        wrap=True,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )


def _enum_chips(
    question: str, names: Mapping[Any, str], chosen: str | None, tap: Callable[[str], Awaitable[None]]
) -> ft.Control:
    return ChoiceChips(question, tuple((key.value, tr(words)) for key, words in names.items()), chosen, tap)


@component
def TimeOfCramp(subject: str, cramp: Cramp, morning: dt.date, open_cramp: OpenCramp) -> ft.Control:
    """When it came: about an hour by one tap, or the exact time typed."""
    exact = cramp.at.time() if cramp.at and not cramp.about else None

    async def tap_hour(hour: str) -> None:
        at = moment_in_night(morning, dt.time(int(hour)))
        given = (open_cramp.cramp.at, open_cramp.cramp.about) == (at, True)
        await open_cramp.tap(at=None if given else at, about=not given)

    async def save_exact(time: object) -> None:
        at = moment_in_night(morning, time) if isinstance(time, dt.time) else None
        await open_cramp.save(at=at, about=False)

    return ft.Column(
        [
            ChoiceChips(
                tr("About what hour?"),
                tuple((str(hour), str(hour)) for hour in HOURS_OFFERED),
                str(cramp.at.hour) if cramp.at and cramp.about else None,
                tap_hour,
            ),
            ClockEntry(
                f"{subject} time",
                tr("Or the exact time"),
                exact,
                save_exact,
                TimeOf.CRAMP,
                what=tr("The time of a cramp"),
            ),
        ],
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def MinutesOfCramp(subject: str, cramp: Cramp, open_cramp: OpenCramp) -> ft.Control:
    """How long it lasted: one tap for the usual lengths, any other typed."""
    offered = "" if cramp.minutes is None else f"{cramp.minutes:g}"

    async def save_minutes(minutes: float | None) -> None:
        await open_cramp.save(minutes=minutes)

    return ft.Column(
        [
            ChoiceChips(
                tr("How many minutes?"),
                tuple((key, "½" if key == "0.5" else key) for key in MINUTES_OFFERED),
                offered if offered in MINUTES_OFFERED else None,
                lambda key: open_cramp.toggle("minutes", float(key)),
            ),
            NumberEntry(
                f"{subject} minutes",
                tr("Or another number of minutes"),
                None if offered in MINUTES_OFFERED else cramp.minutes,
                save_minutes,
                LENGTH,
                what=tr("The length of a cramp"),
            ),
        ],
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def MoreOfCramp(subject: str, cramp: Cramp, open_cramp: OpenCramp) -> ft.Control:
    """What helps the doctor, and can wait."""

    async def save_awake(minutes: float | None) -> None:
        await open_cramp.save(minutes_awake=whole(minutes))

    return ft.Column(
        [
            YesNoChips(tr("Did it wake you?"), cramp.woke_me, lambda yes: open_cramp.toggle("woke_me", yes)),
            NumberEntry(f"{subject} awake", tr("Minutes awake"), cramp.minutes_awake, save_awake, AWAKE),
            YesNoChips(
                tr("Still sore the next day?"),
                cramp.sore_next_day,
                lambda yes: open_cramp.toggle("sore_next_day", yes),
            ),
            SeveralChips(
                tr("What relieved it?"),
                tuple((key.value, tr(words)) for key, words in RELIEF_NAMES.items()),
                frozenset(cramp.relief or ()),
                lambda key: open_cramp.toggle_relief(Relief(key)),
            ),
            ScaleChips(
                tr("How distressing? 0 is not at all, 10 the most there could be"),
                tuple(range(11)),
                cramp.distress,
                lambda number: open_cramp.toggle("distress", number),
            ),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
