"""A finding: what the diary says about one question, as a plain value. Loads without pandas."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from diary.analysis.answering import MOST_LATE, MOSTLY_BEFORE, ROUNDING, AnsweredNights, CappedBy
from diary.analysis.intervals import Difference, newcombe


class Verdict(StrEnum):
    """What the nights carry, from most to least."""

    STANDS_OUT = "stands_out"
    LIKELY = "likely"
    POSSIBLE = "possible"
    CANNOT_TELL_APART = "cannot_tell_apart"
    FROM_MEMORY = "from_memory"
    """It would be *likely*, but not if memory leaned a little."""
    NOT_JUDGED = "not_judged"
    """How it was answered could make a pattern by itself."""
    NO_CLEAR_PATTERN = "no_clear_pattern"
    NOT_ENOUGH_NIGHTS = "not_enough_nights"

    @property
    def highlighted(self) -> bool:
        """Whether it is *likely* or *stands out*."""
        return self in (Verdict.STANDS_OUT, Verdict.LIKELY)


class Direction(StrEnum):
    """Whether cramps come more or less often with it."""

    MORE = "more"
    LESS = "less"


class Suspected(StrEnum):
    """How the person's suspicion stands, on the finding that it is of."""

    BELIEVED = "believed"
    """It was named before the first look and answered before the night: believed more from the start."""
    FROM_MEMORY = "from_memory"
    """Too few of its answers were given before the night."""
    NAMED_LATE = "named_late"
    """It was named after the nights of the first look."""


@dataclass(frozen=True, slots=True)
class ExposureColumn:
    """A column of the frame, and what must be known to weigh it beside the others."""

    key: str
    """The name of the column: the key of the exposure."""
    direction_known: bool = True
    """The article says that it brings more cramps; else both directions are looked at."""
    share_late: float = 0.0
    """Of the nights with an answer, the share whose answer came after the cramps were told; from 0 to 1."""
    before_the_night: float = 1.0
    """Of the nights with an answer, the share whose answer was given before the night or measured; from 0 to 1."""
    answered: AnsweredNights | None = None
    """On how many nights it was answered, where the frame does not say: NA there may be a question that did not arise."""

    suspected: bool = False
    """The person suspected it beforehand, so it is believed more from the start."""
    grade: str = ""
    """The column of the frame that says how much of it there was, as numbers that grow with it; empty where none does."""

    works_later: bool = False
    """It may work a night later as well, so that day or the day before is weighed beside that day alone."""

    @property
    def late(self) -> bool:
        """Whether too many answers are late for more than *possible*."""
        return self.share_late > MOST_LATE

    @property
    def from_memory(self) -> bool:
        """Whether too few answers were given before the night to leave memory out of account."""
        return self.before_the_night < MOSTLY_BEFORE - ROUNDING


@dataclass(frozen=True, slots=True)
class MissingNights:
    """How many nights of each kind are missing today before a question can be judged."""

    exposed: int = 0
    unexposed: int = 0
    cramp: int = 0
    quiet: int = 0

    def __bool__(self) -> bool:
        """Whether any is missing."""
        return bool(self.exposed or self.unexposed or self.cramp or self.quiet)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the diary says about one question.

    The counts are of the nights that were asked for; verdict, probability and odds are of the whole diary up to
    the interim analysis of `as_of`.
    """

    key: str
    exposed_cramp: int
    """Cramp nights among the exposed."""
    exposed: int
    unexposed_cramp: int
    """Cramp nights among the unexposed."""
    unexposed: int
    unknown: int
    """Logged nights whose answers do not settle whether they were exposed."""
    verdict: Verdict
    not_applicable: int = 0
    """Logged nights on which the question does not arise."""
    probability: float | None = None
    """That it is one of what goes with the cramps, in its direction; None where it cannot be judged."""
    log_odds_ratio: float | None = None
    """Adjusted for the other questions; of cramps on exposed against unexposed nights, given that it is one."""
    low: float | None = None
    """The lower end of the 95 % interval of the log odds ratio."""
    high: float | None = None
    direction: Direction = Direction.MORE
    with_: tuple[str, ...] = ()
    """Keys of the questions that it came together with; for *cannot be told apart*, those it cannot be told from."""
    missing: MissingNights = field(default_factory=MissingNights)
    """All 0 where it can be judged."""
    as_of: dt.date | None = None
    """The last morning of the interim analysis; None before the first."""
    share_late: float = 0.0
    before_the_night: float = 1.0
    """Of its answers, the share that was given before the night or measured."""
    answered: AnsweredNights = field(default_factory=AnsweredNights)
    """On how many nights of the interim analysis it was answered."""
    capped_by: CappedBy | None = None
    """What in the answers holds the verdict back; None where nothing does."""
    memory_probability: float | None = None
    """The probability were 8 % of the noes of cramp nights remembered as yes; None where that was not asked."""
    suspected: Suspected | None = None
    """How the person's suspicion stands; None where it is not of this."""
    early: bool = False
    """Whether the analysis was before it was due."""
    nights_to_next_analysis: int = 0
    """Nights to log until the next interim analysis is due."""

    @property
    def difference(self) -> Difference | None:
        """The share of cramp nights with it less that without it, unadjusted; None where either has no night."""
        return newcombe(
            self.exposed_cramp, self.exposed, unexposed_cramp=self.unexposed_cramp, unexposed=self.unexposed
        )


PLAIN_KEYS = {"nights_to_next_analysis": "next_look_in"}
"""Keys that others read from the JSON, where they differ from the field's name."""


def to_plain(finding: Finding) -> dict[str, Any]:
    """A finding as JSON shows it; what is None there cannot be told."""
    plain = {PLAIN_KEYS.get(name, name): value for name, value in asdict(finding).items()}
    plain["with"] = list(plain.pop("with_"))
    plain |= plain.pop("answered")
    plain["as_of"] = finding.as_of.isoformat() if finding.as_of else None
    middle, low, high = finding.difference or (None, None, None)
    return plain | {"difference": middle, "difference_low": low, "difference_high": high}
