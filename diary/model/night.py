"""One night, as its person tells it.

A night is keyed by the morning on which it ends. Whether it had cramps is told, or not told: a night not told is
neither a cramp night nor a quiet one. Nothing here reads the clock; where a rule needs it, the moment is passed in.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Annotated

from diary.language import mark, tr
from diary.model.built_in import BUILT_IN
from diary.model.clean_text import clean_paragraphs
from diary.model.errors import (
    CrampInFutureError,
    CrampOutsideNightError,
    MorningTooEarlyError,
    MorningTooLateError,
    NightNotBegunError,
    NightNotOverError,
    NotWholeError,
    OutOfRangeError,
    TextTooLongError,
    TooManyCrampsError,
)
from diary.model.factors import OWN_PREFIX, Factor, Group, TimeOfDay, Value
from diary.model.mornings import DAY, EARLIEST_MORNING, noon_after, noon_before
from diary.model.plain_number import plain_number
from diary.model.stored_forms import Moment, NotStored, StoredAs, WallTime

MOST_CRAMPS = 20
MOST_NOTE = 10_000
JUST_AFTER = dt.timedelta(microseconds=1)
"""The least by which two moments differ that a diary's file tells apart."""
_TIMES = frozenset(factor.key for factor in BUILT_IN if isinstance(factor.kind, TimeOfDay))
"""What is answered by a time of day."""


class Side(StrEnum):
    """Which leg, or arm."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Muscle(StrEnum):
    """Where it cramped."""

    CALF = "calf"
    FOOT = "foot"
    FRONT_THIGH = "front_thigh"
    BACK_THIGH = "back_thigh"
    HAND_ARM = "hand_arm"
    TRUNK = "trunk"
    FACE = "face"


class Relief(StrEnum):
    """What relieved it."""

    STRETCHING = "stretching"
    STANDING = "standing"
    MASSAGE = "massage"
    HEAT = "heat"
    MEDICINE = "medicine"
    DRINKING = "drinking"
    NOTHING = "nothing"


class NightState(StrEnum):
    """What is known of a night."""

    NOT_LOGGED = "not_logged"
    QUIET = "quiet"
    CRAMPS = "cramps"


SIDE_NAMES = {Side.LEFT: mark("Left"), Side.RIGHT: mark("Right"), Side.BOTH: mark("Both")}
MUSCLE_NAMES = {
    Muscle.CALF: mark("Calf"),
    Muscle.FOOT: mark("Foot or toes"),
    Muscle.FRONT_THIGH: mark("Front of thigh"),
    Muscle.BACK_THIGH: mark("Back of thigh"),
    Muscle.HAND_ARM: mark("Hand or arm"),
    Muscle.TRUNK: mark("Trunk"),
    Muscle.FACE: mark("Face"),
}
RELIEF_NAMES = {
    Relief.STRETCHING: mark("Stretching"),
    Relief.STANDING: mark("Standing or walking"),
    Relief.MASSAGE: mark("Massage"),
    Relief.HEAT: mark("Heat"),
    Relief.MEDICINE: mark("Medicine"),
    Relief.DRINKING: mark("Drinking"),
    Relief.NOTHING: mark("Nothing"),
}


def _refuse_outside(what: str, value: float | None, high: float, *, step: float = 1, unit: str = "") -> None:
    if value is None:
        return
    if not 0 <= value <= high:
        raise OutOfRangeError(what, plain_number(value), 0, high, unit)
    if (value / step) % 1:
        raise NotWholeError(what, plain_number(value), step)


@dataclass(frozen=True, slots=True)
class Cramp:
    """One episode within a night. Everything may be not answered, which is None."""

    at: WallTime | None = None
    about: bool = False
    """The time is remembered as “about 3”."""
    minutes: float | None = None
    """0 to 720, in halves."""
    intensity: int | None = None
    """0 is no pain, 10 the worst there could be."""
    side: Side | None = None
    muscle: Muscle | None = None
    woke_me: bool | None = None
    minutes_awake: int | None = None
    """0 to 720."""
    sore_next_day: bool | None = None
    relief: frozenset[Relief] | None = None
    """None is not answered; “nothing helped” is an answer."""
    distress: int | None = None
    """How distressing, 0 to 10."""
    key: Annotated[int | None, NotStored()] = field(default=None, compare=False, repr=False)
    """Names it for as long as the program runs, whatever is added or removed beside it; no part of what it says."""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        _refuse_outside(tr("The length of a cramp"), self.minutes, 720, step=0.5, unit=tr("minutes"))
        _refuse_outside(tr("Intensity"), self.intensity, 10)
        _refuse_outside(tr("The time awake"), self.minutes_awake, 720, unit=tr("minutes"))
        _refuse_outside(tr("Distress"), self.distress, 10)


def _times(night: Night) -> Counter[dt.datetime]:
    """When its cramps were, each moment as often as it is told."""
    return Counter(cramp.at for cramp in night.cramps or () if cramp.at)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, and when it was given or last changed."""

    value: Value
    given_at: Moment
    """Within a night these moments stand in the order of the acts, also where the clock was set; what was written on paper
    before the night was given then (catching_up)."""


def _with_times(answers: dict[str, Answer]) -> dict[str, Answer]:
    """The answers with times of day, which a file holds as texts."""
    times = {key: replace(answers[key], value=_time_or_text(answers[key].value)) for key in _TIMES & answers.keys()}
    return {**answers, **times}


def _time_or_text(value: Value) -> Value:
    """The time of a text; what is none stays as it is, for the night to refuse in words."""
    try:
        return dt.time.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


@dataclass(frozen=True, slots=True)
class Night:
    """One night's sleep and what is known of it."""

    morning: dt.date
    cramps: tuple[Cramp, ...] | None = None
    """None: not told. Empty: a quiet night. Else a cramp night; a cramp may have nothing more told of it."""
    logged_at: Moment | None = field(default=None, metadata={"alias": "cramps_told_at"})
    """When it was first logged whether there were cramps, in the order of the acts."""
    answers: Annotated[Mapping[str, Answer], StoredAs(dict[str, Answer], _with_times)] = field(
        default_factory=dict, hash=False
    )
    """By factor key. A factor that is not here is not answered."""
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the note, and refuse what cannot be."""
        clean_paragraphs(self, "note")
        if len(self.cramps or ()) > MOST_CRAMPS:
            raise TooManyCrampsError(MOST_CRAMPS)
        if len(self.note) > MOST_NOTE:
            raise TextTooLongError(tr("A note"), MOST_NOTE)
        for cramp in self.cramps or ():
            if cramp.at and not noon_before(self.morning) <= cramp.at < noon_after(self.morning):
                raise CrampOutsideNightError(cramp.at, self.morning)
        for key, answer in self.answers.items():
            if not key.startswith(OWN_PREFIX):
                BUILT_IN.get(key).check(answer.value)

    @property
    def state(self) -> NightState:
        """Not logged, quiet or with cramps."""
        if self.cramps is None:
            return NightState.NOT_LOGGED
        return NightState.CRAMPS if self.cramps else NightState.QUIET

    @property
    def logged(self) -> bool:
        """Whether it was told if there were cramps."""
        return self.cramps is not None

    @property
    def blank(self) -> bool:
        """Whether nothing at all is known of it."""
        return self.cramps is None and not self.answers and not self.note

    def value(self, key: str) -> Value | None:
        """The answer to a factor; None where it was not answered."""
        answer = self.answers.get(key)
        return None if answer is None else answer.value

    def values(self) -> dict[str, Value]:
        """All answers by factor key."""
        return {key: answer.value for key, answer in self.answers.items()}

    def late(self, key: str) -> bool:
        """Whether an answer was first given or changed after this night's cramps were told."""
        answer = self.answers.get(key)
        return bool(answer and self.logged_at and answer.given_at > self.logged_at)

    def asks(self, factor: Factor) -> bool:
        """Whether the form asks this factor, given what else was answered.

        An answer that was given before what it hangs on changed stays in the diary, and is shown and counted nowhere.
        """
        if factor.group is Group.AFTER and not self.cramps:
            return False
        if factor.only_if is None:
            return True
        key, values = factor.only_if
        return self.value(key) in values

    def with_answer(self, factor: Factor, value: Value, given_at: dt.datetime) -> Night:
        """The night with this answer; telling the same again leaves when it was given."""
        answer = factor.check(value)
        if self.value(factor.key) == answer:
            return self
        return replace(self, answers={**self.answers, factor.key: Answer(answer, self.moment_of_answer(given_at))})

    def moment_of_answer(self, now: dt.datetime) -> dt.datetime:
        """When an answer given now counts as given: after the cramps were told, where they were, whatever the clock says."""
        return max(now, self.logged_at + JUST_AFTER) if self.logged_at else now

    def without_answer(self, key: str) -> Night:
        """The night with this factor not answered."""
        return replace(self, answers={k: answer for k, answer in self.answers.items() if k != key})

    def with_cramps(self, cramps: tuple[Cramp, ...], logged_at: dt.datetime) -> Night:
        """The night with its cramps told; when they were first told stays."""
        # Else a clock that was set back would make late what was answered before.
        no_answer_is_later = max([logged_at, *(answer.given_at for answer in self.answers.values())])
        return replace(self, cramps=cramps, logged_at=self.logged_at or no_answer_is_later)

    def refuse_future(self, now: dt.datetime, before: Night | None = None) -> None:
        """Refuse what has not happened yet at this moment of local wall time, and nights of more than a lifetime ago.

        What the night held `before` is not asked again: it was told by another clock, or in another time zone.
        """
        earlier = before or Night(self.morning)
        if earlier.blank:
            self._refuse_morning(now)
        if self.state is NightState.QUIET and earlier.state is not NightState.QUIET and self.morning > now.date():
            raise NightNotOverError(self.morning)
        if self.cramps and not earlier.cramps and noon_before(self.morning) > now:
            raise NightNotBegunError(self.morning)
        for at in _times(self) - _times(earlier):
            if at > now:
                raise CrampInFutureError(at)

    def _refuse_morning(self, now: dt.datetime) -> None:
        if self.morning < EARLIEST_MORNING:
            raise MorningTooEarlyError(self.morning)
        if self.morning > now.date() + DAY:
            raise MorningTooLateError(self.morning)
