"""The article's triggers: rules over factors, and what the article says of each, in our words.

A rule looks at one night's answers and says exposed, not exposed, unknown, or not applicable. An answer that is
missing makes a night unknown, unless the answers given already settle it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from diary.language import mark
from diary.model.answer_rules import Answers, below, both, is_any_of, yes

ARTICLE = mark("“Sudden cramps in the legs while sleeping, is it a lack of calcium?”, Mondo Health, 19 February 2024")
ARTICLE_ADVICE = mark(
    "The article's advice: do not take calcium blindly; look first at the likely causes and your own health; see a "
    "doctor when cramps are frequent or severe; keep good habits, sensible food, moderate exercise and warmth."
)
WARM_FROM = 24.0
"""From this room temperature in °C, thin covers are not counted as too thin."""


class Exposure(StrEnum):
    """What a night's answers say about one trigger."""

    EXPOSED = "exposed"
    NOT_EXPOSED = "not_exposed"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    """The question does not arise; left out like unknown, but counted apart."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the person's own lines lie. Those that their nights draw are fixed at each look."""

    cold_below: float = 16.0
    """°C."""
    calcium_aim: float = 2
    """Calcium-rich portions a day."""
    warm_from: float | None = None
    """°C; the coolest of the warmest third of the measured nights; None where none was measured."""
    medians: Mapping[str, float] = field(default_factory=dict, hash=False)
    """By own factor that is a number: the middle of its answers."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A hypothesis from the article that a diary can compare nights for."""

    key: str
    name: str
    nights_with: str
    """Exposed nights, as a sentence names them: “cold nights”."""
    article: str
    """What the article says, in our words."""
    research: str
    """What research says, in our words."""
    factors: tuple[str, ...]
    """The factors that its rule reads."""
    rule: Callable[[Answers, Thresholds], Exposure]

    def exposure(self, answers: Answers, thresholds: Thresholds) -> Exposure:
        """Whether a night with these answers was exposed."""
        return self.rule(answers, thresholds)


@dataclass(frozen=True, slots=True)
class ArticleCause:
    """A cause from the article that does not change from night to night: for the doctor, never for statistics."""

    key: str
    name: str
    article: str
    conditions: tuple[str, ...]
    """The profile's conditions that speak of it."""


def exposure_of(answer: bool | None) -> Exposure:
    """The exposure where the answers say yes, no, or nothing."""
    if answer is None:
        return Exposure.UNKNOWN
    return Exposure.EXPOSED if answer else Exposure.NOT_EXPOSED


def low_calcium(answers: Answers, thresholds: Thresholds) -> Exposure:
    """Fewer calcium-rich portions than the aim, and no calcium supplement."""
    few = below(answers, "calcium_portions", thresholds.calcium_aim)
    supplement = yes(answers, "calcium_supplement")
    return exposure_of(both(few, None if supplement is None else not supplement))


def quilt_on_feet(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Mostly on the back, and the covers pressed on the feet."""
    return exposure_of(both(is_any_of(answers, "position", "back"), yes(answers, "covers_pressed")))


def toes_against_bed(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Mostly on the front, toes pushed against the bed."""
    return exposure_of(both(is_any_of(answers, "position", "front"), yes(answers, "toes_pushed")))


def one_position(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """In one position most of the night."""
    return exposure_of(yes(answers, "one_position"))


def cold_room(answers: Answers, thresholds: Thresholds) -> Exposure:
    """Below the line; without a temperature, felt cold."""
    measured = below(answers, "room_temperature", thresholds.cold_below)
    return exposure_of(is_any_of(answers, "room_felt", "cold") if measured is None else measured)


def thin_quilt(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Covers thin or none, and the room not warm."""
    not_warm = below(answers, "room_temperature", WARM_FROM)
    if not_warm is None:
        not_warm = is_any_of(answers, "room_felt", "cold", "cool", "comfortable")
    return exposure_of(both(is_any_of(answers, "bedding", "none", "thin"), not_warm))


def legs_uncovered(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Legs or feet outside the covers."""
    return exposure_of(yes(answers, "legs_outside"))


def hard_exercise(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Hard exercise, or strength or sprint work of any level."""
    level, strength = answers.get("exercise"), is_any_of(answers, "exercise_kind", "strength")
    if level == "hard":
        return Exposure.EXPOSED
    if level == "none":
        return Exposure.NOT_EXPOSED
    if level is None:
        return Exposure.EXPOSED if strength else Exposure.UNKNOWN
    return exposure_of(strength)


def no_stretching(answers: Answers, _thresholds: Thresholds) -> Exposure:
    """Moderate or hard exercise, and no stretching before bed."""
    level = answers.get("exercise")
    if level in ("none", "light"):
        return Exposure.NOT_APPLICABLE
    stretched = yes(answers, "stretched")
    if level is None or stretched is None:
        return Exposure.UNKNOWN
    return exposure_of(not stretched)


TRIGGERS: tuple[Trigger, ...] = (
    Trigger(
        "low_calcium",
        mark("Little calcium that day"),
        mark("nights after a day with little calcium"),
        mark(
            "With little calcium in the blood, muscle is more easily excited and cramps more readily. It names this as "
            "a common reason, but not the only one, and warns against taking calcium blindly."
        ),
        mark("Research gives no good support for calcium in the diet as the usual reason for night cramps."),
        ("calcium_portions", "calcium_supplement"),
        low_calcium,
    ),
    Trigger(
        "quilt_on_feet",
        mark("On the back, covers pressing on the feet"),
        mark("nights on the back with the covers pressing on the feet"),
        mark("Covers that press the feet down while lying long on the back keep the calf slack, and it may contract."),
        mark("Plausible: a shortened calf cramps more easily in the laboratory. No trial of bedding was found."),
        ("position", "covers_pressed"),
        quilt_on_feet,
    ),
    Trigger(
        "toes_against_bed",
        mark("On the front, toes against the bed"),
        mark("nights on the front with the toes against the bed"),
        mark("Lying long on the front, with the top of the feet against the bed, keeps the calf slack likewise."),
        mark("Plausible for the same reason as covers on the feet. No trial of sleeping position was found."),
        ("position", "toes_pushed"),
        toes_against_bed,
    ),
    Trigger(
        "one_position",
        mark("One position most of the night"),
        mark("nights spent mostly in one position"),
        mark("Staying in the same position for a long time leaves some muscles slack, and they may contract."),
        mark("No trial was found."),
        ("one_position",),
        one_position,
    ),
    Trigger(
        "cold_room",
        mark("Cold room"),
        mark("cold nights"),
        mark("A cold bedroom, as in winter nights, can irritate the leg muscles."),
        mark("Mixed: people with cramps report cold legs, yet across whole populations cramps peak in summer."),
        ("room_temperature", "room_felt"),
        cold_room,
    ),
    Trigger(
        "thin_quilt",
        mark("Covers too thin"),
        mark("nights with thin covers"),
        mark("Covers that are too thin let the leg muscles get cold."),
        mark("No trial of bedding was found."),
        ("bedding", "room_temperature", "room_felt"),
        thin_quilt,
    ),
    Trigger(
        "legs_uncovered",
        mark("Legs or feet uncovered"),
        mark("nights with legs or feet uncovered"),
        mark("Legs or feet outside the covers get cold, and cold irritates the muscle."),
        mark("Cold feet in bed went with cramps in one study, but not once other things were weighed."),
        ("legs_outside",),
        legs_uncovered,
    ),
    Trigger(
        "hard_exercise",
        mark("Hard exercise that day"),
        mark("nights after hard exercise"),
        mark(
            "Too much exercise, above all short and hard work such as strength or sprint training, leaves the muscles "
            "tense into the night."
        ),
        mark(
            "For cramps during exercise, fatigue is the likeliest reason. For night cramps after sixty, one study "
            "found the opposite: they were more frequent in people who move little."
        ),
        ("exercise", "exercise_kind"),
        hard_exercise,
    ),
    Trigger(
        "no_stretching",
        mark("No stretching after exercise"),
        mark("nights after exercise without stretching"),
        mark("After strenuous exercise, muscles that are not stretched and relaxed stay tense and cramp more easily."),
        mark("Trials of stretching before sleep disagree: one found fewer and milder cramps, another no effect."),
        ("exercise", "stretched"),
        no_stretching,
    ),
)
"""The article's triggers that change from night to night, in its order."""

ARTICLE_CAUSES: tuple[ArticleCause, ...] = (
    ArticleCause(
        "calcium_need",
        mark("A higher need for calcium"),
        mark("Growing adolescents, pregnant women and older people need more calcium or take up less of it."),
        (),
    ),
    ArticleCause(
        "arteriosclerosis",
        mark("Narrowed leg arteries"),
        mark("Where arteriosclerosis narrows the arteries of the legs, too little blood reaches the muscle."),
        ("arteriosclerosis",),
    ),
    ArticleCause(
        "lumbar_spine",
        mark("The lower spine"),
        mark("A slipped disc or a worn lower spine can press on nerve roots and bring pain and cramps in the legs."),
        ("lumbar_spine", "spinal_stenosis"),
    ),
    ArticleCause(
        "diabetes", mark("Diabetes"), mark("Diabetes can disturb the normal work of the muscles."), ("diabetes",)
    ),
    ArticleCause(
        "high_blood_pressure",
        mark("High blood pressure"),
        mark("High blood pressure can disturb the normal work of the muscles likewise."),
        ("high_blood_pressure",),
    ),
)
"""The article's causes to ask a doctor about, in its order."""


def trigger_of(key: str) -> Trigger:
    """The article's trigger of this key."""
    return next(trigger for trigger in TRIGGERS if trigger.key == key)
