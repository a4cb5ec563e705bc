"""What the profile lists, and the markers, as one table: a row a medicine, condition, treatment or marker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.cells import cell
from diary.exchange.csv_tables import csv_bytes, start_of
from diary.exchange.whole_file import FileKind
from diary.language import mark
from diary.model.linked_medicines import linked_class
from diary.model.report_choices import Part, ReportChoices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.model.profile import Marker, Profile

PERSON_COLUMNS = ("kind", "name", "dose", "from", "until", "since_year", "verdict", "note", "linked_class", "noted_on")
PERSON_TABLE = FileKind(mark("a table of medicines, conditions and changes"), start_of(*PERSON_COLUMNS))


def person_csv(profile: Profile, markers: Iterable[Marker], choices: ReportChoices | None = None) -> bytes:
    """The table; with choices, without what the report leaves out."""
    shown = choices or ReportChoices(without=frozenset())
    rows = [
        *(_medicines(profile) if shown.shows(Part.MEDICINES) else ()),
        *(_conditions(profile) if shown.shows(Part.CONDITIONS) else ()),
        *(_treatments(profile) if shown.shows(Part.MEDICINES) else ()),
        *_markers(markers),
    ]
    return csv_bytes(PERSON_COLUMNS, ([cell(row.get(name)) for name in PERSON_COLUMNS] for row in rows))


def _medicines(profile: Profile) -> Iterator[dict[str, object]]:
    for medicine in profile.medicines:
        notes = {"against the cramps": medicine.for_cramps, "supplement": medicine.supplement}
        yield {
            "kind": "medicine",
            "name": medicine.name,
            "dose": medicine.dose,
            "from": medicine.started,
            "until": medicine.stopped,
            "note": "; ".join(words for words, holds in notes.items() if holds),
            "linked_class": linked_class(medicine.name),
            "noted_on": medicine.noted_on,
        }


def _conditions(profile: Profile) -> Iterator[dict[str, object]]:
    for condition in profile.conditions:
        yield {
            "kind": "condition",
            "name": condition.name,
            "since_year": condition.since,
            "noted_on": condition.noted_on,
        }


def _treatments(profile: Profile) -> Iterator[dict[str, object]]:
    for treatment in profile.treatments:
        yield {
            "kind": "tried",
            "name": treatment.what,
            "from": treatment.started,
            "until": treatment.stopped,
            "verdict": treatment.verdict,
            "note": treatment.how,
            "noted_on": treatment.noted_on,
        }


def _markers(markers: Iterable[Marker]) -> Iterator[dict[str, object]]:
    for marker in markers:
        yield {"kind": "marker", "name": marker.text, "from": marker.day}
