"""The acts on the conditions of the profile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.errors import DiaryError
from diary.model.profile import CONDITIONS, OTHER_CONDITION, Condition

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.model.profile import Profile


class ConditionGoneError(DiaryError):
    """A year for a condition that was removed in the meantime."""

    def __init__(self) -> None:
        super().__init__(tr("This condition was removed in the meantime; tick it again to say more about it."))


@dataclass(frozen=True, slots=True)
class AddCondition:
    """Add a condition; one that is there already stays as it is."""

    key: str
    """A key of CONDITIONS."""

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Condition added")

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile with this condition, in the order in which conditions are asked."""
        conditions = {condition.key: condition for condition in profile.conditions}
        conditions.setdefault(self.key, Condition(self.key, today))
        return replace(profile, conditions=_in_order(conditions.values()))


@dataclass(frozen=True, slots=True)
class SetOtherCondition:
    """Name what is none of the conditions that are asked; without a name, there is none."""

    name: str

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Other condition changed") if self.name.strip() else mark("Other condition removed")

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile with this other condition; its year stays, should it be known."""
        name = self.name.strip()
        before = next((each for each in profile.conditions if each.key == OTHER_CONDITION), None)
        others = [each for each in profile.conditions if each.key != OTHER_CONDITION]
        if name and before:
            others.append(replace(before, own_name=name))
        elif name:
            others.append(Condition(OTHER_CONDITION, today, own_name=name))
        return replace(profile, conditions=_in_order(others))


def _in_order(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """In the order in which conditions are asked, the other one last."""
    order = (*CONDITIONS, OTHER_CONDITION)
    return tuple(sorted(conditions, key=lambda condition: order.index(condition.key)))


@dataclass(frozen=True, slots=True)
class RemoveCondition:
    """Remove a condition; one that is gone already stays gone."""

    key: str

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Condition removed")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with its other conditions."""
        return replace(
            profile, conditions=tuple(condition for condition in profile.conditions if condition.key != self.key)
        )


@dataclass(frozen=True, slots=True)
class SetConditionYear:
    """Give the year in which a condition began; None: not known."""

    key: str
    year: int | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Condition changed")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with this year for its condition. Raises ConditionGoneError."""
        if not any(condition.key == self.key for condition in profile.conditions):
            raise ConditionGoneError
        conditions = (
            replace(condition, since=self.year) if condition.key == self.key else condition
            for condition in profile.conditions
        )
        return replace(profile, conditions=tuple(conditions))
