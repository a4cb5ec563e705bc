"""A cramp in a few typed words, in any order: “03:10 calf left 7 4min”.

A time (03:10, 3 am, “about 3”, ~3), perhaps with its date before it; where (calf, foot, front thigh, …); the side; the
intensity as a bare number or 7/10; how long (4min, 4.5 min). Anything else is refused, so that nothing is lost.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from unicodedata import category, normalize

from diary.cli.errors import DayWithoutTimeError, EmptyCrampError, NotUnderstoodError, RepeatedFieldError
from diary.language import mark, tr
from diary.model.clean_text import clean_line
from diary.model.clock_text import TimeOf, clock_from_text
from diary.model.mornings import DAY, moment_in_night
from diary.model.night import Cramp, Muscle, Side
from diary.model.number_text import number_from_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOTHING_KNOWN = "unknown"
"""The word for a cramp of which nothing more is known."""
MIDNIGHT = "midnight"

_MUSCLES = {
    Muscle.CALF: r"calf|calves",
    Muscle.FOOT: r"foot|feet|toes?",
    Muscle.FRONT_THIGH: r"front[ _](?:of )?thigh",
    Muscle.BACK_THIGH: r"back[ _](?:of )?thigh|hamstring",
    Muscle.HAND_ARM: r"hand(?: or arm)?|arm|hand_arm",
    Muscle.TRUNK: r"trunk",
    Muscle.FACE: r"face",
}
_CLOCK = r"\d{1,2}(?:[:.h]\d{2}|[:h]\d)?(?: ?[ap]m)?|\d{4}|noon|midnight"
_TOKENS = re.compile(
    rf"(?:(?P<about>(?:about|around|~) ?(?P<about_time>{_CLOCK}))"
    r"|(?P<minutes>(?P<minutes_number>\d*½|\d+(?:[.,]\d+)?) ?(?:minutes|minute|mins|min|m))"
    r"|(?P<day>\d{4}-\d{1,2}-\d{1,2})"
    r"|(?P<time>\d{1,2}(?:[:.h]\d{2}|[:h]\d)(?: ?[ap]m)?|\d{1,2} ?[ap]m|\d{4}|noon|midnight)"
    r"|(?P<intensity>(?P<intensity_number>[+-]?\d+(?:[.,]\d+)?)(?:/10)?)"
    r"|(?P<side>left|right|both)"
    rf"|(?P<muscle>{'|'.join(_MUSCLES.values())})"
    r"|(?P<other>\S+))(?!\S)",
)
_FIELD_NAMES = {
    "at": mark("The time"),
    "day": mark("The date"),
    "minutes": mark("The length"),
    "intensity": mark("The intensity"),
    "side": mark("The side"),
    "muscle": mark("The muscle"),
}


def cramp_from_words(words: str, morning: dt.date) -> Cramp:
    """The cramp that these words tell, in the night to this morning. Raises a refusal in words."""
    text = " ".join(re.sub(r",(?!\d)|(?<!\d),|[“”\"]|(?<=\d{4}-\d\d-\d\d)t(?=\d)", " ", _plain(words)).split())
    if text == NOTHING_KNOWN:
        return Cramp()
    fields: dict[str, Any] = {}
    for name, word, value in _fields(text):
        if name in fields:
            raise RepeatedFieldError(tr(_FIELD_NAMES[name]), word)
        fields[name] = value
    if not fields:
        raise EmptyCrampError
    if "day" in fields and "at" not in fields:
        raise DayWithoutTimeError(fields["day"])
    return _cramp(fields, morning)


def _cramp(fields: dict[str, Any], morning: dt.date) -> Cramp:
    day = fields.pop("day", None)
    clock, about = fields.pop("at", (None, False))
    cramp = Cramp(**fields)
    if clock is None:
        return cramp
    return replace(cramp, at=_moment(clock, day, morning), about=about)


def _moment(clock: str, day: dt.date | None, morning: dt.date) -> dt.datetime:
    """When it was: within the night to this morning, or on the day that was typed with it."""
    in_night = moment_in_night(morning, clock_from_text(clock, tr("The time"), TimeOf.CRAMP))
    if day is None:
        return in_night
    day_after = day + DAY if day < dt.date.max else day
    if clock == MIDNIGHT and in_night.date() in (day, day_after):
        return in_night  # people mean the midnight that begins a day, or the one that ends it
    return dt.datetime.combine(day_after if clock.startswith("24") else day, in_night.time())


def _plain(words: str) -> str:
    """The words in small letters, with plain signs, and none that cannot be seen; ½ stays one sign."""
    seen = (sign for sign in clean_line(words).lower() if category(sign) != "Cf")
    return "".join(sign if sign == "½" else normalize("NFKC", sign) for sign in seen)


def _fields(text: str) -> Iterator[tuple[str, str, Any]]:
    """Each word of the cramp: the name of its field, the word itself, and its value."""
    for token in _TOKENS.finditer(text):
        kind = token.lastgroup
        if kind not in _READERS:
            raise NotUnderstoodError(token[0])
        yield _FIELD_OF.get(kind, kind), token[0], _READERS[kind](token)


def _day(token: re.Match[str]) -> dt.date:
    try:
        year, month, day = map(int, token[0].split("-"))
        return dt.date(year, month, day)
    except ValueError:
        raise NotUnderstoodError(token[0]) from None


def _intensity(token: re.Match[str]) -> float:
    number = number_from_text(token["intensity_number"], tr("The intensity"), 0, 10)
    return int(number) if number.is_integer() else number


def _muscle(token: re.Match[str]) -> Muscle:
    return next(muscle for muscle, words in _MUSCLES.items() if re.fullmatch(words, token[0]))


_FIELD_OF = {"about": "at", "time": "at"}
_READERS: dict[str, Callable[[re.Match[str]], Any]] = {
    "about": lambda token: (token["about_time"], True),
    "time": lambda token: (token[0], False),
    "day": _day,
    "minutes": lambda token: number_from_text(token["minutes_number"], tr("The minutes"), 0, 720),
    "intensity": _intensity,
    "side": lambda token: Side(token[0]),
    "muscle": _muscle,
}
