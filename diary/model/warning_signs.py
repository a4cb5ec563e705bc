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
        brief=mark("leg swelling with breathlessness, chest pain or blood coughed"),
    ),
    WarningSign(
        "sign_cold_leg",
        mark("A leg that is suddenly cold, pale or blue, numb or paralysed?"),
        mark("A suddenly cold, pale or blue, numb or paralysed leg"),
        Level.EMERGENCY,
        brief=mark("sudden cold, pale, numb or paralysed leg"),
    ),
    WarningSign(
        "sign_saddle",
        mark("Numbness between the legs, new trouble with bladder or bowel, or weakness of both legs?"),
        mark("Numbness between the legs, new bladder or bowel trouble, or weakness of both legs"),
        Level.EMERGENCY,
        brief=mark("numb between the legs, bladder or bowel trouble, or both legs weak"),
    ),
    WarningSign(
        "sign_stiff_jaw",
        mark("A stiff jaw or spreading spasms after a wound?"),
        mark("Stiff jaw or spreading spasms after a wound"),
        Level.EMERGENCY,
        brief=mark("stiff jaw or spasms after a wound"),
    ),
    WarningSign(
        "sign_confusion",
        mark("Spasms with confusion, a fit, palpitations or trouble breathing?"),
        mark("Spasms with confusion, fit, palpitations or trouble breathing"),
        Level.EMERGENCY,
        brief=mark("spasms with confusion, fit, palpitations or trouble breathing"),
    ),
    WarningSign(
        "sign_one_leg",
        mark("One leg that throbs or is swollen, warm, red or dark?"),
        mark("One leg throbbing, swollen, warm, red or dark"),
        Level.TODAY,
        brief=mark("one leg swollen, warm, red or dark"),
    ),
    WarningSign(
        "sign_dark_urine",
        mark(
            "Dark urine, or muscle pain or weakness that you cannot explain, above all on a statin or after extreme "
            "exercise?"
        ),
        mark("Dark urine, or unexplained muscle pain or weakness"),
        Level.TODAY,
        brief=mark("dark urine or unexplained muscle pain"),
    ),
    WarningSign(
        "sign_long_cramp",
        mark("A cramp that does not yield after ten minutes of stretching?"),
        mark("A cramp that does not yield after ten minutes of stretching"),
        Level.TODAY,
        brief=mark("cramp not yielding to ten minutes of stretching"),
    ),
    WarningSign(
        "sign_pregnancy",
        mark("In pregnancy: swelling on one side, headache or changed vision?"),
        mark("In pregnancy: one-sided swelling, headache or changed vision"),
        Level.TODAY,
        brief=mark("in pregnancy: one-sided swelling, headache or changed vision"),
    ),
    WarningSign(
        "sign_rest_pain",
        mark("Pain in the foot at rest that eases when the leg hangs down, or a wound or black patch on the foot?"),
        mark("Rest pain in the foot that eases when the leg hangs down, or a wound or black patch on the foot"),
        Level.TODAY,
        brief=mark("foot pain at rest, wound or black patch"),
    ),
    WarningSign(
        "sign_weakness",
        mark("Weakness, tripping, muscles that waste, or twitching with weakness?"),
        mark("Weakness, tripping, wasting, or twitching with weakness"),
        Level.APPOINTMENT,
        brief=mark("weakness, tripping, wasting"),
    ),
    WarningSign(
        "sign_numbness",
        mark("Numbness or tingling that lasts?"),
        mark("Lasting numbness or tingling"),
        Level.APPOINTMENT,
        brief=mark("lasting numbness"),
    ),
    WarningSign(
        "sign_walking",
        mark("Calf pain on walking that stops at rest?"),
        mark("Calf pain on walking that stops at rest"),
        Level.APPOINTMENT,
        brief=mark("calf pain walking, gone at rest"),
    ),
    WarningSign(
        "sign_elsewhere",
        mark("Cramps in hands, arms, trunk or face, or tingling round the mouth?"),
        mark("Cramps in hands, arms, trunk or face, or tingling round the mouth"),
        Level.APPOINTMENT,
        brief=mark("cramps in hands, trunk or face"),
    ),
    WarningSign(
        "sign_new_medicine",
        mark("Cramps that began or got worse within weeks of a new medicine or dose?"),
        mark("Onset or worsening within weeks of a new medicine or dose"),
        Level.APPOINTMENT,
        brief=mark("began with a new medicine"),
    ),
    WarningSign(
        "sign_sleep",
        mark("Cramps that disturb your sleep, come on most nights, or are getting worse?"),
        mark("Sleep disturbed, cramps on most nights, or getting worse"),
        Level.APPOINTMENT,
        brief=mark("disturbed sleep or getting worse"),
    ),
    WarningSign(
        "sign_illness",
        mark("Kidney, liver or thyroid disease, diabetes, heavy drinking, or weight loss?"),
        mark("Kidney, liver or thyroid disease, diabetes, heavy drinking, or weight loss"),
        Level.APPOINTMENT,
        brief=mark("kidney, liver, thyroid, diabetes, drinking or weight loss"),
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
