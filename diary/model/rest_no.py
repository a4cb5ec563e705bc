"""After a quiet night, *no* to all that was left open, in one act.

Who ticks only what was so after a good night leaves every *no* open, and such answers alone look like a pattern. Nothing
answers by itself: only the person says that the rest was not so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.language import mark
from diary.model.factors import YesNo
from diary.model.night import Answer, NightState

if TYPE_CHECKING:
    from diary.model.factors import Catalogue, Factor
    from diary.model.night import Night
    from diary.model.night_acts import ActContext


def open_yes_no(night: Night, catalogue: Catalogue) -> tuple[Factor, ...]:
    """The yes-or-no questions that the form asks of a quiet night and that are not answered; none of any other night."""
    if night.state is not NightState.QUIET:
        return ()
    return tuple(
        factor
        for factor in catalogue.on_form
        if isinstance(factor.kind, YesNo) and factor.key not in night.answers and night.asks(factor)
    )


@dataclass(frozen=True, slots=True)
class AnswerRestNo:
    """Answer *no* to each yes-or-no question that is open; a night that is not quiet any more stays as it is."""

    @property
    def words(self) -> str:
        """What was done."""
        return mark("The rest answered with no")

    def on(self, night: Night, context: ActContext) -> Night:
        """The night with these answers beside its own."""
        given_at = night.moment_of_answer(context.moment)
        rest = {factor.key: Answer(False, given_at) for factor in open_yes_no(night, context.catalogue)}
        return replace(night, answers={**night.answers, **rest})
