"""All that nights are compared by: the article's triggers, what the diary asks beside them, and the person's own.

What the article does not name is never presented as its own, and has no known direction: cramps may come more or less
often with it. Supplements, stretching as relief and poor sleep follow cramps, so nights are not compared by them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.built_in import BUILT_IN
from diary.model.exposure import Exposure, Threshold
from diary.model.exposure_rules import (
    alcohol,
    caffeine,
    few_fluids,
    long_standing,
    no_exercise,
    no_socks,
    own_above_median,
    own_option,
    own_yes,
    warm_night,
)
from diary.model.factors import OWN_PREFIX, Catalogue, Choice, Factor, Number, Option, TimeOfDay, YesNo
from diary.model.suspicion import OPTION_DASH
from diary.model.triggers import TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.model.night import Night

ALSO_TRACKED: tuple[Exposure, ...] = (
    Exposure(
        key="warm_night",
        name=mark("Warm night"),
        nights_with=mark("warm nights"),
        factors=("room_temperature",),
        rule=warm_night,
        rule_words=mark(
            "A night counts when the room was at {warmest} or warmer: the warmest third of your measured nights."
        ),
        rule_words_without_threshold=mark(
            "A night counts when it is among the warmest third of your measured nights. So far there is no such third."
        ),
        threshold=Threshold.WARM,
        amount="room_temperature",
        research=mark("Across whole populations, night cramps peak in summer."),
    ),
    Exposure(
        key="no_exercise",
        name=mark("No exercise that day"),
        nights_with=mark("nights after a day without exercise"),
        factors=("exercise",),
        rule=no_exercise,
        rule_words=mark("A night counts when that day had no exercise at all."),
        amount="exercise_minutes",
        research=mark("In one study of people over sixty, night cramps were more frequent in those who move little."),
    ),
    Exposure(
        key="alcohol",
        name=mark("Alcohol that day"),
        nights_with=mark("nights after alcohol"),
        factors=("alcohol",),
        rule=alcohol,
        rule_words=mark("A night counts when that day had any alcoholic drink."),
        amount="alcohol",
        research=mark("In one study of people over sixty, night cramps were more frequent in those who drink alcohol."),
    ),
    Exposure(
        key="caffeine",
        name=mark("Caffeine after noon"),
        nights_with=mark("nights after coffee, tea or cola in the afternoon"),
        factors=("caffeine",),
        rule=caffeine,
        rule_words=mark("A night counts when there was coffee, tea or cola after noon."),
        research=mark("No study was found."),
    ),
    Exposure(
        key="few_fluids",
        name=mark("Few fluids that day"),
        nights_with=mark("nights after a day with few fluids"),
        factors=("fluids",),
        rule=few_fluids,
        rule_words=mark("A night counts when that day had fewer than {glasses} glasses of fluids."),
        threshold=Threshold.FLUIDS,
        amount="fluids",
        research=mark("Reviews do not support it for night cramps."),
    ),
    Exposure(
        key="long_standing",
        name=mark("Long standing that day"),
        nights_with=mark("nights after long standing"),
        factors=("long_standing",),
        rule=long_standing,
        rule_words=mark("A night counts when you stood for a long time that day."),
        research=mark("One study found night cramps more frequent in men who stand long at work, but not in women."),
    ),
    Exposure(
        key="no_socks",
        name=mark("No socks in bed"),
        nights_with=mark("nights without socks"),
        factors=("socks",),
        rule=no_socks,
        rule_words=mark("A night counts when you wore no socks in bed."),
        research=mark("Cold feet in bed went with cramps in one study, but not once other things were weighed."),
    ),
)
"""What the diary asks beside the article's triggers."""


def exposures_of(catalogue: Catalogue = BUILT_IN) -> tuple[Exposure, ...]:
    """All that nights are compared by: the article's, what the diary asks beside them, and the person's own."""
    own = (exposure for factor in catalogue if factor.key.startswith(OWN_PREFIX) for exposure in _of_own(factor))
    return (*TRIGGERS, *ALSO_TRACKED, *own)


def exposures_by_key(exposures: Iterable[Exposure]) -> dict[str, Exposure]:
    """What nights are compared by, by its keys."""
    return {exposure.key: exposure for exposure in exposures}


def _of_own(factor: Factor) -> Iterator[Exposure]:
    """A yes/no as it is; a number above the person's own median; of a choice each option against the rest.

    Where there are two options, the first alone: the second would be the same comparison turned round.
    """
    match factor.kind:
        case YesNo():
            yield _of_own_yes_no(factor)
        case Number() as kind:
            yield _of_own_number(factor, str(kind.unit))
        case Choice(options):
            for option in options[:1] if len(options) == 2 else options:
                yield _of_own_option(factor, option)
        case TimeOfDay():
            return


def _of_own_yes_no(factor: Factor) -> Exposure:
    return Exposure(
        key=factor.key,
        name=factor.name,
        nights_with=tr("nights with “{name}”").format(name=factor.name),
        factors=(factor.key,),
        rule=partial(own_yes, key=factor.key),
        rule_words=mark("A night counts when you answered yes."),
    )


def _of_own_number(factor: Factor, unit: str) -> Exposure:
    return Exposure(
        key=factor.key,
        name=tr("{name}: above your usual").format(name=factor.name),
        nights_with=tr("nights with “{name}” above your usual").format(name=factor.name),
        factors=(factor.key,),
        rule=partial(own_above_median, key=factor.key),
        rule_words=mark("A night counts when the number lies above {median}, the middle of your answers."),
        rule_words_without_threshold=mark(
            "A night counts when the number lies above the middle of your answers. None is given yet."
        ),
        threshold=Threshold.MEDIAN,
        amount=factor.key,
        unit=unit,
    )


def _of_own_option(factor: Factor, option: Option) -> Exposure:
    name = tr("{name}: {option}").format(name=factor.name, option=option.name)
    return Exposure(
        key=option_key(factor.key, option.key),
        name=name,
        nights_with=tr("nights with “{name}”").format(name=name),
        factors=(factor.key,),
        rule=partial(own_option, key=factor.key, option=option.key),
        rule_words=mark("A night counts when you chose this answer; every other answer is a night without it."),
    )


def option_key(factor: str, option: str) -> str:
    """The key under which an option of an own choice is compared. A dot in an address would read as a file's name."""
    return f"{factor}{OPTION_DASH}{option}"


def unanswered_keys(exposures: Iterable[Exposure], nights: Iterable[Night]) -> frozenset[str]:
    """The keys of those about which no logged night was answered: they lack answers, and not nights."""
    answered = {key for night in nights if night.logged for key in night.answers}
    return frozenset(exposure.key for exposure in exposures if answered.isdisjoint(exposure.factors))
