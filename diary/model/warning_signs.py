"""The warning signs, in three levels of haste. Each is a plain question; the diary says whom to call, and no more.

They are asked in the profile. A yes stands until it is taken back, and is told first wherever the diary sums up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diary.language import mark, tr
from diary.model.profile_questions import ProfileQuestion


class Level(StrEnum):
    """How soon a doctor's eye is wanted; the most urgent first."""

    EMERGENCY = "emergency"
    TODAY = "today"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class WarningSign(ProfileQuestion):
    """A sign that wants a doctor's eye."""

    level: Level


WARNING_SIGNS = (
    WarningSign(
        "sign_breathless",
        mark("A swollen or painful leg together with sudden breathlessness, chest pain or coughing blood?"),
        mark("Leg swelling or pain with sudden breathlessness, chest pain or coughing blood"),
        Level.EMERGENCY,
    ),
    WarningSign(
        "sign_cold_leg",
        mark("A leg that is suddenly cold, pale or blue, numb or paralysed?"),
        mark("A suddenly cold, pale or blue, numb or paralysed leg"),
        Level.EMERGENCY,
    ),
    WarningSign(
        "sign_saddle",
        mark("Numbness between the legs, new trouble with bladder or bowel, or weakness of both legs?"),
        mark("Numbness between the legs, new bladder or bowel trouble, or weakness of both legs"),
        Level.EMERGENCY,
    ),
    WarningSign(
        "sign_stiff_jaw",
        mark("A stiff jaw or spreading spasms after a wound?"),
        mark("Stiff jaw or spreading spasms after a wound"),
        Level.EMERGENCY,
    ),
    WarningSign(
        "sign_confusion",
        mark("Spasms with confusion, a fit, palpitations or trouble breathing?"),
        mark("Spasms with confusion, fit, palpitations or trouble breathing"),
        Level.EMERGENCY,
    ),
    WarningSign(
        "sign_one_leg",
        mark("One leg that throbs or is swollen, warm, red or dark?"),
        mark("One leg throbbing, swollen, warm, red or dark"),
        Level.TODAY,
    ),
    WarningSign(
        "sign_dark_urine",
        mark(
            "Dark urine, or muscle pain or weakness that you cannot explain, above all on a statin or after extreme "
            "exercise?"
        ),
        mark("Dark urine, or unexplained muscle pain or weakness"),
        Level.TODAY,
    ),
    WarningSign(
        "sign_long_cramp",
        mark("A cramp that does not yield after ten minutes of stretching?"),
        mark("A cramp that does not yield after ten minutes of stretching"),
        Level.TODAY,
    ),
    WarningSign(
        "sign_pregnancy",
        mark("In pregnancy: swelling on one side, headache or changed vision?"),
        mark("In pregnancy: one-sided swelling, headache or changed vision"),
        Level.TODAY,
    ),
    WarningSign(
        "sign_rest_pain",
        mark("Pain in the foot at rest that eases when the leg hangs down, or a wound or black patch on the foot?"),
        mark("Rest pain in the foot that eases when the leg hangs down, or a wound or black patch on the foot"),
        Level.TODAY,
    ),
    WarningSign(
        "sign_weakness",
        mark("Weakness, tripping, muscles that waste, or twitching with weakness?"),
        mark("Weakness, tripping, wasting, or twitching with weakness"),
        Level.APPOINTMENT,
    ),
    WarningSign(
        "sign_numbness",
        mark("Numbness or tingling that lasts?"),
        mark("Lasting numbness or tingling"),
        Level.APPOINTMENT,
    ),
    WarningSign(
        "sign_walking",
        mark("Calf pain on walking that stops at rest?"),
        mark("Calf pain on walking that stops at rest"),
        Level.APPOINTMENT,
    ),
    WarningSign(
        "sign_elsewhere",
        mark("Cramps in hands, arms, trunk or face, or tingling round the mouth?"),
        mark("Cramps in hands, arms, trunk or face, or tingling round the mouth"),
        Level.APPOINTMENT,
    ),
    WarningSign(
        "sign_new_medicine",
        mark("Cramps that began or got worse within weeks of a new medicine or dose?"),
        mark("Onset or worsening within weeks of a new medicine or dose"),
        Level.APPOINTMENT,
    ),
    WarningSign(
        "sign_sleep",
        mark("Cramps that disturb your sleep, come on most nights, or are getting worse?"),
        mark("Sleep disturbed, cramps on most nights, or getting worse"),
        Level.APPOINTMENT,
    ),
    WarningSign(
        "sign_illness",
        mark("Kidney, liver or thyroid disease, diabetes, heavy drinking, or weight loss?"),
        mark("Kidney, liver or thyroid disease, diabetes, heavy drinking, or weight loss"),
        Level.APPOINTMENT,
    ),
)
"""All that are asked, the most urgent first."""

PREGNANCY_SIGN = "sign_pregnancy"


def what_to_do(level: Level, emergency_number: str) -> str:
    """What a yes on this level asks for, in one sentence."""
    if level is Level.EMERGENCY:
        return tr("Call {number} now.").format(number=emergency_number)
    if level is Level.TODAY:
        return tr("See or call a doctor today.")
    return tr("Make an appointment.")
