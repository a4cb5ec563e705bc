"""The features of nocturnal leg cramps, as counts of this person's cramps: no score, and no verdict.

The seven that a review and a panel of experts found most telling (Hallegraeff and others, BMC Family Practice 2017;18:29, doi
10.1186/s12875-017-0600-x): intense pain; seconds to at most ten minutes; calf or foot; seldom the thigh; pain that lingers;
broken sleep; distress. And the two of the ICSD-3: the muscle goes hard, and stretching relieves it. Each is counted among the
cramps that were answered about it; where none was, the profile's own words on a usual cramp stand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import mark, tr, trn
from diary.model.night import Cramp, Muscle, Night, Relief

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.model.profile import Profile
    from diary.report.fit import Fit
    from diary.report.material import BlockSource

STRONG = 7
"""The intensity, of 10, that pain scales call severe."""
SHORT = 10
"""The most minutes that a nocturnal leg cramp lasts."""
DISTRESSING = 5
"""The distress, of 10, from which a cramp counts as distressing."""
CALF_OR_FOOT = frozenset({Muscle.CALF, Muscle.FOOT})
THIGH = frozenset({Muscle.FRONT_THIGH, Muscle.BACK_THIGH})


@dataclass(frozen=True, slots=True)
class FeatureRow:
    """One feature."""

    key: str
    name: str
    counts: str
    """“5”, of all cramps, or “5 of 12” of those answered about it; what the profile says; empty where neither says anything."""
    share: float | None
    """To be drawn; None where nothing was counted."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a feature is read from a cramp and its night, and which question of the profile stands in."""

    key: str
    name: str
    question: str
    read: Callable[[Cramp, Night], bool | None]
    opposite: bool = False
    """Whether the question of the profile asks for the opposite."""


@dataclass(frozen=True, slots=True)
class FeaturesBlock:
    """The features as page one shows them."""

    cramps: str
    """Of how many cramps the counts are; empty where there was none."""
    rows: tuple[FeatureRow, ...]
    """Those of which something is known."""
    unasked: str
    """The names of the others; empty where all are known."""


def features_block(source: BlockSource, rows: Sequence[FeatureRow], fit: Fit) -> FeaturesBlock | None:
    """The features of a report; None where there was no cramp to count and the profile tells of none."""
    cramps = len(source.nights.cramps)
    known = tuple(row for row in rows if row.counts)
    if not cramps and not known:
        return None
    shown = known if fit.usual_features else tuple(row for row in known if row.share is not None)
    unasked = [row.name.lower() for row in rows if not row.counts]
    words = tr("Not asked: {names}.").format(names=", ".join(unasked)) if unasked else ""
    return FeaturesBlock(
        trn("of {n} cramp", "of {n} cramps", cramps).format(n=cramps) if cramps else "",
        shown,
        words if known else tr("Nothing recorded."),
    )


def features(nights: Sequence[Night], profile: Profile) -> tuple[FeatureRow, ...]:
    """The features over these nights, in the order of the paper."""
    cramps = [(cramp, night) for night in nights for cramp in night.cramps or ()]
    return tuple(_row(rule, cramps, profile) for rule in _RULES)


def _row(rule: _Rule, cramps: Sequence[tuple[Cramp, Night]], profile: Profile) -> FeatureRow:
    read = [value for cramp, night in cramps if (value := rule.read(cramp, night)) is not None]
    if read:
        words = f"{read.count(True)}"
        if len(read) != len(cramps):
            words = tr("{n} of {all}").format(n=read.count(True), all=len(read))
        return FeatureRow(rule.key, tr(rule.name), words, read.count(True) / len(read))
    answer = profile.answers.get(rule.question)
    if answer:
        words = tr("yes") if answer.yes is not rule.opposite else tr("no")
        return FeatureRow(rule.key, tr(rule.name), words, None)
    return FeatureRow(rule.key, tr(rule.name), "", None)


def _is_sleep_broken(cramp: Cramp, night: Night) -> bool | None:
    """Whether a cramp broke the sleep: answered about it, or about its night as a whole."""
    signs = [sign for sign in (cramp.woke_me, _is_over(cramp.minutes_awake)) if sign is not None]
    disturbance = night.value("sleep_disturbance")
    if isinstance(disturbance, (int, float)):
        signs.append(disturbance > 0)
    return any(signs) if signs else None


def _is_over(minutes: int | None) -> bool | None:
    return None if minutes is None else minutes > 0


def _is_at_least(value: float | None, line: float) -> bool | None:
    return None if value is None else value >= line


_RULES = (
    _Rule("intense", mark("Intense pain"), "usual_intense", lambda cramp, _: _is_at_least(cramp.intensity, STRONG)),
    _Rule(
        "short",
        mark("Ten minutes at most"),
        "usual_short",
        lambda cramp, _: None if cramp.minutes is None else cramp.minutes <= SHORT,
    ),
    _Rule(
        "calf_foot",
        mark("Calf or foot"),
        "usual_calf_foot",
        lambda cramp, _: None if cramp.muscle is None else cramp.muscle in CALF_OR_FOOT,
    ),
    _Rule(
        "not_thigh",
        mark("Not the thigh"),
        "usual_thigh",
        lambda cramp, _: None if cramp.muscle is None else cramp.muscle not in THIGH,
        opposite=True,
    ),
    _Rule("lingers", mark("Lingering pain"), "usual_lingers", lambda cramp, _: cramp.sore_next_day),
    _Rule("sleep", mark("Broken sleep"), "usual_wakes", _is_sleep_broken),
    _Rule("distress", mark("Distress"), "usual_distress", lambda cramp, _: _is_at_least(cramp.distress, DISTRESSING)),
    _Rule("hard", mark("Muscle goes hard"), "usual_hard", lambda _cramp, _night: None),
    _Rule(
        "stretching",
        mark("Stretching relieves"),
        "usual_stretching",
        lambda cramp, _: None if cramp.relief is None else Relief.STRETCHING in cramp.relief,
    ),
)
