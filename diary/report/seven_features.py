"""The seven features that a review and a panel of experts found most telling of nocturnal leg cramps.

Hallegraeff and others, BMC Family Practice 2017;18:29, doi 10.1186/s12875-017-0600-x: intense pain; seconds to at most
ten minutes; calf or foot; seldom the thigh; pain that lingers; broken sleep; distress. The list is no score, and is
never added up: each is yes, no or not recorded, with the count behind it. The nights come first; where none tells, how
the person describes a usual cramp in the profile does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import mark, tr, trn
from diary.model.mornings import day_name
from diary.model.night import Cramp, Muscle

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.model.night import Night
    from diary.model.profile import Profile

STRONG = 7
"""The intensity, of 10, that pain scales call severe."""
SHORT = 10
"""The most minutes that a nocturnal leg cramp lasts."""
DISTRESSING = 5
"""The distress, of 10, from which a cramp counts as distressing."""
USUALLY = 0.5
"""A feature holds where at least this share of the answers shows it."""
SELDOM = 0.25
"""The thigh is seldom where at most this share of the answers names it."""
CALF_OR_FOOT = frozenset({Muscle.CALF, Muscle.FOOT})
THIGH = frozenset({Muscle.FRONT_THIGH, Muscle.BACK_THIGH})


@dataclass(frozen=True, slots=True)
class Feature:
    """One of the seven features, as this person's cramps show it."""

    key: str
    name: str
    holds: bool | None
    """Whether it is so; None where neither a night nor the profile says."""
    count: int = 0
    """How many cramps (or cramp nights) showed it."""
    total: int = 0
    """How many cramps (or cramp nights) were answered about it."""
    basis: str = ""
    """The count in words, or from when the profile's answer is; empty where nothing is recorded."""

    @property
    def answer(self) -> str:
        """“Yes”, “no” or “not recorded”."""
        if self.holds is None:
            return tr("not recorded")
        return tr("yes") if self.holds else tr("no")


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a feature is read from nights, and which question of the profile stands in."""

    key: str
    name: str
    question: str
    count_name: str
    """The name of what is counted, as the basis gives it."""
    of_cramp: Callable[[Cramp], bool | None] | None = None
    """How a cramp shows it; None where it is read from whole nights."""
    seldom: bool = False
    """Whether the feature holds where the count is small, and the question asks for the opposite."""


def seven_features(nights: Sequence[Night], profile: Profile) -> tuple[Feature, ...]:
    """The seven features over these nights, in the order of the paper."""
    return tuple(_feature(rule, nights, profile) for rule in _RULES)


def _feature(rule: _Rule, nights: Sequence[Night], profile: Profile) -> Feature:
    values = _values(rule, nights)
    if not values:
        return _from_profile(rule, profile)
    count, total = values.count(True), len(values)
    holds = count <= SELDOM * total if rule.seldom else count >= USUALLY * total
    count_words = (
        trn("{shown} of {n} cramp", "{shown} of {n} cramps", total)
        if rule.of_cramp
        else trn("{shown} of {n} cramp night", "{shown} of {n} cramp nights", total)
    ).format(shown=count, n=total)
    basis = tr("{what}: {count}").format(what=tr(rule.count_name), count=count_words)
    return Feature(rule.key, tr(rule.name), holds, count, total, basis)


def _values(rule: _Rule, nights: Sequence[Night]) -> list[bool]:
    if rule.of_cramp is None:
        values = [_is_sleep_broken(night) for night in nights if night.cramps]
    else:
        values = [rule.of_cramp(cramp) for night in nights for cramp in night.cramps or ()]
    return [value for value in values if value is not None]


def _from_profile(rule: _Rule, profile: Profile) -> Feature:
    answer = profile.answers.get(rule.question)
    if answer is None:
        return Feature(rule.key, tr(rule.name), None)
    return Feature(rule.key, tr(rule.name), answer.yes is not rule.seldom, basis=_profile_basis(answer.noted_on))


def _profile_basis(day: dt.date) -> str:
    return tr("as told in the profile on {day}").format(day=day_name(day, year=True))


def _is_sleep_broken(night: Night) -> bool | None:
    """Whether the cramps of a night broke its sleep: answered about one of them, or about the night as a whole."""
    signs = [cramp.woke_me for cramp in night.cramps or () if cramp.woke_me is not None]
    signs += [cramp.minutes_awake > 0 for cramp in night.cramps or () if cramp.minutes_awake is not None]
    disturbance = night.value("sleep_disturbance")
    if isinstance(disturbance, (int, float)):
        signs.append(disturbance > 0)
    return any(signs) if signs else None


def _is_at_least(value: float | None, line: float) -> bool | None:
    return None if value is None else value >= line


def _is_short(minutes: float | None) -> bool | None:
    return None if minutes is None else minutes <= SHORT


def _is_among(muscle: Muscle | None, muscles: frozenset[Muscle]) -> bool | None:
    return None if muscle is None else muscle in muscles


_RULES = (
    _Rule(
        "intense",
        mark("Intense pain"),
        "usual_intense",
        mark("intensity 7 or more of 10"),
        lambda cramp: _is_at_least(cramp.intensity, STRONG),
    ),
    _Rule(
        "short",
        mark("Seconds to at most ten minutes"),
        "usual_short",
        mark("at most ten minutes"),
        lambda cramp: _is_short(cramp.minutes),
    ),
    _Rule(
        "calf_foot",
        mark("Calf or foot"),
        "usual_calf_foot",
        mark("in the calf or foot"),
        lambda cramp: _is_among(cramp.muscle, CALF_OR_FOOT),
    ),
    _Rule(
        "seldom_thigh",
        mark("Seldom the thigh"),
        "usual_thigh",
        mark("in the thigh"),
        lambda cramp: _is_among(cramp.muscle, THIGH),
        seldom=True,
    ),
    _Rule(
        "lingers",
        mark("Pain that lingers"),
        "usual_lingers",
        mark("sore the next day"),
        lambda cramp: cramp.sore_next_day,
    ),
    _Rule("sleep", mark("Broken sleep"), "usual_wakes", mark("woken, or sleep disturbed")),
    _Rule(
        "distress",
        mark("Distress"),
        "usual_distress",
        mark("distress 5 or more of 10"),
        lambda cramp: _is_at_least(cramp.distress, DISTRESSING),
    ),
)
