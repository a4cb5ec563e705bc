"""A cramp in a few typed words, in any order: “03:10 calf left 7 4min”.

A time (03:10, 3 am, “about 3”, ~3), perhaps with its date before it; where (calf, foot, front thigh, …); the side; the
intensity as a bare number or 7/10; how long (4min, 4.5 min). Anything else is refused, so that nothing is lost.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diary.cli.errors import NothingToldError, NotUnderstoodError, ToldTwiceError
from diary.language import mark, tr
from diary.model.mornings import moment_in_night
from diary.model.night import Cramp, Muscle, Side
from diary.model.typed import clock_from_text, number_from_text

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTHING_KNOWN = "unknown"
"""A cramp of which nothing more is known."""

_MUSCLES = {
    Muscle.CALF: r"calf|calves",
    Muscle.FOOT: r"foot|feet|toes?",
    Muscle.FRONT_THIGH: r"front[ _](?:of )?thigh",
    Muscle.BACK_THIGH: r"back[ _](?:of )?thigh|hamstring",
    Muscle.HAND_ARM: r"hand(?: or arm)?|arm|hand_arm",
    Muscle.TRUNK: r"trunk",
    Muscle.FACE: r"face",
}
_CLOCK = r"\d{1,2}(?:[:.h]\d{2})?(?: ?[ap]m)?"
_TOKENS = re.compile(
    rf"(?P<about>(?:about|around|~) ?(?P<about_time>{_CLOCK}))"
    r"|(?P<minutes>(?P<minutes_number>\d+(?:[.,]\d+)?) ?(?:minutes|minute|mins|min|m))"
    r"|(?P<day>\d{4}-\d{2}-\d{2})"
    r"|(?P<time>\d{1,2}[:.h]\d{2}(?: ?[ap]m)?|\d{1,2} ?[ap]m)"
    r"|(?P<intensity>(?P<intensity_number>[+-]?\d+(?:[.,]\d+)?)(?:/10)?)"
    r"|(?P<side>left|right|both)"
    rf"|(?P<muscle>{'|'.join(_MUSCLES.values())})"
    r"|(?P<other>\S+)",
)
_WHAT = {
    "at": mark("The time"),
    "day": mark("The date"),
    "minutes": mark("The minutes"),
    "intensity": mark("The intensity"),
    "side": mark("The side"),
    "muscle": mark("The muscle"),
}


def cramp_from_words(words: str, morning: dt.date) -> Cramp:
    """The cramp that these words tell, in the night to this morning. Raises a refusal in words."""
    typed = " ".join(re.sub(r",(?!\d)|(?<!\d),|[“”\"]", " ", words.lower()).split())
    if typed == NOTHING_KNOWN:
        return Cramp()
    told: dict[str, Any] = {}
    for what, word, value in _told(typed):
        if what in told:
            raise ToldTwiceError(tr(_WHAT[what]), word)
        told[what] = value
    if not told.keys() - {"day"}:
        raise NothingToldError
    return _cramp(told, morning)


def _cramp(told: dict[str, Any], morning: dt.date) -> Cramp:
    day = told.pop("day", None)
    time, about = told.pop("at", (None, False))
    cramp = Cramp(**told)
    if time is None:
        return cramp
    moment = dt.datetime.combine(day, time) if day else moment_in_night(morning, time)
    return replace(cramp, at=moment, about=about)


def _told(typed: str) -> Iterator[tuple[str, str, Any]]:
    """What each word tells: of which field, the word itself, and its value."""
    place = 0
    while place < len(typed):
        token = _TOKENS.match(typed, place)
        if token is None or typed[token.end() : token.end() + 1].strip():
            raise NotUnderstoodError(typed[place:].split()[0])
        yield _meaning(token)
        place = token.end() + 1


def _meaning(token: re.Match[str]) -> tuple[str, str, Any]:
    word = token[0]
    match token.lastgroup:
        case "about":
            return "at", word, (clock_from_text(token["about_time"].replace("h", ":"), tr("The time")), True)
        case "time":
            return "at", word, (clock_from_text(word.replace("h", ":"), tr("The time")), False)
        case "day":
            return "day", word, _day(word)
        case "minutes":
            return "minutes", word, number_from_text(token["minutes_number"], tr("The minutes"))
        case "intensity":
            number = number_from_text(token["intensity_number"], tr("The intensity"))
            return "intensity", word, int(number) if number.is_integer() else number
        case "side":
            return "side", word, Side(word)
        case "muscle":
            return "muscle", word, next(muscle for muscle, words in _MUSCLES.items() if re.fullmatch(words, word))
        case _:
            raise NotUnderstoodError(word)


def _day(word: str) -> dt.date:
    try:
        return dt.date.fromisoformat(word)
    except ValueError:
        raise NotUnderstoodError(word) from None
