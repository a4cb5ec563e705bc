"""Nights, cramps, profile, markers and own questions as plain data (dicts, lists, strings, numbers) and back.

The diary's own JSON and its undo steps are written so. A factor's answer is told apart by its kind: a time of day
is the string "HH:MM", so that reading back asks the factor; an own factor keeps its value as it is written.
"""

from __future__ import annotations

from diary.model.plain.nights import cramp_from_plain, night_from_plain, plain_cramp, plain_night
from diary.model.plain.person import marker_from_plain, plain_marker, plain_profile, profile_from_plain
from diary.model.plain.questions import own_factor_from_plain, plain_own_factor, plain_questions, questions_from_plain
from diary.model.plain.report import plain_report_choices, report_choices_from_plain
from diary.model.plain.values import Plain, plain_value, value_from_plain

__all__ = [
    "Plain",
    "cramp_from_plain",
    "marker_from_plain",
    "night_from_plain",
    "own_factor_from_plain",
    "plain_cramp",
    "plain_marker",
    "plain_night",
    "plain_own_factor",
    "plain_profile",
    "plain_questions",
    "plain_report_choices",
    "plain_value",
    "profile_from_plain",
    "questions_from_plain",
    "report_choices_from_plain",
    "value_from_plain",
]
