"""What Trends shows beside the charts: how it goes in words, what changed in this time, what cramps are seen beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.before_after import PLACEBO
from diary.analysis.trend import Outcome, counts_words, logging_words, outcome_words
from diary.charts.catalogue import ChartKind, ChartMarker, ChartOptions
from diary.language import tr
from diary.model.changes import DatedChange, changes
from diary.model.factors import Factor
from diary.ui.page.content.looking_back import LookBack, look_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.analysis.trend import Trend
    from diary.book import Diary
    from diary.model.factors import Catalogue
    from diary.model.night import Night
    from diary.model.period import Period
    from diary.ui.page.spans import TrendsView

ROOM_TEMPERATURE = "room_temperature"
"""Has a chart of its own."""


@dataclass(frozen=True, slots=True)
class TrendShown:
    """Whether it is getting better, as the top of the screen says it."""

    outcome: Outcome
    title: str
    counts: str
    beside: str
    """What must be said with it."""


def trend_shown(trend: Trend) -> TrendShown:
    """The trend in words."""
    return TrendShown(
        trend.outcome, outcome_words(trend), counts_words(trend), logging_words(trend) or _beside(trend.outcome)
    )


def _beside(outcome: Outcome) -> str:
    match outcome:
        case Outcome.FEWER:
            return tr(PLACEBO)
        case Outcome.MORE:
            return tr("This tells how often, not why. Where cramps are often and severe, a doctor should know.")
        case Outcome.NO_CLEAR_CHANGE:
            return tr("Cramp nights come in spells; any difference here is no larger than spells make by themselves.")
        case Outcome.NOT_ENOUGH_NIGHTS:
            return tr("Eight weeks of logged nights are the least to tell a change from a good or a bad spell.")


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What the screen looks at before anything is drawn."""

    look: LookBack
    factors: tuple[Factor, ...]
    """Those beside which cramps can be seen."""


def looked_at(book: Diary, view: TrendsView) -> LookedAt:
    """The time that is chosen, and what was answered in it."""
    look = look_back(book, view.span, view.own)
    nights = book.nights.between(look.period)
    return LookedAt(look, factors_seen(book.questions.catalogue(), nights, look.period))


def changes_within(changes_known: Iterable[DatedChange], period: Period) -> tuple[DatedChange, ...]:
    """Those in a period, the latest first."""
    return tuple(change for change in reversed(tuple(changes_known)) if change.day in period)


def factors_seen(catalogue: Catalogue, nights: Iterable[Night], period: Period) -> tuple[Factor, ...]:
    """The factors that were answered on some logged night of a period, in the order of the form."""
    within = [night for night in period.nights_in(nights) if night.logged]
    answered = {key for night in within for key in night.answers}
    return tuple(factor for factor in catalogue if factor.key in answered and factor.key != ROOM_TEMPERATURE)


def factor_chosen(factors: tuple[Factor, ...], key: str) -> str:
    """The key that was chosen where it can be, else the first; empty where there is none."""
    keys = [factor.key for factor in factors]
    return key if key in keys else next(iter(keys), "")


def chart_options(book: Diary, kind: ChartKind, period: Period, factor: str) -> ChartOptions:
    """What a chart is asked for beside its nights: what changed, the trend, the factor and the unit. Slow."""
    temperature = book.person.preferences().temperature
    if kind.takes_factor:
        return ChartOptions(temperature=temperature, factor=book.questions.catalogue().get(factor) if factor else None)
    if not kind.over_time:
        return ChartOptions(temperature=temperature)
    dated = changes_within(changes(book.person.profile(), book.person.markers()), period)
    return ChartOptions(
        markers=tuple(ChartMarker(change.day, change.text) for change in reversed(dated)),
        trend=book.results.trend(period),
        temperature=temperature,
    )
