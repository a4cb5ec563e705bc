"""The shape of the diary's own JSON: which fields each part has, and of which kind.

What is not known is refused, for what is silently left out is lost. Ranges and rules are the model's.
"""

from __future__ import annotations

from collections.abc import Mapping

from diary.exchange.errors import UnknownFieldError, WrongShapeError

Kinds = tuple[type, ...]
Shape = Mapping[str, Kinds]

_TEXT: Kinds = (str,)
_TEXT_OR_NOT: Kinds = (str, type(None))
_YES_NO: Kinds = (bool,)
_WHOLE: Kinds = (int,)
_WHOLE_OR_NOT: Kinds = (int, type(None))
_NUMBER: Kinds = (int, float)

FILE: Shape = {
    "format": _TEXT,
    "version": _WHOLE,
    "made_at": _TEXT,
    "text": _TEXT,
    "profile": (dict,),
    "markers": (list,),
    "preferences": (dict,),
    "questions": (dict,),
    "report": (dict,),
    "nights": (list,),
}
NIGHT: Shape = {"morning": _TEXT, "cramps": (list,), "cramps_told_at": _TEXT, "answers": (dict,), "note": _TEXT}
ANSWER: Shape = {"value": (bool, int, float, str), "given_at": _TEXT}
CRAMP: Shape = {
    "at": _TEXT,
    "about": _YES_NO,
    "minutes": _NUMBER,
    "intensity": _WHOLE,
    "side": _TEXT,
    "muscle": _TEXT,
    "woke_me": _YES_NO,
    "minutes_awake": _WHOLE,
    "sore_next_day": _YES_NO,
    "relief": (list,),
    "distress": _WHOLE,
}
PROFILE: Shape = {
    "name": _TEXT,
    "year_of_birth": _WHOLE_OR_NOT,
    "sex": _TEXT_OR_NOT,
    "pregnancy": (dict, type(None)),
    "conditions": (list,),
    "medicines": (list,),
    "not_pregnant": _TEXT,
    "first_cramp": (dict,),
    "answers": (dict,),
    "tried": (list,),
    "doctor_questions": (list,),
    "emergency_number": _TEXT,
}
PREGNANCY: Shape = {"weeks": _WHOLE_OR_NOT, "noted_on": _TEXT}
FIRST_CRAMP: Shape = {"when": (int, str), "noted_on": _TEXT}
PROFILE_ANSWER: Shape = {"yes": _YES_NO, "noted_on": _TEXT}
TREATMENT: Shape = {
    "what": _TEXT,
    "noted_on": _TEXT,
    "verdict": _TEXT_OR_NOT,
    "how": _TEXT,
    "started": _TEXT_OR_NOT,
    "stopped": _TEXT_OR_NOT,
    "key": _WHOLE_OR_NOT,
}
DOCTOR_QUESTION: Shape = {"doctor_questions": _TEXT}
CONDITION: Shape = {"key": _TEXT, "noted_on": _TEXT, "since": _WHOLE_OR_NOT}
MEDICINE: Shape = {
    "name": _TEXT,
    "dose": _TEXT,
    "noted_on": _TEXT,
    "started": _TEXT_OR_NOT,
    "stopped": _TEXT_OR_NOT,
    "key": _WHOLE_OR_NOT,
    "for_cramps": _YES_NO,
    "supplement": _YES_NO,
}
MARKER: Shape = {"day": _TEXT, "text": _TEXT, "key": _WHOLE_OR_NOT}
QUESTIONS: Shape = {"own": (list,), "hidden": (list,)}
OWN_FACTOR: Shape = {
    "key": _TEXT,
    "question": _TEXT,
    "name": _TEXT,
    "kind": _TEXT,
    "low": _NUMBER,
    "high": _NUMBER,
    "step": _NUMBER,
    "unit": _TEXT,
    "options": (dict,),
    "evening": _YES_NO,
    "hidden": _YES_NO,
    "archived": _YES_NO,
    "former": (list,),
}
FORMER_WORDS: Shape = {"until": _TEXT, "question": _TEXT, "name": _TEXT, "unit": _TEXT, "options": (dict,)}
PREFERENCES: Shape = {
    "theme": _TEXT,
    "temperature": _TEXT,
    "text_scale": _NUMBER,
    "cold_below": (int, float, type(None)),
    "calcium_aim": _WHOLE,
    "welcomed": _YES_NO,
    "closed_signs": (list,),
}
REPORT: Shape = {
    "span": _TEXT,
    "own_first": _TEXT_OR_NOT,
    "own_last": _TEXT_OR_NOT,
    "without": (list,),
    "notes": _YES_NO,
    "left_out": (list,),
    "name": _TEXT,
    "paper": _TEXT,
    "temperature": _TEXT_OR_NOT,
    "last_report": _TEXT_OR_NOT,
    "report_before": _TEXT_OR_NOT,
}


def refuse_other_shape(plain: object, shape: Shape, what: str) -> None:
    """Refuse plain data that is not a mapping of these fields; any of them may be absent."""
    if not isinstance(plain, dict):
        raise WrongShapeError(what)
    for name, value in plain.items():
        if name not in shape:
            raise UnknownFieldError(name)
        # The exact type: to Python a yes is also the number 1.
        if type(value) not in shape[name]:
            raise WrongShapeError(name)


def refuse_night_of_other_shape(plain: object) -> None:
    """Refuse plain data that is not shaped like a night."""
    refuse_other_shape(plain, NIGHT, "night")
    if not isinstance(plain, dict):
        return
    for answer in plain.get("answers", {}).values():
        refuse_other_shape(answer, ANSWER, "answers")
    for cramp in plain.get("cramps", ()):
        refuse_other_shape(cramp, CRAMP, "cramps")


def refuse_profile_of_other_shape(plain: object) -> None:
    """Refuse plain data that is not shaped like a profile."""
    refuse_other_shape(plain, PROFILE, "profile")
    if not isinstance(plain, dict):
        return
    if plain.get("pregnancy") is not None:
        refuse_other_shape(plain["pregnancy"], PREGNANCY, "pregnancy")
    for condition in plain.get("conditions", ()):
        refuse_other_shape(condition, CONDITION, "conditions")
    for medicine in plain.get("medicines", ()):
        refuse_other_shape(medicine, MEDICINE, "medicines")
    if "first_cramp" in plain:
        refuse_other_shape(plain["first_cramp"], FIRST_CRAMP, "first_cramp")
    for answer in plain.get("answers", {}).values():
        refuse_other_shape(answer, PROFILE_ANSWER, "answers")
    for treatment in plain.get("tried", ()):
        refuse_other_shape(treatment, TREATMENT, "tried")
    for question in plain.get("doctor_questions", ()):
        refuse_other_shape({"doctor_questions": question}, DOCTOR_QUESTION, "doctor_questions")


def refuse_questions_of_other_shape(plain: object) -> None:
    """Refuse plain data that is not shaped like the person's own questions."""
    refuse_other_shape(plain, QUESTIONS, "questions")
    if not isinstance(plain, dict):
        return
    for key in plain.get("hidden", ()):
        refuse_other_shape({"hidden": key}, {"hidden": _TEXT}, "hidden")
    for own in plain.get("own", ()):
        refuse_other_shape(own, OWN_FACTOR, "own")
        for words in (own, *own.get("former", ())):
            refuse_other_shape(words, OWN_FACTOR if words is own else FORMER_WORDS, "former")
            for name in words.get("options", {}).values():
                refuse_other_shape({"options": name}, {"options": _TEXT}, "options")
