"""Which nights were exposed to what. The rules are the model's; here they become columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from diary.analysis.finding import Question
from diary.model.compared import Section, section_of
from diary.model.triggers import Exposure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.model.compared import Compared
    from diary.model.night import Night
    from diary.model.triggers import Lines

KNOWN = {Exposure.EXPOSED: True, Exposure.NOT_EXPOSED: False}


def exposure_table(nights: Iterable[Night], those: Sequence[Compared], lines: Lines) -> pd.DataFrame:
    """What the answers of each logged night say about each of those.

    Index `morning` (datetime64[s], sorted, unique: midnight of the date on which the night ends); `cramp` (boolean,
    never NA); one column each, named by its key: a category whose values are those of Exposure.
    """
    logged = sorted((night for night in nights if night.logged), key=lambda night: night.morning)
    answers = [night.values() for night in logged]
    kinds = pd.CategoricalDtype(list(Exposure))
    columns = {one.key: pd.array([one.exposure(told, lines) for told in answers], dtype=kinds) for one in those}
    cramp = pd.array([bool(night.cramps) for night in logged], dtype="boolean")
    return pd.DataFrame({"cramp": cramp} | columns, index=_mornings(logged))


def exposure_frame(table: pd.DataFrame) -> pd.DataFrame:
    """The form that findings are made from: `cramp`, and one nullable boolean column a question.

    Unknown and not applicable are both NA: such a night is neither exposed nor unexposed.
    """
    exposed = {key: table[key].map(KNOWN).astype("boolean") for key in table.columns if key != "cramp"}
    return pd.DataFrame({"cramp": table["cramp"]} | exposed, index=table.index)


def not_applicable(table: pd.DataFrame, key: str) -> int:
    """On how many nights of the table the question does not arise."""
    return int((table[key] == Exposure.NOT_APPLICABLE).sum())


def question_of(one: Compared, nights: Iterable[Night], lines: Lines) -> Question:
    """It as a question, with how many of its answers on logged nights came late.

    The article says in which direction its triggers go; of all else the direction is not known. A night counts where
    its answers settle the exposure, and is late where any answer that the rule reads is.
    """
    late = [
        any(night.late(key) for key in one.factors)
        for night in nights
        if night.logged and one.exposure(night.values(), lines) in KNOWN
    ]
    known = section_of(one) is Section.ARTICLE
    return Question(one.key, direction_known=known, share_late=sum(late) / len(late) if late else 0.0)


def _mornings(nights: Iterable[Night]) -> pd.DatetimeIndex:
    # Seconds, not nanoseconds: these end in 2262, and a diary's dates may be any.
    return pd.DatetimeIndex(np.array([night.morning for night in nights], dtype="datetime64[s]"), name="morning")
