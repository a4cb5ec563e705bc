"""What the profile asks to be answered yes or no: what comes with the cramps, and how a cramp usually is.

The questions that tell cramps from other things and the warning signs stand in modules of their own; all are
answered alike, each with its day, and each may be left out.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from diary.language import mark


@dataclass(frozen=True, slots=True)
class ProfileQuestion:
    """Something asked once, to be answered yes or no."""

    key: str
    question: str
    """As it is asked."""
    name: str
    """What is asked in a few words, for the report and for lists."""
    brief: str = field(default="", kw_only=True)
    """The same in still fewer words, for the report's first page; empty where the name is short."""


@dataclass(frozen=True, slots=True)
class ProfileAnswer:
    """An answer on its day. Not answered is that there is none."""

    yes: bool
    noted_on: dt.date


COMES_WITH = (
    ProfileQuestion(
        "with_daytime",
        mark("Do you get cramps or leg pain in the daytime or when walking, too?"),
        mark("Daytime or walking pain"),
    ),
    ProfileQuestion("with_numbness", mark("Do your legs or feet go numb or tingle?"), mark("Numbness or tingling")),
    ProfileQuestion("with_twitching", mark("Do your muscles twitch?"), mark("Twitching")),
    ProfileQuestion("with_weakness", mark("Has a muscle become weak?"), mark("Weakness")),
    ProfileQuestion("with_urge", mark("Do you feel an urge to move your legs?"), mark("Urge to move the legs")),
    ProfileQuestion("with_swelling", mark("Do your legs or feet swell?"), mark("Swelling")),
)
"""What may come with the cramps."""

USUAL_CRAMP = (
    ProfileQuestion("usual_intense", mark("Is the pain of a cramp strong?"), mark("Strong pain")),
    ProfileQuestion("usual_short", mark("Is a cramp over within ten minutes?"), mark("Over within ten minutes")),
    ProfileQuestion("usual_calf_foot", mark("Is it in the calf or the foot?"), mark("In the calf or foot")),
    ProfileQuestion("usual_thigh", mark("Is it often in the thigh?"), mark("Often in the thigh")),
    ProfileQuestion("usual_lingers", mark("Does it stay sore afterwards?"), mark("Sore afterwards")),
    ProfileQuestion("usual_wakes", mark("Does it break your sleep?"), mark("Breaks the sleep")),
    ProfileQuestion("usual_distress", mark("Does it distress you?"), mark("Distressing")),
    ProfileQuestion("usual_hard", mark("Does the muscle go hard?"), mark("The muscle goes hard")),
    ProfileQuestion("usual_stretching", mark("Does stretching relieve it?"), mark("Relieved by stretching")),
)
"""How a cramp usually is, for a diary whose nights do not tell it: the seven features that
doi 10.1186/s12875-017-0600-x found most telling, and the two that ICSD-3 asks for, each as a question."""

HAS_CONDITIONS = ProfileQuestion(
    "has_conditions", mark("Do you have any of these?"), mark("Any of the conditions that are asked")
)
TAKES_MEDICINES = ProfileQuestion(
    "takes_medicines", mark("Do you take any medicine or supplement?"), mark("Any medicine or supplement")
)
LISTS = (HAS_CONDITIONS, TAKES_MEDICINES)
"""Whether there is anything to list: an empty list alone does not say that there is nothing."""
