"""The profile as it was asked: every question of the report with its answer and its day, and those not answered too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diary.exchange.fhir.person import asks, first_cramp_date
from diary.language import mark, tr
from diary.model.linked_medicines import linked_class
from diary.model.profile import HELPFULNESS_NAMES
from diary.model.profile_questions import COMES_WITH, LISTS, USUAL_CRAMP
from diary.model.report_choices import Part
from diary.model.standing_signs import signs_asked
from diary.model.telling_apart import TELLING_APART

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from diary.exchange.fhir.resources import ResourceIds
    from diary.model.plain import Plain
    from diary.model.profile import Condition, Medicine, Profile, Treatment
    from diary.model.profile_questions import ProfileQuestion
    from diary.model.report_choices import ReportChoices
    from diary.model.warning_signs import WarningSign

_DETAILS = {
    "noted_on": mark("Noted on"),
    "since": mark("Since the year"),
    "dose": mark("Dose"),
    "started": mark("From"),
    "stopped": mark("Until"),
    "for_cramps": mark("Taken against the cramps"),
    "supplement": mark("A supplement"),
    "linked_class": mark("Reported with leg cramps"),
    "verdict": mark("Did it help?"),
    "how": mark("How it went"),
}
"""What belongs to one answer, and stands below it."""


def questionnaire_response(profile: Profile, ids: ResourceIds, choices: ReportChoices) -> Plain:
    """What the profile was asked and told, as far as the report shows it."""
    authored = max(_days_noted(profile), default=None)
    return {
        "resourceType": "QuestionnaireResponse",
        "id": ids.of("profile/questionnaire"),
        "status": "completed",
        "subject": ids.subject,
        **({"authored": authored.isoformat()} if authored else {}),
        "author": ids.subject,
        "source": ids.subject,
        "item": list(_groups(profile, choices)),
    }


def _days_noted(profile: Profile) -> Iterator[dt.date]:
    yield from (answer.noted_on for answer in profile.answers.values())
    for entries in (profile.conditions, profile.medicines, profile.treatments):
        yield from (each.noted_on for each in entries)
    yield from (each.noted_on for each in (profile.first_cramp, profile.pregnancy) if each)
    if profile.not_pregnant:
        yield profile.not_pregnant


def _groups(profile: Profile, choices: ReportChoices) -> Iterator[Plain]:
    yield _group("signs", tr("Warning signs"), _yes_no(signs_asked(profile), profile))
    yield _group("apart", tr("What tells cramps from other things"), _yes_no(TELLING_APART, profile))
    yield _group("with", tr("What comes with the cramps"), _yes_no(COMES_WITH, profile))
    yield _group("usual", tr("How a cramp usually is"), (*_yes_no(USUAL_CRAMP, profile), _first_cramp(profile)))
    any_condition, any_medicine = (
        tuple(each for each in (question,) if asks(each.key, profile, choices)) for question in LISTS
    )
    if choices.shows(Part.CONDITIONS):
        named = _item("conditions.named", tr("Conditions"), map(_condition, profile.conditions))
        yield _group("conditions", tr("Conditions"), (*_yes_no(any_condition, profile), named))
    if choices.shows(Part.MEDICINES):
        named = _item("medicines.named", tr("Medicines and supplements"), map(_medicine, profile.medicines))
        tried = _item("medicines.tried", tr("Tried against the cramps"), map(_treatment, profile.treatments))
        yield _group("medicines", tr("Medicines"), (*_yes_no(any_medicine, profile), named, tried))
    if choices.shows(Part.QUESTIONS):
        questions = ({"valueString": line} for line in profile.asked_of_doctor)
        yield _item("questions", tr("Questions the patient wants to ask"), questions)


def _group(key: str, name: str, items: Iterable[Plain]) -> Plain:
    return {"linkId": key, "text": name, "item": list(items)}


def _item(key: str, name: str, answers: Iterable[Plain]) -> Plain:
    """A question with its answers; one without was not answered."""
    given = list(answers)
    return {"linkId": key, "text": name, **({"answer": given} if given else {})}


def _yes_no(questions: Sequence[ProfileQuestion | WarningSign], profile: Profile) -> Iterator[Plain]:
    for question in questions:
        answer = profile.answers.get(question.key)
        given = [_answer(question.key, {"valueBoolean": answer.yes}, noted_on=answer.noted_on)] if answer else []
        yield _item(question.key, tr(question.question), given)


def _first_cramp(profile: Profile) -> Plain:
    first = profile.first_cramp
    given = [_answer("first_cramp", _date(first_cramp_date(first)), noted_on=first.noted_on)] if first else []
    return _item("first_cramp", tr("First cramp ever"), given)


def _condition(condition: Condition) -> Plain:
    name = {"valueString": condition.name}
    return _answer("conditions.named", name, since=condition.since, noted_on=condition.noted_on)


def _medicine(medicine: Medicine) -> Plain:
    return _answer(
        "medicines.named",
        {"valueString": medicine.name},
        dose=medicine.dose.strip(),
        started=medicine.started,
        stopped=medicine.stopped,
        for_cramps=medicine.for_cramps,
        supplement=medicine.supplement,
        linked_class=linked_class(medicine.name) is not None,
        noted_on=medicine.noted_on,
    )


def _treatment(treatment: Treatment) -> Plain:
    return _answer(
        "medicines.tried",
        {"valueString": treatment.what},
        started=treatment.started,
        stopped=treatment.stopped,
        verdict=tr(HELPFULNESS_NAMES[treatment.verdict]) if treatment.verdict else "",
        how=treatment.how.strip(),
        noted_on=treatment.noted_on,
    )


def _answer(key: str, value: Plain, **details: dt.date | int | bool | str | None) -> Plain:
    """An answer with what belongs to it; what is not known is left out."""
    items = [
        {"linkId": f"{key}.{name}", "text": tr(_DETAILS[name]), "answer": [_detail(detail)]}
        for name, detail in details.items()
        if detail not in (None, "")
    ]
    return {**value, "item": items}


def _detail(value: Any) -> Plain:
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if isinstance(value, int):
        return {"valueInteger": value}
    return {"valueString": value} if isinstance(value, str) else _date(value.isoformat())


def _date(iso: str) -> Plain:
    return {"valueDate": iso}
