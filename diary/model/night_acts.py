"""The acts on a night, each as a value: what a touch means, whatever the night holds when it is done.

An act is pure: a night in, the night after it out. A page does it to what it shows, the book to what the diary holds,
and both come to the same. A cramp is named by its key, which stays when others are added or removed; its place does
not.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from diary.language import mark, tr, trn
from diary.model.errors import DiaryError
from diary.model.factors import Catalogue, Value
from diary.model.night import Cramp, Night, Relief

if TYPE_CHECKING:
    from collections.abc import Callable


class CrampGoneError(DiaryError):
    """A change of a cramp that was removed in the meantime."""

    def __init__(self) -> None:
        super().__init__(tr("This cramp was removed in the meantime; add it again to say more about it."))


class CrampsStandError(DiaryError):
    """A night called quiet that holds cramps of which the person did not say that they may go."""

    def __init__(self, cramps: int) -> None:
        super().__init__(
            trn(
                "This night holds {n} cramp by now, so it was not saved as quiet. Look at it first.",
                "This night holds {n} cramps by now, so it was not saved as quiet. Look at them first.",
                cramps,
            ).format(n=cramps)
        )


@dataclass(frozen=True, slots=True)
class ActContext:
    """What an act needs to know beside the night."""

    catalogue: Catalogue
    moment: dt.datetime
    """When it is done; with its time zone."""


class NightAct(Protocol):
    """One act on a night."""

    @property
    def words(self) -> str:
        """What was done, for the list of what can be undone; in English, shown through gettext."""

    def on(self, night: Night, context: ActContext) -> Night:
        """The night after the act. Raises a refusal where it cannot be."""


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """Give the answer to one factor; None takes it back."""

    key: str
    value: Value | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Answer taken back") if self.value is None else mark("Answer saved")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with this answer."""
        if self.value is None:
            return night.without_answer(self.key)
        return night.with_answer(context.catalogue.get(self.key), self.value, context.moment)


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """Count one more or one fewer, up to a most. Fewer than none is not answered; from there more is one, fewer none."""

    key: str
    more: bool
    most: int

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Answer saved")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with the count one step on."""
        return SetAnswer(self.key, self._next(night.value(self.key))).on(night, context)

    def _next(self, count: Value | None) -> float | None:
        if not isinstance(count, int | float):
            return 1.0 if self.more else 0.0
        if self.more:
            return min(float(self.most), count + 1.0)
        return None if count < 1 else count - 1.0


@dataclass(frozen=True, slots=True)
class LogQuiet:
    """Log that there were no cramps. A night that holds some loses only those that the person said may go."""

    removable: frozenset[int] = frozenset()
    """Keys of the cramps that may go."""

    @property
    def words(self) -> str:
        """What was done."""
        return mark("No cramps saved")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night without cramps. Raises CrampsStandError where it holds one that nobody spoke of."""
        others = [cramp for cramp in night.cramps or () if cramp.key not in self.removable]
        if others:
            raise CrampsStandError(len(others))
        return night.with_cramps((), context.moment)


@dataclass(frozen=True, slots=True)
class LogCramps:
    """Log that there were cramps: a night that has some already stays as it is, any other gets a first one."""

    cramp: int
    """The key of the first one."""

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Cramps saved")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with at least one cramp."""
        return night if night.cramps else AddCramp(Cramp(key=self.cramp)).on(night, context)


@dataclass(frozen=True, slots=True)
class AddCramp:
    """Add one more cramp; the first makes it a cramp night."""

    cramp: Cramp

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Cramps saved")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with the cramp after those it has."""
        return night.with_cramps((*(night.cramps or ()), self.cramp), context.moment)


@dataclass(frozen=True, slots=True)
class ChangeCramp:
    """Change some fields of one cramp; None takes a field back."""

    cramp: int
    fields: tuple[tuple[str, Any], ...]

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Cramps saved")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with this cramp changed. Raises CrampGoneError."""
        return _with_cramp(night, self.cramp, lambda cramp: replace(cramp, **dict(self.fields)), context.moment)


@dataclass(frozen=True, slots=True)
class AddRelief:
    """Add one thing that relieved a cramp."""

    cramp: int
    relief: Relief

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Cramps saved")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with this relief beside the cramp's others. Raises CrampGoneError."""
        return _with_cramp(
            night,
            self.cramp,
            lambda cramp: replace(cramp, relief=(cramp.relief or frozenset()) | {self.relief}),
            context.moment,
        )


@dataclass(frozen=True, slots=True)
class RemoveRelief:
    """Remove one thing that relieved a cramp; without the last one it is not answered."""

    cramp: int
    relief: Relief

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Cramps saved")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with the cramp's other reliefs. Raises CrampGoneError."""
        return _with_cramp(
            night,
            self.cramp,
            lambda cramp: replace(cramp, relief=((cramp.relief or frozenset()) - {self.relief}) or None),
            context.moment,
        )


@dataclass(frozen=True, slots=True)
class RemoveCramp:
    """Remove one cramp; without its last one a night is not logged. A cramp that is gone already stays gone."""

    cramp: int

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Cramp removed")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with its other cramps."""
        others = tuple(cramp for cramp in night.cramps or () if cramp.key != self.cramp)
        if len(others) == len(night.cramps or ()):
            return night
        return night.with_cramps(others, context.moment) if others else replace(night, cramps=None, logged_at=None)


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Write the note of a night."""

    text: str

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Note saved")

    def on(self, night: Night, _context: ActContext) -> Night:
        """The night with this note."""
        return replace(night, note=self.text)


def _with_cramp(night: Night, key: int, change: Callable[[Cramp], Cramp], moment: dt.datetime) -> Night:
    if not any(cramp.key == key for cramp in night.cramps or ()):
        raise CrampGoneError
    cramps = tuple(change(cramp) if cramp.key == key else cramp for cramp in night.cramps or ())
    return night.with_cramps(cramps, moment)
