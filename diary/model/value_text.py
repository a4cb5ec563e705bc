"""What a person types, read as an answer: lenient about how, strict about what."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from diary.language import tr
from diary.model.ambiguous import AmbiguousError
from diary.model.clock_text import clock_from_text
from diary.model.errors import WrongKindError
from diary.model.factors import Choice, Factor, Number, Option, TimeOfDay, Unit, Value, YesNo
from diary.model.number_text import number_from_text, temperature_without_a_screen
from diary.model.preferences import TemperatureUnit
from diary.model.same_name import name_key
from diary.model.search_text import search_text

if TYPE_CHECKING:
    from collections.abc import Callable

_YES = frozenset({"yes", "y", "true", "1", "on"})
_NO = frozenset({"no", "n", "false", "0", "off"})


def _option_from_text(kind: Choice, text: str, what: str) -> str:
    """The key of the option that has these words, or this key; the text itself where there is none."""
    options = _options_meant(kind, text)
    if len(options) > 1:
        raise AmbiguousError(what, text, *(_unmistakable(kind, option) for option in options[:2]))
    return options[0].key if options else text.lower()


def _options_meant(kind: Choice, text: str) -> list[Option]:
    """The options that a text can mean, by the closest of three ways in which it agrees with any.

    Words that were given to an option later may be the key of another: then it can mean both.
    """
    ways: tuple[Callable[[Option], bool], ...] = (
        lambda option: normalize("NFC", text) == normalize("NFC", tr(option.name)),
        lambda option: name_key(text) in (option.key, name_key(tr(option.name))),
        lambda option: search_text(text) == search_text(tr(option.name)),
    )
    readings = ([option for option in kind.options if agrees(option)] for agrees in ways)
    return next((options for options in readings if options), [])


def _unmistakable(kind: Choice, option: Option) -> str:
    """The option's words, or its key where its words in small letters can mean another one too."""
    words = tr(option.name)
    return words if _options_meant(kind, name_key(words)) == [option] else option.key


def value_from_text(factor: Factor, text: str, temperature: TemperatureUnit = TemperatureUnit.CELSIUS) -> Value:
    """An answer to a factor from its typed form, checked. Raises a refusal in words.

    `temperature` is the unit of the screens, which a temperature without one may be meant in.
    """
    what = tr(factor.name)
    match factor.kind:
        case YesNo():
            word = name_key(text)
            if word not in _YES | _NO:
                raise WrongKindError(what, text, tr("yes or no"))
            return factor.check(word in _YES)
        case Choice():
            return factor.check(_option_from_text(factor.kind, text.strip(), what))
        case TimeOfDay():
            return factor.check(clock_from_text(text, what, factor.kind.of))
        case Number(unit=Unit.CELSIUS):
            return factor.check(temperature_without_a_screen(text, what, temperature))
        case Number() as kind:
            return factor.check(number_from_text(text, what, kind.low, kind.high, unit=kind.unit_words))
