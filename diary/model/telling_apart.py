"""Questions that tell cramps from other things. Each is reported as it was answered; a doctor draws the conclusion.

A yes points away from a cramp, in this order: to restless legs, periodic limb movements, narrowed leg arteries, a
nerve root, nerve damage, a disease of the muscle. The diary names none of them: it does not diagnose.
"""

from __future__ import annotations

from diary.language import mark
from diary.model.profile_questions import ProfileQuestion

TELLING_APART = (
    ProfileQuestion(
        "apart_urge",
        mark("Do you feel an urge to move your legs, without a hard, painful muscle, that is better while you move?"),
        mark("An urge to move the legs without a hard, painful muscle, better while moving"),
        brief=mark("Urge to move, no hard muscle"),
    ),
    ProfileQuestion(
        "apart_jerks",
        mark("Do your legs jerk in sleep, without pain?"),
        mark("Legs that jerk in sleep without pain"),
        brief=mark("Painless jerks in sleep"),
    ),
    ProfileQuestion(
        "apart_walking",
        mark("Does the pain come when you walk, and go within minutes of standing still?"),
        mark("Pain that comes when walking and goes within minutes of standing still"),
        brief=mark("Pain walking, gone on standing"),
    ),
    ProfileQuestion(
        "apart_back",
        mark("Does pain run down the leg from the back, with numbness or tingling?"),
        mark("Pain down the leg from the back, with numbness or tingling"),
        brief=mark("Pain from the back down"),
    ),
    ProfileQuestion(
        "apart_feet",
        mark("Are both feet numb or burning most of the time?"),
        mark("Both feet numb or burning most of the time"),
        brief=mark("Both feet numb or burning"),
    ),
    ProfileQuestion(
        "apart_muscles",
        mark("Do your muscles hurt or feel weak in the daytime, too?"),
        mark("Muscles that hurt or feel weak in the daytime too"),
        brief=mark("Muscles sore or weak by day"),
    ),
)
"""Asked once, in the order of how often what they point to is taken for a cramp."""
