"""The codes of the bundle: LOINC, SNOMED CT and UCUM where they name exactly what is meant, else our own.

Only codes are used whose meaning is certain. What a cramp in the night is has none that fits, so it has one of ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.model.factors import Unit
from diary.model.night import Muscle, Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.model.plain import Plain

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
OWN_SYSTEM = "urn:uuid:9506e50e-9da6-5fec-9f47-b93c28162d77"
"""The bundle holds this code system itself, with what each of its codes means."""
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"

DATA_ABSENT = ("http://terminology.hl7.org/CodeSystem/data-absent-reason", "unknown", "Unknown")
NIGHTS = "nights"
"""The unit of what counts nights."""

PATIENT_NOTE = (LOINC, "51855-5", "Patient Note")
"""What kind of document the report is: one that the patient keeps."""
PAIN = (LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
PREGNANCY_STATUS = (LOINC, "82810-3", "Pregnancy status")
GESTATIONAL_AGE = (LOINC, "18185-9", "Gestational age")
PREGNANT = (SNOMED, "77386006", "Pregnant")
NOT_PREGNANT = (SNOMED, "60001007", "Not pregnant")

FACTORS: Mapping[str, tuple[str, str, str]] = {
    "room_temperature": (LOINC, "60832-3", "Room temperature"),
    "exercise_minutes": (LOINC, "55411-3", "Exercise duration"),
    "alcohol": (LOINC, "74013-4", "Alcoholic drinks per day"),
}
"""Questions of the diary that LOINC asks too."""

MUSCLES: Mapping[Muscle, tuple[str, str]] = {
    Muscle.CALF: ("53840002", "Structure of calf of leg"),
    Muscle.FOOT: ("56459004", "Foot structure"),
    Muscle.FRONT_THIGH: ("68367000", "Thigh structure"),
    Muscle.BACK_THIGH: ("68367000", "Thigh structure"),
    Muscle.HAND_ARM: ("53120007", "Upper limb structure"),
    Muscle.TRUNK: ("22943007", "Trunk structure"),
    Muscle.FACE: ("89545001", "Face structure"),
}
"""Codes of SNOMED CT for muscles; where they are coarser than the answer, the text says the rest."""
SIDES: Mapping[Side, tuple[str, str]] = {
    Side.LEFT: ("7771000", "Left"),
    Side.RIGHT: ("24028007", "Right"),
    Side.BOTH: ("51440002", "Right and left"),
}
"""Codes of SNOMED CT for sides."""
LATERALITY = "272741003"
"""The attribute of SNOMED CT that gives a side."""

CONDITIONS: Mapping[str, tuple[str, str]] = {
    "diabetes": ("73211009", "Diabetes mellitus"),
    "high_blood_pressure": ("38341003", "Hypertensive disorder"),
    "kidney": ("90708001", "Kidney disease"),
    "liver": ("19943007", "Cirrhosis of liver"),
    "thyroid": ("14304000", "Disorder of thyroid gland"),
    "spinal_stenosis": ("76107001", "Spinal stenosis"),
    "nerve_damage": ("386033004", "Neuropathy"),
    "heart": ("56265001", "Heart disease"),
    "parkinson": ("49049000", "Parkinson's disease"),
}
"""Codes of SNOMED CT for conditions; a condition without a code of exactly its meaning has one of ours alone."""

UNITS: Mapping[str, tuple[str, str]] = {
    Unit.CELSIUS: ("°C", "Cel"),
    Unit.MINUTES: ("min", "min"),
    Unit.GLASSES: ("glasses", "{glass}"),
    Unit.DRINKS: ("drinks", "{drink}"),
    Unit.PORTIONS: ("portions", "{portion}"),
    Unit.POINTS: ("points", "{score}"),
    NIGHTS: ("nights", "{night}"),
}
"""Units as people read them, and in UCUM. A person's own unit is read as they wrote it, and has none in UCUM."""


def coding(system: str, code: str, display: str = "") -> Plain:
    """One code."""
    return {"system": system, "code": code, **({"display": display} if display else {})}


def concept(text: str, *codings: Plain) -> Plain:
    """What is meant, in words and in codes."""
    return {**({"coding": list(codings)} if codings else {}), "text": text}


def quantity(value: float, unit: str) -> Plain:
    """A number with its unit."""
    number = int(value) if float(value).is_integer() else value
    words, code = UNITS.get(unit, (unit, ""))
    return {"value": number, "unit": words, **({"system": UCUM, "code": code} if code else {})}
