"""Which nights were exposed to what. The rules are the model's; here they become columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from diary.analysis.counts import answered_nights
from diary.analysis.finding import ExposureColumn
from diary.analysis.reasons import WORKS_LATER
from diary.model.answer_rules import number_of
from diary.model.early_answers import is_settled_early
from diary.model.exposure import Exposure, ExposureState, Section, Thresholds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.model.night import Night

COLDNESS = "coldness"
"""The column of how cold each night was, where it was measured: the lower the temperature, the more."""
_GRADES = {"cold_room": COLDNESS}
"""The column of how much there was of an exposure, by its key."""
IS_EXPOSED = {ExposureState.EXPOSED: True, ExposureState.NOT_EXPOSED: False}


def exposure_table(nights: Iterable[Night], exposures: Sequence[Exposure], thresholds: Thresholds) -> pd.DataFrame:
    """What the answers of each logged night say about everything that nights are compared by.

    Index `morning` (datetime64[s], sorted, unique: midnight of the date on which the night ends); `cramp` (boolean,
    never NA); one column each, named by its key: a category whose values are those of ExposureState.
    """
    logged_nights = sorted((night for night in nights if night.logged), key=lambda night: night.morning)
    answers = [night.values() for night in logged_nights]
    kinds = pd.CategoricalDtype(list(ExposureState))
    columns = {
        exposure.key: pd.array([exposure.state(values, thresholds) for values in answers], dtype=kinds)
        for exposure in exposures
    }
    cramp = pd.array([bool(night.cramps) for night in logged_nights], dtype="boolean")
    return pd.DataFrame({"cramp": cramp} | columns, index=_mornings(logged_nights))


def exposure_frame(table: pd.DataFrame) -> pd.DataFrame:
    """The form that findings are made from: `cramp`, and one nullable boolean column a question.

    Unknown and not applicable are both NA: such a night is neither exposed nor unexposed.
    """
    exposed = {key: table[key].map(IS_EXPOSED).astype("boolean") for key in table.columns if key != "cramp"}
    return pd.DataFrame({"cramp": table["cramp"]} | exposed, index=table.index)


def with_grades(frame: pd.DataFrame, nights: Iterable[Night]) -> pd.DataFrame:
    """The frame with how much there was of what has degrees: NaN where it was not measured."""
    logged_nights = sorted((night for night in nights if night.logged), key=lambda night: night.morning)
    celsius = [number_of(night.values(), "room_temperature") for night in logged_nights]
    coldness = np.array([np.nan if value is None else -value for value in celsius], dtype=float)
    return frame.assign(**{COLDNESS: coldness})


def count_not_applicable(table: pd.DataFrame, key: str) -> int:
    """On how many nights of the table the question does not arise."""
    return int((table[key] == ExposureState.NOT_APPLICABLE).sum())


def column_of(exposure: Exposure, nights: Iterable[Night], thresholds: Thresholds) -> ExposureColumn:
    """The column of an exposure, with how and when it was answered on logged nights.

    The article says in which direction its triggers go; of all else the direction is not known. A night counts where
    its answers settle the exposure. It is late where any answer that the rule reads is, and before the night where all
    are. A night on which the question does not arise was answered.
    """
    logged = [night for night in nights if night.logged]
    states = [exposure.state(night.values(), thresholds) for night in logged]
    settled = [(night, state) for night, state in zip(logged, states, strict=True) if state in IS_EXPOSED]
    cramp = np.array([bool(night.cramps) for night in logged], dtype=bool)
    return ExposureColumn(
        exposure.key,
        direction_known=exposure.section is Section.ARTICLE,
        share_late=_share([_is_late(exposure, night, state) for night, state in settled], none=0.0),
        before_the_night=_share([is_settled_early(night, exposure) for night, _ in settled], none=1.0),
        grade=_GRADES.get(exposure.key, ""),
        works_later=exposure.key in WORKS_LATER,
        answered=answered_nights(cramp, np.array([state is not ExposureState.UNKNOWN for state in states], dtype=bool)),
    )


def _is_late(exposure: Exposure, night: Night, state: ExposureState) -> bool:
    """Whether memory may have leaned: it turns *no* into *yes* after cramps, so a *no* to a quiet night never is."""
    if not night.cramps and state is ExposureState.NOT_EXPOSED:
        return False
    return any(night.late(key) for key in exposure.factors)


def _share(flags: Sequence[bool], *, none: float) -> float:
    return sum(flags) / len(flags) if flags else none


def _mornings(nights: Iterable[Night]) -> pd.DatetimeIndex:
    # Seconds, not nanoseconds: these end in 2262, and a diary's dates may be any.
    return pd.DatetimeIndex(np.array([night.morning for night in nights], dtype="datetime64[s]"), name="morning")
