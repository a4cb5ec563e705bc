"""The report as a document: page one as its words, the PDF beside it, and the composition that holds all together."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from diary.exchange.fhir.codes import PATIENT_NOTE, coding, concept
from diary.exchange.fhir.resources import period_days
from diary.exchange.fhir.summary import SummaryMeasure
from diary.language import tr
from diary.model.clean_text import clean_text
from diary.model.plain import Plain

if TYPE_CHECKING:
    import datetime as dt

    from diary.exchange.fhir.resources import ResourceIds
    from diary.model.period import Period

XHTML = "http://www.w3.org/1999/xhtml"
URI = "urn:ietf:rfc:3986"
"""The system of identifiers that are addresses."""


@dataclass(frozen=True, slots=True)
class NarrativeSection:
    """A block of page one in words."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The report as a document needs it."""

    title: str
    language: str
    narrative: tuple[NarrativeSection, ...]
    measures: tuple[SummaryMeasure, ...]
    pdf: bytes
    file_name: str


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """A part of the document: resources under a heading."""

    title: str
    resources: Sequence[Plain]


def pdf_reference(report: ReportDocument, period: Period, ids: ResourceIds) -> Plain:
    """The very PDF that is printed, within the bundle."""
    return {
        "resourceType": "DocumentReference",
        "id": ids.of(f"pdf/{period.first}/{period.last}"),
        "status": "current",
        "type": _patient_note(),
        "subject": ids.subject,
        "author": [ids.subject],
        "description": report.title,
        "content": [
            {
                "attachment": {
                    "contentType": "application/pdf",
                    "language": report.language,
                    "data": b64encode(report.pdf).decode(),
                    "size": len(report.pdf),
                    # FHIR asks for SHA-1: it shows that the file is whole, and guards nothing.
                    "hash": b64encode(hashlib.sha1(report.pdf, usedforsecurity=False).digest()).decode(),
                    "title": report.file_name,
                }
            }
        ],
        "context": {"period": period_days(period)},
    }


def composition(
    report: ReportDocument,
    sections: Sequence[DocumentSection],
    period: Period,
    ids: ResourceIds,
    *,
    identifier: Plain,
    today: dt.date,
) -> Plain:
    """What the document says in words, and where each of its resources belongs."""
    return {
        "resourceType": "Composition",
        "id": ids.of(f"composition/{period.first}/{period.last}"),
        "language": report.language,
        # “additional”: the words tell more than the resources, such as what the cramps go with
        "text": {"status": "additional", "div": narrative_xhtml(report)},
        "identifier": identifier,
        "status": "final",
        "type": _patient_note(),
        "subject": ids.subject,
        "date": today.isoformat(),
        "author": [ids.subject],
        "title": report.title,
        "event": [{"period": period_days(period)}],
        "section": [
            {
                "title": section.title,
                "entry": [{"reference": f"urn:uuid:{resource['id']}"} for resource in section.resources],
            }
            for section in sections
            if section.resources
        ],
    }


def narrative_xhtml(report: ReportDocument) -> str:
    """Page one as the few elements of XHTML that FHIR allows."""
    blocks = "".join(_block(section, 1 if place == 0 else 2) for place, section in enumerate(report.narrative))
    return f'<div xmlns="{XHTML}" lang="{report.language}" xml:lang="{report.language}">{blocks}</div>'


def _block(section: NarrativeSection, level: int) -> str:
    heading = f"<h{level}>{_escaped(section.heading)}</h{level}>" if section.heading else ""
    return heading + "".join(f"<p>{_escaped(line)}</p>" for line in section.lines if line.strip())


def _escaped(text: str) -> str:
    return escape(clean_text(text))


def _patient_note() -> Plain:
    return concept(tr("Patient's own report"), coding(*PATIENT_NOTE))
