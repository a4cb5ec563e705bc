"""What an entry itself shows that is worth a doctor's eye. Said once, plainly; it names no diagnosis.

The warning signs that a diary cannot see are asked in the profile; these are the few that it can. Each can be put away.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from diary.language import mark
from diary.model.mornings import DAY
from diary.model.night_tally import NightTally
from diary.model.period import Period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from diary.model.night import Night

LONG_CRAMP = 10
"""Minutes; a cramp that does not yield after these is worth a doctor's eye today."""
MANY_CRAMPS = 7
"""In one night."""
OFTEN = 3
"""Cramp nights a week …"""
OFTEN_WEEKS = 4
"""… for so many weeks in a row."""
MOST_CLOSED = 60
"""How many signs that were put away are remembered."""
QUIET_NIGHTS = "quiet_nights"
"""What is remembered where the word that quiet nights count was put away: it is said once."""
LEAST_BAD_NIGHTS = 7
"""Cramp nights of the last four weeks from which it is said."""


class EntrySign(StrEnum):
    """What an entry can show, in the order in which it is said."""

    LONG_CRAMP = "long_cramp"
    MANY_CRAMPS = "many_cramps"
    OFTEN = "often"


SIGN_WORDS = {
    EntrySign.LONG_CRAMP: mark(
        "A cramp of over ten minutes is unusual. If one does not let go after ten minutes of stretching, see a doctor "
        "the same day."
    ),
    EntrySign.MANY_CRAMPS: mark("So many cramps in one night are unusual. Show this night to a doctor."),
    EntrySign.OFTEN: mark(
        "Cramps on three or more nights a week for four weeks: often enough to be worth a visit to a doctor."
    ),
}


def signs_of_entry(night: Night, lately: Sequence[Night]) -> tuple[EntrySign, ...]:
    """What this night and the weeks up to it show; nothing where nothing stands out. Only a cramp night shows any."""
    if not night.cramps:
        return ()
    conditions = {
        EntrySign.LONG_CRAMP: first_long_cramp(night) is not None,
        EntrySign.MANY_CRAMPS: len(night.cramps) >= MANY_CRAMPS,
        EntrySign.OFTEN: is_often(
            [night, *(earlier for earlier in lately if earlier.morning != night.morning)], night.morning
        ),
    }
    return tuple(sign for sign, is_so in conditions.items() if is_so)


def first_long_cramp(night: Night) -> int | None:
    """The place of the first cramp of over ten minutes among its night's; None where none was."""
    return next((place for place, cramp in enumerate(night.cramps or ()) if (cramp.minutes or 0) > LONG_CRAMP), None)


def is_often(nights: Sequence[Night], last: dt.date) -> bool:
    """Whether each of the four weeks up to this morning had three or more cramp nights."""
    weeks = (last - back * 7 * DAY for back in range(OFTEN_WEEKS))
    return all(_cramp_nights(nights, Period(end - 6 * DAY, end)) >= OFTEN for end in weeks)


def _cramp_nights(nights: Sequence[Night], week: Period) -> int:
    return sum(bool(night.cramps) for night in week.nights_in(nights))


def open_signs(signs: Iterable[EntrySign], morning: dt.date, closed_entries: Iterable[str]) -> tuple[EntrySign, ...]:
    """The signs of a night that were not put away. That cramps are frequent, once put away, rests for four weeks."""
    put_away = set(closed_entries)
    return tuple(sign for sign in signs if not put_away & {_entry(sign, day) for day in _days(sign, morning)})


def with_closed_signs(signs: Iterable[EntrySign], morning: dt.date, closed_entries: Sequence[str]) -> tuple[str, ...]:
    """What was put away, with these signs of a night; the oldest is forgotten where it becomes too much."""
    new = [entry for sign in signs if (entry := _entry(sign, morning)) not in closed_entries]
    return (
        *_said_once(closed_entries),
        *[entry for entry in (*closed_entries, *new) if entry != QUIET_NIGHTS][-MOST_CLOSED:],
    )


def with_quiet_nights_closed(closed_entries: Sequence[str]) -> tuple[str, ...]:
    """What was put away, with the word that quiet nights count."""
    return (QUIET_NIGHTS, *[entry for entry in closed_entries if entry != QUIET_NIGHTS])


def lacks_quiet_nights(nights: Sequence[Night], last: dt.date, closed_entries: Iterable[str]) -> bool:
    """Whether it is to be said that quiet nights count: of the four weeks up to this morning hardly one was logged."""
    tally = NightTally.of(nights, Period(last - (7 * OFTEN_WEEKS - 1) * DAY, last))
    return tally.cramp_nights >= LEAST_BAD_NIGHTS and not tally.has_rate and QUIET_NIGHTS not in closed_entries


def _said_once(closed_entries: Iterable[str]) -> tuple[str, ...]:
    return (QUIET_NIGHTS,) if QUIET_NIGHTS in closed_entries else ()


def _days(sign: EntrySign, morning: dt.date) -> list[dt.date]:
    rests = OFTEN_WEEKS * 7 if sign is EntrySign.OFTEN else 1
    return [morning - back * DAY for back in range(rests)]


def _entry(sign: EntrySign, morning: dt.date) -> str:
    return f"{morning.isoformat()} {sign}"
