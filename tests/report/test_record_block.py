from __future__ import annotations

import datetime as dt

import pytest

from diary.model.mornings import DAY
from diary.model.night import Answer, Night
from diary.model.profile import CONDITIONS, Condition, FirstCramp, Medicine, Profile
from diary.model.profile_questions import ProfileAnswer
from diary.model.report_choices import Part, ReportChoices
from diary.report.day_sums import day_sums
from diary.report.fit import Fit, all_fits
from diary.report.record_block import BRIEF_CONDITIONS, MedicinesBlock, conditions_block, medicines_block
from tests.report.blocks import NOW, TODAY, nights_of, source_of

EYE_DROPS = tuple(Medicine(f"Eye drops {n}", TODAY, started=dt.date(2026, 10, n + 1)) for n in range(12))
STATIN = Medicine("Simvastatin", TODAY, "20 mg", dt.date(2019, 3, 1))
WATER_TABLET = Medicine("Hydrochlorothiazide", TODAY)


def _medicines(profile: Profile, fit: Fit | None = None) -> MedicinesBlock:
    block = medicines_block(source_of(profile=profile), fit or Fit())
    assert block is not None
    return block


@pytest.mark.parametrize("fit", all_fits())
def test_medicines_reported_with_leg_cramps_come_first_and_are_never_cut(fit: Fit) -> None:
    block = _medicines(Profile(medicines=(*EYE_DROPS, STATIN, WATER_TABLET)), fit)
    assert [(row.name, row.mark) for row in block.rows] == [("Simvastatin", "†"), ("Hydrochlorothiazide", "†")]
    assert "Eye drops" in block.others or block.others == "12 others"


@pytest.mark.parametrize("fit", all_fits())
def test_medicines_of_like_names_are_never_cut_to_the_same_words(fit: Fit) -> None:
    medicines = tuple(Medicine(f"Statin {n} of the great brand with many words", TODAY) for n in range(9))
    names = [row.name for row in _medicines(Profile(medicines=medicines), fit).rows]
    assert all(f"{n}" in name for n, name in enumerate(names))
    assert len(set(names)) == len(medicines)
    assert max(map(len, names)) <= fit.name + 1


def test_what_was_begun_in_the_year_before_the_first_cramp_is_never_cut_either() -> None:
    medicines = (
        Medicine("Begun in time", TODAY, started=dt.date(2024, 5, 1)),
        Medicine("Begun long before", TODAY, started=dt.date(2020, 5, 1)),
        Medicine("Begun afterwards", TODAY, started=dt.date(2025, 5, 1)),
    )
    for when in (2025, dt.date(2025, 3, 1)):
        profile = Profile(medicines=medicines[:2], first_cramp=FirstCramp(when, TODAY))
        assert [(row.name, row.mark) for row in _medicines(profile).rows] == [("Begun in time", "")]
    profile = Profile(medicines=medicines, first_cramp=FirstCramp(dt.date(2025, 3, 1), TODAY))
    assert _medicines(profile).others == "Begun afterwards, Begun long before"


def test_one_that_was_stopped_in_the_period_is_told_with_both_months() -> None:
    stopped = Medicine("Simvastatin", TODAY, started=dt.date(2020, 1, 5), stopped=dt.date(2026, 10, 1))
    gone = Medicine("Atorvastatin", TODAY, stopped=dt.date(2026, 1, 1))
    (row,) = _medicines(Profile(medicines=(stopped, gone))).rows
    assert (row.name, row.since) == ("Simvastatin", "Jan 2020 to Oct 2026")


def test_none_not_asked_and_a_list_are_three_different_things() -> None:
    none = {key: ProfileAnswer(yes=False, noted_on=TODAY) for key in ("takes_medicines", "has_conditions")}
    assert _medicines(Profile()).others == "Not asked."
    assert _medicines(Profile(answers=none)).others == "None (told 22 Nov 2026)."
    assert conditions_block(source_of(), Fit()) == "Not asked."
    assert conditions_block(source_of(profile=Profile(answers=none)), Fit()) == "None (told 22 Nov 2026)."
    conditions = (Condition("kidney", TODAY), Condition("diabetes", TODAY, 2009))
    profile = Profile(conditions=conditions, answers=none)
    assert conditions_block(source_of(profile=profile), Fit()) == "diabetes (2009); kidney disease"
    assert conditions_block(source_of(profile=profile), Fit(conditions=1)) == "diabetes (2009); 1 more"


def test_another_condition_stands_under_the_name_that_the_person_gave_it() -> None:
    other = Condition("other", TODAY, 2015, "Raynaud's syndrome of hands and feet, the left more")
    profile = Profile(conditions=(other, Condition("kidney", TODAY)))
    words = conditions_block(source_of(profile=profile), Fit())
    assert words == "kidney disease; Raynaud's syndrome of hands and… (2015)"


def test_every_condition_has_a_brief_name() -> None:
    assert set(BRIEF_CONDITIONS) == set(CONDITIONS)


def test_an_age_is_no_condition() -> None:
    assert conditions_block(source_of(profile=Profile(year_of_birth=1940)), Fit()) == "Not asked."


def test_what_the_person_leaves_out_is_not_told() -> None:
    choices = ReportChoices(without=frozenset({Part.MEDICINES, Part.CONDITIONS}))
    source = source_of(profile=Profile(medicines=(STATIN,)), choices=choices)
    assert (medicines_block(source, Fit()), conditions_block(source, Fit())) == (None, None)


def _days(**answers: list[float | None]) -> list[Night]:
    """A quiet night for each; None was not answered."""
    count = len(next(iter(answers.values())))
    return [
        Night(
            TODAY - back * DAY,
            (),
            answers={key: Answer(value, NOW) for key, each in answers.items() if (value := each[back]) is not None},
        )
        for back in range(count)
    ]


def test_days_of_vomiting_and_alcohol_a_week_are_summed_over_the_days_that_were_answered() -> None:
    nights = _days(alcohol=[2.0, 0.0, None, 1.0, 0.0, 0.0, 0.0, 1.0], stomach_upset=[True, False, True, *[None] * 5])
    words = conditions_block(source_of(nights), Fit())
    assert words == "Not asked. In this period: vomiting or diarrhoea on 2 of 3 days; 4.0 alcoholic drinks a week."
    assert conditions_block(source_of(nights), Fit(day_sums=False)) == "Not asked."


def test_a_few_days_make_no_rate_of_alcohol_and_what_was_not_answered_is_not_told() -> None:
    words = conditions_block(source_of(_days(alcohol=[3.0, None, 0.0])), Fit())
    assert words == "Not asked. In this period: 3 alcoholic drinks on 2 days."
    assert day_sums(source_of(nights_of((), None)).nights) == ()
