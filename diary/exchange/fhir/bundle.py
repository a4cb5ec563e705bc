"""The doctor's report as a FHIR R4 bundle of type document, for the records of a clinic.

First the composition, whose words are page one; then a Patient with no more than the report shows, the report's PDF, the
four numbers of page one, the profile as it was asked, its conditions and medicines, and an observation for each night that was
logged and for each cramp. Last the code system that our own codes are of.

The same diary gives the same bytes on the same day.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diary.exchange.fhir.document import URI, DocumentSection, ReportDocument, composition, pdf_reference
from diary.exchange.fhir.nights import night_resources
from diary.exchange.fhir.own_codes import code_systems
from diary.exchange.fhir.person import condition_resource, medicine_resource, patient, profile_observations
from diary.exchange.fhir.questionnaire import questionnaire_response
from diary.exchange.fhir.resources import ResourceIds
from diary.exchange.fhir.summary import summary_observation
from diary.exchange.whole_file import FileKind
from diary.language import mark, tr
from diary.model.built_in import BUILT_IN
from diary.model.clean_text import clean_text
from diary.model.factors import Catalogue
from diary.model.night import Night
from diary.model.profile import Profile
from diary.model.report_choices import Part, ReportChoices

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from diary.model.period import Period
    from diary.model.plain import Plain

START = '{"resourceType": "Bundle"'
# Our ids are made from names, which makes them of the fifth kind. Earlier bundles were collections.
_ID = rb"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f-]{21}"
FHIR_BUNDLE = FileKind(
    mark("a FHIR bundle of this diary"),
    START.encode(),
    re.compile(rb'\A, "id": "' + _ID + rb'", "type": "(?:collection", "entry": \[\n|document", "identifier": )'),
)


@dataclass(frozen=True, slots=True)
class FhirMaterial:
    """What a bundle is made from."""

    nights: Sequence[Night]
    """The whole diary."""
    profile: Profile
    catalogue: Catalogue = BUILT_IN
    choices: ReportChoices = field(default_factory=ReportChoices)


def fhir_bundle(material: FhirMaterial, report: ReportDocument, period: Period, *, today: dt.date) -> bytes:
    """The bundle over a period, one entry a line."""
    ids = ResourceIds(material.nights)
    person = patient(material.profile, ids, material.choices)
    sections = list(_sections(material, report, period, ids, today))
    resources = [person, *(resource for section in sections for resource in section.resources)]
    codes = code_systems(resources, material.catalogue, report.measures)
    sections.append(DocumentSection(tr("What the codes mean"), codes))
    lines = [_entry(resource) for resource in (*resources, *codes)]
    # A document that says anything else is another document.
    identifier = {"system": URI, "value": f"urn:uuid:{ids.of(f'document/{today}/{_digest(lines)}')}"}
    first = composition(report, sections, period, ids, identifier=identifier, today=today)
    head = {
        "id": ids.of(f"bundle/{period.first}/{period.last}"),
        "type": "document",
        "identifier": identifier,
        # FHIR wants a moment. One of the clock would make other bytes of the same diary each time.
        "timestamp": f"{today.isoformat()}T00:00:00Z",
    }
    entries = ",\n".join([_entry(first), *lines])
    return f'{START}, {json.dumps(head)[1:-1]}, "entry": [\n{entries}\n]}}\n'.encode()


def _sections(
    material: FhirMaterial, report: ReportDocument, period: Period, ids: ResourceIds, today: dt.date
) -> Iterator[DocumentSection]:
    profile, choices = material.profile, material.choices
    yield DocumentSection(tr("The report as a PDF"), [pdf_reference(report, period, ids)])
    yield DocumentSection(tr("In numbers"), [summary_observation(measure, period, ids) for measure in report.measures])
    yield DocumentSection(
        tr("Asked apart from the nights"),
        [questionnaire_response(profile, ids, choices), *profile_observations(profile, ids, choices)],
    )
    if choices.shows(Part.CONDITIONS):
        yield DocumentSection(tr("Conditions"), [condition_resource(each, ids) for each in profile.conditions])
    if choices.shows(Part.MEDICINES):
        medicines = [medicine_resource(each, at, ids, today) for at, each in enumerate(profile.medicines, start=1)]
        yield DocumentSection(tr("Medicines and supplements"), medicines)
    nights = [
        resource
        for night in period.nights_in(material.nights)
        if night.logged and night.morning not in choices.left_out
        for resource in night_resources(night, ids, material.catalogue, choices)
    ]
    yield DocumentSection(tr("The nights"), nights)


def _entry(resource: Plain) -> str:
    entry = {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
    return json.dumps(_clean(entry), ensure_ascii=False)


def _clean(plain: Any) -> Any:
    """FHIR forbids control characters but tabs and line ends."""
    if isinstance(plain, str):
        return clean_text(plain)
    if isinstance(plain, dict):
        return {key: _clean(value) for key, value in plain.items()}
    return [_clean(value) for value in plain] if isinstance(plain, list) else plain


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
