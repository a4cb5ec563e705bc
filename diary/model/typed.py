"""What a person types, read as an answer: lenient about how, strict about what."""

from __future__ import annotations

import datetime as dt
import math
import re

from diary.language import tr
from diary.model.errors import WrongKindError
from diary.model.factors import Choice, Clock, Factor, Value, YesNo

_CLOCK = re.compile(r"^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?m?\.?$", re.IGNORECASE)
_YES = frozenset({"yes", "y", "true", "1", "on"})
_NO = frozenset({"no", "n", "false", "0", "off"})


def number_from_text(text: str, what: str) -> float:
    """A number typed with a point or a comma. Raises WrongKindError."""
    try:
        number = float(text.strip().replace(",", ".").replace("\N{MINUS SIGN}", "-").replace("½", ".5"))
    except ValueError:
        raise WrongKindError(what, text, tr("a number")) from None
    if not math.isfinite(number):
        raise WrongKindError(what, text, tr("a number"))
    return number


def clock_from_text(text: str, what: str) -> dt.time:
    """A time of day typed as 3:10, 03.10, 0310, 3 or 3:10 pm. Raises WrongKindError."""
    told = _CLOCK.match(text.strip())
    if told is None:
        raise WrongKindError(what, text, tr("a time like 22:30"))
    hour, minute, half = int(told[1]), int(told[2] or 0), (told[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise WrongKindError(what, text, tr("a time like 22:30"))
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise WrongKindError(what, text, tr("a time like 22:30"))
    return dt.time(hour, minute)


def _option_from_text(kind: Choice, text: str) -> str:
    """The key of the option that has this key, or these words; the text itself where there is none."""
    keys = {option.key: option.key for option in kind.options}
    words = {tr(option.name).casefold(): option.key for option in kind.options}
    return keys.get(text.lower()) or words.get(text.casefold()) or text.lower()


def value_from_text(factor: Factor, text: str) -> Value:
    """An answer to a factor from its typed form, checked. Raises a refusal in words."""
    what = tr(factor.name)
    match factor.kind:
        case YesNo():
            word = text.strip().lower()
            if word not in _YES | _NO:
                raise WrongKindError(what, text, tr("yes or no"))
            return factor.check(word in _YES)
        case Choice():
            return factor.check(_option_from_text(factor.kind, text.strip()))
        case Clock():
            return factor.check(clock_from_text(text, what))
        case _:
            return factor.check(number_from_text(text, what))
