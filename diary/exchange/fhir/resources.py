"""What all resources of a bundle share: their ids, the person whom they are of, and how an observation is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from diary.exchange.fhir.codes import CATEGORY, OWN_SYSTEM, coding, concept
from diary.language import tr
from diary.model.mornings import evening_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.model.night import Night
    from diary.model.period import Period
    from diary.model.plain import Plain

_IDS = UUID("689b1b57-6248-5207-81e3-2bc8c3e031b5")


class ResourceIds:
    """The ids of one diary's resources.

    They are made from the moment of the diary's first answer, which no other diary shares, and the resource's own place, so that
    a resource keeps its id from one bundle to the next.
    """

    def __init__(self, nights: Iterable[Night]) -> None:
        moments = [night.logged_at for night in nights if night.logged_at]
        moments += [answer.given_at for night in nights for answer in night.answers.values()]
        self._namespace = uuid5(_IDS, min(moments).isoformat() if moments else "")

    def of(self, place: str) -> str:
        """The id of the resource at this place, like “night/2026-11-22”."""
        return str(uuid5(self._namespace, place))

    def reference(self, place: str) -> Plain:
        """A reference to that resource."""
        return {"reference": f"urn:uuid:{self.of(place)}"}

    @property
    def subject(self) -> Plain:
        """The reference to the person."""
        return self.reference("patient")

    def observation(self, place: str, code: Plain, **fields: Any) -> Plain:
        """An observation that the person reports of themselves, without its empty fields."""
        return {
            "resourceType": "Observation",
            "id": self.of(place),
            "status": "final",
            "category": [{"coding": [coding(CATEGORY, "survey", "Survey")]}],
            "code": code,
            "subject": self.subject,
            "performer": [self.subject],
            **{key: value for key, value in fields.items() if value not in (None, [], "")},
        }


def own_concept(key: str, name: str) -> Plain:
    """One of our own codes, with its name, still to be translated."""
    return concept(tr(name), coding(OWN_SYSTEM, key))


def component(key: str, name: str, **value: Any) -> Plain:
    """A part of an observation, under one of our own codes."""
    return {"code": own_concept(key, name), **value}


def days(first: dt.date, last: dt.date) -> Plain:
    """A FHIR period between two days."""
    return {"start": first.isoformat(), "end": last.isoformat()}


def period_days(period: Period) -> Plain:
    """A period of nights as FHIR has it: from the evening before its first morning to its last morning."""
    return days(evening_of(period.first), period.last)
