"""The article's triggers and causes, and what it and research say of each, in our words."""

from __future__ import annotations

from dataclasses import dataclass

from diary.language import mark
from diary.model.exposure import Exposure, Threshold
from diary.model.exposure_rules import (
    cold_room,
    hard_exercise,
    legs_uncovered,
    low_calcium,
    no_stretching,
    one_position,
    quilt_on_feet,
    thin_quilt,
    toes_against_bed,
)

ARTICLE = mark("“Sudden cramps in the legs while sleeping, is it a lack of calcium?”, Mondo Health, 19 February 2024")
ARTICLE_ADVICE = mark(
    "The article's advice: do not take calcium blindly; look first at the likely causes and your own health; see a "
    "doctor when cramps are frequent or severe; keep good habits, sensible food, moderate exercise and warmth."
)


@dataclass(frozen=True, slots=True)
class ArticleCause:
    """A cause from the article that does not change from night to night: for the doctor, never for statistics."""

    key: str
    name: str
    article: str
    conditions: tuple[str, ...]
    """The profile's conditions that speak of it."""


TRIGGERS: tuple[Exposure, ...] = (
    Exposure(
        key="low_calcium",
        name=mark("Little calcium that day"),
        nights_with=mark("nights after a day with little calcium"),
        factors=("calcium_portions", "calcium_supplement"),
        rule=low_calcium,
        rule_words=mark(
            "A night counts when the day had fewer than {calcium} calcium-rich portions and no calcium supplement. A "
            "supplement may itself follow cramps, so this one is harder to read than others."
        ),
        threshold=Threshold.CALCIUM,
        amount="calcium_portions",
        article=mark(
            "With little calcium in the blood, muscle is more easily excited and cramps more readily. It names this as "
            "a common reason, but not the only one, and warns against taking calcium blindly."
        ),
        research=mark("Research gives no good support for calcium in the diet as the usual reason for night cramps."),
    ),
    Exposure(
        key="quilt_on_feet",
        name=mark("On the back, covers pressing on the feet"),
        nights_with=mark("nights on the back with the covers pressing on the feet"),
        factors=("position", "covers_pressed"),
        rule=quilt_on_feet,
        rule_words=mark(
            "A night counts when you lay mostly on your back and the covers pressed on your feet. On your side, on your "
            "front or mixed settles it: such a night is one without."
        ),
        article=mark(
            "Covers that press the feet down while lying long on the back keep the calf slack, and it may contract."
        ),
        research=mark(
            "Plausible: a shortened calf cramps more easily in the laboratory. No trial of bedding was found."
        ),
    ),
    Exposure(
        key="toes_against_bed",
        name=mark("On the front, toes against the bed"),
        nights_with=mark("nights on the front with the toes against the bed"),
        factors=("position", "toes_pushed"),
        rule=toes_against_bed,
        rule_words=mark(
            "A night counts when you lay mostly on your front with your toes pushed against the bed. Any other position "
            "settles it: such a night is one without."
        ),
        article=mark(
            "Lying long on the front, with the top of the feet against the bed, keeps the calf slack likewise."
        ),
        research=mark("Plausible for the same reason as covers on the feet. No trial of sleeping position was found."),
    ),
    Exposure(
        key="one_position",
        name=mark("One position most of the night"),
        nights_with=mark("nights spent mostly in one position"),
        factors=("one_position",),
        rule=one_position,
        rule_words=mark("A night counts when you stayed in one position for most of it."),
        article=mark("Staying in the same position for a long time leaves some muscles slack, and they may contract."),
        research=mark("No trial was found."),
    ),
    Exposure(
        key="cold_room",
        name=mark("Cold room"),
        nights_with=mark("cold nights"),
        factors=("room_temperature", "room_felt"),
        rule=cold_room,
        rule_words=mark(
            "A night counts when the room was colder than {cold}; where no temperature was noted, when the room felt cold."
        ),
        rule_words_without_threshold=mark(
            "Your measured nights were all about as warm as one another, so none of them counts as cold or as warm."
        ),
        threshold=Threshold.COLD,
        amount="room_temperature",
        article=mark("A cold bedroom, as in winter nights, can irritate the leg muscles."),
        research=mark(
            "Mixed: people with cramps report cold legs, yet across whole populations cramps peak in summer."
        ),
    ),
    Exposure(
        key="thin_quilt",
        name=mark("Covers too thin"),
        nights_with=mark("nights with thin covers"),
        factors=("bedding", "room_temperature", "room_felt"),
        rule=thin_quilt,
        rule_words=mark(
            "A night counts when the covers were thin, a sheet or none, and the room was not warm: colder than {warm}, or, "
            "where no temperature was noted, not felt as warm."
        ),
        article=mark("Covers that are too thin let the leg muscles get cold."),
        research=mark("No trial of bedding was found."),
    ),
    Exposure(
        key="legs_uncovered",
        name=mark("Legs or feet uncovered"),
        nights_with=mark("nights with legs or feet uncovered"),
        factors=("legs_outside",),
        rule=legs_uncovered,
        rule_words=mark("A night counts when your legs or feet were outside the covers."),
        article=mark("Legs or feet outside the covers get cold, and cold irritates the muscle."),
        research=mark("Cold feet in bed went with cramps in one study, but not once other things were weighed."),
    ),
    Exposure(
        key="hard_exercise",
        name=mark("Hard exercise that day"),
        nights_with=mark("nights after hard exercise"),
        factors=("exercise", "exercise_kind"),
        rule=hard_exercise,
        rule_words=mark("A night counts when that day had hard exercise, or strength or sprint work of any level."),
        amount="exercise_minutes",
        article=mark(
            "Too much exercise, above all short and hard work such as strength or sprint training, leaves the muscles "
            "tense into the night."
        ),
        research=mark(
            "For cramps during exercise, fatigue is the likeliest reason. For night cramps after sixty, one study "
            "found the opposite: they were more frequent in people who move little."
        ),
    ),
    Exposure(
        key="no_stretching",
        name=mark("No stretching after exercise"),
        nights_with=mark("nights after exercise without stretching"),
        factors=("exercise", "stretched"),
        rule=no_stretching,
        rule_words=mark(
            "A night counts when that day had moderate or hard exercise and you did not stretch before bed. Days with light "
            "exercise or none are left out: the question does not arise."
        ),
        article=mark(
            "After strenuous exercise, muscles that are not stretched and relaxed stay tense and cramp more easily."
        ),
        research=mark(
            "Trials of stretching before sleep disagree: one found fewer and milder cramps, another no effect."
        ),
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


def trigger_of(key: str) -> Exposure:
    """The article's trigger of this key."""
    return next(trigger for trigger in TRIGGERS if trigger.key == key)
