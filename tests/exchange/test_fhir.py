"""The FHIR bundle, validated against the published shapes of R4B (4.3), whose resources used here are those of R4."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from diary.exchange.fhir import codes as fhir_codes
from diary.exchange.fhir.bundle import FHIR_BUNDLE, FhirMaterial, fhir_bundle
from diary.exchange.fhir.codes import OWN_SYSTEM
from diary.exchange.fhir.document import NarrativeSection, ReportDocument
from diary.exchange.fhir.summary import SummaryMeasure, SummaryNumber
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.period import Period
from diary.model.profile import Condition, Medicine, Pregnancy, Profile, Sex
from diary.model.profile_questions import ProfileAnswer
from diary.model.report_choices import NameForm, Part, ReportChoices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.contents import Contents

TODAY = dt.date(2026, 11, 22)
TOLD_AT = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
NIGHT = Night(
    TODAY,
    cramps=(
        Cramp(
            at=dt.datetime(2026, 11, 21, 23, 40),
            minutes=4.5,
            intensity=7,
            side=Side.LEFT,
            muscle=Muscle.CALF,
            woke_me=True,
            relief=frozenset({Relief.HEAT, Relief.MASSAGE}),
        ),
        Cramp(),
    ),
    logged_at=TOLD_AT,
    answers={
        "room_temperature": Answer(16.5, TOLD_AT),
        "sleep_disturbance": Answer(4.0, TOLD_AT),
        "bedding": Answer("thin", TOLD_AT),
        "bed_time": Answer(dt.time(22, 30), TOLD_AT),
        "socks": Answer(value=False, given_at=TOLD_AT),
    },
    note="hard calf\x00 🌙",
)
PERSON = Profile(
    name="Ann Example",
    year_of_birth=1954,
    sex=Sex.FEMALE,
    pregnancy=Pregnancy(30, TODAY),
    conditions=(Condition("diabetes", TODAY, 2010), Condition("lumbar_spine", TODAY)),
    medicines=(
        Medicine("Simvastatin", TODAY, dose="20 mg", started=dt.date(2020, 1, 1), stopped=TODAY - DAY),
        Medicine("Magnesium", TODAY, for_cramps=True, supplement=True),
    ),
    answers={"with_numbness": ProfileAnswer(yes=True, noted_on=TODAY)},
)
REPORT = ReportDocument(
    "Night cramps, 22 Nov 2026",
    "en",
    (NarrativeSection("Night cramps", ("Ann <of Bath> & Co.\x07",)), NarrativeSection("", ("Cramp nights: 5",))),
    (
        SummaryMeasure(
            "rate", "Cramp nights in 28", 10.5, "nights", (SummaryNumber("logged", "Nights logged", 8, ""),)
        ),
        SummaryMeasure("pain", "Intensity", None, ""),
    ),
    b"%PDF-1.7 \x00\xff",
    "night-cramps.pdf",
)


def bundle(*nights: Night, profile: Profile = PERSON, choices: ReportChoices | None = None) -> dict[str, Any]:
    """A bundle over the last 90 days, validated."""
    material = FhirMaterial(nights, profile, choices=choices or ReportChoices())
    plain: dict[str, Any] = json.loads(fhir_bundle(material, REPORT, Period(TODAY - 89 * DAY, TODAY), today=TODAY))
    Bundle.model_validate(plain)
    return plain


def resources(plain: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [entry["resource"] for entry in plain["entry"] if entry["resource"]["resourceType"] == kind]


def coded(plain: dict[str, Any], code: str) -> list[dict[str, Any]]:
    """The observations of this code."""
    return [
        one
        for one in resources(plain, "Observation")
        if code in {coding["code"] for coding in one["code"].get("coding", ())}
    ]


def part(observation: dict[str, Any], code: str) -> dict[str, Any]:
    (found,) = (one for one in observation["component"] if code in {coding["code"] for coding in one["code"]["coding"]})
    return {key: value for key, value in found.items() if key != "code"}


def test_a_night_tells_that_it_had_cramps_how_many_and_its_room() -> None:
    (night,) = coded(bundle(NIGHT), "cramp_night")
    assert night["valueBoolean"] is True
    assert night["effectivePeriod"] == {"start": "2026-11-21", "end": "2026-11-22"}
    assert night["issued"] == "2026-11-22T07:30:00+01:00"
    assert part(night, "cramps") == {"valueInteger": 2}
    assert part(night, "60832-3")["valueQuantity"] == {
        "value": 16.5,
        "unit": "°C",
        "system": "http://unitsofmeasure.org",
        "code": "Cel",
    }
    assert part(night, "sleep_disturbance")["valueQuantity"]["code"] == "{score}"
    assert night["note"] == [{"text": "hard calf 🌙"}]


def test_a_cramp_tells_where_with_its_side_how_strong_and_how_long() -> None:
    first, second = coded(bundle(NIGHT), "cramp")
    assert first["effectiveDateTime"] == "2026-11-21"
    assert first["bodySite"]["coding"][0]["code"] == "53840002:272741003=7771000"
    assert first["bodySite"]["text"] == "Calf, left"
    assert part(first, "72514-3") == {"valueInteger": 7}
    assert part(first, "time_of_day") == {"valueTime": "23:40:00"}
    assert part(first, "minutes")["valueQuantity"]["value"] == 4.5
    assert part(first, "side")["valueCodeableConcept"]["coding"][0]["code"] == "7771000"
    assert [one["valueCodeableConcept"]["text"] for one in first["component"] if "relieved" in one["code"]["text"]] == [
        "Heat",
        "Massage",
    ]
    assert second["effectivePeriod"] == {"start": "2026-11-21", "end": "2026-11-22"}
    assert "component" not in second


def test_quiet_nights_are_told_and_nights_not_logged_are_not() -> None:
    told = coded(bundle(Night(TODAY - DAY, note="?"), Night(TODAY, cramps=())), "cramp_night")
    assert [(one["valueBoolean"], one["effectivePeriod"]["end"]) for one in told] == [(False, "2026-11-22")]
    assert part(told[0], "cramps") == {"valueInteger": 0}


def test_the_profile_gives_patient_conditions_medicines_and_answers() -> None:
    plain = bundle(profile=PERSON)
    (patient,) = resources(plain, "Patient")
    assert {key: patient[key] for key in patient if key not in {"id", "resourceType"}} == {
        "name": [{"text": "Ann Example"}],
        "gender": "female",
        "birthDate": "1954",
    }
    diabetes, spine = resources(plain, "Condition")
    assert diabetes["code"]["coding"][0]["code"] == "73211009"
    assert diabetes["onsetDateTime"] == "2010"
    assert [coding["system"] for coding in spine["code"]["coding"]] == [OWN_SYSTEM]
    statin, magnesium = resources(plain, "MedicationStatement")
    assert (statin["status"], statin["dosage"], statin["effectivePeriod"]) == (
        "stopped",
        [{"text": "20 mg"}],
        {"start": "2020-01-01", "end": "2026-11-21"},
    )
    assert (magnesium["status"], magnesium["reasonCode"]) == ("active", [{"text": "Cramps"}])
    (pregnancy,) = coded(plain, "82810-3")
    assert pregnancy["valueCodeableConcept"]["coding"][0]["code"] == "77386006"
    assert part(pregnancy, "18185-9")["valueQuantity"]["value"] == 30
    (numbness,) = coded(plain, "with_numbness")
    assert (numbness["valueBoolean"], numbness["effectiveDateTime"]) == (True, "2026-11-22")


def test_no_more_goes_out_than_the_report_shows() -> None:
    shown = replace(
        ReportChoices(),
        name=NameForm.INITIALS,
        notes=False,
        without=frozenset({Part.MEDICINES, Part.CONDITIONS, Part.ANSWERS}),
        left_out=frozenset({TODAY - DAY}),
    )
    plain = bundle(replace(NIGHT, morning=TODAY, cramps=()), Night(TODAY - DAY, cramps=()), choices=shown)
    text = json.dumps(plain)
    assert resources(plain, "Patient")[0]["name"] == [{"text": "A. E."}]
    assert not resources(plain, "Condition")
    assert not resources(plain, "MedicationStatement")
    assert len(coded(plain, "cramp_night")) == 1
    assert all(secret not in text for secret in ("hard calf", "Example", "bedding", "bed_time", "Diabetes"))


def test_all_answers_stand_there_where_the_report_shows_them() -> None:
    (night,) = coded(bundle(NIGHT, choices=ReportChoices(without=frozenset())), "cramp_night")
    assert part(night, "bedding")["valueCodeableConcept"]["text"] == "Thin"
    assert part(night, "bed_time") == {"valueTime": "22:30:00"}
    assert part(night, "socks") == {"valueBoolean": False}


def test_every_reference_leads_to_an_entry_and_every_code_of_ours_is_explained() -> None:
    plain = bundle(NIGHT, choices=ReportChoices(without=frozenset()))
    urls = [entry["fullUrl"] for entry in plain["entry"]]
    assert len(urls) == len(set(urls))
    assert set(found(plain, "reference")) <= set(urls)
    (system,) = resources(plain, "CodeSystem")
    explained = {one["code"] for one in system["concept"]}
    used = {one["code"] for one in all_codings(plain) if one["system"] == OWN_SYSTEM}
    assert used == explained


def found(plain: Any, name: str) -> Iterator[str]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key == name:
                yield value
            yield from found(value, name)
    elif isinstance(plain, list):
        for value in plain:
            yield from found(value, name)


def all_codings(plain: Any) -> Iterator[dict[str, str]]:
    if isinstance(plain, dict):
        yield from plain.get("coding", ())
        for value in plain.values():
            yield from all_codings(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from all_codings(value)


def test_the_same_diary_gives_the_same_bytes_and_an_entry_keeps_its_id_as_the_diary_grows() -> None:
    one, again = (bundle(NIGHT) for _ in range(2))
    assert one == again
    grown = bundle(Night(TODAY - DAY, cramps=()), NIGHT, profile=replace(PERSON, name="Other"))
    (before,), (_, after) = coded(one, "cramp_night"), coded(grown, "cramp_night")
    assert before["id"] == after["id"]
    other = bundle(replace(NIGHT, logged_at=TOLD_AT - DAY))
    assert coded(other, "cramp_night")[0]["id"] != before["id"]


def test_what_is_asked_of_cramp_nights_only_is_not_told_of_one_that_turned_out_quiet() -> None:
    night = replace(NIGHT, answers={"sleep_disturbance": Answer(6.0, TOLD_AT)})
    (cramped,) = coded(bundle(night), "cramp_night")
    assert part(cramped, "sleep_disturbance")
    (quiet,) = coded(bundle(replace(night, cramps=())), "cramp_night")
    assert "component" not in quiet or not [
        one for one in quiet["component"] if "sleep_disturbance" in str(one["code"])
    ]


def test_an_empty_diary_gives_a_bundle_and_it_begins_as_one() -> None:
    material = FhirMaterial((), Profile())
    data = fhir_bundle(material, REPORT, Period(TODAY, TODAY), today=TODAY)
    assert data.startswith(FHIR_BUNDLE.start)
    Bundle.model_validate_json(data)
    assert [entry["resource"]["resourceType"] for entry in json.loads(data)["entry"]] == [
        "Composition",
        "Patient",
        "DocumentReference",
        "Observation",
        "Observation",
        "QuestionnaireResponse",
        "CodeSystem",
    ]


@settings(max_examples=25, phases=(Phase.generate,), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_diary_makes_a_valid_bundle(data: st.DataObject, any_contents: st.SearchStrategy[Contents]) -> None:
    contents = data.draw(any_contents)
    material = FhirMaterial(
        contents.nights, contents.profile, contents.questions.catalogue, ReportChoices(without=frozenset())
    )
    made = fhir_bundle(material, REPORT, Period(dt.date.min, dt.date.max), today=TODAY)
    told = Bundle.model_validate_json(made)
    logged = [night for night in contents.nights if night.logged]
    nights = coded(json.loads(made), "cramp_night")
    assert len(nights) == len(logged)
    assert [len(one.get("hasMember", ())) for one in nights] == [len(night.cramps or ()) for night in logged]
    assert told.type == "document"


@pytest.mark.parametrize("years", [10])
def test_ten_years_make_one_bundle(years: int) -> None:
    nights = [replace(NIGHT, morning=TODAY - at * DAY, cramps=(Cramp(intensity=3),)) for at in range(years * 365)]
    material = FhirMaterial(nights, PERSON)
    plain = json.loads(fhir_bundle(material, REPORT, Period(TODAY - 3650 * DAY, TODAY), today=TODAY))
    assert len(coded(plain, "cramp")) == len(nights)


def test_the_documents_tell_every_standard_code_with_its_meaning_and_no_other() -> None:
    pages = (Path(__file__).parents[2] / "docs" / "files.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| (LOINC|SNOMED CT) \| `([\d-]+)` \| (.+?) \|", pages, flags=re.MULTILINE))
    loinc = {
        fhir_codes.PATIENT_NOTE,
        fhir_codes.PAIN,
        fhir_codes.PREGNANCY_STATUS,
        fhir_codes.GESTATIONAL_AGE,
        *fhir_codes.FACTORS.values(),
    }
    pregnancy = {fhir_codes.PREGNANT[1:], fhir_codes.NOT_PREGNANT[1:], (fhir_codes.LATERALITY, "Laterality")}
    tables = (fhir_codes.MUSCLES, fhir_codes.SIDES, fhir_codes.CONDITIONS)
    snomed = pregnancy.union(*(table.values() for table in tables))
    assert told == {("LOINC", *each[1:]) for each in loinc} | {("SNOMED CT", *each) for each in snomed}
