"""What each act changes in the profile and among the markers, and by which name it is taken back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.model.condition_acts import (
    AddCondition,
    ConditionGoneError,
    RemoveCondition,
    SetConditionYear,
    SetOtherCondition,
)
from diary.model.errors import BackwardsError, DiaryError, EmptyTextError, OutOfRangeError
from diary.model.marker_acts import AddMarker, ChangeMarker, MarkerGoneError, RemoveMarker
from diary.model.medicine_acts import AddMedicine, ChangeMedicine, MedicineGoneError, RemoveMedicine
from diary.model.profile import (
    YES_NO_QUESTIONS,
    Condition,
    FirstCramp,
    Helpfulness,
    Marker,
    Medicine,
    Pregnancy,
    Profile,
    Sex,
    Treatment,
)
from diary.model.profile_acts import (
    AnswerPregnancy,
    PregnancyGoneError,
    ProfileAct,
    SetEmergencyNumber,
    SetFirstCrampDay,
    SetFirstCrampYear,
    SetName,
    SetPregnancyWeek,
    SetProfileAnswer,
    SetSex,
    SetYearOfBirth,
    WriteDoctorQuestion,
)
from diary.model.profile_questions import ProfileAnswer
from diary.model.treatment_acts import AddTreatment, ChangeTreatment, RemoveTreatment, TreatmentGoneError
from diary.model.warning_signs import WARNING_SIGNS

if TYPE_CHECKING:
    from diary.model.marker_acts import MarkersAct

TODAY = dt.date(2026, 11, 22)
TOMORROW = dt.date(2026, 11, 23)
BIRTHDAY = dt.date(2019, 5, 3)
MAGNESIUM = Medicine("Magnesium", TODAY, key=1)
IRON = Medicine("Iron", TODAY, key=2)
TAKING_BOTH = Profile(medicines=(MAGNESIUM, IRON))
MATTRESS, MOVE = Marker(TODAY, "New mattress", 1), Marker(TODAY, "Moved", 2)


def after(*acts: ProfileAct, profile: Profile | None = None, today: dt.date = TODAY) -> Profile:
    """The profile after these acts."""
    result = profile or Profile()
    for act in acts:
        result = act.on(result, today)
    return result


def test_name_year_and_sex_are_given_with_spaces_taken_off_and_taken_back() -> None:
    acts = SetName(" A. B. "), SetYearOfBirth(1956), SetSex(Sex.FEMALE)
    assert after(*acts) == Profile(name="A. B.", year_of_birth=1956, sex=Sex.FEMALE)
    assert after(*acts, SetName(" "), SetYearOfBirth(None), SetSex(None)) == Profile()


def test_a_condition_added_twice_is_there_once_with_the_day_it_was_first_noted() -> None:
    first = after(AddCondition("diabetes"))
    assert after(AddCondition("diabetes"), profile=first, today=TOMORROW) == first


def test_conditions_stay_in_the_order_in_which_they_are_asked() -> None:
    profile = after(AddCondition("heart"), AddCondition("arteriosclerosis"))
    assert [condition.key for condition in profile.conditions] == ["arteriosclerosis", "heart"]


def test_removing_a_condition_leaves_the_others() -> None:
    profile = after(AddCondition("diabetes"), AddCondition("heart"), RemoveCondition("diabetes"))
    assert profile.conditions == (Condition("heart", TODAY),)
    assert after(RemoveCondition("diabetes"), profile=profile) == profile


def test_the_year_since_when_is_of_its_condition_only() -> None:
    profile = after(AddCondition("diabetes"), AddCondition("heart"), SetConditionYear("heart", 1999))
    assert [condition.since for condition in profile.conditions] == [None, 1999]


def test_a_year_to_come_is_refused() -> None:
    with pytest.raises(OutOfRangeError):
        after(AddCondition("heart"), SetConditionYear("heart", 2027))


def test_another_condition_stands_last_in_the_persons_own_words_and_keeps_its_year() -> None:
    profile = after(SetOtherCondition(" Raynaud\x07 "), SetConditionYear("other", 1999), AddCondition("heart"))
    assert profile.conditions == (Condition("heart", TODAY), Condition("other", TODAY, 1999, "Raynaud"))
    renamed = after(SetOtherCondition("Lyme disease"), profile=profile, today=TOMORROW)
    assert renamed.conditions[-1] == Condition("other", TODAY, 1999, "Lyme disease")
    assert after(SetOtherCondition(""), profile=renamed).conditions == (Condition("heart", TODAY),)


def test_pregnant_not_pregnant_and_not_answered_are_three_states() -> None:
    pregnant = after(AnswerPregnancy(yes=True))
    assert pregnant == Profile(pregnancy=Pregnancy(None, TODAY))
    assert after(AnswerPregnancy(yes=False), profile=pregnant) == Profile(not_pregnant=TODAY)
    assert after(AnswerPregnancy(yes=None), profile=pregnant) == Profile()
    states = [after(AnswerPregnancy(yes=yes)).is_pregnant for yes in (True, False, None)]
    assert states == [True, False, None]


def test_the_week_of_a_pregnancy_is_dated_and_can_be_taken_back() -> None:
    pregnant = after(SetPregnancyWeek(12), profile=after(AnswerPregnancy(yes=True)), today=TOMORROW)
    assert pregnant.pregnancy == Pregnancy(12, TOMORROW)
    assert after(SetPregnancyWeek(None), profile=pregnant).pregnancy == Pregnancy(None, TODAY)
    assert after(AnswerPregnancy(yes=True), profile=pregnant) == pregnant


def test_an_answer_is_given_changed_and_taken_back_without_touching_others() -> None:
    other = after(SetProfileAnswer("apart_jerks", yes=False))
    both = after(SetProfileAnswer("apart_urge", yes=True), profile=other)
    assert both.answers == {"apart_jerks": ProfileAnswer(False, TODAY), "apart_urge": ProfileAnswer(True, TODAY)}
    changed = after(SetProfileAnswer("apart_urge", yes=False), profile=both, today=TOMORROW)
    assert changed.answers["apart_urge"] == ProfileAnswer(False, TOMORROW)
    assert after(SetProfileAnswer("apart_urge", yes=None), profile=both) == other


def test_the_first_cramp_is_a_year_a_day_or_not_known() -> None:
    assert after(SetFirstCrampYear(1999)).first_cramp == FirstCramp(1999, TODAY)
    assert after(SetFirstCrampDay(BIRTHDAY)).first_cramp == FirstCramp(BIRTHDAY, TODAY)
    assert after(SetFirstCrampDay(BIRTHDAY), SetFirstCrampYear(None)) == Profile()


def test_the_year_of_the_first_cramp_leaves_its_day_only_where_it_is_the_same() -> None:
    profile = after(SetFirstCrampDay(BIRTHDAY))
    assert after(SetFirstCrampYear(BIRTHDAY.year), profile=profile) == profile
    assert after(SetFirstCrampYear(2001), profile=profile).first_cramp == FirstCramp(2001, TODAY)


def test_the_day_of_the_first_cramp_taken_back_leaves_the_year_that_the_profile_holds_then() -> None:
    assert after(SetFirstCrampYear(2001), SetFirstCrampDay(None)).first_cramp == FirstCramp(2001, TODAY)
    assert after(SetFirstCrampDay(BIRTHDAY), SetFirstCrampDay(None)).first_cramp == FirstCramp(2019, TODAY)
    assert after(SetFirstCrampDay(None)) == Profile()


def test_a_question_to_the_doctor_stays_in_its_line() -> None:
    third = after(WriteDoctorQuestion(2, " Is it the spine? "))
    assert third.doctor_questions == ("", "", "Is it the spine?")
    assert after(WriteDoctorQuestion(2, ""), profile=third).asked_of_doctor == ()


def test_an_emergency_number_is_chosen_and_taken_back() -> None:
    assert after(SetEmergencyNumber(" 999 ")).number_to_call == "999"
    assert after(SetEmergencyNumber("999"), SetEmergencyNumber("")) == Profile()


def test_what_was_tried_is_added_changed_and_removed() -> None:
    assert after(AddTreatment(" Socks ")).treatments == (Treatment("Socks", TODAY),)
    both = Profile(treatments=(Treatment("Socks", TODAY, key=1), Treatment("Tea", TODAY, key=2)))
    helped = after(ChangeTreatment(2, (("verdict", Helpfulness.HELPED),)), profile=both)
    assert [treatment.verdict for treatment in helped.treatments] == [None, Helpfulness.HELPED]
    assert [treatment.what for treatment in after(RemoveTreatment(1), profile=both).treatments] == ["Tea"]
    with pytest.raises(EmptyTextError):
        after(AddTreatment("  "))


def test_a_medicine_is_added_last_with_the_spaces_around_its_name_taken_off() -> None:
    profile = after(AddMedicine("  Vitamin D "), profile=TAKING_BOTH)
    assert profile.medicines == (MAGNESIUM, IRON, Medicine("Vitamin D", TODAY))


def test_a_medicine_without_a_name_is_refused() -> None:
    with pytest.raises(EmptyTextError):
        after(AddMedicine("  "))


def test_a_medicine_is_changed_and_the_others_stay() -> None:
    profile = after(ChangeMedicine(2, (("dose", "20 mg"), ("started", TODAY))), profile=TAKING_BOTH)
    assert profile.medicines == (MAGNESIUM, Medicine("Iron", TODAY, dose="20 mg", started=TODAY, key=2))


def test_a_medicine_stopped_before_it_was_started_is_refused() -> None:
    stopped = TODAY - dt.timedelta(days=1)
    with pytest.raises(BackwardsError):
        after(ChangeMedicine(1, (("started", TODAY),)), ChangeMedicine(1, (("stopped", stopped),)), profile=TAKING_BOTH)


def test_removing_a_medicine_leaves_the_others_and_a_second_time_changes_nothing() -> None:
    profile = after(RemoveMedicine(1), RemoveMedicine(1), profile=TAKING_BOTH)
    assert profile.medicines == (IRON,)


def test_markers_are_added_changed_and_removed_one_at_a_time() -> None:
    assert AddMarker(" Moved ").on((MATTRESS,), TODAY) == (MATTRESS, Marker(TODAY, "Moved"))
    changed = ChangeMarker(2, (("text", "Moved house"),)).on((MATTRESS, MOVE), TODAY)
    assert changed == (MATTRESS, Marker(TODAY, "Moved house", 2))
    assert RemoveMarker(1).on((MATTRESS, MOVE), TODAY) == (MOVE,)
    assert RemoveMarker(1).on((MOVE,), TODAY) == (MOVE,)


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        (SetConditionYear("heart", 1999), ConditionGoneError),
        (SetPregnancyWeek(12), PregnancyGoneError),
        (ChangeMedicine(3, (("dose", "20 mg"),)), MedicineGoneError),
        (ChangeTreatment(3, (("how", "Well"),)), TreatmentGoneError),
    ],
)
def test_more_about_what_was_removed_meanwhile_is_refused_in_words(act: ProfileAct, refusal: type[DiaryError]) -> None:
    with pytest.raises(refusal, match="in the meantime"):
        after(act, profile=TAKING_BOTH)


def test_more_about_a_marker_that_was_removed_meanwhile_is_refused_in_words() -> None:
    with pytest.raises(MarkerGoneError, match="in the meantime"):
        ChangeMarker(1, (("text", "Moved"),)).on((MOVE,), TODAY)


ACTS: tuple[tuple[ProfileAct | MarkersAct, str], ...] = (
    (SetName("A. B."), "Name saved"),
    (SetName(""), "Name removed"),
    (SetYearOfBirth(1956), "Year of birth saved"),
    (SetYearOfBirth(None), "Year of birth removed"),
    (SetSex(Sex.OTHER), "Answer about sex saved"),
    (SetSex(None), "Answer about sex removed"),
    (AnswerPregnancy(yes=False), "Answer about pregnancy saved"),
    (AnswerPregnancy(yes=None), "Answer about pregnancy removed"),
    (SetPregnancyWeek(12), "Week of pregnancy saved"),
    (SetPregnancyWeek(None), "Week of pregnancy removed"),
    (AddCondition("heart"), "Condition added"),
    (SetConditionYear("heart", 1999), "Condition changed"),
    (RemoveCondition("heart"), "Condition removed"),
    (SetOtherCondition("Raynaud"), "Other condition changed"),
    (SetOtherCondition(" "), "Other condition removed"),
    (SetProfileAnswer("with_swelling", yes=False), "Answer about your cramps saved"),
    (SetProfileAnswer("with_swelling", yes=None), "Answer about your cramps removed"),
    (SetFirstCrampYear(1999), "First cramp saved"),
    (SetFirstCrampYear(None), "First cramp removed"),
    (SetFirstCrampDay(TODAY), "First cramp saved"),
    (SetFirstCrampDay(None), "Day of the first cramp removed"),
    (WriteDoctorQuestion(0, "Why?"), "Question to the doctor saved"),
    (WriteDoctorQuestion(0, " "), "Question to the doctor removed"),
    (SetEmergencyNumber("112"), "Emergency number saved"),
    (SetEmergencyNumber(""), "Emergency number removed"),
    (AddMedicine("Iron"), "Medicine added"),
    (ChangeMedicine(1, ()), "Medicine changed"),
    (RemoveMedicine(1), "Medicine removed"),
    (AddTreatment("Socks"), "Entry in “What you tried” added"),
    (ChangeTreatment(1, ()), "Entry in “What you tried” changed"),
    (RemoveTreatment(1), "Entry in “What you tried” removed"),
    (AddMarker("Moved"), "Marker added"),
    (ChangeMarker(1, ()), "Marker changed"),
    (RemoveMarker(1), "Marker removed"),
)


@pytest.mark.parametrize(("act", "words"), ACTS, ids=lambda value: value if isinstance(value, str) else "")
def test_each_act_of_the_person_is_taken_back_by_a_name_of_its_own(act: ProfileAct | MarkersAct, words: str) -> None:
    assert act.words == words


@pytest.mark.parametrize("key", sorted(YES_NO_QUESTIONS))
def test_an_answer_to_a_warning_sign_is_named_as_such_and_no_other_is(key: str) -> None:
    is_sign = key in {sign.key for sign in WARNING_SIGNS}
    assert ("warning sign" in SetProfileAnswer(key, yes=True).words.lower()) is is_sign
    assert ("warning sign" in SetProfileAnswer(key, yes=None).words.lower()) is is_sign
