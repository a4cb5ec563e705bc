"""The seven features found most telling of a nocturnal leg cramp (BMC Family Practice 2017), from the nights.

Each is yes, no, or not recorded, with the count behind it. They are a checklist: there is no total.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import mark, tr, trn
from diary.model.night import Muscle
from diary.model.signs import LONG_CRAMP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.model.night import Cramp
    from diary.report.counted import Counted

INTENSE = 7
"""Of 10; from here on a pain is called intense."""
DISTRESSING = 4
"""Of 10; from here on a cramp is called distressing."""
SELDOM = 0.25
"""Less than this share of the cramps is seldom."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature."""

    name: str
    answer: str
    """Yes, no, or not recorded."""
    basis: str
    """The count behind it; empty where nothing was told."""
    yes: bool | None
    """None where it was not recorded."""


def features(period: Counted) -> tuple[Feature, ...]:
    """The seven, in the order of the article that found them."""
    return tuple(_feature(tr(name), *count(period)) for name, count in _FEATURES)


Judged = tuple[bool | None, str]
"""Whether it is so, and the count behind it."""


def _feature(name: str, yes: bool | None, basis: str) -> Feature:
    answer = tr("not recorded") if yes is None else tr("yes") if yes else tr("no")
    return Feature(name, answer, basis, yes)


def _intense(period: Counted) -> Judged:
    told = [intensity >= INTENSE for intensity in period.told(lambda cramp: cramp.intensity)]
    return _most(told), _of_cramps(told)


def _short(period: Counted) -> Judged:
    told = [minutes <= LONG_CRAMP for minutes in period.told(lambda cramp: cramp.minutes)]
    return _most(told), _of_cramps(told)


def _calf_or_foot(period: Counted) -> Judged:
    told = [muscle in (Muscle.CALF, Muscle.FOOT) for muscle in period.told(lambda cramp: cramp.muscle)]
    return _most(told), _of_cramps(told)


def _seldom_thigh(period: Counted) -> Judged:
    thigh = (Muscle.FRONT_THIGH, Muscle.BACK_THIGH)
    told = [muscle in thigh for muscle in period.told(lambda cramp: cramp.muscle)]
    return sum(told) < SELDOM * len(told) if told else None, _of_cramps(told)


def _lingers(period: Counted) -> Judged:
    return _nights_on_which(period, lambda cramp: cramp.sore_next_day)


def _broken_sleep(period: Counted) -> Judged:
    return _nights_on_which(period, lambda cramp: cramp.woke_me)


def _distress(period: Counted) -> Judged:
    told = [distress >= DISTRESSING for distress in period.told(lambda cramp: cramp.distress)]
    return _most(told), _of_cramps(told)


def _nights_on_which(period: Counted, of: Callable[[Cramp], bool | None]) -> Judged:
    """Of the cramp nights with an answer; one yes among a night's cramps makes it a yes."""
    answers = [[of(cramp) for cramp in night.cramps or ()] for night in period.cramp_nights]
    told = [any(each) for each in answers if any(answer is not None for answer in each)]
    if not told:
        return None, ""
    words = trn("{n} of {whole} cramp night", "{n} of {whole} cramp nights", len(told))
    return _most(told), words.format(n=sum(told), whole=len(told))


def _most(told: Sequence[bool]) -> bool | None:
    return sum(told) * 2 > len(told) if told else None


def _of_cramps(told: Sequence[bool]) -> str:
    if not told:
        return ""
    return trn("{n} of {whole} cramp", "{n} of {whole} cramps", len(told)).format(n=sum(told), whole=len(told))


_FEATURES: tuple[tuple[str, Callable[[Counted], Judged]], ...] = (
    (mark("Intense pain, 7 of 10 or more"), _intense),
    (mark("Seconds to at most ten minutes"), _short),
    (mark("In the calf or foot"), _calf_or_foot),
    (mark("Seldom in the thigh"), _seldom_thigh),
    (mark("Pain that lingers the next day"), _lingers),
    (mark("Broken sleep"), _broken_sleep),
    (mark("Distress, 4 of 10 or more"), _distress),
)
