"""Which nights were exposed to which trigger. The rules are the model's; here they become columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from diary.analysis.finding import Question
from diary.analysis.frame import mornings_index
from diary.model.triggers import Exposure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.model.night import Night
    from diary.model.triggers import Lines, Trigger

KNOWN = {Exposure.EXPOSED: True, Exposure.NOT_EXPOSED: False}


def exposure_table(nights: Iterable[Night], triggers: Sequence[Trigger], lines: Lines) -> pd.DataFrame:
    """What the answers of each logged night say about each trigger.

    Index `morning` as in diary.analysis.frame; `cramp` (boolean, never NA); one column a trigger, named by its key:
    a category whose values are those of Exposure.
    """
    logged = sorted((night for night in nights if night.logged), key=lambda night: night.morning)
    answers = [night.values() for night in logged]
    kinds = pd.CategoricalDtype(list(Exposure))
    columns = {
        trigger.key: pd.array([trigger.exposure(told, lines) for told in answers], dtype=kinds) for trigger in triggers
    }
    cramp = pd.array([bool(night.cramps) for night in logged], dtype="boolean")
    return pd.DataFrame({"cramp": cramp} | columns, index=mornings_index(logged))


def exposure_frame(table: pd.DataFrame) -> pd.DataFrame:
    """The form that findings are made from: `cramp`, and one nullable boolean column a question.

    Unknown and not applicable are both NA: such a night is neither exposed nor unexposed.
    """
    exposed = {key: table[key].map(KNOWN).astype("boolean") for key in table.columns if key != "cramp"}
    return pd.DataFrame({"cramp": table["cramp"]} | exposed, index=table.index)


def not_applicable(table: pd.DataFrame, key: str) -> int:
    """On how many nights of the table the question does not arise."""
    return int((table[key] == Exposure.NOT_APPLICABLE).sum())


def question_of(trigger: Trigger, nights: Iterable[Night], lines: Lines) -> Question:
    """The trigger as a question, with how many of its answers on logged nights came late.

    A night counts where its answers settle the exposure, and is late where any answer that the rule reads is.
    """
    late = [
        any(night.late(key) for key in trigger.factors)
        for night in nights
        if night.logged and trigger.exposure(night.values(), lines) in KNOWN
    ]
    return Question(trigger.key, share_late=sum(late) / len(late) if late else 0.0)
