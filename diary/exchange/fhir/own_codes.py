"""The code system of our own codes, which the bundle holds itself, so that it can be read without us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diary.exchange.fhir.codes import OWN_SYSTEM
from diary.exchange.fhir.nights import night_meanings
from diary.exchange.fhir.person import profile_meanings
from diary.exchange.fhir.summary import summary_meanings
from diary.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.exchange.fhir.summary import SummaryMeasure
    from diary.model.factors import Catalogue
    from diary.model.plain import Plain


def code_systems(resources: list[Plain], catalogue: Catalogue, measures: Iterable[SummaryMeasure]) -> list[Plain]:
    """What the codes mean that these resources use, and no others; none where they use none."""
    codes = sorted(_codes_in(resources))
    if not codes:
        return []
    meanings = dict((*night_meanings(catalogue), *profile_meanings(), *summary_meanings(measures)))
    system = {
        "resourceType": "CodeSystem",
        "id": OWN_SYSTEM.removeprefix("urn:uuid:"),
        "url": OWN_SYSTEM,
        "name": "NightCrampDiary",
        "title": tr("Codes of the Night Cramp Diary"),
        "status": "active",
        "content": "fragment",
        "caseSensitive": True,
        "concept": [{"code": code, "display": meanings.get(code, code)} for code in codes],
    }
    return [system]


def _codes_in(plain: Any) -> set[str]:
    """The codes of our own that stand anywhere in plain data."""
    if isinstance(plain, list):
        return set().union(*map(_codes_in, plain))
    if not isinstance(plain, dict):
        return set()
    if plain.get("system") == OWN_SYSTEM:
        return {plain["code"]}
    return set().union(*map(_codes_in, plain.values()))
