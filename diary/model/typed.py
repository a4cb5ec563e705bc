"""What a person types, read as an answer: lenient about how, strict about what."""

from __future__ import annotations

from diary.language import tr
from diary.model.clock_text import clock_from_text
from diary.model.errors import WrongKindError
from diary.model.factors import Choice, Clock, Factor, Number, Unit, Value, YesNo
from diary.model.number_text import number_from_text, temperature_from_text
from diary.model.preferences import TemperatureUnit

_YES = frozenset({"yes", "y", "true", "1", "on"})
_NO = frozenset({"no", "n", "false", "0", "off"})


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
            return factor.check(clock_from_text(text, what, factor.kind.of))
        case Number(unit=Unit.CELSIUS):
            return factor.check(temperature_from_text(text, what, TemperatureUnit.CELSIUS))
        case Number(low, high):
            return factor.check(number_from_text(text, what, low, high))
