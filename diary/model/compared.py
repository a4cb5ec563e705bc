"""All that nights are compared by: the article's triggers, what the diary asks beside them, and the person's own.

What the article does not name is never presented as its own, and has no known direction: cramps may come more or less
often with it. Supplements, stretching as relief and poor sleep follow cramps, so nights are not compared by them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.answer_rules import Answers, is_any_of, no, number, yes
from diary.model.built_in import BUILT_IN
from diary.model.factors import OWN_PREFIX, Catalogue, Choice, Factor, Number, TimeOfDay, YesNo
from diary.model.triggers import TRIGGERS, Exposure, Thresholds, Trigger, exposure_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FEW_GLASSES = 6
"""Fewer glasses of fluids than this on a day are few."""


class Section(StrEnum):
    """Where a finding stands."""

    ARTICLE = "article"
    TRACKED = "tracked"


SECTION_NAMES = {Section.ARTICLE: mark("From the article"), Section.TRACKED: mark("You also track")}


@dataclass(frozen=True, slots=True)
class Tracked:
    """Something beside the article that nights are compared by."""

    key: str
    name: str
    nights_with: str
    """Exposed nights, as a sentence names them: “warm nights”."""
    research: str
    """What research says, in our words; empty for the person's own, about which nobody can say."""
    factors: tuple[str, ...]
    """The factors that its rule reads."""
    rule: Callable[[Answers, Thresholds], Exposure] = field(compare=False)

    def exposure(self, answers: Answers, thresholds: Thresholds) -> Exposure:
        """Whether a night with these answers was exposed."""
        return self.rule(answers, thresholds)


Compared = Trigger | Tracked


def section_of(one: Compared) -> Section:
    """Whose question it is."""
    return Section.ARTICLE if isinstance(one, Trigger) else Section.TRACKED


def warm_night(answers: Answers, thresholds: Thresholds) -> Exposure:
    """Among the warmest third of the measured nights."""
    celsius = number(answers, "room_temperature")
    if celsius is None or thresholds.warm_from is None:
        return Exposure.UNKNOWN
    return exposure_of(celsius >= thresholds.warm_from)


def no_exercise(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """A day without any exercise."""
    return exposure_of(is_any_of(answers, "exercise", "none"))


def alcohol(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Any alcoholic drink that day."""
    drinks = number(answers, "alcohol")
    return exposure_of(None if drinks is None else drinks > 0)


def caffeine(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Coffee, tea or cola after noon."""
    return exposure_of(yes(answers, "caffeine"))


def few_fluids(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Few glasses that day."""
    glasses = number(answers, "fluids")
    return exposure_of(None if glasses is None else glasses < FEW_GLASSES)


def long_standing(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Stood for a long time that day."""
    return exposure_of(yes(answers, "long_standing"))


def no_socks(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Without socks in bed."""
    return exposure_of(no(answers, "socks"))


ALSO_TRACKED: tuple[Tracked, ...] = (
    Tracked(
        "warm_night",
        mark("Warm night"),
        mark("warm nights"),
        mark("Across whole populations, night cramps peak in summer."),
        ("room_temperature",),
        warm_night,
    ),
    Tracked(
        "no_exercise",
        mark("No exercise that day"),
        mark("nights after a day without exercise"),
        mark("In one study of people over sixty, night cramps were more frequent in those who move little."),
        ("exercise",),
        no_exercise,
    ),
    Tracked(
        "alcohol",
        mark("Alcohol that day"),
        mark("nights after alcohol"),
        mark("In one study of people over sixty, night cramps were more frequent in those who drink alcohol."),
        ("alcohol",),
        alcohol,
    ),
    Tracked(
        "caffeine",
        mark("Caffeine after noon"),
        mark("nights after coffee, tea or cola in the afternoon"),
        mark("No study was found."),
        ("caffeine",),
        caffeine,
    ),
    Tracked(
        "few_fluids",
        mark("Few fluids that day"),
        mark("nights after a day with few fluids"),
        mark("Reviews do not support it for night cramps."),
        ("fluids",),
        few_fluids,
    ),
    Tracked(
        "long_standing",
        mark("Long standing that day"),
        mark("nights after long standing"),
        mark("One study found night cramps more frequent in men who stand long at work, but not in women."),
        ("long_standing",),
        long_standing,
    ),
    Tracked(
        "no_socks",
        mark("No socks in bed"),
        mark("nights without socks"),
        mark("Cold feet in bed went with cramps in one study, but not once other things were weighed."),
        ("socks",),
        no_socks,
    ),
)
"""What the diary asks beside the article's triggers."""


def compared(catalogue: Catalogue = BUILT_IN) -> tuple[Compared, ...]:
    """All that nights are compared by: the article's, what the diary asks beside them, and the person's own."""
    own = (one for factor in catalogue if factor.key.startswith(OWN_PREFIX) for one in _of_own(factor))
    return (*TRIGGERS, *ALSO_TRACKED, *own)


def by_key(those: Iterable[Compared]) -> dict[str, Compared]:
    """The same by their keys."""
    return {one.key: one for one in those}


def _of_own(factor: Factor) -> Iterator[Tracked]:
    """A yes/no as it is; a number above the person's own median; of a choice each option against the rest.

    Where there are two options, the first alone: the second would be the same comparison turned round.
    """
    match factor.kind:
        case YesNo():
            words = tr("nights with “{name}”").format(name=factor.name)
            yield _own(factor, factor.key, factor.name, words, partial(_own_yes, key=factor.key))
        case Number():
            name = tr("{name}: above your usual").format(name=factor.name)
            words = tr("nights with “{name}” above your usual").format(name=factor.name)
            yield _own(factor, factor.key, name, words, partial(_own_above_median, key=factor.key))
        case Choice(options):
            for option in options[:1] if len(options) == 2 else options:
                name = tr("{name}: {option}").format(name=factor.name, option=option.name)
                words = tr("nights with “{name}”").format(name=name)
                rule = partial(_own_option, key=factor.key, option=option.key)
                yield _own(factor, option_key(factor.key, option.key), name, words, rule)
        case TimeOfDay():
            return


def option_key(factor: str, option: str) -> str:
    """The key under which an option of an own choice is compared. A dot in an address would read as a file's name."""
    return f"{factor}-{option}"


def _own(
    factor: Factor, key: str, name: str, nights_with: str, rule: Callable[[Answers, Thresholds], Exposure]
) -> Tracked:
    return Tracked(key, name, nights_with, research="", factors=(factor.key,), rule=rule)


def _own_yes(answers: Answers, _thresholds: Thresholds, *, key: str) -> Exposure:
    return exposure_of(yes(answers, key))


def _own_above_median(answers: Answers, thresholds: Thresholds, *, key: str) -> Exposure:
    value, median = number(answers, key), thresholds.medians.get(key)
    return Exposure.UNKNOWN if value is None or median is None else exposure_of(value > median)


def _own_option(answers: Answers, _thresholds: Thresholds, *, key: str, option: str) -> Exposure:
    return exposure_of(is_any_of(answers, key, option))
