"""The bundle as a document: its rules of FHIR R4, page one in words, the PDF, the numbers, and the profile as it was asked."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from diary.exchange.fhir.bundle import FHIR_BUNDLE, FhirMaterial, fhir_bundle
from diary.exchange.fhir.document import XHTML
from diary.model.mornings import DAY
from diary.model.night import Night
from diary.model.period import Period
from diary.model.profile import Condition, FirstCramp, Helpfulness, Profile, Treatment
from diary.model.profile_questions import ProfileAnswer
from diary.model.report_choices import Part, ReportChoices
from diary.model.warning_signs import WARNING_SIGNS
from tests.exchange.test_fhir import NIGHT, PERSON, REPORT, TODAY, all_codings, bundle, coded, found, part, resources

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

ALLOWED = {"div", "h1", "h2", "p"}
"""The elements that we write; FHIR allows these and a few more."""


def items(plain: Any) -> Iterator[dict[str, Any]]:
    """Every item of a questionnaire response, at whatever depth."""
    if isinstance(plain, list):
        for each in plain:
            yield from items(each)
    elif isinstance(plain, dict):
        if "linkId" in plain:
            yield plain
        for value in plain.values():
            yield from items(value)


def answered(plain: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The answers of the profile as it was asked, by question, each without what stands below it."""
    (response,) = resources(plain, "QuestionnaireResponse")
    return {
        item["linkId"]: [{key: value for key, value in answer.items() if key != "item"} for answer in item["answer"]]
        for item in items(response["item"])
        if "answer" in item
    }


def test_a_document_begins_with_its_composition_and_has_an_identifier_and_a_moment() -> None:
    plain = bundle(NIGHT)
    assert plain["type"] == "document"
    assert plain["entry"][0]["resource"]["resourceType"] == "Composition"
    assert plain["identifier"]["system"] == "urn:ietf:rfc:3986"
    assert plain["timestamp"] == "2026-11-22T00:00:00Z"
    assert FHIR_BUNDLE.sign
    data = fhir_bundle(FhirMaterial((NIGHT,), PERSON), REPORT, Period(TODAY, TODAY), today=TODAY)
    assert FHIR_BUNDLE.sign.search(data.removeprefix(FHIR_BUNDLE.start))


def test_a_bundle_of_an_earlier_version_is_known_too() -> None:
    earlier = b', "id": "00000000-0000-5000-8000-000000000000", "type": "collection", "entry": [\n'
    assert FHIR_BUNDLE.sign
    assert FHIR_BUNDLE.sign.search(earlier)


def test_everything_in_a_document_is_reached_from_its_composition() -> None:
    plain = bundle(NIGHT, choices=ReportChoices(without=frozenset()))
    by_url = {entry["fullUrl"]: entry["resource"] for entry in plain["entry"]}
    reached, ahead = set(), [plain["entry"][0]["fullUrl"]]
    while ahead:
        url = ahead.pop()
        reached.add(url)
        ahead += set(found(by_url[url], "reference")) - reached
    assert reached == set(by_url)


def test_page_one_stands_in_the_narrative_as_plain_xhtml() -> None:
    composition = bundle()["entry"][0]["resource"]
    root = ET.fromstring(composition["text"]["div"])  # noqa: S314  # our own text
    assert {each.tag.removeprefix(f"{{{XHTML}}}") for each in root.iter()} <= ALLOWED
    assert [each.text for each in root] == ["Night cramps", "Ann <of Bath> & Co.", "Cramp nights: 5"]
    assert composition["title"] == REPORT.title
    assert composition["event"] == [{"period": {"start": "2026-08-24", "end": "2026-11-22"}}]


def test_the_very_pdf_is_within_the_bundle() -> None:
    (reference,) = resources(bundle(), "DocumentReference")
    attachment = reference["content"][0]["attachment"]
    assert attachment["contentType"] == "application/pdf"
    assert b64decode(attachment["data"]) == REPORT.pdf
    assert attachment["size"] == len(REPORT.pdf)
    assert b64decode(attachment["hash"]) == hashlib.sha1(REPORT.pdf).digest()  # noqa: S324  # FHIR asks for it


def test_the_numbers_of_page_one_are_observations_and_an_unknown_one_says_so() -> None:
    plain = bundle()
    (rate,), (pain,) = coded(plain, "rate"), coded(plain, "pain")
    assert rate["valueQuantity"] == {
        "value": 10.5,
        "unit": "nights",
        "system": "http://unitsofmeasure.org",
        "code": "{night}",
    }
    assert part(rate, "logged") == {"valueInteger": 8}
    assert rate["effectivePeriod"] == {"start": "2026-08-24", "end": "2026-11-22"}
    assert pain["dataAbsentReason"]["coding"][0]["code"] == "unknown"
    assert "valueQuantity" not in pain


def test_the_profile_stands_as_it_was_asked_with_the_day_of_each_answer() -> None:
    tried = Treatment("Pickle juice", TODAY, Helpfulness.A_LITTLE, "Let go sooner", TODAY - DAY)
    profile = replace(
        PERSON,
        first_cramp=FirstCramp(2019, TODAY),
        treatments=(tried,),
        doctor_questions=("Why at night?",),
        answers={**PERSON.answers, "sign_walking": ProfileAnswer(yes=False, noted_on=TODAY - DAY)},
    )
    plain = bundle(profile=profile)
    told = answered(plain)
    assert told["sign_walking"] == [{"valueBoolean": False}]
    assert told["sign_walking.noted_on"] == [{"valueDate": "2026-11-21"}]
    assert told["with_numbness"] == [{"valueBoolean": True}]
    assert told["first_cramp"] == [{"valueDate": "2019"}]
    assert [answer["valueString"] for answer in told["conditions.named"]] == [
        "Diabetes",
        "Slipped disc or worn lower spine",
    ]
    assert [answer["valueString"] for answer in told["medicines.named"]] == ["Simvastatin", "Magnesium"]
    assert told["medicines.tried"] == [{"valueString": "Pickle juice"}]
    assert told["questions"] == [{"valueString": "Why at night?"}]
    (response,) = resources(plain, "QuestionnaireResponse")
    assert response["authored"] == "2026-11-22"
    (first,) = coded(plain, "first_cramp")
    assert (first["valueDateTime"], first["effectiveDateTime"]) == ("2019", "2026-11-22")


def test_a_question_that_was_not_asked_stands_without_an_answer() -> None:
    (response,) = resources(
        bundle(profile=Profile(answers={"sign_walking": ProfileAnswer(True, TODAY)})), "QuestionnaireResponse"
    )
    (signs,) = (item for item in response["item"] if item["linkId"] == "signs")
    assert [item["linkId"] for item in signs["item"]] == [sign.key for sign in WARNING_SIGNS]
    assert [item["linkId"] for item in signs["item"] if "answer" in item] == ["sign_walking"]


def test_what_the_report_leaves_out_is_not_asked_in_the_bundle_either() -> None:
    answers = {key: ProfileAnswer(yes=True, noted_on=TODAY) for key in ("has_conditions", "takes_medicines")}
    left_out = ReportChoices(without=frozenset({Part.CONDITIONS, Part.MEDICINES, Part.QUESTIONS}))
    plain = bundle(profile=replace(PERSON, answers=answers, doctor_questions=("Why?",)), choices=left_out)
    text = json.dumps(plain)
    assert not [
        word for word in ("Simvastatin", "Diabetes", "takes_medicines", "has_conditions", "Why?") if word in text
    ]


def test_another_word_makes_another_document_and_another_day_too() -> None:
    def identifier(*, today: dt.date = TODAY, **changed: Any) -> str:
        material = FhirMaterial((NIGHT,), replace(PERSON, **changed))
        plain = json.loads(fhir_bundle(material, REPORT, Period(TODAY, TODAY), today=today))
        return str(plain["identifier"]["value"])

    assert identifier() == identifier()
    assert len({identifier(), identifier(name="B. B."), identifier(today=TODAY + DAY)}) == 3


def test_codes_of_ours_are_explained_in_a_document_of_numbers_alone() -> None:
    plain = bundle(Night(TODAY), profile=Profile())
    (system,) = resources(plain, "CodeSystem")
    assert {one["code"] for one in system["concept"]} == {"rate", "logged", "pain"}
    assert {one["system"] for one in all_codings(plain)} >= {system["url"]}


def test_another_condition_is_told_in_words_and_by_no_code() -> None:
    other = Condition("other", TODAY, 2015, "Raynaud")
    plain = bundle(profile=Profile(conditions=(other,)))
    (condition,) = resources(plain, "Condition")
    assert (condition["code"], condition["onsetDateTime"]) == ({"text": "Raynaud"}, "2015")
    assert answered(plain)["conditions.named"] == [{"valueString": "Raynaud"}]


def test_a_none_of_before_is_no_answer_once_something_is_listed() -> None:
    none = {key: ProfileAnswer(yes=False, noted_on=TODAY) for key in ("has_conditions", "takes_medicines")}
    assert set(none) <= set(answered(bundle(profile=Profile(answers=none))))
    listed = bundle(profile=replace(PERSON, answers=none))
    assert not set(none) & set(answered(listed))
    assert not coded(listed, "has_conditions")
