"""Something that nights are compared by, as one value: its names, when a night counts with it, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from diary.language import mark
from diary.model.answer_rules import Answers

WARM_FROM = 24.0
"""From this room temperature in °C, thin covers are not counted as too thin."""
USUAL_COLD = 16.0
"""Below this room temperature in °C a night is cold, where the person has no line of their own."""
FEW_GLASSES = 6
"""Fewer glasses of fluids than this on a day are few."""


class ExposureState(StrEnum):
    """What a night's answers say about one exposure."""

    EXPOSED = "exposed"
    NOT_EXPOSED = "not_exposed"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    """The question does not arise; left out like unknown, but counted apart."""


class Section(StrEnum):
    """Where a finding stands."""

    ARTICLE = "article"
    TRACKED = "tracked"


SECTION_NAMES = {Section.ARTICLE: mark("From the article"), Section.TRACKED: mark("You also track")}


class Threshold(StrEnum):
    """A line that a rule draws through a number: on one side of it a night counts, on the other it does not."""

    COLD = "cold"
    WARM = "warm"
    CALCIUM = "calcium"
    FLUIDS = "fluids"
    MEDIAN = "median"
    """The middle of the answers to a question of the person's own."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the person's own lines lie. Those that their nights draw are fixed at each look."""

    cold_below: float | None = USUAL_COLD
    """°C; None where the nights are too alike to tell cold from warm."""
    calcium_aim: float = 2
    """Calcium-rich portions a day."""
    warm_from: float | None = None
    """°C; the coolest of the warmest third of the measured nights; None where none was measured, or all were alike."""
    medians: Mapping[str, float] = field(default_factory=dict, hash=False)
    """The middle of the answers to each own question that is a number, by its key."""

    def of(self, exposure: Exposure) -> float | None:
        """The line that the rule of an exposure draws; None where it draws none, or where it is not known yet."""
        match exposure.threshold:
            case Threshold.COLD:
                return self.cold_below
            case Threshold.WARM:
                return self.warm_from
            case Threshold.CALCIUM:
                return self.calcium_aim
            case Threshold.FLUIDS:
                return FEW_GLASSES
            case Threshold.MEDIAN:
                return self.medians.get(exposure.amount)
            case None:
                return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """Something that nights are compared by: from the article, from what else the diary asks, or the person's own."""

    key: str
    name: str
    nights_with: str
    """Exposed nights, as a sentence names them: “cold nights”."""
    factors: tuple[str, ...]
    """The factors that its rule reads."""
    # Rules of the person's own are made anew with each catalogue, and the key tells them apart already.
    rule: Callable[[Answers, Thresholds], ExposureState] = field(compare=False)
    rule_words: str
    """When a night counts, in words with a place for each line; in English, shown through gettext."""
    rule_words_without_threshold: str = ""
    """When a night counts while the line that its rule draws is not known yet; empty where it always is."""
    threshold: Threshold | None = None
    """The line that its rule draws."""
    amount: str = ""
    """The factor that says how much of it there was; empty where none does."""
    unit: str = ""
    """The person's own unit of that amount."""
    article: str = ""
    """What the article says, in our words; empty where it does not name this."""
    research: str = ""
    """What research says, in our words; empty for the person's own, about which nobody can say."""

    @property
    def section(self) -> Section:
        """Whose question it is: only what the article says of has a known direction."""
        return Section.ARTICLE if self.article else Section.TRACKED

    def state(self, answers: Answers, thresholds: Thresholds) -> ExposureState:
        """Whether a night with these answers was exposed."""
        return self.rule(answers, thresholds)
